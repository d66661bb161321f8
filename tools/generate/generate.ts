// A whole set, line by line: what stands above, the classes, each commune in turn, and what districts and the province add up to. A
// commune can be lived alone: it needs the plan and the seed, no other commune.
import { toldBefore } from './told.ts';
import { centreIdOf, centreLine, classesOf, classLine, type PlannedClass } from './classes.ts';
import { liveCommune } from './commune.ts';
import type { Flow } from './flow.ts';
import type { Line, TargetLine, UnitActLine, UnitLine } from './line.ts';
import { livesOf } from './lives/live.ts';
import { Past, PastTargets, reorganisedOn, unitsThroughTime } from './past.ts';
import { type CommunePlan, communeUnits, type Plan, planOf, topLines } from './plan.ts';
import { defaultToday, noShift, type Options, sizes } from './settings.ts';
import { ProvinceTargets } from './targets.ts';

export const optionsOf = (given: Partial<Options> = {}): Options => ({
  set: 'M',
  seed: 1,
  today: defaultToday,
  shift: noShift,
  shiftFrom: 0,
  ...given,
});

const yearsOf = ({ today, set }: Options): number[] => {
  const [first, last] = [Number(sizes[set].begins.slice(0, 4)), Number(today.slice(0, 4))];
  return Array.from({ length: last - first + 2 }, (_, at) => first + at);
};

/** Classes of the area a commune belongs to. */
export const classesFor = (plan: Plan, area: number, options: Options): PlannedClass[] =>
  classesOf(plan, area, options, yearsOf(options));

/** Somebody looks at the flows of a set as they go by. */
export type See = (flow: Flow) => void;
const nobody: See = () => undefined;

/** What all communes of a set have in common. */
class Common {
  readonly options: Options;
  readonly plan: Plan;
  readonly past: Past;
  readonly targets: PastTargets;
  #classes: { area: number; list: PlannedClass[] } | null = null;

  constructor(options: Options) {
    this.options = options;
    this.plan = planOf(options);
    this.past = new Past(this.plan, options);
    this.targets = new PastTargets(options);
  }

  /** Communes come area by area: one list is kept. */
  classesOf(area: number): PlannedClass[] {
    if (this.#classes?.area !== area)
      this.#classes = { area, list: classesFor(this.plan, area, this.options) };
    return this.#classes.list;
  }

  get areas(): Set<number> {
    return new Set(this.plan.communes.map((commune) => commune.area));
  }
  leads(commune: CommunePlan, of: 'area' | 'provinceId'): boolean {
    return this.plan.communes.find((one) => one[of] === commune[of])?.index === commune.index;
  }
}

/** Classes that began before the set ends. */
function* classLines(common: Common): Generator<Line & Flow> {
  for (const area of common.areas)
    for (const one of common.classesOf(area)) {
      const line = classLine(one);
      const kept = (line.sessions.at(-1) ?? '') >= sizes[common.options.set].begins;
      if (kept && (line.sessions[0] ?? '') <= common.options.today) yield line;
    }
}

/** The flows of a set without anybody in them, in the tree of today all along. */
export function* generateFlows(options: Options): Generator<Flow> {
  const common = new Common(options);
  const { plan } = common;
  const sums = new ProvinceTargets(plan);
  yield* topLines(plan);
  yield* classLines(common);
  for (const commune of plan.communes) {
    yield* communeUnits(commune);
    for (const flow of liveCommune(commune, options, common.classesOf(commune.area)).lines) {
      if (flow.line === 'target') sums.see(flow);
      yield flow;
    }
  }
  yield* sums.lines();
}

/** One commune, the same as within its set; its old communes and districts are told above all communes. */
export function generateCommune(options: Options, index: number): Line[] {
  const common = new Common(options);
  const commune = common.plan.communes[index];
  return commune ? live(common, commune, nobody) : [];
}

function live(common: Common, commune: CommunePlan, see: See): Line[] {
  const { options, past, targets } = common;
  const world = liveCommune(commune, options, common.classesOf(commune.area));
  for (const unit of communeUnits(commune)) see(unit);
  for (const flow of world.lines) see(flow);
  const olds = past.oldOfCells(commune);
  const lines = livesOf({
    setting: {
      commune,
      options,
      committeeMeets: world.meets,
      meets: new Map(world.cells.map(({ id, meets }) => [id, meets])),
    },
    flows: world.lines,
    heads: {
      olds,
      districts: olds.size > 0 ? past.leadsDistrict(commune) : [],
      boards: boardsOf(common, commune),
      centre: common.leads(commune, 'area') ? centreIdOf(commune.area) : null,
    },
    targetsOf: (line: TargetLine) => targets.turn(line, olds),
  });
  return [...toldBefore(commune, options), ...lines];
}

/** The board of the province, and of the nation, sits in their first commune. */
function boardsOf(common: Common, commune: CommunePlan): number[] {
  const own = common.leads(commune, 'provinceId') ? [commune.provinceId] : [];
  return commune.index === 0 && commune.provinceId !== common.plan.id ? [common.plan.id, ...own] : own;
}

export function* generate(options: Options, see: See = nobody): Generator<Line> {
  for (const part of generateParts(options, see)) yield* part;
}

/** The same in parts: what stands above, each commune whole, what they add up to. Loading writes part by part. */
export function* generateParts(options: Options, see: See = nobody): Generator<readonly Line[]> {
  const common = new Common(options);
  const { plan, targets, past } = common;
  const sums = new ProvinceTargets(plan);
  const seeing: See = (flow) => {
    see(flow);
    if (flow.line === 'target') sums.see(flow);
  };
  const above: Line[] = [...aboveLines(common)];
  const classes = [...classLines(common)];
  for (const line of [...topLines(plan), ...classes]) see(line);
  yield [...above, ...classes];
  for (const commune of plan.communes) yield live(common, commune, seeing);
  const added = [...sums.lines()];
  for (const line of added) see(line);
  yield [...targets.lines(), ...added, ...(options.today >= reorganisedOn ? past.ends() : [])];
}

function* aboveLines({ plan, past, areas }: Common): Generator<UnitLine> {
  yield* topLines(plan);
  yield* past.units();
  for (const area of areas)
    yield centreLine(area, plan.communes.find((one) => one.area === area)?.provinceId ?? plan.id);
}

/** The tree of a set through time, without anybody in it: loading plants it before anybody moves in. */
export function* generateTree(options: Options): Generator<UnitLine | UnitActLine> {
  const common = new Common(options);
  const { plan, past } = common;
  yield* aboveLines(common);
  for (const commune of plan.communes)
    yield* unitsThroughTime(commune, past.oldOfCells(commune), options.today);
  if (options.today >= reorganisedOn) yield* past.ends();
}
