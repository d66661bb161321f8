// What would change, line by line: limits under either reading of the transition, and next steps judged otherwise.
import { formatDay, formatDayLong } from '../../../platform/day.ts';
import type { Message } from '../../../platform/messages.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { ChangeView, NextChangeView, WhatIfView } from '../../view.ts';
import { whatIfWords } from '../words/what-if-words.ts';

export function ChangeLists({ view }: { view: WhatIfView }) {
  const t = useWords(whatIfWords);
  const tell = useTell();
  const { readings, next, totals, limit } = view;
  const first = (total: number) => (total > limit ? t('what.first', { shown: limit, total }) : undefined);
  const empty = { title: t('what.no_change'), text: t('what.no_change_text') };
  return (
    <>
      {(['start', 'switch'] as const).map((reading) => (
        <Panel key={reading} title={t(`what.${reading}`)} second={first(totals[reading])}>
          <SmallTable
            name={t(`what.${reading}`)}
            rows={readings[reading]}
            keyOf={(one) => `${one.caseKind} ${one.caseId} ${one.clock} ${one.part}`}
            href={({ href }) => href}
            columns={clockColumns(t, tell)}
            empty={empty}
          />
        </Panel>
      ))}
      <Panel title={t('what.next')} second={first(totals.next)}>
        <SmallTable
          name={t('what.next')}
          rows={next}
          keyOf={(one) => `${one.caseKind} ${one.caseId}`}
          href={({ href }) => href}
          columns={nextColumns(t, tell)}
          empty={empty}
        />
      </Panel>
    </>
  );
}

type Say = (key: keyof typeof whatIfWords, params?: Record<string, string>) => string;
type Tell = (message: Message) => string;

const caseColumn = <T extends ChangeView | NextChangeView>(t: Say): Column<T> => ({
  id: 'case',
  label: t('what.case'),
  cell: ({ title }) => title,
  second: ({ second, unitName }) => [...new Set([second, unitName])].filter(Boolean).join(' · '),
});

const clockColumns = (t: Say, tell: Tell): Column<ChangeView>[] => [
  caseColumn(t),
  { id: 'clock', label: t('what.clock'), cell: ({ label }) => tell(label) },
  { id: 'before', label: t('what.before'), cell: ({ before }) => <Due span={before} /> },
  { id: 'after', label: t('what.after'), cell: ({ after }) => <Due span={after} /> },
];

function Due({ span }: { span: ChangeView['before'] }) {
  const t = useWords(whatIfWords);
  if (!span) return t('what.none');
  return (
    <>
      {span.dueOn ? formatDayLong(span.dueOn) : t('what.no_day')}
      {span.extendsTo && <div>{t('what.extends', { day: formatDay(span.extendsTo) })}</div>}
    </>
  );
}

const nextColumns = (t: Say, tell: Tell): Column<NextChangeView>[] => [
  caseColumn(t),
  { id: 'before', label: t('what.before'), cell: ({ before }) => <NextStep next={before} tell={tell} /> },
  { id: 'after', label: t('what.after'), cell: ({ after }) => <NextStep next={after} tell={tell} /> },
];

const tones = {
  allowed: 'plain',
  refused: 'act',
  needs_consent: 'wait',
  unverified: 'unsure',
  undetermined: 'unsure',
} as const;
const isOutcome = (outcome: string): outcome is keyof typeof tones => outcome in tones;

function NextStep({ next, tell }: { next: NextChangeView['before']; tell: Tell }) {
  const t = useWords(whatIfWords);
  if (!next) return t('what.none');
  return (
    <>
      {tell(next.label)}
      {isOutcome(next.outcome) && (
        <div>
          <StatusMark tone={tones[next.outcome]}>{t(`what.outcome.${next.outcome}`)}</StatusMark>
        </div>
      )}
    </>
  );
}
