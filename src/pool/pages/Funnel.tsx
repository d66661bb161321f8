// Of those nominated, how many came how far: a row of bars for each year and for each body that introduces.
import { useUnit } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatNumber, formatShare } from '../../ui/numbers.ts';
import { useRead } from '../../ui/query.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { useBook } from '../../road/pages/book.ts';
import { milestones } from '../funnel.ts';
import { words } from '../messages.ts';
import type { FunnelView } from '../view.ts';
import css from './funnel.module.css';

type Line = FunnelView['cohorts'][number];

export function Funnel() {
  const t = useWords(words);
  const unit = useUnit();
  const nameOf = useBodies();
  const funnel = useRead<FunnelView>('/pool/funnel', { params: { unit }, keep: true });
  return (
    <Loaded of={funnel} rows={10}>
      {({ cohorts, bodies }) =>
        cohorts.length === 0 ? (
          <Empty title={t('pool.funnel_none')} />
        ) : (
          <>
            <Panel title={t('pool.cohorts')} second={t('pool.cohorts_second')}>
              <Bars lines={cohorts} head={t('pool.year')} nameOf={(key) => key ?? ''} />
            </Panel>
            <Panel title={t('pool.bodies')} second={t('pool.bodies_second')}>
              <Bars lines={bodies} head={t('pool.body')} nameOf={nameOf} />
            </Panel>
          </>
        )
      }
    </Loaded>
  );
}

/** The answers of the first step say how each body is called. */
function useBodies(): (key: string | null) => string {
  const t = useWords(words);
  const tell = useTell();
  const choices = useBook()
    ?.stepOf('nominate')
    ?.inputs.find(({ id }) => id === 'proposerKind')?.choices;
  return (key) => {
    const label = choices?.find(({ code }) => code === key)?.label;
    return label ? tell(label) : t('pool.body_unknown');
  };
}

interface BarsProps {
  lines: Line[];
  head: string;
  nameOf: (key: string | null) => string;
}

function Bars({ lines, head, nameOf }: BarsProps) {
  const t = useWords(words);
  return (
    <div>
      <table className={css.funnel}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {milestones.map((milestone) => (
              <th key={milestone} scope="col">
                {t(`pool.m_${milestone}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key ?? ''}>
              <th scope="row">
                {nameOf(line.key)}
                {line.open > 0 && (
                  <span className={css.second}>{t('pool.on_the_way', { count: line.open })}</span>
                )}
              </th>
              {milestones.map((milestone, index) => (
                <Bar
                  key={milestone}
                  name={t(`pool.m_${milestone}`)}
                  count={line.reached[index] ?? 0}
                  of={line.reached[0] ?? 0}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bar({ name, count, of }: { name: string; count: number; of: number }) {
  const share = of > 0 ? count / of : 0;
  return (
    <td>
      <span className={css.name}>{name}</span>
      <span className={css.count}>{formatNumber(count)}</span>
      <span className={css.share}>{formatShare(share)}</span>
      <span className={css.bar} style={{ inlineSize: `${share * 100}%` }} aria-hidden />
    </td>
  );
}
