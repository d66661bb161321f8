// The rules that differ: what changed, what cannot be told, and on demand where only the text did.
import { type Day, formatDay } from '../../../platform/day.ts';
import type { Message } from '../../../platform/messages.ts';
import type { Parameter, Regulations, Resolved } from '../../../rules/index.ts';
import { hrefOf, useAddress } from '../../../ui/address.tsx';
import { useLanguage, useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { knowingOf } from '../../saying/known.ts';
import { isTable, type Sayer, sayerOf } from '../../saying/value.ts';
import { Known } from '../Known.tsx';
import { articleOf, readingsOf } from '../rule/rows.ts';
import { ValueTable } from '../rule/ValueTable.tsx';
import { compareWords } from '../words/compare-words.ts';
import css from './compare.module.css';
import { type Difference, differencesOf } from './differences.ts';

interface DifferenceProps {
  law: Regulations;
  path: string;
  from: Day;
  to: Day;
}

/** More than so many are opened on demand. */
const atOnce = 8;

export function DifferenceParts(props: DifferenceProps) {
  const { law, path, from, to } = props;
  const t = useWords(compareWords);
  const found = Map.groupBy(differencesOf(law, from, to, path), ({ manner }) => manner);
  const [changed = [], lost = [], article = []] = [
    found.get('value'),
    found.get('lost'),
    found.get('article'),
  ];
  return (
    <>
      <Panel
        title={t('compare.changed')}
        second={changed.length > 0 ? t('compare.changed_count', { count: changed.length }) : undefined}
      >
        {changed.length === 0 ? (
          <Empty title={t('compare.none')} text={t('compare.none_text')} />
        ) : (
          <>
            <Table name={t('compare.changed')} rows={changed} {...props} />
            <Tables rows={changed} {...props} />
          </>
        )}
      </Panel>
      {lost.length > 0 && (
        <Panel title={t('compare.lost')} second={t('compare.lost_second')}>
          <details className={css.more} open={lost.length <= atOnce}>
            <summary>{t('compare.show_lost', { count: lost.length })}</summary>
            <Table name={t('compare.lost')} rows={lost} {...props} />
          </details>
        </Panel>
      )}
      {article.length > 0 && (
        <Panel title={t('compare.article')}>
          <details className={css.more}>
            <summary>{t('compare.show_article', { count: article.length })}</summary>
            <Table name={t('compare.article')} rows={article} {...props} />
          </details>
        </Panel>
      )}
    </>
  );
}

function Table({ name, rows, law, from, to }: DifferenceProps & { name: string; rows: Difference[] }) {
  const t = useWords(compareWords);
  const tell = useTell();
  const { language } = useLanguage();
  const { words } = useAddress();
  return (
    <SmallTable
      name={name}
      rows={rows}
      keyOf={({ parameter }) => parameter.id}
      href={({ parameter }) =>
        hrefOf(`/regulations/rules/${parameter.id}`, { on: words.on, unit: words.unit })
      }
      columns={columnsOf({ sayer: sayerOf(law, language), tell, t, from, to })}
      empty={{ title: t('compare.none') }}
    />
  );
}

/** Of a rule that is a table, both tables, opened on demand. */
function Tables({ rows, law, from, to }: DifferenceProps & { rows: Difference[] }) {
  const t = useWords(compareWords);
  const tell = useTell();
  const { language } = useLanguage();
  const sayer = sayerOf(law, language);
  return rows.map(({ parameter, before, after }) => {
    const { id, kind, label } = parameter;
    if (kind !== 'table') return null;
    const days = [
      { day: from, value: before.value },
      { day: to, value: after.value },
    ];
    return (
      <details key={id} className={css.more}>
        <summary>{t('compare.tables', { rule: tell(label) })}</summary>
        {days.map(({ day, value }) => (
          <section key={day} className={css.table}>
            <h3>{t('compare.old', { day: formatDay(day) })}</h3>
            {isTable(parameter, value) ? (
              <ValueTable
                parameter={parameter}
                rows={value}
                sayer={sayer}
                name={`${tell(label)}, ${t('compare.old', { day: formatDay(day) })}`}
              />
            ) : (
              <p>{sayer.words('value.unknown')}</p>
            )}
          </section>
        ))}
      </details>
    );
  });
}

interface Speech {
  sayer: Sayer;
  tell: (message: Message) => string;
  t: (key: keyof typeof compareWords, params?: Record<string, string>) => string;
  from: Day;
  to: Day;
}

const columnsOf = ({ sayer, tell, t, from, to }: Speech): Column<Difference>[] => [
  { id: 'rule', label: t('compare.rule'), width: '32%', cell: ({ parameter }) => tell(parameter.label) },
  {
    id: 'before',
    label: t('compare.old', { day: formatDay(from) }),
    width: '34%',
    cell: ({ parameter, before }) => <Side parameter={parameter} resolved={before} sayer={sayer} />,
  },
  {
    id: 'after',
    label: t('compare.old', { day: formatDay(to) }),
    width: '34%',
    cell: ({ parameter, after }) => <Side parameter={parameter} resolved={after} sayer={sayer} />,
  },
];

interface SideProps {
  parameter: Parameter;
  resolved: Resolved;
  sayer: Sayer;
}

function Side({ parameter, resolved, sayer }: SideProps) {
  const t = useWords(compareWords);
  if (resolved.since === null) return <span className={css.quiet}>{t('compare.not_set')}</span>;
  const knowing = knowingOf(resolved);
  const value = sayer.value(parameter, resolved.value);
  return (
    <div>
      {value && <strong>{value}</strong>}
      {knowing === 'unknown' && <Known knowing={knowing} />}
      {readingsOf(parameter, resolved, sayer).map((line) => (
        <div key={line} className={css.quiet}>
          {line}
        </div>
      ))}
      <div className={css.quiet}>{articleOf(resolved)}</div>
      {knowing !== 'sure' && knowing !== 'unknown' && <Known knowing={knowing} />}
    </div>
  );
}
