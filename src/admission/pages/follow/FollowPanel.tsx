// “Quá trình bồi dưỡng”: tasks and their results, contacts, assessments, notes of the helper – newest first, with the
// menu of what may be noted now.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { type Happening, TimeLine } from '../../../ui/show/TimeLine.tsx';
import type { ActView, DossierView } from '../../../road/view.ts';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import { useSpeech } from '../../../road/pages/verdict/VerdictView.tsx';
import { ActMenu } from '../road/ActMenu.tsx';
import { AsideMenu, menusOf } from '../road/AsideMenus.tsx';
import type { Open } from '../road/opening.ts';
import { words as pageWords } from '../words.ts';
import { isNote, noteOf } from './notes.ts';
import css from './follow.module.css';
import { followWords as words } from './words.ts';

const shownAtFirst = 6;

export function FollowPanel({ dossier, open }: { dossier: DossierView; open: Open }) {
  const t = useWords(words);
  const speech = useSpeech();
  const [all, setAll] = useState(false);
  const notes = dossier.acts.filter(isNote).toReversed();
  if (!speech || notes.length === 0) return null;
  const shown = all ? notes : notes.slice(0, shownAtFirst);
  const menu = menusOf(dossier, speech.book).find(({ following }) => following);
  return (
    <Panel
      title={t('follow.title')}
      second={summary(dossier, speech)}
      action={menu && <AsideMenu {...menu} open={open} />}
    >
      <TimeLine name={t('follow.title')} items={shown.map((act) => happening(act, dossier, speech))} />
      {shown.length < notes.length && (
        <Button variant="default" className="no-print" mt="md" onClick={() => setAll(true)}>
          {t('follow.all', { count: notes.length })}
        </Button>
      )}
    </Panel>
  );
}

function summary({ lastTouchOn, chosenForYear, tasks }: DossierView, { tell }: Speech): string {
  const open = tasks.filter(({ result }) => result === null).length;
  return [
    lastTouchOn && tell(words['follow.last'], { day: formatDay(lastTouchOn) }),
    open > 0 && tell(words['follow.open_tasks'], { count: open }),
    chosenForYear !== null && tell(words['follow.chosen'], { year: String(chosenForYear) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function happening(act: ActView, dossier: DossierView, speech: Speech): Happening {
  const { tell } = speech;
  const { title, lines } = noteOf(act, dossier, speech);
  return {
    id: act.entry,
    on: formatDay(act.happenedOn),
    title: (
      <>
        {title}{' '}
        {act.state === 'corrected' && (
          <StatusMark tone="ended">{tell(pageWords['acts.corrected'])}</StatusMark>
        )}
      </>
    ),
    second: act.recordedBy || null,
    struck: act.state === 'withdrawn',
    body: lines.length > 0 && (
      <div className={css.lines}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    ),
    actions: act.state === 'standing' && act.can.length > 0 && <ActMenu act={act} dossier={dossier} />,
  };
}
