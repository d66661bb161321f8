// One act for many dossiers at once: looked at first, then written for each that may take it, and taken back as one. The
// act of each dossier is an entry of its own; an entry beside them says that they were written together.
import { sql } from 'kysely';
import { z } from 'zod';
import { wordsOf } from '../../platform/answer.ts';
import { logAccess } from '../../platform/audit.ts';
import type { Db, Queryable, Tx } from '../../platform/db.ts';
import { type Failure, Invalid, Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { derivedId } from '../../platform/ids.ts';
import { append, entriesOf, type Stream } from '../../platform/ledger.ts';
import { write } from '../../platform/write/once.ts';
import type { Message } from '../../platform/messages.ts';
import { explain, wordsOf as namesOf } from '../../wording/explain.ts';
import { regulations } from '../../worklist/in-force.ts';
import type { Verdict } from '../../rules/verdict.ts';
import { law } from '../../road/law.ts';
import { getStep } from '../../road/prepare.ts';
import { firstStep } from '../../road/road.ts';
import type {
  BulkBody,
  BulkDone,
  BulkItem,
  BulkPreview,
  BulkPreviewBody,
  BulkUndone,
} from '../../road/bulk-view.ts';
import { withdrawWithin } from './undo.store.ts';
import { type ActWithin, actsWithin, judgeMany, type Judged } from './within.store.ts';

const ids = z.array(z.uuid()).max(500);
const kinds = {
  'bulk.acted': z.object({ step: z.string().regex(/^[a-z][a-z0-9_]*$/), done: ids, left: ids }),
  'bulk.undone': z.object({ undone: ids, kept: ids }),
} satisfies Record<string, z.ZodType>;
type Acted = z.output<(typeof kinds)['bulk.acted']>;
type Undone = z.output<(typeof kinds)['bulk.undone']>;

/** Nothing is folded from it: it only says which acts belong together. */
export const bulkStream: Stream = {
  prefix: 'bulk',
  kinds,
  tables: [],
  project: async () => {},
};
const streamOf = (clientId: string): string => `bulk:${clientId}`;

const bodyFor = (body: BulkPreviewBody, id: string, clientId: string): ActWithin => ({
  step: body.step,
  happenedOn: body.happenedOn,
  inputs: body.inputs,
  onBehalf: body.onBehalf ?? null,
  consent: body.consent ?? null,
  clientId: derivedId(clientId, id),
  version: body.versions?.[id],
});
const itemsFor = (body: BulkPreviewBody, list: readonly string[], clientId: string) =>
  [...new Set(list)].map((id) => ({ id, body: bodyFor(body, id, clientId) }));

/** Votes are counted for one person at a time, and a nomination names one. */
function refuseSingle(step: string): void {
  const known = getStep(law(), step).step;
  if (known.id === firstStep || known.inputs.some(({ kind }) => kind === 'ballot' || kind === 'earlier'))
    throw new Invalid('admission.not_in_bulk');
}

/** What would become of each; dossiers out of reach are not there. */
export async function previewBulk(db: Db, actor: Actor, body: BulkPreviewBody): Promise<BulkPreview> {
  refuseSingle(body.step);
  const judged = await judgeMany(db, actor, itemsFor(body, body.ids, body.ids[0] as string));
  await logAccess(db, actor, { action: 'list', subject: 'dossier' });
  return { items: await told(db, judged) };
}

/** Those that are there for this reader, by name, each with what speaks against it. */
async function told(db: Queryable, judged: readonly Judged[]): Promise<BulkItem[]> {
  const near = judged.filter((one) => !('why' in one && one.why instanceof Missing));
  const names = await readNames(db, near);
  return ordered(near.map((one) => itemOf(one, names)));
}

/** A refusal of the rules carries its verdict; everything else its own words. */
function itemOf(one: Judged, names: ReadonlyMap<string, string>): BulkItem {
  const name = names.get(one.id) ?? '';
  if (!('why' in one)) return { id: one.id, name, outcome: one.verdict.outcome, why: null };
  const verdict = verdictIn(one.why);
  return { id: one.id, name, outcome: verdict?.outcome ?? 'refused', why: wordsFor(one.why, verdict) };
}

const verdictIn = ({ kind, details }: Failure): Verdict | null =>
  kind === 'Refused' && typeof details === 'object' && details !== null && 'reasons' in details
    ? (details as Verdict)
    : null;

function wordsFor(why: Failure, verdict: Verdict | null): Message {
  const reason = verdict?.reasons.find(({ outcome }) => outcome !== 'allowed');
  if (!reason) return wordsOf(why.code, why.params);
  const named = namesOf(regulations());
  return { vi: explain(reason, 'vi', named), en: explain(reason, 'en', named) };
}

const ordered = (items: BulkItem[]): BulkItem[] =>
  items.toSorted((a, b) => a.name.localeCompare(b.name, 'vi') || a.id.localeCompare(b.id));

async function readNames(db: Queryable, items: readonly { id: string }[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('dossier')
    .innerJoin('person', 'person.id', 'dossier.person_id')
    .select(['dossier.id', 'person.full_name as name'])
    .where(sql<boolean>`dossier.id = any(${items.map(({ id }) => id)}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Writes the act for each dossier that may take it; sent twice, it answers with what the first sending did. */
export async function recordBulk(db: Db, actor: Actor, body: BulkBody): Promise<BulkDone> {
  refuseSingle(body.step);
  const { clientId } = body;
  const once = { clientId, accountId: actor.accountId, stream: streamOf(clientId) };
  const written = await write(db, once, async (tx) => {
    const { done, left } = await actsWithin(tx, actor, itemsFor(body, body.ids, clientId));
    const items = await told(tx, left);
    const kept = { done: done.map(({ id }) => id), left: items.map(({ id }) => id) };
    await keep(tx, actor, body, kept);
    return { done: kept.done, left: items };
  });
  return written.repeated ? repeated(db, actor, body) : written.result;
}

const keep = (
  tx: Tx,
  actor: Actor,
  { clientId, step, happenedOn }: BulkBody,
  acted: Pick<Acted, 'done' | 'left'>,
): Promise<void> =>
  append(tx, actor, [
    {
      clientId,
      stream: streamOf(clientId),
      kind: 'bulk.acted',
      happenedOn,
      unitId: actor.unitId,
      data: { step, ...acted },
    },
  ]);

/** What stood in the way of those left out is told as it stands now. */
async function repeated(db: Db, actor: Actor, body: BulkBody): Promise<BulkDone> {
  const { done, left } = (await readActed(db, actor, body.clientId)).acted;
  const judged = await judgeMany(db, actor, itemsFor(body, left, body.clientId));
  return { done, left: await told(db, judged) };
}

async function readActed(
  db: Queryable,
  actor: Actor,
  clientId: string,
): Promise<{ acted: Acted; undone: Undone | null }> {
  const entries = (await entriesOf(db, [streamOf(clientId)])).get(streamOf(clientId)) ?? [];
  const first = entries.find(({ kind }) => kind === 'bulk.acted');
  // Only whoever wrote them together takes them back together; others correct one by one.
  if (!first || first.recordedBy !== actor.accountId) throw new Missing('access.missing');
  const undone = entries.findLast(({ kind }) => kind === 'bulk.undone');
  return { acted: first.data as Acted, undone: undone ? (undone.data as Undone) : null };
}

/** Takes back each act on which nothing was built meanwhile; the others are named. */
export async function undoBulk(
  db: Db,
  actor: Actor,
  bulk: string,
  body: { clientId: string; reason: string },
): Promise<BulkUndone> {
  const once = { clientId: body.clientId, accountId: actor.accountId, stream: streamOf(bulk) };
  await write(db, once, async (tx) => {
    const { acted, undone: before } = await readActed(tx, actor, bulk);
    if (before && before.kept.length === 0) throw new Invalid('admission.undone_already');
    const open = before ? before.kept : acted.done;
    const backs = open.map((id) => ({
      id,
      entry: derivedId(bulk, id),
      clientId: derivedId(body.clientId, id),
    }));
    const data = await withdrawWithin(tx, actor, backs, body.reason);
    const stream = { stream: streamOf(bulk), kind: 'bulk.undone', happenedOn: null, unitId: actor.unitId };
    await append(tx, actor, [{ ...stream, clientId: body.clientId, data }]);
  });
  return tellUndone(db, actor, bulk);
}

async function tellUndone(db: Db, actor: Actor, bulk: string): Promise<BulkUndone> {
  const { undone } = await readActed(db, actor, bulk);
  const kept = (undone?.kept ?? []).map((id) => ({ id }));
  const names = await readNames(db, kept);
  const why = wordsOf('admission.built_upon');
  const items = kept.map(({ id }) => ({
    id,
    name: names.get(id) ?? '',
    outcome: 'refused' as const,
    why,
  }));
  return { undone: undone?.undone ?? [], left: ordered(items) };
}
