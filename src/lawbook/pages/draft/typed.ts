// A rule's value while it is being typed, one field for each kind, and the value it becomes; null while not complete.
import type { Parameter, Resolved } from '../../../rules/index.ts';
import { sameValue } from '../../../rules/provisions/stricter.ts';
import type { Delay, ParameterValue, Share } from '../../../rules/parameter.ts';

export interface TypedValue {
  number: number | null;
  numerator: number | null;
  denominator: number | null;
  moreThan: boolean;
  /** 'true', 'false', or '' while nothing is chosen */
  flag: string;
  choice: string;
  list: string[];
  byCode: Record<string, number | null>;
  months: number | null;
  afterDay: boolean;
  /** index among the readings, as text */
  reading: string;
}

export const nothingTyped: TypedValue = {
  number: null,
  numerator: null,
  denominator: null,
  moreThan: false,
  flag: '',
  choice: '',
  list: [],
  byCode: {},
  months: null,
  afterDay: false,
  reading: '',
};

type Kind = Pick<Parameter, 'kind'>;
type Reader = (typed: TypedValue) => ParameterValue | null;

const readers: Record<Parameter['kind'], Reader> = {
  number: ({ number }) => number,
  flag: ({ flag }) => (flag === '' ? null : flag === 'true'),
  choice: ({ choice }) => choice || null,
  list: ({ list }) => list,
  by_code: ({ byCode }) => {
    const given = Object.entries(byCode).filter((one): one is [string, number] => one[1] !== null);
    const complete = given.length > 0 && given.length === Object.keys(byCode).length;
    return complete ? Object.fromEntries(given) : null;
  },
  share: ({ numerator, denominator, moreThan }) =>
    numerator && denominator && numerator <= denominator
      ? { numerator, denominator, more_than: moreThan }
      : null,
  delay: ({ months, afterDay }) => (months === null ? null : { months, after_day: afterDay }),
  // A table is never typed: one of its readings is chosen, or none.
  table: () => null,
};

/** Where the law leaves readings, one of them is chosen; else the value is typed. */
export function valueOf(
  { kind }: Kind,
  typed: TypedValue,
  readings: Resolved['readings'],
): ParameterValue | null {
  if (readings.length > 0) return readings[Number(typed.reading || Number.NaN)]?.value ?? null;
  return readers[kind](typed);
}

/** Typing starts from the value that holds. */
export function typedFrom(
  { kind }: Kind,
  value: unknown,
  codes: readonly string[],
  readings: Resolved['readings'] = [],
): TypedValue {
  const held = value as never;
  const reading = readings.findIndex((one) => sameValue(one.value, value));
  if (reading >= 0) return { ...nothingTyped, reading: String(reading) };
  if (value !== null) return { ...nothingTyped, ...starters[kind](held) };
  return { ...nothingTyped, byCode: Object.fromEntries(codes.map((code) => [code, null])) };
}

const starters: Record<Parameter['kind'], (held: never) => Partial<TypedValue>> = {
  number: (number) => ({ number }),
  flag: (flag) => ({ flag: String(flag) }),
  choice: (choice) => ({ choice }),
  list: (list) => ({ list }),
  by_code: (byCode) => ({ byCode }),
  share: ({ numerator, denominator, more_than: moreThan }: Share) => ({ numerator, denominator, moreThan }),
  delay: ({ months, after_day: afterDay }: Delay) => ({ months, afterDay }),
  table: () => ({}),
};

/** Every code that this rule may name: those that its values ever named. */
export function codesOf(parameter: Parameter): string[] {
  const values = parameter.values.flatMap((entry) => [
    entry.value,
    ...(entry.readings ?? []).map((one) => one.value),
  ]);
  return [...new Set(values.flatMap(namedIn))];
}

function namedIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string');
  return value !== null && typeof value === 'object' ? Object.keys(value) : [];
}
