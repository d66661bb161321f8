// What is told of the ten years before a set keeps acts: results of communes as their reports had them, year by year.
import { chanceOf, poisson } from './draw.ts';
import type { ToldLine } from './line.ts';
import type { CommunePlan } from './plan.ts';
import { flows, type Options, sizes } from './settings.ts';

const yearsTold = 10;

export function* toldBefore(commune: CommunePlan, { set, seed }: Options): Generator<ToldLine> {
  const { begins, kept } = sizes[set];
  if (begins === kept) return;
  const chance = chanceOf(seed, `told ${commune.index}`);
  const first = commune.cells.reduce((sum, cell) => sum + cell.first, 0);
  const last = Number(kept.slice(0, 4)) - 1;
  for (let year = last - yearsTold + 1; year <= last; year += 1) {
    const mean = first * flows.admitted * (flows.place[commune.place] ?? 1) * (flows.years[year] ?? 1);
    yield {
      line: 'told',
      unitId: commune.id,
      period: String(year),
      asOf: `${year}-12-31`,
      figure: 'admission',
      part: null,
      value: poisson(chance, mean),
      mark: 'exact',
      verdict: null,
    };
  }
}
