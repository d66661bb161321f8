// Lines in the words of the cases they belong to, kind by kind, for one reader; words about a settled line are opened.
import { may } from '../org/access.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { readFields } from '../platform/vault.ts';
import { regulations } from './in-force.ts';
import { itemOf, type Line, type Reader } from './line.ts';
import { noteOf } from './settlement.ts';
import { sourceOf } from './source.ts';
import type { WorkItem } from './view.ts';

export async function tellLines(db: Queryable, actor: Actor, lines: readonly Line[]): Promise<WorkItem[]> {
  const reader: Reader = { actor, today: today(), calendar: regulations().calendar };
  const told = new Map<Line, WorkItem>();
  for (const [kind, own] of Map.groupBy(lines, (line) => line.caseKind)) {
    const source = sourceOf(kind);
    const words = await source.describe(db, actor, [...new Set(own.map((line) => line.caseId))]);
    for (const line of own)
      told.set(line, itemOf(await withReason(db, actor, line), words.get(line.caseId), source, reader));
  }
  return lines.flatMap((line) => told.get(line) ?? []);
}

export const tellLine = async (db: Queryable, actor: Actor, line: Line): Promise<WorkItem | undefined> =>
  (await tellLines(db, actor, [line]))[0];

/** Why somebody's line was taken off: for those who may read about that person. */
async function withReason(db: Queryable, actor: Actor, line: Line): Promise<Line> {
  if (!line.settled || line.personId === null || !may(actor, 'person.read', line)) return line;
  const field = noteOf(line.settled.entry);
  const notes = await readFields(db, line.personId, [field]);
  return { ...line, settled: { ...line.settled, reason: notes.get(field) ?? null } };
}
