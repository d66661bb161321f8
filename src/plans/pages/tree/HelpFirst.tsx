// The few units where help is needed first, each with its reasons; no number ranks anybody.
import { hrefOf, To } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { formatNumber, formatTenths } from '../../../ui/numbers.ts';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { Line } from '../../view.ts';
import { type Asked, carried } from '../asked.ts';
import type { Say } from '../said.ts';
import { words } from '../words.ts';
import { type Need, needing } from './need.ts';
import type { QualityOf } from './quality.ts';
import css from './tree.module.css';

interface HelpFirstProps {
  lines: readonly Line[];
  qualityOf: QualityOf;
  asked: Asked;
}
const few = 6;

export function HelpFirst({ lines, qualityOf, asked }: HelpFirstProps) {
  const t = useWords(words);
  const found = needing(lines, qualityOf).filter(({ needs }) => needs.length > 0);
  return (
    <Panel title={t('help.title')} second={found.length > 0 ? t('help.second') : t('help.none')}>
      <ul className={css.help}>
        {found.slice(0, few).map(({ line, needs }) => (
          <li key={line.unitId}>
            <To
              className={css.link}
              href={hrefOf(`/plans/${line.unitId}`, { ...carried(asked), on: asked.on })}
            >
              {line.name}
            </To>
            <Beside line={line} />
            <ul>
              {needs.map((need) => (
                <li key={need.reason}>
                  <StatusMark
                    tone={need.reason === 'source' || need.reason === 'unassigned' ? 'wait' : 'act'}
                  >
                    {sayNeed(need, t)}
                  </StatusMark>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {found.length > few && <p className={css.more}>{t('help.more', { count: found.length - few })}</p>}
    </Panel>
  );
}

/** What is left, and with how many candidates. */
function Beside({ line: { attainment, pool } }: { line: Line }) {
  const t = useWords(words);
  const { left, daysLeft } = attainment;
  if (left === null || left <= 0 || daysLeft === 0 || !pool) return null;
  return <p className={css.second}>{t('help.beside', { left, days: daysLeft, open: pool.open })}</p>;
}

export function sayNeed(need: Need, t: Say): string {
  switch (need.reason) {
    case 'unassigned':
      return t('need.unassigned');
    case 'source':
      return t('need.source', { left: need.left, open: need.open });
    case 'behind':
      return t('need.behind', { count: formatTenths(need.count) });
    default:
      return t(`need.${need.reason}`, { count: formatNumber(need.count) });
  }
}
