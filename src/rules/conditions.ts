// Whether a condition of a procedure file holds on the facts; `null` when a fact it needs is not held.
import type { Condition } from './procedure.ts';
import type { Facts } from './verdict.ts';

export const isHeld = (facts: Facts, fact: string): boolean =>
  facts[fact] !== undefined && facts[fact] !== null;

function holdsOne(condition: Condition, facts: Facts): boolean | null {
  const value = facts[condition.fact];
  if (condition.present !== undefined) return isHeld(facts, condition.fact) === condition.present;
  if (condition.not !== undefined) return value !== condition.not;
  if (value === undefined || value === null) return null;
  if (condition.has !== undefined) return Array.isArray(value) && value.includes(condition.has);
  if (condition.in) return condition.in.some((one) => one === value);
  return value === condition.is;
}

export function holds(conditions: readonly Condition[] | undefined, facts: Facts): boolean | null {
  const results = (conditions ?? []).map((one) => holdsOne(one, facts));
  if (results.includes(false)) return false;
  return results.includes(null) ? null : true;
}
