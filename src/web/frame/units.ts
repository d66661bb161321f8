// The tree of units as the frame uses it: the way up from a unit, and finding one by part of its name.
import { fold } from '../../platform/text.ts';

export interface UnitLine {
  id: string | number;
  name: string;
  parentId: string | number | null;
  members?: number;
}

/** From the highest unit within reach down to the unit itself. */
export function wayTo(units: UnitLine[], id: string): UnitLine[] {
  const byId = new Map(units.map((unit) => [String(unit.id), unit]));
  const way: UnitLine[] = [];
  let at = byId.get(id);
  while (at && !way.includes(at)) {
    way.unshift(at);
    at = at.parentId === null ? undefined : byId.get(String(at.parentId));
  }
  return way;
}

/** Units whose name holds every word typed, those that start so first. */
export function findUnits(units: UnitLine[], text: string, limit: number): UnitLine[] {
  const words = fold(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const found = units
    .map((unit) => ({ unit, folded: fold(unit.name) }))
    .filter(({ folded }) => words.every((word) => folded.includes(word)));
  const rank = (folded: string) => (folded.startsWith(words[0] ?? '') ? 0 : 1);
  return found
    .toSorted((a, b) => rank(a.folded) - rank(b.folded) || a.folded.localeCompare(b.folded))
    .slice(0, limit)
    .map(({ unit }) => unit);
}
