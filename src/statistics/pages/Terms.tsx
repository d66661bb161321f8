// Start, what came, what went, end – each number opens – and the whole in one sentence.
import { formatDay } from '../../platform/day.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import type { BridgeView, Term } from '../catalogue/view.ts';
import { OpenNumber } from './Number.tsx';
import css from './statistics.module.css';
import { words } from './words.ts';

export function Terms({ bridge }: { bridge: BridgeView }) {
  const t = useWords(words);
  const tell = useTell();
  const { start, end, terms, inside, said, holds } = bridge;
  const shown = terms.filter(({ count }) => count !== 0);
  return (
    <>
      <p className={css.said}>{tell(said)}</p>
      {!start.there && <p className={css.second}>{t('stat.not_there', { day: formatDay(start.on) })}</p>}
      <table className={css.terms}>
        <tbody>
          <Line
            label={t('stat.start', { day: formatDay(start.on) })}
            count={start.count}
            opens={start.opens}
            whole
          />
          {shown.map((term) => (
            <Line
              key={term.id}
              label={t(term.sign === 1 ? 'stat.up' : 'stat.down', { what: wordOf(term, tell(term.label)) })}
              figure={term.figure}
              count={term.count}
              opens={term.opens}
              sign={term.sign}
            />
          ))}
          <Line label={t('stat.end', { day: formatDay(end.on) })} count={end.count} opens={end.opens} whole />
        </tbody>
      </table>
      {inside > 0 && <p className={css.second}>{t('stat.inside', { count: inside })}</p>}
      {holds ? (
        <p className={css.second}>{t('stat.holds')}</p>
      ) : (
        <Notice tone="act">{t('stat.not_holds')}</Notice>
      )}
    </>
  );
}

/** Names of units keep their capital. */
const wordOf = ({ figure }: Term, label: string): string =>
  figure === 'members' ? label : label.toLocaleLowerCase('vi').replace('đảng', 'Đảng');

interface LineProps {
  label: string;
  count: number;
  opens: Record<string, string> | null;
  figure?: string | null;
  sign?: 1 | -1;
  whole?: boolean;
}

function Line({ label, count, opens, figure = 'members', sign, whole }: LineProps) {
  return (
    <tr data-whole={whole || undefined}>
      <th scope="row">{label}</th>
      <td>
        {sign === 1 ? '+' : sign === -1 ? '−' : ''}
        <OpenNumber figure={figure ?? 'members'} count={count} label={label} opens={opens} />
      </td>
    </tr>
  );
}
