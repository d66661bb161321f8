// What closed reports of the unit say of the figure, beside what is known by now, and why the two differ.
import { formatDay } from '../../platform/day.ts';
import { To } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { useRead } from '../../ui/query.tsx';
import { useCan, useOffice } from '../../ui/session.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { FigureView } from '../catalogue/view.ts';
import { parseSpan } from '../catalogue/span.ts';
import type { ReportedView } from '../reported.ts';
import type { Asked, Say } from './asked.ts';
import { words } from './words.ts';

type Item = ReportedView['items'][number];

/** Of a number that stands every report up to the day, of a flow those within its period. */
function daysOf({ nature }: FigureView, { on, period }: Asked): { from?: string; to: string } {
  if (nature === 'stock') return { to: on };
  const span = parseSpan(period ?? on.slice(0, 4));
  if (!span) return { to: on };
  return { from: span.from, to: span.to };
}

export function ReportedPart({ figure, asked }: { figure: FigureView; asked: Asked }) {
  const t = useWords(words);
  const tell = useTell();
  const reads = useCan('report.read');
  const own = useOffice()?.unitId;
  const unit = asked.unit ?? (own ? String(own) : null);
  const params = { unit, ...daysOf(figure, asked), where: asked.where };
  const query = useRead<ReportedView>(`/statistics/${figure.id}/reported`, {
    params,
    keep: true,
    enabled: reads && unit !== null,
  });
  if (!reads || unit === null) return null;
  return (
    <Panel title={t('stat.reported')} second={t('stat.reported_second')}>
      <Loaded of={query} rows={3}>
        {({ items }) => (
          <SmallTable<Item>
            name={t('stat.reported')}
            rows={items}
            keyOf={({ reportId, from, to }) => `${reportId} ${from} ${to}`}
            columns={columnsOf(t, tell)}
            empty={{ title: t('stat.reported_none'), text: t('stat.reported_none_text') }}
          />
        )}
      </Loaded>
    </Panel>
  );
}

const columnsOf = (t: Say, tell: ReturnType<typeof useTell>): Column<Item>[] => [
  {
    id: 'report',
    label: t('stat.reported_in'),
    width: '32%',
    cell: ({ reportId, title, periodLabel }) => (
      <To href={`/reports/${reportId}`}>{`${tell(title)} · ${tell(periodLabel)}`}</To>
    ),
    second: ({ from, to, returned }) => (
      <>
        {from === to
          ? t('stat.at_end', { day: formatDay(to) })
          : t('stat.between', { from: formatDay(from), to: formatDay(to) })}
        {returned && <StatusMark tone="act">{t('stat.reported_returned')}</StatusMark>}
      </>
    ),
  },
  { id: 'value', label: t('stat.reported_then'), number: true, cell: ({ value }) => formatNumber(value) },
  {
    id: 'now',
    label: t('stat.reported_now'),
    number: true,
    cell: ({ now }) => (now === null ? '–' : formatNumber(now)),
  },
  {
    id: 'why',
    label: t('stat.reported_why'),
    cell: ({ now, said }) => {
      if (now === null) return t('stat.reported_gone');
      return said ? tell(said) : t('stat.reported_same');
    },
  },
];
