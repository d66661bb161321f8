// The organisation of a set: a province, its communes and blocks, base organisations, cells with type and size. Planned for the
// whole set at once, so that its totals come out; each commune is then lived alone.
import type { Day } from '../../src/platform/day.ts';
import { type Chance, chanceOf, logNormal, negativeBinomial, shareOut, wholeNear } from './draw.ts';
import type { UnitLine } from './line.ts';
import { type Place, placesOf as places, profiles, provinces, spoken } from './places.ts';
import { cellSizes, combinedShare, communePattern, type Options, regionFactor, sizes } from './settings.ts';

export interface CellPlan {
  id: number;
  parentId: number;
  kind: 'base_cell' | 'cell';
  type: string;
  name: string;
  /** members of today, as far as sizes go; the flows decide */
  size: number;
  /** members when the world begins */
  first: number;
}
export interface CommunePlan {
  index: number;
  id: number;
  name: string;
  place: 'xa' | 'phuong' | 'block';
  placeCode: string | null;
  provinceId: number;
  provinceCode: string | null;
  /** communes that share a political centre */
  area: number;
  bases: { id: number; name: string }[];
  cells: CellPlan[];
}
export interface ProvincePlan {
  id: number;
  code: string | null;
  name: string;
}
export interface Plan {
  id: number;
  name: string;
  /** of a nation; a province is its own root */
  provinces: ProvincePlan[];
  communes: CommunePlan[];
}

export const rootId = 1;
/** Ids leave room for units that come later. */
export const idOf = (commune: number, at: number): number => (commune + 1) * 1000 + at;
const firstCell = 100;
export const founded: Day = '2010-01-01';
const perArea = 10;

interface Block {
  name: string;
  types: string[];
}
const blocks: readonly Block[] = [
  { name: 'Đảng bộ các cơ quan Đảng tỉnh', types: ['CQ', 'CQ', 'CQ', 'TRUONG'] },
  { name: 'Đảng bộ Ủy ban nhân dân tỉnh', types: ['CQ', 'YTE', 'TRUONG', 'DN', 'DNNN'] },
  { name: 'Đảng bộ Công an tỉnh', types: ['CA'] },
  { name: 'Đảng bộ Quân sự tỉnh', types: ['QS'] },
];
/** A province, or a body of the nation that has blocks only. */
interface Node {
  province: ProvincePlan;
  places: readonly Place[];
  blocks: readonly Block[];
  blockWeights: readonly number[];
  cells: number;
  members: number;
  label: string;
}

export function planOf(options: Options): Plan {
  const { province, communes: count } = sizes[options.set];
  const nodes = province === null ? nationOf(options) : [provinceOf(options, province)];
  const plan: Plan = { id: rootId, name: '', provinces: [], communes: [] };
  for (const node of nodes) addNode(plan, node, options);
  const only = nodes[0]?.province;
  const whole = province === null ? 'Toàn quốc (mô phỏng)' : (only?.name ?? '');
  return {
    ...plan,
    name: whole,
    provinces: province === null ? nodes.map((node) => node.province) : [],
    communes: plan.communes.map((one) => ({ ...one, area: areaOf(one, count) })),
  };
}

const areaOf = ({ place, index, area }: CommunePlan, communes: number): number =>
  area >= 0 ? area : place === 'block' ? Math.ceil(communes / perArea) : Math.floor(index / perArea);

function provinceOf({ set }: Options, code: string): Node {
  const { commune, cells, members, blocks: count } = sizes[set];
  const found = places(code);
  return {
    province: { id: rootId, code, name: `Đảng bộ tỉnh ${provinces.get(code)?.name ?? code} (mô phỏng)` },
    places: commune === null ? found : found.filter((place) => place.code === commune),
    blocks: blocks.slice(0, count),
    blockWeights: [1.2, 1.6, 1, 0.8].slice(0, count),
    cells,
    members,
    label: 'plan',
  };
}

/** A: the provinces hold 82 % of the members, the army 10, the police 5, central bodies and those abroad 3. */
const centralBodies: readonly { name: string; share: number; blocks: number; types: string[] }[] = [
  { name: 'Đảng bộ Quân đội', share: 0.1, blocks: 60, types: ['QS'] },
  { name: 'Đảng bộ Công an Trung ương', share: 0.05, blocks: 34, types: ['CA'] },
  { name: 'Đảng bộ các cơ quan Đảng Trung ương', share: 0.008, blocks: 6, types: ['CQ', 'CQ', 'TRUONG'] },
  { name: 'Đảng bộ Chính phủ', share: 0.012, blocks: 8, types: ['CQ', 'DN', 'TRUONG', 'YTE'] },
  { name: 'Đảng bộ Quốc hội', share: 0.003, blocks: 2, types: ['CQ'] },
  { name: 'Đảng bộ Bộ Ngoại giao và ở ngoài nước', share: 0.007, blocks: 5, types: ['CQ'] },
];
const provincial = 0.82;

function nationOf({ set }: Options): Node[] {
  const { cells, members } = sizes[set];
  const codes = [...provinces.keys()];
  const weights = codes.map((code) => {
    const { population, region } = profiles.get(code) ?? { population: 1, region: 'south' as const };
    return population ** 0.9 * regionFactor[region];
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = [
    ...weights.map((weight) => (provincial * weight) / all),
    ...centralBodies.map((body) => body.share),
  ];
  const [ofCells, ofMembers] = [shareOut(cells, shares), shareOut(members, shares)];
  const of = (at: number) => ({ cells: ofCells[at] ?? 0, members: ofMembers[at] ?? 0 });
  return [
    ...codes.map((code, at) => ({ ...provinceNode(code, rootId + 1 + at), ...of(at) })),
    ...centralBodies.map((body, nth) => {
      const at = codes.length + nth;
      return { ...bodyNode(body, rootId + 1 + at), ...of(at) };
    }),
  ];
}

type Shape = Omit<Node, 'cells' | 'members'>;
const provinceNode = (code: string, id: number): Shape => ({
  province: {
    id,
    code,
    name: `Đảng bộ ${spoken(provinces.get(code) ?? { type: '', name: code })} (mô phỏng)`,
  },
  places: places(code),
  blocks: blocks.slice(0, 2),
  blockWeights: [1.2, 1.6],
  label: `plan ${code}`,
});
const bodyNode = (body: (typeof centralBodies)[number], id: number): Shape => ({
  province: { id, code: null, name: `${body.name} (mô phỏng)` },
  places: [],
  blocks: Array.from({ length: body.blocks }, (_, at) => ({
    name: `Đảng bộ trực thuộc ${at + 1}, ${body.name}`,
    types: body.types,
  })),
  blockWeights: Array.from({ length: body.blocks }, () => 1),
  label: `plan ${body.name}`,
});

function addNode(plan: Plan, node: Node, options: Options): void {
  const { places: found, cells, members, province } = node;
  const chance = chanceOf(options.seed, node.label);
  const least = sizes[options.set].leastCells;
  const share = found.length > 0 ? sizes[options.set].blockShare : 1;
  const inBlocks = node.blocks.length > 0 ? Math.round(cells * share) : 0;
  const weights = found.map(({ type }) => logNormal(chance, type === 'phuong' ? 1.3 : 1, 0.45));
  const counts = [
    ...shareOut(Math.max(0, cells - inBlocks - least * found.length), weights).map((count) => count + least),
    ...shareOut(inBlocks, node.blockWeights),
  ];
  const first = plan.communes.length;
  const made = counts.map((count, at) => {
    const where: Where = {
      index: first + at,
      province,
      place: found[at],
      block: node.blocks[at - found.length],
    };
    return communeOf(options, where, count);
  });
  fit(made, { members, growth: sizes[options.set].growth }, chance);
  plan.communes.push(...made);
}

interface Where {
  index: number;
  province: ProvincePlan;
  place: Place | undefined;
  block: Block | undefined;
}
function communeOf(options: Options, where: Where, count: number): CommunePlan {
  const { index, province, place, block } = where;
  const chance = chanceOf(options.seed, `units ${index}`);
  const name = place ? `Đảng bộ ${spoken(place)}` : block?.name;
  const kind = place ? (place.type === 'phuong' ? 'phuong' : 'xa') : 'block';
  const commune: CommunePlan = {
    index,
    id: idOf(index, 0),
    name: `${name} (mô phỏng)`,
    place: kind,
    placeCode: place?.code ?? null,
    provinceId: province.id,
    provinceCode: province.code,
    // Bodies of the nation have areas of their own; those of provinces follow from the place in the list.
    area: sizes[options.set].province === null ? Math.floor(index / perArea) : -1,
    bases: [],
    cells: [],
  };
  const types = Array.from({ length: count }, (_, at) => typeOf(chance, commune, block?.types, at));
  addBases(commune, types, chance);
  return commune;
}

function typeOf(chance: Chance, commune: CommunePlan, types: string[] | undefined, at: number): string {
  const found = types ? types[at % types.length] : communePattern[patternAt(commune, at)];
  if (found !== 'home') return found ?? 'THON';
  if (commune.place === 'phuong') return 'TDP';
  return chance.yes(combinedShare) ? 'GHEP' : 'THON';
}

/** Where communes have few cells each, they are no villages only: a step that shares no divisor with the pattern. */
const patternAt = ({ provinceId, index }: CommunePlan, at: number): number =>
  (provinceId === rootId ? at : at * 7 + index) % communePattern.length;

/** A: villages stand below the commune itself; of the rest some are base cells, some stand below base organisations. */
function addBases(commune: CommunePlan, types: readonly string[], chance: Chance): void {
  const perBase = commune.place === 'block' ? 8 : 4;
  let [others, below] = [0, 0];
  for (const [at, type] of types.entries()) {
    const home = homes.has(type);
    if (!home) others += 1;
    const single = !home && others % 4 === 0;
    const parentId = home || single ? commune.id : baseOf(commune, Math.floor(below++ / perBase));
    commune.cells.push({
      id: idOf(commune.index, firstCell + at),
      parentId,
      kind: single ? 'base_cell' : 'cell',
      type,
      name: `Chi bộ ${words[type] ?? type} ${at + 1}`,
      size: sizeOf(type, chance),
      first: 0,
    });
  }
}
export const homes: ReadonlySet<string> = new Set(['THON', 'TDP', 'GHEP']);

/** The base organisation of that number, made when it is first asked for. */
function baseOf(commune: CommunePlan, at: number): number {
  const id = idOf(commune.index, at + 1);
  if (at >= commune.bases.length)
    commune.bases.push({ id, name: `Đảng bộ cơ sở ${at + 1}, ${commune.name}` });
  return id;
}

const words: Record<string, string> = {
  THON: 'thôn',
  GHEP: 'ghép thôn',
  TDP: 'tổ dân phố',
  TRUONG: 'trường học',
  CQ: 'cơ quan',
  YTE: 'trạm y tế',
  CA: 'công an',
  QS: 'quân sự',
  DN: 'doanh nghiệp',
  DNNN: 'doanh nghiệp ngoài nhà nước',
  HTX: 'hợp tác xã',
};

function sizeOf(type: string, chance: Chance): number {
  const { mean, least, most } = cellSizes[type] ?? { mean: 11, least: 3, most: 60 };
  return Math.min(most, Math.max(least, negativeBinomial(chance, mean, 4)));
}

/** Brings sizes to the set's members, and back to what they were when the world began. */
function fit(
  communes: readonly CommunePlan[],
  { members, growth }: { members: number; growth: number },
  chance: Chance,
): void {
  const cells = communes.flatMap((commune) => commune.cells);
  const drawn = cells.reduce((sum, cell) => sum + cell.size, 0);
  for (const cell of cells) {
    cell.size = Math.max(3, wholeNear(chance, (cell.size * members) / drawn));
    cell.first = Math.max(3, wholeNear(chance, cell.size / growth));
  }
}

export const unitLine = (one: Omit<UnitLine, 'line' | 'foundedOn'>, foundedOn: Day = founded): UnitLine => ({
  line: 'unit',
  ...one,
  foundedOn,
});

export function* topLines({ id, name, provinces: below }: Plan): Generator<UnitLine> {
  yield unitLine({ id, parentId: null, name, kind: 'province', type: null, placeCode: null });
  for (const province of below)
    yield unitLine({
      id: province.id,
      parentId: id,
      name: province.name,
      kind: 'province',
      type: null,
      placeCode: null,
    });
}

/** The units as they stand since July 2025. */
export function* communeUnits(commune: CommunePlan): Generator<UnitLine> {
  const { id, name, placeCode, provinceId } = commune;
  yield unitLine({ id, parentId: provinceId, name, kind: 'upper_base', type: null, placeCode });
  for (const base of commune.bases)
    yield unitLine({ ...base, parentId: id, kind: 'base_organisation', type: null, placeCode: null });
  for (const cell of commune.cells)
    yield unitLine({
      id: cell.id,
      parentId: cell.parentId,
      name: cell.name,
      kind: cell.kind,
      type: cell.type,
      placeCode: null,
    });
}
