// Parts of a figure that plans set shares for: what belongs to each. Parts of persons overlap (a young woman stands in
// two); parts by the kind of cell do not overlap each other. Whatever is not known of somebody counts in no part.
import type { Message } from '../platform/messages.ts';
import { type DimensionId, sectorOf, typesIn } from './catalogue/dimension.ts';

export const partIds = [
  'women',
  'youth_union',
  'youth',
  'minority',
  'religious',
  'worker',
  'farmer',
  'student',
  'village',
  'private_enterprise',
  'military',
  'degree',
] as const;
export type PartId = (typeof partIds)[number];

/** Younger than this on the day of the event. */
export const youthBelow = 30;
/** Codes of the catalogues by which a part is told. */
export const partCodes = {
  majority: 'KINH',
  worker: ['DN'],
  farmer: ['ND'],
  student: ['HSSV'],
  degree: ['CD', 'DH', 'ThS', 'TS'],
  village: ['THON', 'TDP'],
  private_enterprise: ['DNNN'],
  military: ['QS'],
} as const;

/** Parts told by a column and the codes that belong to them. */
const listed = {
  women: ['sex', ['F']],
  youth_union: ['youth_union', ['true']],
  worker: ['occupation', partCodes.worker],
  farmer: ['occupation', partCodes.farmer],
  student: ['occupation', partCodes.student],
  village: ['cell_type', partCodes.village],
  private_enterprise: ['cell_type', partCodes.private_enterprise],
  military: ['cell_type', partCodes.military],
  degree: ['profession', partCodes.degree],
} as const satisfies Partial<Record<PartId, readonly [DimensionId, readonly string[]]>>;
type Listed = keyof typeof listed;
const isListed = (part: string): part is Listed => part in listed;

/** By what column a part is told, and whether a code belongs to it; only youth is told by the age itself. */
export const partColumns: Record<
  Exclude<PartId, 'youth' | 'religious'>,
  [DimensionId, (code: string) => boolean]
> = {
  women: oneOf('women'),
  youth_union: oneOf('youth_union'),
  minority: ['ethnicity', (code) => code !== '' && code !== partCodes.majority],
  worker: oneOf('worker'),
  farmer: oneOf('farmer'),
  student: oneOf('student'),
  village: oneOf('village'),
  private_enterprise: oneOf('private_enterprise'),
  military: oneOf('military'),
  degree: oneOf('degree'),
};
function oneOf(part: Listed): [DimensionId, (code: string) => boolean] {
  const [column, codes] = listed[part];
  const known: readonly string[] = codes;
  return [column, (code) => known.includes(code)];
}

/** Every value of a breakdown that those in the part may have; null where they cannot be told, or it says nothing of them. */
export function valuesOfPart(part: string, by: string): readonly string[] | null {
  if (!isListed(part)) return null;
  const [column, codes] = listed[part];
  if (column === by) return codes;
  if (column !== 'cell_type' || by !== 'sector') return null;
  return [...new Set(codes.map((type) => sectorOf[type] ?? ''))];
}

/** Whether whoever has the code belongs to the part; null where the code says nothing of it. */
export function belongsTo(part: string, by: string, code: string): boolean | null {
  if (!isPart(part) || part === 'religious') return null;
  if (part === 'youth') return by === 'age' ? isYoung(code) : null;
  const [column, holds] = partColumns[part];
  if (column === by) return holds(code);
  return column === 'cell_type' && by === 'sector' ? allOrNone(typesIn(code), holds) : null;
}

function allOrNone(types: readonly string[], holds: (code: string) => boolean): boolean | null {
  if (!types.some(holds)) return false;
  return types.every(holds) ? true : null;
}

/** Of a band like '18-30' or '61+'; null where some of it are and some are not. */
function isYoung(band: string): boolean | null {
  const [first, last] = band.split(/[-+]/).map(Number);
  if (band === '' || (first ?? 0) >= youthBelow) return false;
  return last !== undefined && last < youthBelow ? true : null;
}

export interface Part {
  id: PartId;
  label: Message;
  definition: Message;
  /** told by the person, or by the cell */
  by: 'person' | 'cell';
  /** false: Nguồn does not count it, a result can only be told */
  counted: boolean;
}

const part = (id: PartId, label: [string, string], definition: [string, string]): Part => ({
  id,
  label: { vi: label[0], en: label[1] },
  definition: { vi: definition[0], en: definition[1] },
  by: 'person',
  counted: true,
});
const byCell = (...made: Parameters<typeof part>): Part => ({ ...part(...made), by: 'cell' });

export const parts: readonly Part[] = [
  part('women', ['Nữ', 'Women'], ['Giới tính nữ', 'Female']),
  part('youth_union', ['Đoàn viên', 'Youth Union members'], ['Là đoàn viên', 'Held as Youth Union member']),
  part(
    'youth',
    ['Thanh niên', 'Young people'],
    [`Dưới ${youthBelow} tuổi vào ngày được tính`, `Younger than ${youthBelow} on the day that counts`],
  ),
  part(
    'minority',
    ['Dân tộc thiểu số', 'Ethnic minorities'],
    ['Dân tộc khác dân tộc Kinh', 'Of another ethnic group than Kinh'],
  ),
  {
    ...part(
      'religious',
      ['Người có đạo', 'Believers'],
      [
        'Tôn giáo được giữ kín theo từng người nên Nguồn không đếm; kết quả do đơn vị ghi nhận',
        'Religion is sealed with each person and not counted by Nguồn; the unit tells the result',
      ],
    ),
    counted: false,
  },
  part(
    'worker',
    ['Công nhân, lao động', 'Workers'],
    ['Nghề nghiệp: lãnh đạo, quản lý và lao động trong doanh nghiệp', 'Occupation: in an enterprise'],
  ),
  part(
    'farmer',
    ['Nông dân', 'Farmers'],
    ['Nghề nghiệp: nông, lâm, ngư nghiệp', 'Occupation: farming, forestry, fishing'],
  ),
  part(
    'student',
    ['Học sinh, sinh viên', 'Pupils and students'],
    ['Nghề nghiệp: học sinh, sinh viên', 'Occupation: pupil or student'],
  ),
  byCell(
    'village',
    ['Thôn, tổ dân phố', 'Villages and street blocks'],
    ['Thuộc chi bộ thôn, bản, ấp, tổ dân phố, khu phố', 'In cells of villages and street blocks'],
  ),
  byCell(
    'private_enterprise',
    ['Doanh nghiệp ngoài nhà nước', 'Non-state enterprises'],
    ['Thuộc chi bộ doanh nghiệp ngoài khu vực nhà nước', 'In cells of non-state enterprises'],
  ),
  byCell('military', ['Quân sự', 'Military'], ['Thuộc chi bộ quân sự', 'In military cells']),
  part(
    'degree',
    ['Trình độ cao đẳng trở lên', 'College degree or above'],
    ['Trình độ chuyên môn từ cao đẳng trở lên', 'Professional education: college or above'],
  ),
];

const known = new Map(parts.map((one) => [one.id, one]));
export const isPart = (id: string): id is PartId => known.has(id as PartId);
export const findPart = (id: string): Part | undefined => known.get(id as PartId);

/** Only parts by the kind of cell leave no person in two; the rest of the whole stays unnamed even then. */
export const partsOverlap = (ids: readonly PartId[]): boolean =>
  ids.length > 1 && ids.some((id) => findPart(id)?.by !== 'cell');
