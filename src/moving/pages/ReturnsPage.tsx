// “Hồ sơ bị trả lại”: how often files come back, why and where, in a period.
import type { ReactNode } from 'react';
import { formatDay } from '../../platform/day.ts';
import type { Message } from '../../platform/messages.ts';
import { useAddress, useUnit } from '../../ui/address.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { ReturnsView } from '../view.ts';
import css from './moving.module.css';
import { returnWords as words } from './returns/words.ts';

export function ReturnsPage() {
  const t = useWords(words);
  const today = useToday();
  const { words: address, set } = useAddress();
  const from = address.from ?? `${today.slice(0, 4)}-01-01`;
  const to = address.to ?? today;
  const query = useRead<ReturnsView>('/returns', { params: { unit: useUnit(), from, to }, keep: true });
  return (
    <Page
      title={t('page.title')}
      purpose={t('page.purpose')}
      help={[t('page.help1'), t('page.help2'), t('page.help3')]}
      asOf={formatDay(today)}
    >
      <div className={`${css.period} no-print`}>
        <DayField
          label={t('page.from')}
          max={to}
          value={from}
          onChange={(value) => set({ from: value || null })}
        />
        <DayField
          label={t('page.to')}
          max={today}
          value={to}
          onChange={(value) => set({ to: value || null })}
        />
      </div>
      <Loaded of={query} rows={10}>
        {(returns) => <Figures returns={returns} />}
      </Loaded>
    </Page>
  );
}

function Figures({ returns }: { returns: ReturnsView }) {
  const t = useWords(words);
  const tell = useTell();
  if (returns.returns === 0 && returns.waiting === 0) return <Empty title={t('none.title')} />;
  return (
    <>
      <Heads returns={returns} />
      <div className={css.two}>
        <Lines title={t('what.title')} lines={ofWhat(returns.what, tell)} />
        <Lines title={t('months.title')} lines={ofMonths(returns.months)} />
        <Lines title={t('cells.title')} lines={ofCuts(returns.cells)} />
        <Lines title={t('communes.title')} lines={ofCuts(returns.communes)} />
      </div>
      <Items returns={returns} />
    </>
  );
}

function Figure({
  label,
  value,
  second,
  act,
}: {
  label: string;
  value: ReactNode;
  second?: string;
  act?: boolean;
}) {
  return (
    <div className={css.figure} {...(act ? { 'data-tone': 'act' } : {})}>
      <dt>{label}</dt>
      <dd>
        {value}
        {second && <small>{second}</small>}
      </dd>
    </div>
  );
}

function Heads({ returns: r }: { returns: ReturnsView }) {
  const t = useWords(words);
  const median = r.medianDays === null ? '–' : t('fig.days', { days: r.medianDays });
  return (
    <dl className={css.figures}>
      <Figure label={t('fig.returns')} value={formatNumber(r.returns)} />
      <Figure
        label={t('fig.files')}
        value={formatNumber(r.files)}
        second={t('fig.of', { handled: r.handled })}
      />
      <Figure
        label={t('fig.above')}
        value={formatNumber(r.above)}
        second={t('fig.above_of')}
        act={r.above > 0}
      />
      <Figure label={t('fig.waiting')} value={formatNumber(r.waiting)} />
      <Figure label={t('fig.median')} value={median} second={t('fig.median_of')} />
    </dl>
  );
}

interface Line {
  key: string;
  label: string;
  returns: number;
  files?: number;
}

/** A short list: what, and how often. */
function Lines({ title, lines }: { title: string; lines: Line[] }) {
  const t = useWords(words);
  return (
    <Panel title={title}>
      {lines.length === 0 && <p className={css.quiet}>{t('none.title')}</p>}
      <ul className={css.lines}>
        {lines.map(({ key, label, returns, files }) => (
          <li key={key} className={css.line}>
            <span>{label}</span>
            <span className={css.count}>
              {files === undefined
                ? t('line.times', { count: returns })
                : t('line.times_files', { count: returns, files })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const ofWhat = (what: ReturnsView['what'], tell: (label: Message) => string): Line[] =>
  what.map(({ code, label, returns }) => ({ key: code, label: tell(label), returns }));
const ofMonths = (months: ReturnsView['months']): Line[] =>
  months.map(({ month, returns }) => ({ key: month, label: formatDay(month), returns }));
const ofCuts = (cuts: ReturnsView['cells']): Line[] =>
  cuts.map(({ id, name, returns, files }) => ({ key: id, label: name, returns, files }));

type Item = ReturnsView['items'][number];
function itemColumns(
  t: (key: keyof typeof words, params?: Record<string, string | number>) => string,
): Column<Item>[] {
  return [
    { id: 'name', label: t('items.name'), cell: (row) => row.fullName, second: (row) => row.unitName },
    { id: 'count', label: t('items.count'), number: true, cell: (row) => formatNumber(row.count) },
    { id: 'last', label: t('items.last'), tight: true, cell: (row) => formatDay(row.lastOn) },
    {
      id: 'state',
      label: t('items.state'),
      cell: (row) =>
        row.back === null ? (
          <StatusMark tone="wait">{t('items.waits')}</StatusMark>
        ) : (
          t('items.back', { day: formatDay(row.back) })
        ),
    },
  ];
}

function Items({ returns }: { returns: ReturnsView }) {
  const t = useWords(words);
  return (
    <Panel title={t('items.title')}>
      <SmallTable
        name={t('items.title')}
        rows={returns.items}
        keyOf={(row) => row.dossierId}
        href={(row) => `/dossiers/${row.dossierId}`}
        columns={itemColumns(t)}
        empty={{ title: t('none.title') }}
      />
    </Panel>
  );
}
