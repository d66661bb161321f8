// The target itself: both directions against the units below, its dated history with papers and reasons, and what was
// told from elsewhere.
import { formatDay } from '../../../platform/day.ts';
import { To } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { formatShare } from '../../../ui/numbers.ts';
import { Empty } from '../../../ui/show/Empty.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { TimeLine } from '../../../ui/show/TimeLine.tsx';
import { type Amount, sayAmount } from '../../amount.ts';
import type { DifferenceView, FigureSheet, SaidView, SheetView } from '../../view.ts';
import { type Say, sayMaybe } from '../said.ts';
import { words } from '../words.ts';
import { Gap } from './Gap.tsx';
import css from './sheet.module.css';
import { TakeBack } from './TakeBack.tsx';
import { ToldPart } from './ToldPart.tsx';
import { partLabel } from './WhoPart.tsx';

interface PartProps {
  sheet: SheetView;
  own: FigureSheet;
}

export function GivenPart({ sheet, own }: PartProps) {
  return (
    <>
      {own.line.below.units > 0 && <BothWays line={own.line} />}
      <History own={own} unitId={sheet.unit.id} />
      <ToldPart sheet={sheet} own={own} />
    </>
  );
}

interface Way {
  id: 'assigned' | 'registered' | 'aim';
  sum: Amount | null;
  difference: DifferenceView;
}

function BothWays({ line: { below, assigned } }: { line: FigureSheet['line'] }) {
  const t = useWords(words);
  const ways = (['assigned', 'registered', 'aim'] as const)
    .map((id): Way => ({ id, sum: below[id], difference: below.difference[id] }))
    .filter(({ id, sum }) => id === 'assigned' || sum !== null);
  return (
    <Panel
      title={t('given.both_ways')}
      second={t('given.both_ways_second', { count: below.withTarget, units: below.units })}
    >
      <SmallTable<Way>
        name={t('given.both_ways')}
        rows={ways}
        keyOf={({ id }) => id}
        columns={wayColumns(t, sayMaybe(assigned))}
        empty={{ title: t('difference.none') }}
      />
      {below.unknown.length > 0 && (
        <p className={css.note}>{t('given.unknown', { names: below.unknown.join(', ') })}</p>
      )}
    </Panel>
  );
}

const wayColumns = (t: Say, own: string): Column<Way>[] => [
  { id: 'kind', label: t('given.kind'), cell: ({ id }) => t(`given.row_${id}`), width: '30%' },
  { id: 'sum', label: t('given.sum'), number: true, cell: ({ sum }) => sayMaybe(sum) },
  { id: 'own', label: t('given.own'), number: true, cell: () => own },
  { id: 'difference', label: t('given.difference'), cell: ({ difference }) => <Gap of={difference} /> },
];

function History({ own: { history }, unitId }: { own: FigureSheet; unitId: number }) {
  const t = useWords(words);
  const tell = useTell();
  const newest = history.toSorted((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0));
  return (
    <Panel title={t('given.history')} second={t('given.history_second')}>
      {history.length === 0 ? (
        <Empty title={t('given.history_none')} />
      ) : (
        <TimeLine
          name={t('given.history')}
          items={newest.map((said) => ({
            id: `${said.id}/${said.kind}/${said.part}`,
            on: formatDay(said.since),
            title: titleOf(said, t, (id) => tell(partLabel(id))),
            second: secondOf(said, t),
            body: <Paper said={said} />,
            actions: said.can.includes('withdraw') && (
              <TakeBack
                unitId={unitId}
                entry={said.id}
                what={titleOf(said, t, (id) => tell(partLabel(id)))}
              />
            ),
          }))}
        />
      )}
    </Panel>
  );
}

function titleOf(said: SaidView, t: Say, nameOf: (id: string) => string): string {
  const amount =
    said.share === null
      ? sayAmount(said.amount)
      : t('given.share', { share: formatShare(said.share / 1000) });
  const words = t(`given.${said.kind}`, { amount });
  return said.part === '' ? words : t('given.of_part', { words, part: nameOf(said.part) });
}

const secondOf = ({ until, revision, recordedBy, why, given }: SaidView, t: Say): string =>
  [
    until ? t('given.until', { day: formatDay(until) }) : t('given.standing'),
    given === 'outside' && t('box.outside'),
    revision !== null && revision > 0 && t('given.revision', { count: revision }),
    why,
    recordedBy && t('given.by', { name: recordedBy }),
  ]
    .filter(Boolean)
    .join(' · ');

/** The paper it stands on: the document of the register, or the number of the decision. */
function Paper({ said: { decision, documentId } }: { said: SaidView }) {
  const t = useWords(words);
  const named = decision
    ? [
        decision.number && t('given.decision', { number: decision.number }),
        decision.on && t('given.decision_on', { day: formatDay(decision.on) }),
        decision.by && t('given.decision_by', { by: decision.by }),
      ].filter(Boolean)
    : [];
  if (named.length === 0 && !documentId) return null;
  return (
    <p className={css.second}>
      {named.join(' ')}
      {named.length > 0 && documentId && ' · '}
      {documentId && <To href={`/documents/${documentId}`}>{t('given.paper')}</To>}
    </p>
  );
}
