// The organisation of a set: a province, its communes and blocks, base organisations, cells with type and size. Planned for the
// whole set at once, so that its totals come out; each commune is then lived alone.
import { readFileSync } from 'node:fs';
import type { Day } from '../../src/platform/day.ts';
import { type Chance, chanceOf, logNormal, negativeBinomial, shareOut, wholeNear } from './draw.ts';
import type { UnitLine } from './line.ts';
import {
  cellSizes,
  combinedShare,
  communePattern,
  growth,
  type Options,
  sizes,
  smallCommune,
} from './settings.ts';

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
  /** communes that share a political centre */
  area: number;
  bases: { id: number; name: string }[];
  cells: CellPlan[];
}
export interface Plan {
  id: number;
  name: string;
  communes: CommunePlan[];
}

export const provinceId = 1;
/** Ids leave room for units that come later. */
const idOf = (commune: number, at: number): number => (commune + 1) * 1000 + at;
const firstCell = 100;
const founded: Day = '2010-01-01';
const perArea = 10;

interface Place {
  code: string;
  name: string;
  type: string;
}
function placesOf(province: string): Place[] {
  const text = readFileSync(new URL('../../regulations/places/communes.csv', import.meta.url), 'utf8');
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .filter((cells) => cells[3] === province)
    .map(([code = '', name = '', type = '']) => ({ code, name, type }));
}
function provinceName(code: string): string {
  const text = readFileSync(new URL('../../regulations/places/provinces.csv', import.meta.url), 'utf8');
  const found = text.split('\n').find((line) => line.startsWith(`${code},`));
  return found?.split(',')[1] ?? code;
}

const blocks = [
  { name: 'Đảng bộ các cơ quan Đảng tỉnh', types: ['CQ', 'CQ', 'CQ', 'TRUONG'] },
  { name: 'Đảng bộ Ủy ban nhân dân tỉnh', types: ['CQ', 'YTE', 'TRUONG', 'DN', 'DNNN'] },
  { name: 'Đảng bộ Công an tỉnh', types: ['CA'] },
  { name: 'Đảng bộ Quân sự tỉnh', types: ['QS'] },
];
/** A: blocks hold so many cells of a province. */
const blockShare = 0.2;

export function planOf(options: Options): Plan {
  const size = sizes[options.set];
  const chance = chanceOf(options.seed, 'plan');
  const found = placesOf(size.province);
  const places = options.set === 'S' ? found.filter(({ code }) => code === smallCommune) : found;
  const inBlocks = size.blocks > 0 ? Math.round(size.cells * blockShare) : 0;
  const weights = places.map(({ type }) => logNormal(chance, type === 'phuong' ? 1.3 : 1, 0.45));
  const counts = [
    ...shareOut(size.cells - inBlocks - 6 * places.length, weights).map((count) => count + 6),
    ...shareOut(inBlocks, [1.2, 1.6, 1, 0.8].slice(0, size.blocks)),
  ];
  const communes = counts.map((count, index) => communeOf(options, index, places[index], count));
  fit(communes, size.members, chance);
  return { id: provinceId, name: `Đảng bộ tỉnh ${provinceName(size.province)} (mô phỏng)`, communes };
}

function communeOf(options: Options, index: number, place: Place | undefined, count: number): CommunePlan {
  const chance = chanceOf(options.seed, `units ${index}`);
  const block = place ? null : blocks[(index - sizes[options.set].communes) % blocks.length];
  const name = place ? `Đảng bộ ${place.type === 'phuong' ? 'phường' : 'xã'} ${place.name}` : block?.name;
  const kind = place ? (place.type === 'phuong' ? 'phuong' : 'xa') : 'block';
  const commune: CommunePlan = {
    index,
    id: idOf(index, 0),
    name: `${name} (mô phỏng)`,
    place: kind,
    placeCode: place?.code ?? null,
    area: place ? Math.floor(index / perArea) : Math.ceil(sizes[options.set].communes / perArea),
    bases: [],
    cells: [],
  };
  const types = Array.from({ length: count }, (_, at) => typeOf(chance, commune, block?.types, at));
  addBases(commune, types, chance);
  return commune;
}

function typeOf(chance: Chance, commune: CommunePlan, types: string[] | undefined, at: number): string {
  const found = types ? types[at % types.length] : communePattern[at % communePattern.length];
  if (found !== 'home') return found ?? 'THON';
  if (commune.place === 'phuong') return 'TDP';
  return chance.yes(combinedShare) ? 'GHEP' : 'THON';
}

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
const homes = new Set(['THON', 'TDP', 'GHEP']);

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
function fit(communes: readonly CommunePlan[], members: number, chance: Chance): void {
  const cells = communes.flatMap((commune) => commune.cells);
  const drawn = cells.reduce((sum, cell) => sum + cell.size, 0);
  for (const cell of cells) {
    cell.size = Math.max(3, wholeNear(chance, (cell.size * members) / drawn));
    cell.first = Math.max(3, wholeNear(chance, cell.size / growth));
  }
}

const unit = (one: Omit<UnitLine, 'line' | 'foundedOn'>): UnitLine => ({
  line: 'unit',
  ...one,
  foundedOn: founded,
});

export const provinceLine = ({ id, name }: Plan): UnitLine =>
  unit({ id, parentId: null, name, kind: 'province', type: null, placeCode: null });

export function* communeUnits(commune: CommunePlan): Generator<UnitLine> {
  const { id, name, placeCode } = commune;
  yield unit({ id, parentId: provinceId, name, kind: 'upper_base', type: null, placeCode });
  for (const base of commune.bases)
    yield unit({ ...base, parentId: id, kind: 'base_organisation', type: null, placeCode: null });
  for (const cell of commune.cells)
    yield unit({
      id: cell.id,
      parentId: cell.parentId,
      name: cell.name,
      kind: cell.kind,
      type: cell.type,
      placeCode: null,
    });
}
