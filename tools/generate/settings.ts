// Every number that shapes a generated set, with where it comes from: P published, D derived from published figures, A our
// assumption. A shifted world is the same set with other delays, losses and seasons.
import type { Day } from '../../src/platform/day.ts';

export const version = 3;

export const setNames = ['S', 'S2', 'M', 'M-stress', 'L10'] as const;
export type SetName = (typeof setNames)[number];
/** Shares by which a world differs: 0.3 makes delays 30 % longer, losses 30 % more frequent, seasons 30 % stronger. */
export interface Shift {
  delays: number;
  losses: number;
  seasons: number;
  /** −1: committees do not lean on their number at all */
  leaning: number;
}
export const noShift: Shift = { delays: 0, losses: 0, seasons: 0, leaning: 0 };

export interface Options {
  set: SetName;
  seed: number;
  today: Day;
  shift: Shift;
  /** first year of the shift; before it the world runs as always */
  shiftFrom: number;
}
export const shiftOf = ({ shift, shiftFrom }: Options, year: number): Shift =>
  year >= shiftFrom ? shift : noShift;
export const defaultToday: Day = '2026-06-30';

export interface SetSize {
  /** code of the province; null: all of them */
  province: string | null;
  /** the only commune, by its code */
  commune: string | null;
  communes: number;
  blocks: number;
  cells: number;
  /** base organisations and base cells */
  bases: number;
  members: number;
  /** where the world begins; the road is filled from then on */
  begins: Day;
  /** acts are kept from this day on; what went before stands in the roll of that day */
  kept: Day;
  /** first year whose figures are full */
  fullFrom: number;
  /** D: members of today against those of the beginning, as the flows below make it */
  growth: number;
  /** P: ten years earlier 5.9 % of the members of Lào Cai were admitted a year: two thousand all along, as seed 004 tells */
  admittedBefore: number;
  /** share of minorities among the admitted, of their share among all members */
  newMinority: number;
  /** D: members in a cell */
  cellSize: readonly [number, number];
  /** A: of the cells of a province, those in blocks */
  blockShare: number;
  /** A: fewest cells of a commune */
  leastCells: number;
}
const upland = [10.8, 14.1] as const;
const decade = {
  begins: '2014-07-01',
  kept: '2014-07-01',
  fullFrom: 2016,
  growth: 1.485,
  admittedBefore: 0.059,
} as const;
// P: 32.1 % of the admissions of Lào Cai 2010, where A: 45 % of all members are of minorities.
const mountain = {
  ...decade,
  province: '15',
  commune: null,
  leastCells: 6,
  newMinority: 0.73,
  blockShare: 0.2,
  cellSize: upland,
} as const;
export const sizes: Record<SetName, SetSize> = {
  // A: an upland commune of 300 members; a commune of today as published ones are (750 to 2,500 members).
  S: { ...mountain, commune: '02752', communes: 1, blocks: 0, cells: 25, bases: 5, members: 300 },
  S2: {
    ...mountain,
    province: '96',
    commune: '31900',
    communes: 1,
    blocks: 0,
    cells: 50,
    bases: 10,
    members: 1100,
    cellSize: [18, 26],
  },
  // D: 51,000 members, 13.2 in a cell as in published upland provinces.
  M: { ...mountain, communes: 99, blocks: 4, cells: 3850, bases: 700, members: 51_000 },
  // A: far more cells than a province has.
  'M-stress': {
    ...mountain,
    communes: 99,
    blocks: 4,
    cells: 8000,
    bases: 1660,
    // Small cells let fewer people go than come.
    growth: 1.85,
    members: 51_000,
    cellSize: [5.8, 7],
  },
  // D: a tenth of the nation: 5.6 million members, some 290,000 cells, all 3,321 communes.
  L10: {
    province: null,
    commune: null,
    communes: 3321,
    blocks: 0,
    cells: 29_000,
    // A tenth of the members in all communes: more, smaller base organisations than a tenth of the published 52,000.
    bases: 6740,
    members: 560_000,
    begins: '2022-01-01',
    kept: '2023-07-01',
    fullFrom: 2024,
    growth: 1.1,
    admittedBefore: 0.039,
    leastCells: 3,
    newMinority: 0.97,
    // Army, police and central bodies stand apart.
    blockShare: 0.07,
    cellSize: [17, 21],
  },
};

/** A: members by population^0.9, more in uplands and the north; so chosen that Lào Cai and Phú Thọ come near what is published. */
export const regionFactor = { upland: 1.35, north: 1.2, south: 0.72, city: 0.85 } as const;

export const cellSizes: Record<string, { mean: number; least: number; most: number }> = {
  // A; means chosen so that the published ratios come out.
  THON: { mean: 11, least: 3, most: 30 },
  GHEP: { mean: 7, least: 3, most: 12 },
  TDP: { mean: 20, least: 8, most: 80 },
  TRUONG: { mean: 14, least: 3, most: 60 },
  CQ: { mean: 16, least: 3, most: 45 },
  YTE: { mean: 7, least: 3, most: 25 },
  CA: { mean: 12, least: 3, most: 40 },
  QS: { mean: 7, least: 3, most: 25 },
  DN: { mean: 12, least: 3, most: 60 },
  DNNN: { mean: 8, least: 3, most: 60 },
  HTX: { mean: 6, least: 3, most: 25 },
};
/** A: among 25 cells of a commune. */
export const communePattern = [
  ...Array.from({ length: 14 }, () => 'home'),
  ...Array.from({ length: 4 }, () => 'TRUONG'),
  'CQ',
  'CQ',
  'YTE',
  'CA',
  'QS',
  'DNNN',
  'HTX',
];
/** A: villages whose members are too few share a cell. */
export const combinedShare = 0.04;

export const flows = {
  // P: 3.9 % of members a year (Lào Cai 2021).
  admitted: 0.039,
  /** A: the first year of that decade, and the last, in the years of a set */
  falls: [2016, 2026] as const,
  /** A: wards admit less, blocks of police and army more; so that the published shares come out */
  place: { xa: 0.953, phuong: 0.562, block: 0.843 } as Record<string, number>,
  // P: 79.8 of 100 introduced finish the class, 66.8 are admitted (Ngô Quyền 2012–2019).
  classOfIntroduced: 0.798,
  admittedOfIntroduced: 0.668,
  /** A: units differ for good, and each year differs */
  communeSpread: 0.2,
  communeYear: 0.1,
  provinceYear: 0.05,
  cellShape: 4,
  /** A: years of the epidemic and of the reorganisation */
  years: { 2020: 0.95, 2021: 0.93, 2025: 0.9 } as Record<number, number>,
  /** A: introductions by month, January first */
  months: [0.6, 0.6, 1.5, 1.2, 1.3, 1, 0.9, 0.9, 1.1, 1.1, 1.1, 0.7],
  out: 0.025,
  in: 0.025,
  // P: 0.126 % of members put out in Phú Thọ 2025; 0.17 % a year in the nation.
  struck: 0.0009,
  expelled: 0.0003,
  left: 0.0003,
  /** A; who it is follows from age */
  died: 0.009,
  /** A: so that 0.9 % of all come out */
  diedAtHome: 1.95,
  diedAtWork: 0.22,
};

/** Share of its members that a set takes in during a year. */
export function admittedIn({ set }: Options, year: number): number {
  const [from, to] = flows.falls;
  const left = Math.min(1, Math.max(0, (to - year) / (to - from)));
  return flows.admitted + (sizes[set].admittedBefore - flows.admitted) * left;
}

/** Hazards of loss a month before and after the class [A], points of refusal; why cases end: P shares of Ngô Quyền's losses. */
export const losses = {
  before: 0.0358,
  after: 0.0128,
  moveInside: 0.004,
  refusedAtPermit: 0.02,
  refusedAtCell: 0.03,
  refusedAtBase: 0.012,
  reasons: [
    ['moved_away', 14],
    ['withdrew', 9],
    ['over_age_or_other', 9],
  ] as const,
};

/** Medians in days; sigma is that of the logarithm. A, so that stages take 5, 3, 3 and 1.5 months as published halves say. */
export const delays = {
  sigma: 0.5,
  toList: 18,
  toClass: 30,
  certificate: 6,
  toHelper: 14,
  toPermit: 42,
  papers: 18,
  returned: 14,
  send: 4,
  reply: 20,
  /** 8 % of replies take longer than 60 days */
  replySigma: 0.782,
  conclude: 6,
  toCell: 5,
  toBase: 4,
  decide: 12,
  /** days after the full twelve months */
  recognise: 10,
};
export const helperFirst = 0.35;
/** A: how often a file comes back: never, once, twice, three times. */
export const returnShares = [0.45, 0.35, 0.14, 0.06];
export const requests = { inside: 3, outside: 0.6 };
/** A: of those who have ended probation */
export const recognition = { onTime: 0.97, late: 0.02, refused: 0.007 };

export const classes = {
  /** D: the classes that the admissions need, at 60 to 110 seats */
  yearly: 4.2,
  seats: [60, 110] as const,
  sunday: 0.2,
  /** months in which none begins: Tết and the holidays */
  without: [0, 1, 6],
  /** A: chance that somebody who waits is free for the class that comes */
  comes: 0.72,
};

export const weekendCeremonies = 0.05;

export const targets = {
  /** A: small cells that are given none */
  none: 0.55,
  small: 15,
  mismatch: 0.06,
  /** A: how strongly a committee leans on its number: decisions that wait for January, and hurry in the autumn */
  waits: 0.9,
  hurry: 0.55,
  hurryFrom: 7,
  /** share of last year's result in this year's number */
  memory: 0.5,
  /** the number is a little above what is expected */
  modest: 1.05,
};
