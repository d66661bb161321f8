// Drafting: the numbers of units below, saved line by line. Two people may draft at once; where both changed the same
// cell, the second is told what the first wrote, and chooses.
import { sql } from 'kysely';
import type { TreeNode } from '../org/tree.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { Invalid, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { findFigure } from '../statistics/figure.ts';
import { sayAmount } from '../plans/amount.ts';
import { targetsOn } from '../plans/target.store.ts';
import type { HeldLine, Plan } from './fold.ts';
import { getBranch, givenOf, isMass, periodOf, rowsBelow } from './frame.store.ts';
import { type DraftLine, type Given, lineKey } from './plan.ts';
import { sameGiven } from './typed.ts';
import type { Clash, DraftBody, Written } from './view.ts';
import { openedFirst, planEntry, writePlan } from './write.store.ts';

export const draft = (db: Db, actor: Actor, unitId: number, body: DraftBody): Promise<Written> =>
  writePlan(db, actor, { unitId, ask: body, assigns: true }, async (writing) => {
    const { tx, plan, unit } = writing;
    if (plan?.state === 'approved') throw new Invalid('plans.approved_already');
    const branch = await getBranch(tx, unitId, periodOf(body.period));
    const rows = new Map(rowsBelow(branch).map((row) => [row.id, row]));
    decideLines(body.lines, rows, unit.name);
    await refuseClearing(tx, body, rows);
    await refuseClashes(tx, plan, { body, rows });
    const lines = body.lines.map(({ before: _before, ...line }) => line);
    decideOwn(body.own, unit.name);
    return [...openedFirst(writing), planEntry(writing, 'plan.drafted', { lines, own: body.own })];
  });

type Rows = ReadonlyMap<number, TreeNode>;
type Sent = DraftBody['lines'];

/** What can be a target at all; each failure names the unit. */
export function decideLines(lines: readonly DraftLine[], rows: Rows, above: string): void {
  const seen = new Set<string>();
  for (const [at, line] of lines.entries()) {
    const row = rows.get(line.unitId);
    if (!row) throw new Invalid('plans.not_below', { unit: above, line: at + 1 });
    if (!isFigureOf(line, row)) throw new Invalid('plans.wrong_figure', { unit: row.name });
    decideGiven(line, row.name);
    if (seen.has(lineKey(line))) throw new Invalid('plans.named_twice', { unit: row.name });
    seen.add(lineKey(line));
  }
}

function isFigureOf({ figure: id, part }: DraftLine, row: TreeNode): boolean {
  const figure = findFigure(id);
  if (!figure?.target || (figure.of === 'mass') !== isMass(row)) return false;
  return part === '' || (figure.parts as readonly string[]).includes(part);
}

function decideGiven({ part, amount, share }: Given & { part: string }, unit: string): void {
  if (share !== null && part === '') throw new Invalid('plans.share_of_whole', { unit });
  const { minimum, maximum } = amount ?? { minimum: null, maximum: null };
  if (minimum !== null && maximum !== null && minimum > maximum)
    throw new Invalid('plans.range_turned', { unit });
}

function decideOwn(own: DraftBody['own'], unit: string): void {
  for (const line of own) {
    const figure = findFigure(line.figure);
    const fits =
      figure?.target && (line.part === '' || (figure.parts as readonly string[]).includes(line.part));
    if (!fits) throw new Invalid('plans.wrong_figure', { unit });
    decideGiven(line, unit);
  }
}

export const isCleared = ({ amount, share }: Given): boolean => amount === null && share === null;

/** A number in force does not end by an empty cell: it ends by another number. */
async function refuseClearing(tx: Tx, { lines, period }: DraftBody, rows: Rows): Promise<void> {
  const cleared = lines.filter((line) => isCleared(line) && line.before === null);
  if (cleared.length === 0) return;
  const held = await inForceOf(
    tx,
    period,
    cleared.map(({ unitId }) => unitId),
  );
  for (const line of cleared) {
    const number = held.get(lineKey(line))?.given.amount;
    if (number) {
      const unit = rows.get(line.unitId)?.name ?? '';
      throw new Invalid('plans.cannot_clear', { unit, number: sayAmount(number) });
    }
  }
}

export interface InForce {
  given: Given;
  since: string;
}

/** What stands today of these units, by line. */
export async function inForceOf(
  db: Queryable,
  period: string,
  units: readonly number[],
): Promise<Map<string, InForce>> {
  const found = await targetsOn(db, { period, on: today(), units });
  return new Map(
    found.flatMap((target) => {
      const given = target.kind === 'assigned' ? givenOf(target) : null;
      return given ? [[lineKey(target), { given, since: target.since }] as const] : [];
    }),
  );
}

interface Compared {
  body: DraftBody;
  rows: Rows;
}

async function refuseClashes(tx: Tx, plan: Plan | null, { body, rows }: Compared): Promise<void> {
  const held = new Map(plan?.lines.map((line) => [lineKey(line), line]));
  const clashing = body.lines.filter((line) => isClash(line, held.get(lineKey(line))));
  if (clashing.length === 0) return;
  const names = await namesOf(tx, plan?.lines ?? []);
  const clashes = clashing.map((line): Clash => {
    const theirs = held.get(lineKey(line));
    return {
      unitId: line.unitId,
      name: rows.get(line.unitId)?.name ?? '',
      figure: line.figure,
      part: line.part,
      theirs: theirs ? { amount: theirs.amount, share: theirs.share } : null,
      by: theirs ? (names.get(theirs.by) ?? null) : null,
      at: theirs?.at ?? null,
    };
  });
  throw new Stale('plans.clash', { count: clashes.length }, { clashes });
}

/** Changed since the sender looked, and to something else than what the sender wants. */
function isClash(line: Sent[number], theirs: HeldLine | undefined): boolean {
  const now: Given | null = theirs ?? null;
  return !sameGiven(now, line.before) && !sameGiven(now, isCleared(line) ? null : line);
}

async function namesOf(db: Queryable, lines: readonly HeldLine[]): Promise<Map<string, string>> {
  const ids = [...new Set(lines.map(({ by }) => by))];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, display_name as name from account where id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
