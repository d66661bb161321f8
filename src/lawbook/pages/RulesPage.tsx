// Which rules hold here on the day of the page: every one in words, by the part of the work it belongs to.
import { VisuallyHidden } from '@mantine/core';
import type { Message } from '../../platform/messages.ts';
import { formatDay } from '../../platform/day.ts';
import type { Regulations } from '../../rules/index.ts';
import { hrefOf, useAddress, useOn } from '../../ui/address.tsx';
import { useLanguage, useTell, useWords } from '../../ui/i18n.tsx';
import type { Column, Filter } from '../../ui/list/column.ts';
import { FilterBar } from '../../ui/list/FilterBar.tsx';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNarrow } from '../../ui/narrow.ts';
import { Page } from '../../ui/Page.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { Known } from './Known.tsx';
import { useLaw } from '../../org/pages/law.ts';
import { useSpot } from './spot.ts';
import { LawbookNav } from './LawbookNav.tsx';
import { countsOf, matching, type RuleRow, rowsOf } from './rule/rows.ts';
import css from './RulesPage.module.css';
import { groups, otherGroup } from '../saying/groups.ts';
import { rulesWords } from './words/rules-words.ts';

export function RulesPage() {
  const t = useWords(rulesWords);
  const { on } = useOn();
  const spot = useSpot();
  const { query, law } = useLaw();
  return (
    <Page
      title={t('rules.title')}
      purpose={t('rules.purpose', { day: formatDay(on), unit: spot?.name ?? t('rules.everywhere') })}
      help={[t('rules.help_1'), t('rules.help_2'), t('rules.help_3')]}
    >
      <LawbookNav />
      <Loaded of={query} rows={14}>
        {() => law && <Rules law={law} path={spot?.path ?? ''} />}
      </Loaded>
    </Page>
  );
}

interface RulesProps {
  law: Regulations;
  path: string;
}

function Rules({ law, path }: RulesProps) {
  const t = useWords(rulesWords);
  const tell = useTell();
  const { on } = useOn();
  const { language } = useLanguage();
  const { words } = useAddress();
  const { place, narrow } = useNarrow<HTMLDivElement>();
  const all = rowsOf(law, { on, path, language });
  const found = matching(all, words);
  const searching = ['q', 'known', 'local', 'group'].some((word) => words[word]);
  const shut = narrow && !searching;
  const shown = [...groups, otherGroup]
    .map(({ id, label }) => ({ id, label, rows: found.filter((row) => row.group === id) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <div ref={place} className={css.place}>
      <FilterBar filters={filtersOf(t, tell)} searchable columns={[]} phone={narrow} />
      <p className={css.counts}>{t('rules.counts', countsOf(found))}</p>
      {shown.length === 0 && <Empty title={t('rules.nothing')} text={t('rules.nothing_way')} />}
      {shown.map(({ id, label, rows }) => (
        <Group key={`${id} ${shut}`} name={tell(label)} rows={rows} shut={shut} />
      ))}
    </div>
  );
}

interface GroupProps {
  name: string;
  rows: RuleRow[];
  /** on a phone the groups are opened one by one, unless something is searched */
  shut: boolean;
}

function Group({ name, rows, shut }: GroupProps) {
  const t = useWords(rulesWords);
  const tell = useTell();
  const { words } = useAddress();
  const table = (
    <SmallTable
      name={name}
      rows={rows}
      keyOf={(row) => row.id}
      href={(row) => hrefOf(`/regulations/rules/${row.id}`, { on: words.on, unit: words.unit })}
      columns={columnsOf(t, tell)}
      empty={{ title: t('rules.nothing') }}
    />
  );
  return (
    <Panel title={name} second={shut ? undefined : t('rules.count', { count: rows.length })}>
      {shut ? (
        <details className={css.group}>
          <summary>
            {t('rules.open', { count: rows.length })} <VisuallyHidden>{name}</VisuallyHidden>
          </summary>
          {table}
        </details>
      ) : (
        table
      )}
    </Panel>
  );
}

type Say = (key: keyof typeof rulesWords) => string;
type Tell = (message: Message) => string;

const filtersOf = (t: Say, tell: Tell): Filter[] => [
  {
    id: 'known',
    label: t('rules.known'),
    options: (['unsure', 'unknown', 'sure'] as const).map((value) => ({
      value,
      label: t(`rules.filter.${value}`),
    })),
  },
  {
    id: 'local',
    label: t('rules.local'),
    options: [
      { value: 'own', label: t('rules.local_own') },
      { value: 'none', label: t('rules.local_none') },
    ],
  },
  {
    id: 'group',
    label: t('rules.group'),
    options: [...groups, otherGroup].map(({ id, label }) => ({ value: id, label: tell(label) })),
  },
];

const columnsOf = (t: Say, tell: Tell): Column<RuleRow>[] => [
  { id: 'label', label: t('rules.rule'), width: '34%', cell: ({ label }) => tell(label) },
  { id: 'value', label: t('rules.value'), width: '28%', cell: (row) => <Value row={row} /> },
  { id: 'article', label: t('rules.article'), cell: ({ article }) => article },
  { id: 'known', label: t('rules.known'), width: '18%', cell: ({ knowing }) => <Known knowing={knowing} /> },
];

function Value({ row: { value, readings, laid } }: { row: RuleRow }) {
  const t = useWords(rulesWords);
  return (
    <>
      {value || (readings.length === 0 && t('rules.unknown'))}
      {readings.map((reading) => (
        <div key={reading} className={css.reading}>
          {reading}
        </div>
      ))}
      {laid && <StatusMark tone="done">{t(`rules.${laid}`)}</StatusMark>}
    </>
  );
}
