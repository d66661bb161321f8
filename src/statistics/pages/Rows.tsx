// Rows of a figure in columns of its measure: counts and shares, ages, or quotients; on a phone as cards.
import { hrefOf, To, useAddress } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { formatNumber, formatShare, formatTenths } from '../../ui/numbers.ts';
import type { Row, TableView } from '../catalogue/view.ts';
import type { Say } from './asked.ts';
import { OpenNumber } from './Number.tsx';
import { words } from './words.ts';

export function Rows({ table }: { table: TableView }) {
  const t = useWords(words);
  const tell = useTell();
  const { words: address } = useAddress();
  const { figure, by, rows, unknown, total } = table;
  const way = figure.by.find(({ id }) => id === by);
  const all = [...rows, ...(unknown ? [unknown] : []), total];
  const down = (row: Row) => downFrom(table, row, address);
  return (
    <SmallTable<Row>
      name={tell(figure.label)}
      rows={all}
      keyOf={(row) => row.key || 'unknown'}
      columns={columnsOf({ table, t, tell, down, first: way ? tell(way.label) : t('stat.unit') })}
      empty={{ title: t('stat.nothing') }}
    />
  );
}

/** A unit leads to its own table; a value to the units that have it. */
function downFrom(
  { figure, by, total }: TableView,
  row: Row,
  address: Record<string, string>,
): string | null {
  if (row === total || !row.opens) return null;
  if (row.unitId !== null)
    return hrefOf(`/statistics/${figure.id}`, { ...address, unit: String(row.unitId) });
  const { where } = row.opens;
  const byUnits = !where || ['child', 'month', 'year'].includes(by);
  return byUnits ? null : hrefOf(`/statistics/${figure.id}`, { ...address, by: null, where });
}

interface About {
  table: TableView;
  t: Say;
  tell: ReturnType<typeof useTell>;
  down: (row: Row) => string | null;
  first: string;
}

function columnsOf(about: About): Column<Row>[] {
  const { table, tell, down, first } = about;
  const name: Column<Row> = {
    id: 'name',
    label: first,
    cell: (row) => {
      const href = down(row);
      const label = tell(row.label);
      return href ? <To href={href}>{label}</To> : row === table.total ? <strong>{label}</strong> : label;
    },
  };
  const measured = { count: counted, ages: aged, ratio: divided, identity: counted }[table.figure.measure];
  return [name, ...measured(about)];
}

const countColumn = ({ table, t, tell }: About, label: 'stat.count' | 'stat.people'): Column<Row> => ({
  id: 'count',
  label: t(label),
  number: true,
  cell: (row) => (
    <OpenNumber figure={table.figure.id} count={row.count} label={tell(row.label)} opens={row.opens} />
  ),
});
const numberColumn = (id: string, label: string, said: (row: Row) => string): Column<Row> => ({
  id,
  label,
  number: true,
  cell: said,
});
const maybe = (value: number | null, say: (value: number) => string): string =>
  value === null ? '–' : say(value);

const counted = (about: About): Column<Row>[] => [
  countColumn(about, 'stat.count'),
  numberColumn('share', about.t('stat.share'), ({ share }) => maybe(share, formatShare)),
];
const aged = (about: About): Column<Row>[] => [
  countColumn(about, 'stat.people'),
  numberColumn('known', about.t('stat.known'), ({ known }) => formatNumber(known)),
  numberColumn('mean', about.t('stat.mean'), ({ mean }) => maybe(mean, formatTenths)),
  numberColumn('median', about.t('stat.median'), ({ median }) => maybe(median, formatTenths)),
];
const divided = (about: About): Column<Row>[] => [
  countColumn(about, 'stat.count'),
  numberColumn('per', about.t('stat.per'), ({ per }) => formatNumber(per)),
  numberColumn('value', about.t('stat.value'), ({ value }) =>
    maybe(value, (one) => formatNumber(Math.round(one * 100) / 100)),
  ),
];
