// Facts of a worked case that cannot have been, whatever the law says: a value of another kind, a ballot that does not
// add up, days in the wrong order. The forms of the rooms hold their inputs against the same ballot and order.
import { isPartialDay } from '../../platform/day.ts';
import { bothLanguages, type Message } from '../../platform/messages.ts';
import type { KnownFact } from '../known.ts';
import type { Facts, FactValue } from '../../rules/verdict.ts';
import { count, findBallotFault, type Impossible } from './ballot.ts';
import { type ImpossibleCode, possibleMessages } from './messages.ts';
import { findDisorder } from './order.ts';

export interface FactFault {
  code: ImpossibleCode;
  fact: string;
  text: Message;
}

type Known = ReadonlyMap<string, KnownFact>;

export function findImpossible(facts: Facts, known: Known): FactFault[] {
  const kinds = Object.entries(facts).flatMap(([fact, value]) => {
    const of = known.get(fact);
    return of === undefined || value === undefined ? [] : faultOfKind(fact, value, of);
  });
  if (kinds.length > 0) return kinds;
  const disorder = findDisorder(facts);
  return [...ballotFaults(facts), ...(disorder ? [said(disorder.fact, disorder)] : [])];
}

const said = (fact: string, { code, params }: Impossible): FactFault => ({
  code,
  fact,
  text: bothLanguages(possibleMessages[code], params),
});

type Check = (value: FactValue, known: KnownFact) => ImpossibleCode | null;

const isNumber = (value: FactValue): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

const checks: Record<KnownFact['kind'], Check> = {
  day: (value) => (isPartialDay(value) ? null : 'fact.not_a_day'),
  count: (value) => (count.safeParse(value).success ? null : 'fact.not_a_count'),
  number: (value, { min, max }) => {
    if (!isNumber(value)) return 'fact.not_a_number';
    return value < (min ?? 0) || value > (max ?? value) ? 'fact.out_of_range' : null;
  },
  choice: (value, { codes }) => {
    if (typeof value !== 'string') return 'fact.not_text';
    return codes.length > 0 && !codes.includes(value) ? 'fact.not_a_choice' : null;
  },
  flag: (value) => (typeof value === 'boolean' ? null : 'fact.not_a_flag'),
  text: (value) => (typeof value === 'string' ? null : 'fact.not_text'),
  list: (value) => (Array.isArray(value) ? null : 'fact.not_a_list'),
};

function faultOfKind(fact: string, value: FactValue, known: KnownFact): FactFault[] {
  const code = checks[known.kind](value, known);
  const { codes, min, max } = known;
  const params = { fact, value: String(value), codes: codes.join(', '), min: min ?? 0, max: max ?? '…' };
  return code ? [said(fact, { code, params })] : [];
}

/** Each ballot among the facts: those with a base or votes. The grounds of exclusion are named, not counted. */
function ballotFaults(facts: Facts): FactFault[] {
  const names = Object.keys(facts).flatMap((fact) => /^(.+)\.(?:base|yes)$/.exec(fact)?.[1] ?? []);
  return [...new Set(names)].flatMap((name) => {
    const part = (id: string) =>
      typeof facts[`${name}.${id}`] === 'number' ? Number(facts[`${name}.${id}`]) : null;
    const [base, excluded] = [part('base'), facts[`${name}.excluded`]];
    if (base === 0) return [said(name, { code: 'ballot.not_counts', params: {} })];
    const fault = findBallotFault({
      base,
      total: part('total'),
      excluded: Array.isArray(excluded) && excluded.length === 0 ? 0 : null,
      excused: part('excused'),
      present: part('present'),
      yes: part('yes'),
      no: part('no'),
      blank: part('blank'),
    });
    return fault ? [said(name, fault)] : [];
  });
}
