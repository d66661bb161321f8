// Every number about persons, with where it comes from: P published, D derived from published figures, A our assumption. Published
// are mostly the members of Quảng Trị in 2018 and the names counted in lists.
type Ages = readonly (readonly [from: number, to: number, weight: number])[];

/** Who is a member on the first day, and who comes from elsewhere. */
export const stock = {
  /** A: so chosen that after the years of the flows the published ages come out */
  ages: {
    home: [
      [19, 30, 10],
      [31, 35, 9],
      [36, 40, 10],
      [41, 45, 12],
      [46, 50, 13],
      [51, 55, 12],
      [56, 60, 14],
      [61, 70, 15.5],
      [71, 80, 8],
      [81, 90, 1],
    ] as Ages,
    work: [
      [21, 30, 23],
      [31, 35, 20],
      [36, 40, 20],
      [41, 45, 18],
      [46, 50, 14],
      [51, 58, 12],
    ] as Ages,
    /** those who come: young people who start, some who come home to retire */
    inHome: [
      [20, 28, 47],
      [31, 35, 3],
      [36, 45, 11],
      [55, 64, 37],
    ] as Ages,
    inWork: [
      [21, 28, 70],
      [31, 35, 4],
      [36, 50, 26],
    ] as Ages,
    /** A: how likely each is to move away, by age: to 30, 35, 40, 55, beyond; and of those who have stopped working at their workplace */
    goes: { home: [0.9, 8.2, 0.6, 0.9, 0.3], work: [0.75, 8.4, 0.7, 0.7, 0.7], retired: 60 },
  },
  /** A by type, so that P: 36.1 % women come out */
  women: {
    TRUONG: 0.6,
    YTE: 0.56,
    THON: 0.24,
    GHEP: 0.24,
    TDP: 0.28,
    CA: 0.12,
    QS: 0.06,
    CQ: 0.33,
    DN: 0.3,
  } as Record<string, number>,
  /** P as a whole; A: who does what where, before retiring */
  occupations: {
    THON: [
      ['ND', 82],
      ['KCT', 22],
      ['CBX', 12],
      ['DN', 3],
      ['KHAC', 5],
    ],
    TDP: [
      ['KCT', 26],
      ['ND', 20],
      ['CBX', 18],
      ['DN', 16],
      ['KHAC', 20],
    ],
    HTX: [
      ['ND', 60],
      ['DN', 40],
    ],
    CQ: [
      ['CCNN', 62],
      ['CBX', 26],
      ['CCD', 12],
    ],
  } as Record<string, readonly (readonly [string, number])[]>,
  single: { TRUONG: 'VC', YTE: 'VC', CA: 'LLVT', QS: 'LLVT', DN: 'DN', DNNN: 'DN' } as Record<string, string>,
  /** A: of those younger than 36 */
  union: 0.7,
  /** A: age at which people stop working; farmers later */
  retires: { M: 60, F: 55.5, farmer: 62, forces: 54 },
  /** A: 80 % come from the province they live in */
  sameProvince: 0.8,
  /** A: of the stock, days of birth known by month or by year only */
  yearOnly: 0.015,
  monthOnly: 0.01,
  /** A: age at admission */
  admittedAt: { median: 27.5, sigma: 0.2 },
  /** A */
  education: [
    ['THPT', 82],
    ['THCS', 14],
    ['TH', 4],
  ] as const,
  theory: [
    ['KHONG', 45],
    ['SC', 38],
    ['TC', 14],
    ['CC', 2.6],
    ['CN', 0.4],
  ] as const,
};

/** Shares of names that arrive as lists bring them [A]. */
export const untidy = { decomposed: 0.02, blanks: 0.01, tone: 0.01, toneSyllables: 0.08 };

/** P: 6 % exempt in all; A: share by age. */
export const exemptAt: readonly (readonly [age: number, share: number])[] = [
  [81, 0.85],
  [71, 0.5],
  [61, 0.17],
];

export const care = {
  /** parameter of the rules: nobody helps more at once */
  mostHelped: 3,
  /** A: months without a note */
  notesMissing: 0.08,
  /** A: conversations a month with whoever is on the road */
  contacts: 0.3,
  /** A: of those introduced who are in the youth union, by it; of others in work, by the trade union */
  byYouthUnion: 0.62,
  byUnion: 0.25,
};

export const routines = {
  /** A: attendance, a beta distribution */
  attendance: [14, 3] as const,
  /** A: 3 % of village members are away for a while at any time, mostly for months */
  away: 0.03,
  awayMonths: 8,
  /** A: of moves out, those that end in another cell of the commune, when one is found within so many days */
  inside: 0.4,
  insideDays: 45,
  /** A: pages opened a month by a secretary, and by an officer of a committee */
  opensSecretary: 4,
  opensOfficer: 60,
  /** A: years of surveys that are kept */
  surveys: 3,
};

export const terms = {
  /** A: a cell elects every thirty months, a committee every five years; so many are elected anew */
  cellMonths: 30,
  committeeMonths: 60,
  stays: 0.65,
  /** cells in the charge of one committee member */
  inCharge: 8,
};

/** A: peoples of a province beside the Kinh, from the larger ones on; elsewhere those found all over the country. */
const groups: Record<string, readonly string[]> = {
  '04': ['TAY', 'NUNG', 'MONG', 'DAO'],
  '08': ['TAY', 'MONG', 'DAO', 'NUNG'],
  '11': ['MONG', 'THAI', 'KHO_MU'],
  '12': ['THAI', 'MONG', 'DAO', 'HA_NHI'],
  '14': ['THAI', 'MONG', 'MUONG'],
  '15': ['MONG', 'TAY', 'DAO', 'THAI', 'GIAY', 'NUNG'],
  '19': ['TAY', 'NUNG', 'DAO', 'SAN_CHAY'],
  '20': ['NUNG', 'TAY', 'DAO'],
  '25': ['MUONG', 'DAO', 'SAN_CHAY'],
  '38': ['MUONG', 'THAI'],
  '40': ['THAI', 'KHO_MU', 'THO'],
  '44': ['BRU_VAN_KIEU', 'TA_OI'],
  '51': ['HRE', 'XO_DANG', 'BA_NA', 'CO'],
  '52': ['GIA_RAI', 'BA_NA'],
  '56': ['RAGLAY', 'CHAM'],
  '66': ['E_DE', 'GIA_RAI', 'MNONG'],
  '68': ['CO_HO', 'MNONG', 'MA', 'CHAM'],
  '75': ['XTIENG', 'CHO_RO', 'HOA'],
  '91': ['KHMER', 'HOA'],
  '92': ['KHMER', 'HOA'],
  '96': ['KHMER', 'HOA'],
  '86': ['KHMER', 'HOA'],
};
export const groupsOf = (province: string | null): readonly string[] =>
  groups[province ?? ''] ?? ['TAY', 'MUONG', 'HOA', 'NUNG'];
