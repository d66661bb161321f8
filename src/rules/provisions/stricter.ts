// Which of two values of a rule is the stricter, by the direction its file declares, and the strictest that satisfies
// both. A committee may ask for more than the national rule, never for less.
import type { Delay, Parameter, ParameterValue, Share } from '../parameter.ts';

type Directed = Pick<Parameter, 'kind' | 'stricter'>;
/** negative: a is the less; 0: the same */
type Order = (a: never, b: never) => number;

const byNumber = (a: number, b: number): number => a - b;
const byFlag = (a: boolean, b: boolean): number => Number(a) - Number(b);
/** Of equal fractions “more than” asks for more than “at least”. */
const byShare = (a: Share, b: Share): number =>
  a.numerator * b.denominator - b.numerator * a.denominator || byFlag(a.more_than, b.more_than);
const byDelay = (a: Delay, b: Delay): number => a.months - b.months || byFlag(a.after_day, b.after_day);

const orders: Partial<Record<Parameter['kind'], Order>> = {
  number: byNumber as Order,
  flag: byFlag as Order,
  share: byShare as Order,
  delay: byDelay as Order,
};

/** The value under which both hold; null where the file lets no committee lay its own. */
export function strictest(
  { kind, stricter }: Directed,
  a: ParameterValue,
  b: ParameterValue,
): ParameterValue | null {
  if (stricter === null) return null;
  if (kind === 'list') return joined(stricter === 'fewer', a as readonly string[], b as readonly string[]);
  const up = stricter === 'higher' || stricter === true;
  if (kind === 'by_code') return cellwise(up, a as Counts, b as Counts);
  const order = orders[kind];
  if (!order) return null;
  const difference = order(a as never, b as never);
  return (up ? difference >= 0 : difference <= 0) ? a : b;
}

const joined = (fewer: boolean, a: readonly string[], b: readonly string[]): readonly string[] =>
  fewer ? a.filter((code) => b.includes(code)) : [...a, ...b.filter((code) => !a.includes(code))];

type Counts = Readonly<Record<string, number>>;

/** A code that only one of the two names keeps what that one says. */
function cellwise(up: boolean, a: Counts, b: Counts): Counts {
  const pick = (code: string): number => {
    const held = [a[code], b[code]].filter((one) => one !== undefined);
    return up ? Math.max(...held) : Math.min(...held);
  };
  return Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((code) => [code, pick(code)]),
  );
}

/** `a` asks for more than `b`; equal values are not stricter, and two lists may be neither. */
export function stricterThan(parameter: Directed, a: ParameterValue, b: ParameterValue): boolean {
  const both = strictest(parameter, a, b);
  return both !== null && sameValue(both, a) && !sameValue(a, b);
}

/** Equal in what is asked: the order of a list and of the codes says nothing, 2/4 is 1/2. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (isShare(a) && isShare(b)) return byShare(a, b) === 0;
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

const isShare = (value: unknown): value is Share =>
  typeof value === 'object' && value !== null && 'more_than' in value;

function plain(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string') ? [...value].sort() : value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
