// Places below a unit: villages with and without a cell of their own, units by mark, and how that was in earlier years.
import { formatDay } from '../../platform/day.ts';
import type { Language } from '../../platform/messages.ts';
import { To, useOn, useUnit } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { coverages, marks } from '../area.ts';
import type { AreasView } from '../view.ts';
import css from './areas.module.css';
import { coverageTones, type Say, shareOf } from './said.ts';
import { words } from './words.ts';

type Item = AreasView['items'][number];
type Year = AreasView['years'][number];

export function AreasPage() {
  const t = useWords(words);
  const { on, past } = useOn();
  const unit = useUnit();
  const query = useRead<AreasView>('/areas', { params: { unit, ...(past ? { on } : {}) }, keep: true });
  return (
    <Page
      title={t('page.title')}
      purpose={t('page.purpose')}
      help={[t('page.help1'), t('page.help2'), t('page.help3')]}
      asOf={formatDay(on)}
    >
      <Loaded of={query} rows={8}>
        {(view) => <Areas view={view} />}
      </Loaded>
    </Page>
  );
}

function Areas({ view }: { view: AreasView }) {
  const t = useWords(words);
  const { language } = useLanguage();
  return (
    <>
      <Panel title={t('page.villages')} second={view.unit.name}>
        <Total view={view} />
      </Panel>
      <Panel title={t('page.marked')}>
        {view.marks.length === 0 && <p className={css.second}>{t('page.no_marks')}</p>}
        <KeyValue
          items={view.marks.map(({ mark, units, cells }) => ({
            label: marks[mark][language],
            value: t('page.marked_units', { units, cells }),
          }))}
        />
      </Panel>
      {view.years.length > 0 && (
        <Panel title={t('page.years')}>
          <SmallTable<Year>
            name={t('page.years')}
            rows={view.years}
            keyOf={({ on }) => on}
            columns={yearColumns(t, language)}
            empty={{ title: t('page.no_villages') }}
          />
        </Panel>
      )}
      <Panel title={t('page.below')}>
        <SmallTable<Item>
          name={t('page.below')}
          rows={view.items}
          keyOf={({ unitId }) => String(unitId)}
          columns={unitColumns(t, language)}
          empty={{ title: t('page.below_none') }}
        />
      </Panel>
    </>
  );
}

function Total({ view: { total } }: { view: AreasView }) {
  const t = useWords(words);
  const { language } = useLanguage();
  if (total.villages === 0) return <p className={css.second}>{t('page.no_villages')}</p>;
  return (
    <KeyValue
      items={[
        { label: t('page.all'), value: formatNumber(total.villages, language) },
        ...coverages.map((coverage) => ({
          label: t(`page.${coverage}`),
          value: (
            <StatusMark tone={coverageTones[coverage]}>
              {shareOf(t, total[coverage], total.villages)}
            </StatusMark>
          ),
        })),
      ]}
    />
  );
}

const yearColumns = (t: Say, language: Language): Column<Year>[] => [
  { id: 'day', label: t('page.year'), cell: ({ on }) => formatDay(on) },
  {
    id: 'villages',
    label: t('page.all'),
    number: true,
    cell: ({ villages }) => formatNumber(villages, language),
  },
  { id: 'own', label: t('page.own'), number: true, cell: ({ own, villages }) => shareOf(t, own, villages) },
  {
    id: 'combined',
    label: t('page.combined'),
    number: true,
    cell: ({ combined }) => formatNumber(combined, language),
  },
];

const unitColumns = (t: Say, language: Language): Column<Item>[] => [
  {
    id: 'name',
    label: t('page.unit'),
    cell: ({ unitId, name, open }) => (open ? <To href={`/units/${unitId}`}>{name}</To> : name),
    second: ({ marks: own }) => own.map((mark) => marks[mark][language]).join(' · '),
    width: '40%',
  },
  {
    id: 'villages',
    label: t('page.all'),
    number: true,
    cell: ({ tally }) => formatNumber(tally.villages, language),
  },
  {
    id: 'own',
    label: t('page.own'),
    number: true,
    cell: ({ tally }) => shareOf(t, tally.own, tally.villages),
  },
  {
    id: 'none',
    label: t('page.none'),
    number: true,
    cell: ({ tally }) => formatNumber(tally.none, language),
  },
  {
    id: 'combined',
    label: t('page.combined'),
    number: true,
    cell: ({ combined }) => formatNumber(combined, language),
  },
];
