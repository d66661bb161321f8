// May a committee lay this over the rules? The first thing that stands in the way, as a code with words of its own.
import type { Day } from '../../platform/day.ts';
import { choicesOf, isOfKind, type Parameter, type ParameterValue, type Resolved } from '../parameter.ts';
import type { Regulations } from '../content.ts';
import { laidOver, type Provision, reachesTo, standsOn } from './provision.ts';
import { sameValue, stricterThan } from './stricter.ts';

export const provisionFaults = [
  'unknown_parameter',
  'wrong_kind',
  'unknown_code',
  'no_document',
  'no_clause',
  'no_decider',
  'past',
  'before_document',
  'not_below',
  'nothing_to_confirm',
  'already_sure',
  'other_value',
  'already_known',
  'not_a_reading',
  'no_direction',
  'not_known',
  'not_stricter',
] as const;
export type ProvisionFault = (typeof provisionFaults)[number];

export interface ProvisionAsked {
  today: Day;
  /** path of the committee that decides */
  committee: string;
}

/** null: it may be laid. Judged against what holds at that unit on its first day, committees above included. */
export function decideProvision(
  regulations: Regulations,
  provision: Provision,
  asked: ProvisionAsked,
): ProvisionFault | null {
  const parameter = regulations.parameters.find(({ id }) => id === provision.parameter);
  if (!parameter) return 'unknown_parameter';
  return (
    paperFault(provision) ??
    placeFault(provision, asked) ??
    ofKind[provision.kind](ask(regulations, parameter, provision))
  );
}

const blank = (text: string): boolean => text.trim() === '';

function paperFault({ document, clause, decidedBy }: Provision): ProvisionFault | null {
  if (blank(document.number) || blank(document.on) || blank(document.by)) return 'no_document';
  if (blank(clause)) return 'no_clause';
  return blank(decidedBy) ? 'no_decider' : null;
}

function placeFault(
  { fromOn, document, path }: Provision,
  { today, committee }: ProvisionAsked,
): ProvisionFault | null {
  if (fromOn < today) return 'past';
  if (fromOn < document.on) return 'before_document';
  return path.startsWith(committee) ? null : 'not_below';
}

interface Question {
  parameter: Parameter;
  provision: Provision;
  /** the shipped value of that day with what committees confirmed of it */
  known: Resolved;
  /** everything that holds there on that day */
  held: Resolved;
}

function ask(regulations: Regulations, parameter: Parameter, provision: Provision): Question {
  const { fromOn, path } = provision;
  const shipped = regulations.shipped(parameter.id, fromOn);
  const around = regulations.overlays.provisions.filter(
    (one) =>
      one.parameter === parameter.id &&
      one.id !== provision.id &&
      standsOn(one, fromOn) &&
      reachesTo(one, path),
  );
  const known = laidOver(
    shipped,
    around.filter(({ kind }) => kind !== 'stricter'),
    parameter,
  );
  return { parameter, provision, known, held: laidOver(shipped, around, parameter) };
}

const ofKind: Record<Provision['kind'], (question: Question) => ProvisionFault | null> = {
  confirm: ({ provision, known }) => {
    if (known.value === null) return 'nothing_to_confirm';
    if (known.confidence === 'S' && !known.assumed) return 'already_sure';
    return provision.value === null || sameValue(provision.value, known.value) ? null : 'other_value';
  },
  fill: ({ parameter, provision, known }) => {
    const wrong = valueFault(parameter, provision.value) ?? (known.open ? null : 'already_known');
    if (wrong) return wrong;
    const readings = choicesOf(known);
    const among = readings.length === 0 || readings.some(({ value }) => sameValue(value, provision.value));
    return among ? null : 'not_a_reading';
  },
  stricter: ({ parameter, provision, held }) => {
    const wrong = parameter.stricter === null ? 'no_direction' : valueFault(parameter, provision.value);
    if (wrong) return wrong;
    const bounds = held.value === null ? choicesOf(held).map((one) => one.value) : [held.value];
    if (bounds.length === 0) return 'not_known';
    const value = provision.value as ParameterValue;
    return bounds.every((bound) => stricterThan(parameter, value, bound)) ? null : 'not_stricter';
  },
};

/** Of the kind its file says, with codes the file knows, whole where the file counts in whole numbers. */
export function valueFault(parameter: Parameter, value: unknown): ProvisionFault | null {
  if (!isOfKind(parameter.kind, value)) return 'wrong_kind';
  const shipped = parameter.values.flatMap(({ value: own, readings = [] }) =>
    [own, ...readings.map((one) => one.value)].filter((one) => one !== null),
  );
  if (!isWhole(parameter, value, shipped)) return 'wrong_kind';
  const known = new Set(shipped.flatMap(codesIn));
  return codesIn(value).every((code) => known.has(code)) ? null : 'unknown_code';
}

/** A day of a year with five digits comes before all others: nothing could be reckoned by such a time. */
const longest: Readonly<Record<string, number>> = {
  months: 1200,
  years: 100,
  full_years: 150,
  days: 3660,
  working_days: 3660,
};

/** A share of more than the whole, half a working day, a period of no months and a thousand years are no values. */
function isWhole({ kind, unit }: Parameter, value: unknown, shipped: readonly unknown[]): boolean {
  if (kind === 'share') {
    const { numerator, denominator } = value as { numerator: number; denominator: number };
    return numerator <= denominator;
  }
  const numbers = numbersIn(value);
  const least = kind === 'number' && unit === 'months' && !shipped.includes(0) ? 1 : 0;
  const most = longest[unit ?? ''] ?? Number.MAX_VALUE;
  if (numbers.some((one) => !Number.isFinite(one) || one < least || one > most)) return false;
  return !shipped.flatMap(numbersIn).every(Number.isInteger) || numbers.every(Number.isInteger);
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Codes of a choice or a list, names of counted things; a share and a delay have none. */
function codesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(codesIn);
  if (typeof value !== 'object' || value === null || 'more_than' in value || 'after_day' in value) return [];
  return Object.entries(value).flatMap(([name, held]) => [name, ...codesIn(held)]);
}
