// What was proposed and what was answered.
import { formatDay } from '../../../platform/day.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { HandoverView } from '../../view.ts';
import { placeOf } from '../list/columns.tsx';
import css from '../moving.module.css';
import { wordFor, words } from '../words.ts';

type Say = ReturnType<typeof useWords<typeof words>>;

const paperOf = (paper: HandoverView['letter'], t: Say): string | null =>
  paper && t('one.paper', { number: paper.number ?? '…', day: formatDay(paper.on) });
const byOn = (name: string | null, on: string | null, t: Say): string =>
  t('one.by_on', { name: name ?? t('away.unknown'), day: formatDay(on) });

/** Whether one committee decides for both places is asked only once the file is on its way through the committees. */
function sameOf({ sameCommittee }: HandoverView, t: Say) {
  if (sameCommittee === null) return [];
  return [{ label: t('one.same'), value: t(sameCommittee ? 'one.same_yes' : 'one.same_no') }];
}

const monthsOf = ({ months, state }: HandoverView, t: Say) =>
  state === 'arrived'
    ? []
    : [
        {
          label: t('one.months'),
          value: months === null ? t('one.months_none') : t('one.months_of', { months }),
        },
      ];

export function Proposal({ handover }: { handover: HandoverView }) {
  const t = useWords(words);
  const arrived = handover.state === 'arrived';
  return (
    <Panel title={t('one.facts')}>
      <KeyValue
        items={[
          { label: t('list.from'), value: placeOf(handover.from) },
          { label: t('list.to'), value: placeOf(handover.to) },
          ...(arrived ? [] : [{ label: t('one.reason'), value: t(wordFor('reason', handover.reason)) }]),
          { label: t('one.case'), value: t(wordFor('case', handover.case)) },
          ...monthsOf(handover, t),
          ...(handover.orderOn ? [{ label: t('one.order'), value: formatDay(handover.orderOn) }] : []),
          ...sameOf(handover, t),
          { label: t('one.letter'), value: paperOf(handover.letter, t) },
          { label: t('one.proposed'), value: byOn(handover.proposedBy, handover.proposedOn, t) },
        ]}
      />
      {handover.state === 'open' && <p className={css.quiet}>{t(wordFor('rule', handover.case))}</p>}
      {handover.message && (
        <>
          <h3 className={css.head}>{t('one.message')}</h3>
          <p className={css.words}>{handover.message}</p>
        </>
      )}
      <Deadlines handover={handover} />
    </Panel>
  );
}

function Deadlines({ handover: { deadlines } }: { handover: HandoverView }) {
  const t = useWords(words);
  const tell = useTell();
  if (deadlines.length === 0) return null;
  return (
    <KeyValue
      items={deadlines.map(({ label, dueOn, lateDays }) => ({
        label: tell(label),
        value: dueOn && t('one.until', { day: formatDay(dueOn) }),
        second: lateDays && <StatusMark tone="act">{t('one.late', { days: lateDays })}</StatusMark>,
      }))}
    />
  );
}

export function Answer({ handover }: { handover: HandoverView }) {
  const t = useWords(words);
  if (handover.state === 'open' || handover.state === 'left') return null;
  return (
    <Panel title={t('one.answer')}>
      <KeyValue
        items={[
          { label: t('list.state'), value: t(wordFor('state', handover.state)) },
          ...(handover.answeredOn
            ? [{ label: t('list.answered'), value: byOn(handover.answeredBy, handover.answeredOn, t) }]
            : []),
          ...(handover.receipt ? [{ label: t('one.receipt'), value: paperOf(handover.receipt, t) }] : []),
          ...(handover.placedIn ? [{ label: t('one.placed'), value: handover.placedIn }] : []),
          ...(handover.helperName ? [{ label: t('one.helper'), value: handover.helperName }] : []),
          ...(handover.why ? [{ label: t('one.why'), value: t(wordFor('why', handover.why)) }] : []),
        ]}
      />
      {handover.answer && <p className={css.words}>{handover.answer}</p>}
    </Panel>
  );
}
