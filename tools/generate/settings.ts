// Every number that shapes a generated set, with where it comes from: P published, D derived from published figures, A our
// assumption. A shifted world is the same set with other delays, losses and seasons.
import type { Day } from '../../src/platform/day.ts';

export const version = 1;

export type SetName = 'S' | 'M';
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
  province: string;
  communes: number;
  blocks: number;
  cells: number;
  /** base organisations and base cells */
  bases: number;
  members: number;
}
export const sizes: Record<SetName, SetSize> = {
  // One commune as it was before July 2025.
  S: { province: '15', communes: 1, blocks: 0, cells: 25, bases: 5, members: 300 },
  // D: 51,000 members, 13.2 in a cell as in published upland provinces.
  M: { province: '15', communes: 99, blocks: 4, cells: 3850, bases: 700, members: 51_000 },
};
/** The commune of set S. */
export const smallCommune = '02752';

/** First year whose figures are used; the road runs eighteen months longer so that it is full by then. */
export const firstFullYear = 2016;
export const beginsOn: Day = '2014-07-01';

/** Members of today against those of the beginning: what the flows below come to in twelve years. */
export const growth = 1.4;

export const cellSizes: Record<string, { mean: number; least: number; most: number }> = {
  // A; means chosen so that the published ratios come out.
  THON: { mean: 11, least: 3, most: 30 },
  GHEP: { mean: 7, least: 3, most: 12 },
  TDP: { mean: 20, least: 8, most: 80 },
  TRUONG: { mean: 18, least: 3, most: 60 },
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
  // P: 3.9 % of members a year (Lào Cai 2021); wards admit less, blocks of police and army more.
  admitted: 0.039,
  place: { xa: 1.12, phuong: 0.66, block: 0.99 } as Record<string, number>,
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
  /** A; by age it is reckoned when members have ages */
  died: 0.009,
};

/** Hazards of loss a month before and after the class [A], points of refusal; why cases end: P shares of Ngô Quyền's losses. */
export const losses = {
  before: 0.0375,
  after: 0.0112,
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
  yearly: 3.8,
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
  modest: 1.03,
};
