// How many official members a cell needs, by the rules of the day and place.
import type { Day } from '../platform/day.ts';
import type { Regulations } from '../rules/content.ts';

let asked: Pick<Regulations, 'inForce'> | null = null;

/** Whenever other regulations come into force. */
export function useCellRules(regulations: Regulations): void {
  asked = regulations;
}

/** null where the rules of that day are not known. */
export function leastOfCell(on: Day, path: string | null): number | null {
  const value = asked?.inForce(on, path === null ? null : { path }).value('org.cell_min').value;
  return typeof value === 'number' ? value : null;
}
