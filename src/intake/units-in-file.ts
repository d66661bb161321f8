// Units across the rows of one file: one spelling for each, a warning for those nobody declared, and a look at
// whether the number of members a list states is the number it holds.
import type { Issue, RawRow } from './rows.ts';
import { betterName, unitKey } from './unit-names.ts';

const unitColumns = ['unit', 'parent'] as const;

function spellings(rows: RawRow[], known: string[]): Map<string, string> {
  const best = new Map(known.map((name) => [unitKey(name), name]));
  const held = new Set(best.keys());
  const declared = rows.filter((row) => row.kind === 'units').map((row) => row.values['name']);
  const used = rows.flatMap((row) => unitColumns.map((column) => row.values[column]));
  for (const name of [...declared, ...used]) {
    if (typeof name !== 'string') continue;
    const key = unitKey(name);
    const before = best.get(key);
    if (!held.has(key)) best.set(key, before === undefined ? name : betterName(before, name));
  }
  return best;
}

/** Gives every mention of a unit the one spelling that is known or fittest. */
export function unifyUnits(rows: RawRow[], known: string[]): void {
  const best = spellings(rows, known);
  const same = (name: string): string => best.get(unitKey(name)) ?? name;
  for (const { kind, values } of rows) {
    for (const column of unitColumns) {
      if (typeof values[column] === 'string') values[column] = same(values[column]);
    }
    if (kind === 'units' && typeof values['name'] === 'string') values['name'] = same(values['name']);
    if (Array.isArray(values['namedUnits'])) values['namedUnits'] = values['namedUnits'].map(same);
  }
}

interface Unknown {
  row: RawRow;
  name: string;
  count: number;
}

function findUnknown(rows: RawRow[], known: string[]): Unknown[] {
  const declared = rows.filter((row) => row.kind === 'units').map((row) => String(row.values['name'] ?? ''));
  const keys = new Set([...known, ...declared].map(unitKey));
  if (keys.size === 0) return [];
  const unknown = new Map<string, Unknown>();
  for (const row of rows) {
    const name = row.values['unit'];
    if (row.kind === 'units' || typeof name !== 'string' || keys.has(unitKey(name))) continue;
    const entry = unknown.get(unitKey(name));
    if (entry) entry.count += 1;
    else unknown.set(unitKey(name), { row, name, count: 1 });
  }
  return [...unknown.values()];
}

function membersByUnit(rows: RawRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.kind !== 'members' || typeof row.values['unit'] !== 'string') continue;
    const key = unitKey(row.values['unit']);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export function reportUnits(rows: RawRow[], known: string[], issues: Issue[]): void {
  for (const { row, name, count } of findUnknown(rows, known)) {
    issues.push({
      severity: 'warning',
      code: 'exchange.unit_unknown',
      sheet: row.sheet,
      cell: `A${row.line}`,
      params: { unit: name, rows: count },
    });
  }
  const counted = membersByUnit(rows);
  for (const row of rows) {
    const stated = row.values['membersStated'];
    const found = counted.get(unitKey(String(row.values['name'] ?? '')));
    if (row.kind !== 'units' || typeof stated !== 'number' || found === undefined || found === stated)
      continue;
    issues.push({
      severity: 'warning',
      code: 'exchange.members_differ',
      sheet: row.sheet,
      cell: `A${row.line}`,
      params: { unit: String(row.values['name']), stated, found },
    });
  }
}
