// Everything that was recorded, newest first: the act, who decided and who typed, the law of its day, and what became
// of it – corrected, withdrawn, contested, judged again.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { type Happening, TimeLine } from '../../../ui/show/TimeLine.tsx';
import type { ActView, DossierView } from '../../../road/view.ts';
import { useSpeech } from '../../../road/pages/verdict/VerdictView.tsx';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import { words } from '../words.ts';
import { isNote } from '../follow/notes.ts';
import { ActBody } from './ActBody.tsx';
import { ActMenu } from './ActMenu.tsx';
import { bySentence, lawOfAct } from './act-words.ts';
import { SealedWords } from './SealedWords.tsx';

/** A long road shows its latest part; the rest is one tap away. */
const shownAtFirst = 12;

export function ActsPanel({ dossier }: { dossier: DossierView }) {
  const t = useWords(words);
  const speech = useSpeech();
  const [all, setAll] = useState(false);
  if (!speech) return null;
  const acts = dossier.acts.filter((act) => !isNote(act)).toReversed();
  const shown = all ? acts : acts.slice(0, shownAtFirst);
  return (
    <Panel title={t('acts.title')}>
      {acts.length === 0 && <Empty title={t('acts.none')} />}
      <TimeLine name={t('acts.title')} items={shown.map((act) => happening(act, dossier, speech))} />
      {shown.length < acts.length && (
        <Button variant="default" className="no-print" mt="md" onClick={() => setAll(true)}>
          {t('acts.all', { count: acts.length })}
        </Button>
      )}
      <SealedWords dossier={dossier} book={speech.book} />
    </Panel>
  );
}

function happening(act: ActView, dossier: DossierView, speech: Speech): Happening {
  const standing = act.state === 'standing';
  return {
    id: act.entry,
    on: formatDay(act.happenedOn),
    title: <Title act={act} speech={speech} />,
    second: bySentence(act, speech),
    law: lawOfAct(act, speech),
    struck: act.state === 'withdrawn',
    body: <ActBody act={act} speech={speech} />,
    actions: (standing || act.sheets.length > 0) && <ActMenu act={act} dossier={dossier} />,
  };
}

function Title({ act, speech: { tell } }: { act: ActView; speech: Speech }) {
  return (
    <>
      {tell(act.label)}{' '}
      {act.state === 'corrected' && <StatusMark tone="ended">{tell(words['acts.corrected'])}</StatusMark>}
      {act.passed === true && <StatusMark tone="done">{tell(words['acts.carried'])}</StatusMark>}
      {act.passed === false && <StatusMark tone="act">{tell(words['acts.not_carried'])}</StatusMark>}
    </>
  );
}
