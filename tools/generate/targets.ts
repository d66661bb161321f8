// The number each cell is given in January, and what stands above it: the commune’s, of which a few differ from the sum, and the
// province’s, which is that of its communes.
import { chanceOf, poisson } from './draw.ts';
import { dayOfNumber } from './days.ts';
import type { TargetLine } from './line.ts';
import type { CommunePlan, Plan } from './plan.ts';
import { admittedIn, flows, type Options, targets } from './settings.ts';
import type { World } from './world.ts';

/** Half by the roll, half by what last year brought; small cells are mostly given none. */
export function tellTargets(world: World, year: number): void {
  const { cells, commune, options } = world;
  const chance = chanceOf(options.seed, `targets ${commune.index} ${year}`);
  const members = cells.reduce((sum, cell) => sum + cell.members, 0);
  const usual = members * admittedIn(options, year) * (flows.place[commune.place] ?? 1) * world.drive;
  const before = world.done.get(year - 1);
  const known = before === undefined ? usual : usual * (1 - targets.memory) + before * targets.memory;
  const given = cells.map((cell) => {
    const mean = (known * targets.modest * cell.members * Math.sqrt(cell.zeal)) / members;
    if (cell.members >= targets.small) return poisson(chance, mean);
    return chance.yes(targets.none) ? 0 : poisson(chance, mean / (1 - targets.none));
  });
  const on = dayOfNumber(world.queue.today);
  for (const [at, cell] of cells.entries())
    world.lines.push(targetLine({ unitId: cell.id, year, on }, given[at] ?? 0, chance.next()));
  const parts = new Map(commune.bases.map(({ id }) => [id, 0]));
  for (const [at, cell] of cells.entries())
    if (parts.has(cell.parentId))
      parts.set(cell.parentId, (parts.get(cell.parentId) ?? 0) + (given[at] ?? 0));
  for (const [id, sum] of parts)
    world.lines.push(targetLine({ unitId: id, year, on }, unlike(sum, chance.next()), chance.next()));
  const own = ownTarget(
    commune,
    options,
    year,
    given.reduce((sum, one) => sum + one, 0),
  );
  world.target.set(year, own);
  world.lines.push(targetLine({ unitId: commune.id, year, on }, own, chance.next()));
}

/** A few committees were given another number than they hand out. */
const ownTarget = (commune: CommunePlan, options: Options, year: number, sum: number): number =>
  unlike(sum, chanceOf(options.seed, `mismatch ${commune.index} ${year}`).next());

const unlike = (sum: number, drawn: number): number =>
  drawn >= targets.mismatch ? sum : Math.max(0, sum + (drawn < targets.mismatch / 2 ? 1 : -1));

/** `drawn` decides how far the aim goes beyond the number. */
const targetLine = (
  { unitId, year, on }: { unitId: number; year: number; on: string },
  number: number,
  drawn: number,
): TargetLine => ({
  line: 'target',
  unitId,
  period: String(year),
  on,
  minimum: number,
  maximum: number,
  aim: Math.round(number * (1 + 0.2 * drawn)),
});

/** Sums the numbers of communes as they come by, for the province and, of a nation, for all provinces. */
export class ProvinceTargets {
  readonly #sums = new Map<string, { unitId: number; period: string; on: string; sum: number }>();
  readonly #above: ReadonlyMap<number, number>;

  constructor(plan: Plan) {
    this.#above = new Map([
      ...plan.communes.map(({ id, provinceId }) => [id, provinceId] as const),
      ...plan.provinces.map(({ id }) => [id, plan.id] as const),
    ]);
  }

  see(line: TargetLine): void {
    for (let unit = this.#above.get(line.unitId); unit !== undefined; unit = this.#above.get(unit)) {
      const key = `${unit} ${line.period}`;
      const held = this.#sums.get(key) ?? { unitId: unit, period: line.period, on: line.on, sum: 0 };
      const on = held.on > line.on ? held.on : line.on;
      this.#sums.set(key, { ...held, on, sum: held.sum + (line.minimum ?? 0) });
    }
  }

  *lines(): Generator<TargetLine> {
    for (const { unitId, period, on, sum } of this.#sums.values())
      yield targetLine({ unitId, year: Number(period), on }, sum, 0.5);
  }
}
