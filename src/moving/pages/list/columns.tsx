// Columns of the lists of moving.
import { formatDay } from '../../../platform/day.ts';
import type { Message } from '../../../platform/messages.ts';
import type { Column } from '../../../ui/list/column.ts';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { Away, HandoverItem, Suggestion } from '../../view.ts';
import { wordFor, type words } from '../words.ts';

type Say = (key: keyof typeof words, params?: Record<string, string | number>) => string;
type StageLabel = (stage: string) => Message | null;
export interface Speaking {
  t: Say;
  tell: (message: Message) => string;
  stageOf: StageLabel;
}

const tones = {
  open: 'wait',
  accepted: 'done',
  arrived: 'done',
  declined: 'ended',
  taken_back: 'ended',
  left: 'plain',
} as const;

const waiting = (row: HandoverItem, t: Say): string =>
  row.waitingDays ? t('list.waits', { days: row.waitingDays }) : t('list.waits_today');

export const placeOf = ({ name, trail }: HandoverItem['from']): string =>
  [name, trail].filter(Boolean).join(', ');

export function handoverColumns(
  { t, tell, stageOf }: Speaking,
  side: 'in' | 'out' | 'done',
): Column<HandoverItem>[] {
  const stage = (row: HandoverItem) => {
    const label = stageOf(row.stage);
    return label ? tell(label) : '';
  };
  const from: Column<HandoverItem> = { id: 'from', label: t('list.from'), cell: (row) => placeOf(row.from) };
  const to: Column<HandoverItem> = { id: 'to', label: t('list.to'), cell: (row) => placeOf(row.to) };
  return [
    {
      id: 'name',
      label: t('list.name'),
      cell: (row) => row.fullName ?? t('list.hidden'),
      second: (row) => t(wordFor('reason', row.reason)),
    },
    ...(side === 'out' ? [] : [from]),
    ...(side === 'in' ? [] : [to]),
    { id: 'stage', label: t('list.stage'), cell: stage },
    side === 'done'
      ? {
          id: 'answered',
          label: t('list.answered'),
          tight: true,
          cell: (row) => formatDay(row.answeredOn ?? row.proposedOn),
        }
      : { id: 'proposed', label: t('list.proposed'), tight: true, cell: (row) => formatDay(row.proposedOn) },
    {
      id: 'state',
      label: t('list.state'),
      cell: (row) => (
        <StatusMark tone={tones[row.state]}>
          {row.state === 'open' ? waiting(row, t) : t(wordFor('state', row.state))}
        </StatusMark>
      ),
    },
  ];
}

export function awayColumns(t: Say, reasonOf: (code: string) => string): Column<Away>[] {
  return [
    { id: 'name', label: t('list.name'), cell: (row) => row.fullName, second: (row) => row.unitName },
    {
      id: 'reason',
      label: t('away.reason'),
      cell: (row) => (row.reason ? reasonOf(row.reason) : t('away.unknown')),
    },
    { id: 'since', label: t('away.since'), tight: true, cell: (row) => formatDay(row.since) },
    {
      id: 'expected',
      label: t('away.expected'),
      cell: (row) =>
        row.late ? (
          <StatusMark tone="act">{`${formatDay(row.expected)} · ${t('away.late')}`}</StatusMark>
        ) : row.expected ? (
          formatDay(row.expected)
        ) : (
          t('away.unknown')
        ),
    },
    { id: 'keeper', label: t('away.keeper'), cell: (row) => row.keptBy ?? t('away.unknown') },
  ];
}

export function suggestionColumns(t: Say): Column<Suggestion>[] {
  return [
    { id: 'name', label: t('list.name'), cell: (row) => row.fullName },
    { id: 'cell', label: t('suggest.cell'), cell: (row) => row.unitName },
    { id: 'work', label: t('suggest.work'), cell: (row) => row.workplace },
    { id: 'to', label: t('list.to'), cell: (row) => row.to.name, second: (row) => row.to.trail },
  ];
}
