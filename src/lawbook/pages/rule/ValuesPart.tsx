// The values of a rule by day: a small strip of what changed, the table of every text, and tables opened on demand.
import { formatDay } from '../../../platform/day.ts';
import type { Parameter } from '../../../rules/index.ts';
import { To, useAddress, useOn, type Words } from '../../../ui/address.tsx';
import { useLanguage, useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { documentHref } from '../chain/Bands.tsx';
import { Known } from '../Known.tsx';
import { knowingKey } from '../../saying/known.ts';
import { ruleWords } from '../words/rule-words.ts';
import { isTable, type Sayer, shortValue } from '../../saying/value.ts';
import { readingText } from './rows.ts';
import css from './rule.module.css';
import { holdsOn, runsOf, type Span, spansOf } from './spans.ts';
import { ValueTable } from './ValueTable.tsx';

interface ValuesProps {
  parameter: Parameter;
  sayer: Sayer;
}

export function ValuesPart({ parameter, sayer }: ValuesProps) {
  const t = useWords(ruleWords);
  const { language } = useLanguage();
  const { words } = useAddress();
  const spans = spansOf(parameter);
  const say = (span: Span) => said(span, parameter, sayer, language);
  return (
    <Panel title={t('rule.by_day')}>
      <Strip runs={runsOf(spans)} parameter={parameter} sayer={sayer} />
      <SmallTable
        name={t('rule.by_day')}
        rows={spans.toReversed()}
        keyOf={({ from }) => from}
        columns={columnsOf(t, say, words)}
        empty={{ title: t('rule.not_read') }}
      />
      <Tables parameter={parameter} spans={spans} sayer={sayer} />
    </Panel>
  );
}

type Say = (key: keyof typeof ruleWords, params?: Record<string, string>) => string;

/** The value in words; where it is not known, each reading with the text it comes from. */
function said({ entry }: Span, parameter: Parameter, sayer: Sayer, language: 'vi' | 'en'): string[] {
  if (entry.value !== null) return [sayer.value(parameter, entry.value)];
  const readings = (entry.readings ?? []).map(({ label, value }) =>
    readingText(label[language], sayer.value(parameter, value)),
  );
  return readings.length > 0 ? readings : [sayer.words('value.unknown')];
}

const columnsOf = (t: Say, say: (span: Span) => string[], words: Words): Column<Span>[] => [
  {
    id: 'time',
    label: t('rule.time'),
    cell: ({ from, until }) =>
      until
        ? t('rule.span', { from: formatDay(from), until: formatDay(until) })
        : t('rule.since', { from: formatDay(from) }),
  },
  {
    id: 'value',
    label: t('rule.value'),
    cell: (span) => say(span).map((line) => <div key={line}>{line}</div>),
  },
  {
    id: 'article',
    label: t('rule.article'),
    cell: ({ entry }) =>
      entry.basis.map(({ document, clause }) => (
        <div key={`${document} ${clause}`}>
          <To href={documentHref(document, words)}>{document}</To>, {clause}
        </div>
      )),
  },
  {
    id: 'known',
    label: t('rule.known'),
    cell: ({ knowing, entry }) => (
      <>
        <Known knowing={knowing} />
        <div className={css.quiet}>{t('rule.checked', { day: formatDay(entry.last_checked_on) })}</div>
      </>
    ),
  },
];

/** What a run of days says, in a few words. */
function inShort({ entry, knowing }: Span, parameter: Parameter, sayer: Sayer): string {
  const count = entry.readings?.length ?? 0;
  if (entry.value !== null) return shortValue(parameter, entry.value, sayer);
  if (knowing === 'unsaid') return sayer.words('value.practice');
  return sayer.words(count > 0 ? 'value.readings' : 'value.unknown', { count });
}

function Strip({ runs, parameter, sayer }: ValuesProps & { runs: Span[] }) {
  const t = useWords(ruleWords);
  const { on } = useOn();
  return (
    <ol className={css.strip} aria-label={t('rule.strip')}>
      {runs.map((run) => (
        <li
          key={run.from}
          className={css.run}
          data-here={holdsOn(run, on) || undefined}
          data-unsure={run.knowing !== 'sure' || undefined}
        >
          <strong>{inShort(run, parameter, sayer)}</strong>
          <span>
            {run.until
              ? t('rule.span', { from: formatDay(run.from), until: formatDay(run.until) })
              : t('rule.since', { from: formatDay(run.from) })}
          </span>
          {run.knowing !== 'sure' && run.knowing !== 'unknown' && (
            <span>{sayer.words(knowingKey(run.knowing))}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Tables({ parameter, spans, sayer }: ValuesProps & { spans: Span[] }) {
  const t = useWords(ruleWords);
  const tables = runsOf(spans).toReversed();
  return tables.map(({ entry, from }) =>
    isTable(parameter, entry.value) ? (
      <details key={from} className={css.table}>
        <summary>{t('rule.table_of', { from: formatDay(from) })}</summary>
        <ValueTable
          parameter={parameter}
          rows={entry.value}
          sayer={sayer}
          name={t('rule.table_of', { from: formatDay(from) })}
        />
      </details>
    ) : null,
  );
}
