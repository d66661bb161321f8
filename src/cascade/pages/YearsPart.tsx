// The years of a longer period against its own target: 122 a year for 610 in five – and the gap when they do not sum up.
import { hrefOf, To } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { formatTenths } from '../../ui/numbers.ts';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { isKnown, sayAmount, sumAmounts } from '../../plans/amount.ts';
import type { CascadeView } from '../view.ts';
import { differenceOf, evenShare } from '../../plans/conserve.ts';
import css from './cascade.module.css';
import { type Gap, ownOf, columnOf } from './editor.ts';
import { sayGap, sayHeld, useColumnName } from './words-of.ts';
import { words } from './words.ts';

interface YearsPartProps {
  view: CascadeView;
  columns: string[];
}

export function YearsPart({ view, columns }: YearsPartProps) {
  const t = useWords(words);
  const nameOf = useColumnName();
  const figures = columns.filter((id) => !columnOf(id).part);
  const held = (year: number, figure: string) =>
    view.years.find((one) => one.year === year && one.figure === figure)?.assigned ?? null;
  return (
    <Panel title={t('years.title')}>
      <div className={css.scroll}>
        <table className={css.small}>
          <thead>
            <tr>
              <th scope="col">{t('years.year')}</th>
              {figures.map((id) => (
                <th key={id} scope="col" data-number="true">
                  {nameOf(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.period.years.map((year) => (
              <tr key={year}>
                <th scope="row">
                  <To href={hrefOf(`/plans/${view.unit.id}/cascade`, { period: String(year) })}>
                    {t('years.open', { year: String(year) })}
                  </To>
                </th>
                {figures.map((id) => (
                  <td key={id} data-number="true">
                    {sayHeld(held(year, id)) || '–'}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('years.sum')}</th>
              {figures.map((id) => (
                <td key={id} data-number="true">
                  <YearsSum view={view} column={id} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function YearsSum({ view, column: id }: { view: CascadeView; column: string }) {
  const t = useWords(words);
  const gap = yearsGap(view, id);
  const { verdict, even } = sayGap(gap, t);
  const own = gap.own?.amount;
  const share = own && isKnown(own) ? evenShare(own, view.period.years.length) : null;
  return (
    <>
      <strong>{gap.sum ? sayAmount(gap.sum) : '–'}</strong>
      {verdict && (
        <span className={css.second}>
          <StatusMark tone={even ? 'done' : 'act'}>{verdict}</StatusMark>
        </span>
      )}
      {share !== null && (
        <span className={css.second}>{t('years.even', { number: formatTenths(share) })}</span>
      )}
    </>
  );
}

/** The years take the place of units below. */
function yearsGap(view: CascadeView, id: string): Gap {
  const column = columnOf(id);
  const line = ownOf(view, column);
  const own = line?.assigned ?? line?.expected ?? null;
  const years = view.years.flatMap(({ figure, assigned }) =>
    figure === id && assigned?.amount ? [assigned.amount] : [],
  );
  return {
    column,
    own,
    expected: false,
    registered: null,
    aim: null,
    sum: years.length > 0 ? sumAmounts(years) : null,
    difference: differenceOf(own?.amount ?? null, years),
    units: view.period.years.length,
    withNumber: years.length,
  };
}
