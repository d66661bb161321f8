// Every field that is kept of a person: its class (2 ordinary … 4 political history), its words, how it is written.
// Classes 3 and 4 and all free text are sealed under the person's own key; profile B refuses classes 3 and 4.
import { isPartialDay, type PartialDay } from '../platform/day.ts';
import type { Message } from '../platform/messages.ts';
import { normalise } from '../platform/text.ts';

export type FieldKind = 'name' | 'text' | 'code' | 'day' | 'flag' | 'card' | 'long';
export interface PersonField {
  class: 2 | 3 | 4;
  kind: FieldKind;
  label: Message;
  /** list in regulations/catalogues.yaml */
  catalogue?: string;
  /** sealed whatever its class */
  sealed: boolean;
}

function field(kind: FieldKind, vi: string, en: string, more: Partial<PersonField> = {}): PersonField {
  return { class: 2, kind, label: { vi, en }, sealed: (more.class ?? 2) > 2, ...more };
}
const coded = (catalogue: string, vi: string, en: string, more: Partial<PersonField> = {}) =>
  field('code', vi, en, { catalogue, ...more });

export const personFields = {
  fullName: field('name', 'Họ và tên', 'Full name'),
  otherName: field('name', 'Họ và tên khai sinh, tên khác', 'Name at birth, other names'),
  sex: coded('gender', 'Giới tính', 'Sex'),
  bornOn: field('day', 'Ngày sinh', 'Born on'),
  ethnicity: coded('ethnic_group', 'Dân tộc', 'Ethnicity'),
  nativePlace: field('text', 'Quê quán', 'Native place'),
  birthPlace: field('text', 'Nơi sinh', 'Place of birth'),
  residence: field('text', 'Nơi cư trú', 'Residence'),
  phone: field('text', 'Điện thoại', 'Telephone'),
  email: field('text', 'Thư điện tử', 'E-mail'),
  identityNumber: field('card', 'Số định danh cá nhân', 'Personal identity number'),
  education: coded('education_general', 'Giáo dục phổ thông', 'General education'),
  profession: coded('education_professional', 'Trình độ chuyên môn', 'Professional education'),
  academicTitle: coded('academic_title', 'Học hàm', 'Academic title'),
  politicalTheory: coded('political_theory', 'Lý luận chính trị', 'Political theory'),
  occupation: coded('occupation_member', 'Nghề nghiệp', 'Occupation'),
  workplace: field('text', 'Nơi làm việc', 'Workplace'),
  position: field('text', 'Chức vụ', 'Position'),
  youthUnion: field('flag', 'Đoàn viên', 'Youth Union member'),
  youthUnionOn: field('day', 'Ngày vào Đoàn', 'Joined the Youth Union on'),
  source: coded('candidate_source', 'Diện quần chúng', 'Source group'),
  cardNumber: field('card', 'Số thẻ đảng viên', 'Party card number'),
  cardOn: field('day', 'Ngày phát thẻ', 'Card issued on'),
  fileNumber: field('text', 'Số lý lịch đảng viên', 'File number'),
  badge: field('text', 'Huy hiệu Đảng', 'Party badge'),
  religion: coded('religion', 'Tôn giáo', 'Religion', { class: 3 }),
  relatives: field('long', 'Hoàn cảnh gia đình, người thân', 'Family and relatives', { class: 3 }),
  personalHistory: field('long', 'Lý lịch bản thân', 'Personal history', { class: 3 }),
  health: field('long', 'Sức khỏe', 'Health', { class: 3 }),
  assessment: field('long', 'Nhận xét, đánh giá', 'Assessment in words', { class: 3 }),
  politicalHistory: field('long', 'Lịch sử chính trị', 'Political history', { class: 4 }),
  disciplineGround: field('long', 'Nội dung kỷ luật', 'Ground of discipline', { class: 4 }),
  prosecution: field('long', 'Khởi tố, truy tố, tạm giam', 'Prosecution, detention', { class: 4 }),
} as const satisfies Record<string, PersonField>;

export type FieldName = keyof typeof personFields;
export const fieldNames = Object.keys(personFields) as FieldName[];
export const isFieldName = (name: string): name is FieldName => Object.hasOwn(personFields, name);
export const findField = (name: string): PersonField | undefined =>
  isFieldName(name) ? personFields[name] : undefined;

/** Families of free text that belong to one act: `note.<client id of the act>` and the like. */
const families: Record<string, { class: 2 | 3 | 4; sealed: true }> = {
  note: { class: 2, sealed: true },
  assessment: { class: 3, sealed: true },
  ground: { class: 4, sealed: true },
};
export const noteOf = (clientId: string): string => `note.${clientId}`;

/** Class of a vault field; throws for a name that nobody declared. */
export function fieldClass(name: string): { class: 2 | 3 | 4; sealed: boolean } {
  const known =
    findField(name) ?? (name.includes('.') ? families[name.slice(0, name.indexOf('.'))] : undefined);
  if (!known) throw new Error(`no field of a person: ${name}`);
  return { class: known.class, sealed: known.sealed };
}

export interface FieldFault {
  field: string;
  code: string;
}

const limits: Record<FieldKind, number> = {
  name: 80,
  text: 200,
  code: 40,
  day: 10,
  flag: 5,
  card: 12,
  long: 20_000,
};
const namePattern = /^[\p{L}\p{M}][\p{L}\p{M}'’.() -]*$/u;
const rules: Record<FieldKind, (value: string) => string | null> = {
  name: (value) => (namePattern.test(value) ? null : 'members.field.name'),
  text: () => null,
  code: () => null,
  day: (value) => (isPartialDay(value) && value >= '1900' ? null : 'members.field.day'),
  flag: (value) => (value === 'true' || value === 'false' ? null : 'members.field.flag'),
  card: (value) => (/^(\d{8}|\d{9}|\d{12})$/.test(value) ? null : 'members.field.card'),
  long: () => null,
};

/** The value in the one form in which it is kept. */
export const cleanValue = (name: FieldName, value: string): string =>
  personFields[name].kind === 'long'
    ? value.normalize('NFC').trim()
    : personFields[name].kind === 'card'
      ? value.replace(/[\s.-]/g, '')
      : normalise(value);

export function checkField(name: FieldName, value: string): string | null {
  const { kind } = personFields[name];
  if (value.length > limits[kind]) return 'members.field.long';
  return rules[kind](value);
}

/** Cleaned values with their faults; a cleared field is null. A day may not lie after `today`. */
export function readFields(
  input: Readonly<Record<string, string | null>>,
  today: PartialDay,
): { values: [FieldName, string | null][]; faults: FieldFault[] } {
  const values: [FieldName, string | null][] = [];
  const faults: FieldFault[] = [];
  for (const [name, raw] of Object.entries(input)) {
    if (!isFieldName(name)) {
      faults.push({ field: name, code: 'members.field.unknown' });
      continue;
    }
    const value = raw === null ? null : cleanValue(name, raw);
    const code = value ? (checkField(name, value) ?? futureFault(name, value, today)) : null;
    if (code) faults.push({ field: name, code });
    else values.push([name, value || null]);
  }
  return { values, faults };
}

const futureFault = (name: FieldName, value: string, today: PartialDay): string | null =>
  personFields[name].kind === 'day' && value > today ? 'members.field.future' : null;

/** Fields of classes that a connected installation (profile B) must not hold. */
export const sensitiveFields = (names: readonly string[]): FieldName[] =>
  names.filter(isFieldName).filter((name) => personFields[name].class > 2);
