// A rule's value in words, by its kind alone: a new rule needs no code here.
import { say, type Language, type Params } from '../../platform/messages.ts';
import type { Parameter, Regulations } from '../../rules/index.ts';
import type { Delay, ParameterValue, Share } from '../../rules/parameter.ts';
import { codeNamesOf } from './codes.ts';
import { valueWords } from './value-words.ts';

type Kind = Pick<Parameter, 'id' | 'kind' | 'unit'>;
type Cells = Readonly<Record<string, string | boolean | number>>;

export interface Sayer {
  /** one value; '' for none */
  value: (parameter: Kind, value: unknown) => string;
  /** what a code inside a value is called */
  code: (parameter: string, code: string, column?: string) => string;
  words: (key: keyof typeof valueWords, params?: Params) => string;
}

export function sayerOf(law: Regulations, language: Language): Sayer {
  const names = codeNamesOf(law);
  const sayer: Sayer = {
    words: (key, params) => say(valueWords[key], params, language),
    code: (parameter, code, column) => names(parameter, code, column)?.[language] ?? '',
    value: (parameter, value) =>
      value === null || value === undefined ? '' : forms[parameter.kind](value as never, parameter, sayer),
  };
  return sayer;
}

type Form<V> = (value: V, parameter: Kind, sayer: Sayer) => string;

const count: Form<number> = (value, { unit }, { words }) => {
  const key = `unit.${unit}`;
  // Parts of ten thousand are read as percent: 150 is 1,5%.
  const shown = unit === 'per_10000' ? value / 100 : value;
  return words(key in valueWords ? (key as keyof typeof valueWords) : 'unit.plain', { count: shown });
};

/** A milestone of so many years is a number, every other code has a name. */
const listed: Form<string> = (code, parameter, sayer) =>
  parameter.unit !== null && /^\d+$/.test(code)
    ? count(Number(code), parameter, sayer)
    : sayer.code(parameter.id, code);

const forms: Record<Parameter['kind'], Form<never>> = {
  number: count,
  flag: ((value, _, { words }) => words(value ? 'value.yes' : 'value.no')) as Form<boolean>,
  choice: ((value, { id }, { code }) => code(id, value)) as Form<string>,
  list: ((value, parameter, sayer) =>
    value.length === 0
      ? sayer.words('value.none')
      : value.map((one) => listed(one, parameter, sayer)).join('; ')) as Form<readonly string[]>,
  by_code: ((value, parameter, sayer) =>
    Object.entries(value)
      .map(([code, number]) => `${sayer.code(parameter.id, code)}: ${count(number, parameter, sayer)}`)
      .join('; ')) as Form<Readonly<Record<string, number>>>,
  share: (({ numerator, denominator, more_than }, _, { words }) =>
    words(more_than ? 'value.more_than' : 'value.at_least', {
      share: `${numerator}/${denominator}`,
    })) as Form<Share>,
  delay: (({ months, after_day }, _, { words }) => {
    if (months === 0) return words(after_day ? 'value.next_day' : 'value.at_once');
    return words(after_day ? 'value.after_months_day' : 'value.after_months', { count: months });
  }) as Form<Delay>,
  table: ((rows, _, { words }) => words('value.rows', { count: rows.length })) as Form<readonly Cells[]>,
};

/** The same in a few words, where a list would be too long. */
export function shortValue(parameter: Kind, value: unknown, sayer: Sayer): string {
  const said = sayer.value(parameter, value);
  if (said.length <= longest) return said;
  if (Array.isArray(value)) return sayer.words('value.cases', { count: value.length });
  const many = parameter.kind === 'by_code' ? Object.keys(value as object).length : 0;
  return many > 0 ? sayer.words('value.amounts', { count: many }) : said;
}
const longest = 48;

export const isTable = (parameter: Kind, value: unknown): value is readonly Cells[] =>
  parameter.kind === 'table' && Array.isArray(value);

/** Columns of a table in words; a column that says nothing of any row is left out. */
export function tableOf(parameter: Kind, rows: readonly Cells[], sayer: Sayer) {
  const columns = Object.keys(rows[0] ?? {});
  const told = columns.filter((one) => rows.some((row) => row[one] !== 'any' && row[one] !== 0));
  return {
    columns: told,
    rows: rows.map((row) => told.map((one) => cell(parameter, one, row[one], sayer))),
  };
}

function cell(parameter: Kind, column: string, value: Cells[string] | undefined, sayer: Sayer): string {
  if (typeof value === 'number')
    return value === 0 ? sayer.words('value.any_time') : sayer.words('unit.months', { count: value });
  return value === undefined ? '' : sayer.code(parameter.id, String(value), column);
}

export type { ParameterValue };
