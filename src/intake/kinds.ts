// The six kinds of row a workbook may hold and what a column is: its words, how its cells are read, and its
// class (1 units … 4 political history); profile B refuses classes 3 and 4.
import type { PartialDay } from '../platform/day.ts';
import type { Message } from '../platform/messages.ts';
import { candidateColumns } from './columns/candidates.ts';
import { memberColumns } from './columns/members.ts';
import { actColumns, officeColumns, targetColumns, unitColumns } from './columns/units.ts';

export const kinds = ['units', 'members', 'candidates', 'offices', 'targets', 'acts'] as const;
export type Kind = (typeof kinds)[number];

/** A place as written, with the codes it is known by; `codes` are today's, the likeliest first. */
export interface PlaceValue {
  text: string;
  oldCode: string | null;
  codes: string[];
}
/** No upper end: at least. Neither end: there is a number, nobody says which. */
export interface RangeValue {
  min: number | null;
  max: number | null;
  about?: true;
}
export interface HaveValue {
  have: boolean;
  on: PartialDay | null;
}

/** How a cell is read, and what it becomes. */
export interface ParsedTypes {
  text: string;
  name: string;
  unit: string;
  units: string[];
  sex: 'M' | 'F';
  day: PartialDay;
  /** a year, years ('2021-2025'), or a term ('2015-08-20..2020-08-14') */
  period: number | string;
  count: number;
  range: RangeValue;
  /** a number; a range where it is approximate */
  tally: number | RangeValue;
  flag: boolean;
  have: HaveValue;
  card: string;
  identity: string;
  phone: string;
  catalogue: string;
  schooling: string;
  word: string;
  place: PlaceValue;
}
export type ParseKind = keyof ParsedTypes;
export type FieldClass = 1 | 2 | 3 | 4;

export interface Column<P extends ParseKind = ParseKind> {
  parse: P;
  label: Message;
  /** Folded headings, '|' between them, as offices write them; the Vietnamese label is one of its own. */
  synonyms: string;
  class: FieldClass;
  example: string;
  required?: true;
  /** Name of the catalogue or vocabulary the cell is looked up in. */
  list?: string;
  /** The day may lie after today (a planned or expected day). */
  future?: true;
  hint?: Message;
}

export type Columns = Record<string, Column>;
export type ValuesOf<C extends Columns> = { [K in keyof C]?: ParsedTypes[C[K]['parse']] };

export interface KindValues {
  units: ValuesOf<typeof unitColumns>;
  members: ValuesOf<typeof memberColumns>;
  candidates: ValuesOf<typeof candidateColumns>;
  offices: ValuesOf<typeof officeColumns>;
  targets: ValuesOf<typeof targetColumns>;
  acts: ValuesOf<typeof actColumns>;
}
export type AnyValue = ParsedTypes[ParseKind];
export type AnyValues = Record<string, AnyValue | undefined>;

export interface KindSpec {
  label: Message;
  columns: Columns;
  /** Folded words of a sheet name or title that speak for this kind. */
  titles: string[];
  /** A table without any of these is not of this kind. */
  needs: string[];
  /** Columns that hardly any other kind has. */
  telling: string[];
}

export const kindSpecs: Record<Kind, KindSpec> = {
  units: {
    label: { vi: 'Tổ chức đảng', en: 'Units' },
    columns: unitColumns,
    titles: ['to chuc dang', 'danh sach chi bo', 'cac chi bo', 'to chuc co so dang', 'chi bo truc thuoc'],
    needs: ['name'],
    telling: ['kind', 'type', 'parent', 'foundedOn', 'endedOn', 'formerName', 'membersStated'],
  },
  members: {
    label: { vi: 'Đảng viên', en: 'Members' },
    columns: memberColumns,
    titles: [
      'danh sach dang vien',
      'so dang vien',
      'danh ba dang vien',
      'dang vien',
      'trich ngang dang vien',
    ],
    needs: ['name'],
    telling: ['admittedOn', 'officialOn', 'cardNumber', 'position', 'exempt'],
  },
  candidates: {
    label: { vi: 'Quần chúng, người vào Đảng', en: 'Candidates' },
    columns: candidateColumns,
    titles: [
      'quan chung uu tu',
      'cam tinh dang',
      'nguon ket nap',
      'doi tuong ket nap',
      'nguon phat trien dang',
      'tao nguon',
      'nguoi vao dang',
      'theo doi phat trien dang',
      'quan chung',
    ],
    needs: ['name'],
    telling: [
      'nominatedOn',
      'nominatedBy',
      'listedOn',
      'certificateNumber',
      'certificateOn',
      'helper',
      'permittedOn',
      'verificationSentOn',
      'cellVoteOn',
      'stage',
      'source',
    ],
  },
  offices: {
    label: { vi: 'Chức danh, phân công', en: 'Offices' },
    columns: officeColumns,
    titles: ['chuc danh', 'cap uy', 'danh sach bi thu', 'phan cong', 'ban chap hanh', 'chi uy', 'can bo'],
    needs: ['name', 'title'],
    telling: ['title', 'fromOn', 'toOn', 'namedUnits'],
  },
  targets: {
    label: { vi: 'Chỉ tiêu', en: 'Targets' },
    columns: targetColumns,
    titles: ['chi tieu', 'ke hoach ket nap', 'ket qua ket nap', 'ke hoach phat trien'],
    needs: ['unit', 'target|sourcing|training|introduction|registered|aim|result|verdict'],
    telling: ['target', 'aim', 'registered', 'sourcing', 'training', 'introduction', 'result', 'year'],
  },
  acts: {
    label: { vi: 'Biến động có ngày', en: 'Dated acts' },
    columns: actColumns,
    titles: [
      'bien dong',
      'tang giam',
      'dien bien',
      'chuyen sinh hoat',
      'xoa ten',
      'tu tran',
      'theo doi quyet dinh',
    ],
    needs: ['act', 'happenedOn'],
    telling: ['act', 'happenedOn', 'place', 'reason', 'newName'],
  },
};

export const columnOf = (kind: Kind, key: string): Column | undefined => kindSpecs[kind].columns[key];
