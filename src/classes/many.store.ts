// One write about many people of a class: who was written, who was left out and why – the same answer when it is sent
// twice. Nobody chosen is dropped without a word.
import { sql } from 'kysely';
import { wordsOf } from '../platform/answer.ts';
import type { Queryable } from '../platform/db.ts';
import { derivedId } from '../platform/ids.ts';
import type { Params } from '../platform/messages.ts';
import type { DoneView } from './view.ts';

export interface LeftOut {
  dossierId: string;
  code: string;
  params?: Params;
}

/** The first entry bears the id of the write itself; the others are derived from it. */
export const idsFor = (clientId: string, dossiers: readonly string[]): Map<string, string> =>
  new Map(dossiers.map((id, at) => [id, at === 0 ? clientId : derivedId(clientId, id)]));

/** What this write put down, read from the ledger: whether it was now or at its first sending. */
export async function doneBy(
  db: Queryable,
  clientId: string,
  dossiers: readonly string[],
  left: readonly LeftOut[],
): Promise<DoneView> {
  const ids = [clientId, ...dossiers.map((id) => derivedId(clientId, id))];
  const result = await sql<{ dossierId: string; seat: string | null }>`
    select data ->> 'dossierId' as "dossierId", data ->> 'seat' as seat from ledger
    where client_id = any(${ids}::uuid[]) and stream like 'class:%'`.execute(db);
  const written = new Set(result.rows.map(({ dossierId }) => dossierId));
  const out = left.filter(({ dossierId }) => !written.has(dossierId));
  const names = await namesOf(
    db,
    out.map(({ dossierId }) => dossierId),
  );
  const waiting = result.rows.filter(({ seat }) => seat === 'waiting').length;
  return {
    done: result.rows.length - waiting,
    waiting,
    left: out.map(({ dossierId, code, params }) => ({
      dossierId,
      fullName: unseen.has(code) ? '' : (names.get(dossierId) ?? ''),
      why: wordsOf(code, params),
    })),
  };
}

/** Out of reach, or not yet the centre's to see. */
const unseen = new Set(['classes.left_unknown', 'classes.left_not_sent']);

export async function namesOf(db: Queryable, dossiers: readonly string[]): Promise<Map<string, string>> {
  if (dossiers.length === 0) return new Map();
  const result = await sql<{ id: string; fullName: string }>`
    select dossier.id, person.full_name as "fullName" from dossier join person on person.id = dossier.person_id
    where dossier.id = any(${[...dossiers]}::uuid[])`.execute(db);
  return new Map(result.rows.map(({ id, fullName }) => [id, fullName]));
}
