// The values of a row as fields of a person, and the keyed hashes by which the next file is compared line by line.
import type { FieldName } from '../../members/person.ts';
import type { AnyValues, HaveValue, PlaceValue } from '../../intake/kinds.ts';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const place = (value: unknown): string | undefined => text((value as PlaceValue | undefined)?.text);

/** Column of the workbook → field of the person, with how its value is written. */
const columns: Partial<Record<FieldName, [column: string, read: (value: unknown) => string | undefined]>> = {
  fullName: ['name', text],
  sex: ['sex', text],
  bornOn: ['bornOn', text],
  ethnicity: ['ethnicity', text],
  nativePlace: ['nativePlace', place],
  residence: ['residence', place],
  phone: ['phone', text],
  identityNumber: ['identity', text],
  education: ['schooling', text],
  profession: ['profession', text],
  politicalTheory: ['theory', text],
  occupation: ['occupation', text],
  workplace: ['workplace', text],
  position: ['position', text],
  youthUnion: ['youthUnion', (value) => (value ? String((value as HaveValue).have) : undefined)],
  source: ['source', text],
  cardNumber: ['cardNumber', text],
  cardOn: ['cardOn', text],
  fileNumber: ['fileNumber', text],
  badge: ['badge', text],
  religion: ['religion', text],
  relatives: ['relatives', text],
  personalHistory: ['history', text],
  health: ['health', text],
  assessment: ['note', text],
  politicalHistory: ['political', text],
  disciplineGround: ['discipline', text],
};

export type Fields = Partial<Record<FieldName, string>>;

export function fieldsOf(values: AnyValues): Fields {
  const fields: Fields = {};
  for (const [name, [column, read]] of Object.entries(columns) as [
    FieldName,
    (typeof columns)['fullName'] & object,
  ][]) {
    const value = read(values[column]);
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

export const columnOfField = (name: FieldName): string | undefined => columns[name]?.[0];

/** Keyed hash of each value of a row, by column: what was brought in, without saying it. */
export type Content = Record<string, string>;
export type Keyed = (text: string) => string;

export function contentOf(values: AnyValues, keyed: Keyed): Content {
  const held = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    held.map(([column, value]) => [column, keyed(`${column}=${JSON.stringify(value)}`)]),
  );
}

/** Columns whose value is new or other than last time; what is missing from the file is no change. */
export const changedColumns = (before: Content, after: Content): string[] =>
  Object.keys(after).filter((column) => before[column] !== after[column]);
