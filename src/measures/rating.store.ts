// Yearly ratings in the database: the stream of each unit, what stands for a year, recording one with the result of the
// year frozen beside it, and taking it back.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { getDocumentLine } from '../documents/document.store.ts';
import { may } from '../org/access.ts';
import { findUnit, getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import { Forbidden, Invalid, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { append, entriesOf, type Stream } from '../platform/ledger.ts';
import { idOf } from '../platform/entry.ts';
import { write } from '../platform/write/once.ts';
import type { Json } from '../platform/tables.ts';
import {
  foldRatings,
  type FrozenLine,
  type Level,
  rateFault,
  type Rating,
  ratingKinds,
  ratingStreamOf,
} from './rating.ts';
import { frozenLines } from './result-lines.store.ts';
import type { RateBody } from './view.ts';

declare module '../platform/db.ts' {
  interface Tables {
    unit_rating: {
      unit_id: number;
      year: number;
      entry: string;
      province_id: string;
      level: Level;
      rated_on: string;
      as_of: string;
      decision: Json<Rating['decision']>;
      document_id: string | null;
      lines: Json<FrozenLine[]>;
      version: number;
    };
  }
}

export const ratingStream: Stream = {
  prefix: 'unit_rating',
  kinds: ratingKinds,
  tables: ['unit_rating'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(ratingStreamOf));
  const rows = [...entries].flatMap(([stream, own]) =>
    foldRatings(own).map((rating) => rowOf(idOf(stream), rating)),
  );
  await sql`delete from unit_rating where unit_id = any(${ids.map(Number)}::int[])`.execute(tx);
  await sql`
    insert into unit_rating
    select r.unit_id, r.year, r.entry, made.province_id, r.level, r.rated_on, r.as_of, r.decision, r.document_id,
           r.lines, r.version
    from jsonb_populate_recordset(null::unit_rating, ${JSON.stringify(rows)}::jsonb) as r
    join ledger as made on made.client_id = r.entry`.execute(tx);
}

const rowOf = (unitId: string, rating: Rating) => ({
  unit_id: Number(unitId),
  year: rating.year,
  entry: rating.entry,
  level: rating.level,
  rated_on: rating.ratedOn,
  as_of: rating.asOf,
  decision: rating.decision,
  document_id: rating.documentId,
  lines: rating.lines,
  version: rating.version,
});

export interface RatingRow {
  unitId: number;
  entry: string;
  level: Level;
  ratedOn: string;
  asOf: string;
  decision: Rating['decision'];
  documentId: string | null;
  lines: FrozenLine[];
}

export async function findRatings(
  db: Queryable,
  units: readonly number[],
  year: number,
): Promise<Map<number, RatingRow>> {
  const { rows } = await sql<RatingRow>`
    select unit_id as "unitId", entry, level, rated_on as "ratedOn", as_of as "asOf", decision,
           document_id as "documentId", lines
    from unit_rating where unit_id = any(${[...units]}::int[]) and year = ${year}`.execute(db);
  return new Map(rows.map((row) => [row.unitId, row]));
}

/** The committee above rates; a unit whose superior keeps nothing here enters what it was told. */
export async function mayRate(db: Queryable, actor: Actor, unit: UnitRow): Promise<boolean> {
  const parent = await superiorOf(db, unit);
  return may(actor, 'plan.assign', { path: parent?.path ?? unit.path });
}

async function superiorOf(db: Queryable, { parentId }: UnitRow): Promise<UnitRow | null> {
  const parent = parentId === null ? undefined : await findUnit(db, parentId);
  return parent && !parent.external ? parent : null;
}

/** Names the numbers of a result, so that a rating can say which it has seen. */
export const seenOf = (asOf: string, lines: readonly FrozenLine[]): string =>
  createHash('sha256')
    .update(JSON.stringify([asOf, lines]))
    .digest('base64url');

export async function recordRating(db: Db, actor: Actor, unitId: number, body: RateBody): Promise<void> {
  const stream = ratingStreamOf(unitId);
  const { clientId, year, level, decision, documentId, happenedOn } = body;
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const unit = await getUnit(tx, actor, 'plan.read', unitId);
    await decideRating(tx, actor, unit, body);
    const { asOf, lines } = await frozenLines(tx, unitId, year);
    if (body.seen !== seenOf(asOf, lines)) throw new Stale('rating.changed_meanwhile');
    // Of two who rate at once the second looks at what the first has decided.
    const standing = (await findRatings(tx, [unitId], year)).get(unitId)?.entry ?? null;
    if (body.over !== standing) throw new Stale('rating.rated_meanwhile');
    const data = { year, level, decision, documentId, asOf, lines };
    await append(tx, actor, [{ clientId, stream, kind: 'unit_rating.recorded', happenedOn, unitId, data }]);
  });
}

async function decideRating(tx: Tx, actor: Actor, unit: UnitRow, body: RateBody): Promise<void> {
  if (!(await mayRate(tx, actor, unit))) throw new Forbidden('rating.not_above');
  const fault = rateFault({ year: body.year, on: body.happenedOn }, today());
  if (fault) throw new Invalid(fault, { day: formatDay(body.happenedOn) });
  const paper = body.decision.number !== null || body.documentId !== null;
  if (!paper && (await superiorOf(tx, unit)) === null) throw new Invalid('rating.no_paper');
  if (body.documentId !== null) await getDocumentLine(tx, actor, body.documentId);
}

export interface TakingBack {
  unitId: number;
  year: number;
  entry: string;
  clientId: string;
}
export async function withdrawRating(db: Db, actor: Actor, asked: TakingBack): Promise<void> {
  const { unitId, year, entry, clientId } = asked;
  const stream = ratingStreamOf(unitId);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const unit = await getUnit(tx, actor, 'plan.read', unitId);
    if (!(await mayRate(tx, actor, unit))) throw new Forbidden('rating.not_above');
    const standing = (await findRatings(tx, [unitId], year)).get(unitId);
    if (standing?.entry !== entry) throw new Stale('rating.gone');
    await append(tx, actor, [
      { clientId, stream, kind: withdrawal, happenedOn: null, unitId, names: entry, data: {} },
    ]);
  });
}
