// What stood before 1 July 2025: districts and the committees of old communes, which the reorganisation merged into today's. Which
// old commune a cell belonged to; the acts of that day; what the committees of those days were asked for.
import type { Day } from '../../src/platform/day.ts';
import { chanceOf, shareOut } from './draw.ts';
import type { Line, TargetLine, UnitActLine, UnitLine } from './line.ts';
import { districts, oldOf, type OldPlace, oldProvinces, provinceOfDistrict, spoken } from './places.ts';
import { type CellPlan, type CommunePlan, communeUnits, idOf, type Plan, unitLine } from './plan.ts';
import { type Options, targets } from './settings.ts';

export const reorganisedOn: Day = '2025-07-01';
const endedOn = reorganisedOn;
/** Where the ids of districts and of old communes begin. */
const districtIds = 10_000_000;
const oldFirst = 40;
/** A: of a divided commune seven villages in ten went with its seat. */
const mainPart = 0.7;

export interface OldUnit {
  id: number;
  place: OldPlace;
  districtId: number;
}
export const districtIdOf = (code: string): number => districtIds + Number(code);

/** Old communes of which the commune of today took the largest part: their committees have ids of its range. */
function ownOlds({ placeCode, index }: CommunePlan): OldUnit[] {
  return (oldOf.get(placeCode ?? '') ?? [])
    .filter(({ now }) => now[0] === placeCode)
    .map((place, at) => ({
      id: idOf(index, oldFirst + at),
      place,
      districtId: districtIdOf(place.district),
    }));
}

/** The tree before the reorganisation, for all communes of a set. */
export class Past {
  readonly #olds: ReadonlyMap<string, OldUnit>;
  readonly #leaders: ReadonlyMap<number, number>;
  readonly #of = new Map<number, Map<number, OldUnit>>();
  readonly #plan: Plan;
  readonly #seed: number;

  constructor(plan: Plan, { seed }: Options) {
    this.#plan = plan;
    this.#leaders = leadersOf(plan);
    this.#seed = seed;
    this.#olds = new Map(plan.communes.flatMap(ownOlds).map((old) => [old.place.code, old]));
  }

  /** Old commune by id of the cell; empty for blocks, which stay what they are. */
  oldOfCells(commune: CommunePlan): ReadonlyMap<number, OldUnit> {
    const held = this.#of.get(commune.index);
    if (held) return held;
    const found = this.#shareCells(commune);
    this.#of.set(commune.index, found);
    return found;
  }

  #shareCells({ placeCode, cells, index }: CommunePlan): Map<number, OldUnit> {
    const olds = (oldOf.get(placeCode ?? '') ?? []).filter(({ code }) => this.#olds.has(code));
    if (olds.length === 0) return new Map();
    const weights = olds.map(({ now }) => partOf(now, placeCode ?? ''));
    const counts = shareOut(Math.max(0, cells.length - olds.length), weights).map((count) => count + 1);
    const order = counts.flatMap((count, at) => Array.from({ length: count }, () => olds[at]?.code ?? ''));
    const drawn = chanceOf(this.#seed, `past ${index}`).shuffle(order);
    return new Map(
      cells.flatMap((cell, at) => {
        const old = this.#olds.get(drawn[at] ?? '');
        return old ? [[cell.id, old] as const] : [];
      }),
    );
  }

  /** Districts and old communes that have cells in this set, the upper ones first. */
  *units(): Generator<UnitLine> {
    const olds = [...this.#olds.values()];
    for (const code of new Set(olds.map(({ place }) => place.district))) {
      const district = districts.get(code);
      if (!district) continue;
      const name = `Đảng bộ ${spoken(district)} (mô phỏng)`;
      const parentId = this.#provinceOf(code);
      yield unitLine({
        id: districtIdOf(code),
        parentId,
        name,
        kind: 'district',
        type: null,
        placeCode: null,
      });
    }
    for (const { id, place, districtId } of olds) {
      const name = `Đảng bộ ${spoken(place)} (mô phỏng)`;
      const of = {
        parentId: districtId,
        kind: 'base_organisation',
        type: null,
        placeCode: place.code,
      } as const;
      yield unitLine({ id, name, ...of });
    }
  }
  #provinceOf(district: string): number {
    const code = provinceOfDistrict(district);
    return this.#plan.provinces.find((one) => one.code === code)?.id ?? this.#plan.id;
  }

  /** Their committees end when everybody has left them. */
  *ends(): Generator<UnitActLine> {
    const olds = [...this.#olds.values()];
    const now = new Map(this.#plan.communes.map(({ placeCode, id }) => [placeCode, id]));
    for (const { id, place } of olds) yield endLine(id, now.get(place.now[0] ?? '') ?? null);
    for (const id of new Set(olds.map(({ districtId }) => districtId))) yield endLine(id, null);
  }

  /** First commune of the set that has cells of the district: its people held the district's offices. */
  leadsDistrict({ index }: CommunePlan): number[] {
    return [...this.#leaders].filter(([, leader]) => leader === index).map(([district]) => district);
  }
}

/** By district the first commune that took one of its old communes. */
function leadersOf(plan: Plan): Map<number, number> {
  const found = new Map<number, number>();
  for (const commune of plan.communes)
    for (const { districtId } of ownOlds(commune))
      if (!found.has(districtId)) found.set(districtId, commune.index);
  return found;
}

const partOf = (now: readonly string[], code: string): number =>
  now.length === 1 ? 1 : now[0] === code ? mainPart : (1 - mainPart) / (now.length - 1);

const decisionOf = (seat: number) => ({ number: `${100 + (seat % 800)}-QĐ/TU`, on: '2025-06-25' });
const endLine = (unitId: number, intoId: number | null): UnitActLine => ({
  line: 'unit_act',
  unitId,
  on: endedOn,
  decision: decisionOf(unitId),
  act: 'end',
  as: intoId === null ? 'dissolved' : 'merged',
  intoId,
});

/** The units of a commune as they were founded, and the acts of the reorganisation. */
export function* unitsThroughTime(
  commune: CommunePlan,
  olds: ReadonlyMap<number, OldUnit>,
  today: Day,
): Generator<UnitLine | UnitActLine> {
  if (olds.size === 0) return yield* communeUnits(commune);
  const cells = new Map(commune.cells.map((cell) => [cell.id, cell]));
  const merged = today >= reorganisedOn;
  for (const unit of communeUnits(commune)) {
    const old = olds.get(unit.id);
    if (old) yield { ...unit, kind: 'cell', parentId: old.id };
    else if (merged) yield { ...unit, foundedOn: reorganisedOn };
  }
  if (!merged) return;
  for (const cell of cells.values()) yield* actsOf(cell, commune);
  if (commune.placeCode && wardsOf2026.has(commune.placeCode) && today >= '2026-04-30')
    yield { ...act(commune.id, '2026-04-30'), act: 'rename', name: commune.name };
}

const act = (unitId: number, on: Day) =>
  ({ line: 'unit_act', unitId, on, decision: decisionOf(Math.floor(unitId / 1000)) }) as const;

function* actsOf({ id, parentId, kind, type }: CellPlan, _commune: CommunePlan): Generator<UnitActLine> {
  yield { ...act(id, reorganisedOn), act: 'move', parentId };
  if (kind === 'base_cell') yield { ...act(id, reorganisedOn), act: 'change_kind', kind, type };
}

/** Communes of Đồng Nai that became wards on 30 April 2026, with the resolution 237/NQ-UBTVQH16. */
const wardsOf2026 = new Set('25270 25357 25363 26116 26170 26248 26326 26368 26425 26485'.split(' '));
export const nameAtFounding = ({ placeCode, name }: CommunePlan): string =>
  placeCode && wardsOf2026.has(placeCode) ? name.replace('phường', 'xã') : name;

/** Names of an old commune, its district and province, as papers of its time have them. */
export function oldAddress({ name, type, district }: OldPlace): string {
  const above = districts.get(district);
  const province = above && oldProvinces.get(above.province);
  return [spoken({ name, type }), above && spoken(above), province && spoken(province)]
    .filter(Boolean)
    .join(', ');
}

/**
 * Numbers asked for before the reorganisation went to old communes and districts, not to today's communes; of 2025 today's got
 * theirs in July, what their cells had been given.
 */
export class PastTargets {
  readonly #sums = new Map<string, TargetLine>();
  readonly #above = new Map<number, number>();
  readonly #seed: number;

  constructor({ seed }: Options) {
    this.#seed = seed;
  }

  *turn(line: Line, olds: ReadonlyMap<number, OldUnit>): Generator<Line> {
    if (line.line !== 'target' || olds.size === 0 || line.period > '2025') return yield line;
    const old = olds.get(line.unitId);
    if (old) {
      this.#add(old.id, line);
      this.#above.set(old.id, old.districtId);
      yield line;
    } else if (line.period === '2025') yield { ...line, on: '2025-07-10' };
  }

  #add(unitId: number, line: TargetLine): void {
    const held = this.#sums.get(`${unitId} ${line.period}`);
    const minimum = (held?.minimum ?? 0) + (line.minimum ?? 0);
    const on = held && held.on > line.on ? held.on : line.on;
    this.#sums.set(`${unitId} ${line.period}`, {
      ...line,
      unitId,
      on,
      minimum,
      maximum: minimum,
      aim: minimum,
    });
  }

  /** Old communes, a few with another number than their cells together; then districts. */
  *lines(): Generator<TargetLine> {
    const first = [...this.#sums.values()].map((line) => {
      const drawn = chanceOf(this.#seed, `old ${line.unitId} ${line.period}`).next();
      const off = drawn >= targets.mismatch ? 0 : drawn < targets.mismatch / 2 ? 1 : -1;
      const minimum = Math.max(0, (line.minimum ?? 0) + off);
      return { ...line, minimum, maximum: minimum, aim: Math.round(minimum * (1 + 0.2 * drawn)) };
    });
    yield* first;
    this.#sums.clear();
    for (const line of first) this.#add(this.#above.get(line.unitId) ?? 0, line);
    yield* this.#sums.values();
  }
}
