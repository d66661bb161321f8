// What if a rule or a working day were otherwise: which open cases and limits would change. A question; nothing is kept.
import { Radio } from '@mantine/core';
import { useAddress } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useCan } from '../../ui/session.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { WhatIfView } from '../view.ts';
import { askedIn, subjectOf } from './draft/asked.ts';
import { Summary } from './draft/Changes.tsx';
import { ChangeLists } from './draft/ChangeLists.tsx';
import { DayQuestion } from './draft/DayQuestion.tsx';
import { HowFar } from './draft/HowFar.tsx';
import { RuleQuestion } from './draft/RuleQuestion.tsx';
import css from './draft/draft.module.css';
import { type Draft, useWhatIf } from './draft/what-if.ts';
import { useLaw } from '../../org/pages/law.ts';
import { type Spot, useSpot } from './spot.ts';
import { LawbookNav } from './LawbookNav.tsx';
import { whatIfWords } from './words/what-if-words.ts';

export function WhatIfPage() {
  const t = useWords(whatIfWords);
  const { words } = useAddress();
  const { query, law } = useLaw();
  const spot = useSpot();
  const asked = askedIn(words);
  const may = useCan('worklist.read');
  return (
    <Page
      title={t('what.title')}
      purpose={t('what.purpose')}
      help={[t('what.help_1'), t('what.help_2'), t('what.help_3')]}
    >
      <LawbookNav />
      {may ? (
        <Loaded of={query} rows={8}>
          {() => law && <Question law={law} spot={spot} />}
        </Loaded>
      ) : (
        <Empty title={t('what.no_right')} text={t('what.no_right_text')} />
      )}
      {may && asked && <Answer key={JSON.stringify(asked)} draft={asked} />}
    </Page>
  );
}

type QuestionProps = { law: NonNullable<ReturnType<typeof useLaw>['law']>; spot: Spot | null };

function Question({ law, spot }: QuestionProps) {
  const t = useWords(whatIfWords);
  const { words, set } = useAddress();
  const subject = subjectOf(words);
  return (
    <div className={css.question}>
      <Radio.Group
        label={t('what.subject')}
        value={subject}
        onChange={(next) => set({ subject: next === 'day' ? 'day' : null })}
      >
        <div className={css.subjects}>
          <Radio value="rule" label={t('what.rule')} />
          <Radio value="day" label={t('what.day')} />
        </div>
      </Radio.Group>
      {subject === 'day' ? (
        <DayQuestion law={law} />
      ) : (
        <RuleQuestion key={words.rule ?? ''} law={law} spot={spot} />
      )}
    </div>
  );
}

function Answer({ draft }: { draft: Draft }) {
  const t = useWords(whatIfWords);
  const tell = useTell();
  const { query, ready, far } = useWhatIf(draft);
  const view: WhatIfView | undefined = ready ? query.data : undefined;
  return (
    <Panel title={t('what.result')}>
      <div role="status">{!view && !query.error && <HowFar far={far} />}</div>
      {query.error && (
        <Notice tone="act" alert>
          {tell(query.error.words)}
        </Notice>
      )}
      {view && (
        <>
          <Notice>
            <Summary view={view} />
            <p>{t(`what.as.${view.as}`)}</p>
          </Notice>
          <ChangeLists view={view} />
        </>
      )}
    </Panel>
  );
}
