// Hand-overs in the database: the stream of each in the ledger, the current row folded from it, and finding one
// within reach – the origin through its subtree, the destination because it is addressed.
import { sql } from 'kysely';
import { may } from '../org/access.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { idOf } from '../platform/entry.ts';
import { foldHandover, handoverKinds, type HandoverRow, handoverStreamOf } from './handover.ts';

declare module '../platform/db.ts' {
  interface Tables {
    handover: HandoverRow & { province_id: string };
  }
}

export const handoverStream: Stream = {
  prefix: 'handover',
  kinds: handoverKinds,
  tables: ['handover'],
  project: projectHandovers,
};

async function projectHandovers(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(handoverStreamOf));
  const rows = [...entries].flatMap(([stream, own]) => foldHandover(idOf(stream), own) ?? []);
  await sql`delete from handover where id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into handover
    select r.id, first.province_id, r.dossier_id, r.person_id, r.from_unit_id, r.from_place, r.to_unit_id, r.to_place,
           r.state, r.reason, r.stage, r.months, r.order_on, r.sent_up, r.same_committee, r.letter_number, r.letter_on,
           r.proposed_on, r.proposed_by, r.proposed_at, r.ordered_entry, r.act_entry, r.answered_on, r.answered_by,
           r.answered_at, r.answer_entry, r.receipt_number, r.receipt_on, r.placed_unit_id, r.helper_id, r.why, r.version
    from jsonb_populate_recordset(null::handover, ${JSON.stringify(rows)}::jsonb) as r
    join ledger as first on first.stream = 'handover:' || r.id and first.version = 1`.execute(tx);
}

/** A hand-over with where its two ends stand. */
export interface Found extends HandoverRow {
  fromPath: string | null;
  toPath: string | null;
  /** where the dossier stands today; null when there is none any more */
  dossierPath: string | null;
  live: boolean;
}

/** Waits for an answer: the candidacy still goes on, and where it was proposed. */
export const live = sql<boolean>`(handover.state = 'open' and coalesce(dossier.closed_as is null
  and dossier.unit_id = handover.from_unit_id, false))`;

export async function findHandover(db: Queryable, id: string): Promise<Found | undefined> {
  return db
    .selectFrom('handover')
    .leftJoin('unit as origin', 'origin.id', 'handover.from_unit_id')
    .leftJoin('unit as goal', 'goal.id', 'handover.to_unit_id')
    .leftJoin('dossier', 'dossier.id', 'handover.dossier_id')
    .leftJoin('unit as now', 'now.id', 'dossier.unit_id')
    .selectAll('handover')
    .select(['origin.path as fromPath', 'goal.path as toPath', 'now.path as dossierPath', live.as('live')])
    .where('handover.id', '=', id)
    .executeTakeFirst();
}

/** The origin acts and takes back; the destination answers; both read. */
export const isSender = (actor: Actor, found: Pick<Found, 'fromPath'>, action = 'handover.act'): boolean =>
  found.fromPath !== null && may(actor, action, { path: found.fromPath });
export const isReceiver = (actor: Actor, found: Pick<Found, 'toPath'>, action = 'handover.answer'): boolean =>
  found.toPath !== null && may(actor, action, { path: found.toPath, addressedPath: found.toPath });

export const mayRead = (actor: Actor, found: Pick<Found, 'fromPath' | 'toPath'>): boolean =>
  isSender(actor, found, 'handover.read') ||
  isReceiver(actor, found) ||
  isReceiver(actor, found, 'handover.read');

export async function getHandover(
  db: Queryable,
  id: string,
  allows: (found: Found) => boolean,
): Promise<Found> {
  const found = await findHandover(db, id);
  if (!found || !allows(found)) throw new Missing('access.missing');
  return found;
}
