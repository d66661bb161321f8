// Numbers that a committee sets for fostering, at a place in the tree: days between two meetings, months until a failed
// candidacy is erased. null where nobody has set them: then nothing is marked and nothing runs out.
import type { Day } from '../platform/day.ts';
import type { Regulations } from '../rules/index.ts';

export const contactDays = 'contact.days';
export const expiryMonths = 'candidacy.expiry_months';
export const warningDays = 'candidacy.expiry_warning_days';
export const mostCharges = 'helper.most_charges';
export const noteMonths = 'charge_note.months';

export function numberAt(regulations: Regulations, id: string, on: Day, path: string): number | null {
  const { value } = regulations.inForce(on, { path }).value(id);
  return typeof value === 'number' ? value : null;
}

/** The values of all places that differ, the nearest place first; the last line holds for everywhere else. */
export function numbersByPlace(
  regulations: Regulations,
  id: string,
  on: Day,
): { path: string; value: number | null }[] {
  const laid = regulations.overlays.provisions.filter((one) => one.parameter === id).map(({ path }) => path);
  const paths = [...new Set(laid.filter((path) => path !== ''))].sort((a, b) => b.length - a.length);
  return [...paths, ''].map((path) => ({ path, value: numberAt(regulations, id, on, path) }));
}
