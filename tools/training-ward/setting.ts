// The ward as the first article describes it in April 2018: one base organisation, eleven cells, 463 members.
import type { Day } from '../../src/platform/day.ts';

export const described: Day = '2018-04-27';

export const committee = {
  name: 'Đảng bộ phường Kinh Bắc',
  kind: 'base_organisation',
  provinceId: '24',
  foundedOn: '1996-12-31',
} as const;

export interface CellPlan {
  id: string;
  name: string;
  type: 'TDP' | 'TRUONG' | 'YTE' | 'CA';
  typeName: string;
  members2018: number;
  foundedOn: Day;
  /** Place of work of most members, where it is not the street block. */
  workplace: string | null;
}

const street = 'Chi bộ tổ dân phố, khu phố';
const school = 'Chi bộ trường học';
const cell = (
  id: string,
  name: string,
  type: CellPlan['type'],
  more: Omit<CellPlan, 'id' | 'name' | 'type'>,
): CellPlan => ({
  id,
  name,
  type,
  ...more,
});
const block = (n: number, members2018: number): CellPlan =>
  cell(`kp${n}`, `Chi bộ khu phố ${n}`, 'TDP', {
    typeName: street,
    members2018,
    foundedOn: '2003-06-15',
    workplace: null,
  });
const schoolCell = (id: string, name: string, members2018: number): CellPlan =>
  cell(id, `Chi bộ ${name}`, 'TRUONG', {
    typeName: school,
    members2018,
    foundedOn: '2006-09-05',
    workplace: name,
  });

export const cells: readonly CellPlan[] = [
  block(1, 72),
  block(2, 68),
  block(3, 61),
  block(4, 66),
  block(5, 58),
  block(6, 55),
  schoolCell('thcs', 'Trường THCS Kinh Bắc', 24),
  schoolCell('th', 'Trường Tiểu học Kinh Bắc', 19),
  schoolCell('mn', 'Trường Mầm non Kinh Bắc', 16),
  cell('yte', 'Chi bộ Trạm Y tế phường', 'YTE', {
    typeName: 'Chi bộ y tế',
    members2018: 9,
    foundedOn: '2009-03-20',
    workplace: 'Trạm Y tế phường Kinh Bắc',
  }),
  cell('ca', 'Chi bộ Công an phường', 'CA', {
    typeName: 'Chi bộ công an',
    members2018: 15,
    foundedOn: '2001-08-19',
    workplace: 'Công an phường Kinh Bắc',
  }),
];
export const nameOf = (id: string): string => cells.find((cell) => cell.id === id)!.name;

export const organisations = [
  { name: 'Đoàn TNCS Hồ Chí Minh phường Kinh Bắc', kind: 'Đoàn thể', short: 'Đoàn phường' },
  { name: 'Công đoàn phường Kinh Bắc', kind: 'Đoàn thể', short: 'Công đoàn phường' },
  { name: 'Hội Liên hiệp Phụ nữ phường Kinh Bắc', kind: 'Đoàn thể', short: 'Hội Phụ nữ phường' },
  { name: 'Hội Cựu chiến binh phường Kinh Bắc', kind: 'Đoàn thể', short: 'Hội Cựu chiến binh phường' },
  { name: 'Trung tâm chính trị Kinh Bắc', kind: 'Trung tâm chính trị', short: 'Trung tâm chính trị' },
] as const;

/** Days of the admissions that the article counts: 8 in 2016, 5 in 2017, 2 up to 27 April 2018. */
export const knownAdmissions: readonly Day[] = [
  '2016-02-02',
  '2016-02-02',
  '2016-03-25',
  '2016-05-19',
  '2016-05-19',
  '2016-08-31',
  '2016-11-07',
  '2016-12-22',
  '2017-02-03',
  '2017-05-19',
  '2017-05-19',
  '2017-09-01',
  '2017-12-22',
  '2018-02-02',
  '2018-03-26',
];

/** Two more came later in 2018, so that the year ends with four of three to five. */
export const laterIn2018: readonly Day[] = ['2018-08-31', '2018-12-21'];

export interface Target {
  year: number;
  target: string;
  aim: string | null;
}
export const knownTargets: readonly Target[] = [
  { year: 2016, target: '5', aim: null },
  { year: 2017, target: '5', aim: null },
  { year: 2018, target: '3-5', aim: '5' },
];

/** Until the district level ended its standing committee decided on admissions; since then the ward's own does. */
export function decider(day: Day): { by: string; mark: string } {
  return day <= '2025-06-30'
    ? { by: 'Ban Thường vụ Thành ủy Bắc Ninh', mark: 'QĐ/ThU' }
    : { by: 'Ban Thường vụ Đảng ủy phường Kinh Bắc', mark: 'QĐ/ĐU' };
}

/** Congresses of the committee and of the cells, latest not after a day. */
const committeeTerms: Day[] = ['2015-05-20', '2020-05-21', '2025-06-12'];
const cellTerms: Day[] = ['2017-11-17', '2020-02-21', '2022-09-23', '2025-02-27'];
const latestOf = (days: Day[], today: Day): Day => days.filter((day) => day <= today).at(-1) ?? days[0]!;
export const committeeTermFrom = (today: Day): Day => latestOf(committeeTerms, today);
export const cellTermFrom = (today: Day): Day => latestOf(cellTerms, today);
