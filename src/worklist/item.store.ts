// Lines in the words of the cases they belong to, kind by kind, for one reader; words about a settled line are opened.
import { may } from '../org/access.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { readNamed } from '../platform/vault.ts';
import { regulations } from './in-force.ts';
import { itemOf, type Line, type Reader } from './line.ts';
import { noteOf } from './settlement.ts';
import { sourceOf } from './source.ts';
import type { WorkItem } from './view.ts';

export const tellLines = async (db: Queryable, actor: Actor, lines: readonly Line[]): Promise<WorkItem[]> =>
  withReasons(db, actor, { lines, items: await describeLines(db, actor, lines) });

/** The same without the words that are opened for each reader. */
export async function describeLines(
  db: Queryable,
  actor: Actor,
  lines: readonly Line[],
): Promise<WorkItem[]> {
  const reader: Reader = { actor, today: today(), calendar: regulations().calendar };
  const told = new Map<Line, WorkItem>();
  for (const [kind, own] of Map.groupBy(lines, (line) => line.caseKind)) {
    const source = sourceOf(kind);
    const words = await source.describe(db, actor, [...new Set(own.map((line) => line.caseId))]);
    for (const line of own) told.set(line, itemOf(line, words.get(line.caseId), source, reader));
  }
  return lines.flatMap((line) => told.get(line) ?? []);
}

export const tellLine = async (db: Queryable, actor: Actor, line: Line): Promise<WorkItem | undefined> =>
  (await tellLines(db, actor, [line]))[0];

export interface Described {
  lines: readonly Line[];
  items: WorkItem[];
}

/** Why somebody's line was taken off: for those who may read about that person. */
export async function withReasons(
  db: Queryable,
  actor: Actor,
  { lines, items }: Described,
): Promise<WorkItem[]> {
  const named = lines.flatMap((line) =>
    line.settled && line.personId !== null && may(actor, 'person.read', line)
      ? [{ personId: line.personId, field: noteOf(line.settled.entry) }]
      : [],
  );
  if (named.length === 0) return items;
  const notes = await readNamed(db, named);
  return items.map((item) => {
    const reason = item.settled && notes.get(noteOf(item.settled.entry));
    return item.settled && reason ? { ...item, settled: { ...item.settled, reason } } : item;
  });
}
