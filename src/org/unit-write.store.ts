// Writing to the tree: one way for founding, acts, corrections and withdrawals – lock, read, judge what the tree
// would be, append.
import { sql } from 'kysely';
import { today } from '../platform/clock.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import type { PartialDay } from '../platform/day.ts';
import { withdrawal } from '../platform/effective.ts';
import type { Entry, NewEntry } from '../platform/entry.ts';
import { Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append, entriesOf } from '../platform/ledger.ts';
import { write, writeAlone } from '../platform/write/once.ts';
import { foldUnit, isBeginning, type Unit } from './unit.ts';
import {
  type ActInput,
  actEntry,
  beginningOf,
  type CorrectInput,
  decideDay,
  decideTime,
  decideUnit,
  type FoundInput,
  type Neighbour,
  type Surroundings,
} from './unit-acts.ts';
import { findUnit, getUnit, lockTree, takeUnitIds } from './unit.store.ts';

/** Founds a unit or takes one over; gives its id. */
export async function recordUnit(db: Db, actor: Actor, input: FoundInput): Promise<number> {
  const once = { clientId: input.clientId, accountId: actor.accountId, stream: 'unit:' };
  const done = await write(db, once, async (tx) => {
    await lockTree(tx);
    const parent = await getUnit(tx, actor, 'unit.write', input.parentId);
    decideDay(input.happenedOn, today());
    for (const day of [input.foundedOn, input.decision?.on]) if (day) decideDay(day, today());
    const [id] = (await takeUnitIds(tx, 1)) as [number];
    const entry: NewEntry = {
      clientId: input.clientId,
      stream: `unit:${id}`,
      kind: input.decision ? 'unit.founded' : 'unit.taken_over',
      happenedOn: input.happenedOn,
      unitId: id,
      data: beginningOf(input, parent.provinceId),
    };
    const after = foldUnit(id, preview([], [entry]));
    decideUnit(null, after, await surroundings(tx, id, after, 'now'), input.happenedOn);
    await append(tx, actor, [entry]);
    return id;
  });
  return done.repeated ? unitOf(db, input.clientId) : done.result;
}

async function unitOf(db: Db, clientId: string): Promise<number> {
  const row = await db
    .selectFrom('ledger')
    .select('unit_id')
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  if (!row?.unit_id) throw new Invalid('ledger.client_id_taken');
  return row.unit_id;
}

function decideDays(act: ActInput | CorrectInput): void {
  decideDay(act.happenedOn, today());
  if (act.decision) decideDay(act.decision.on, today());
}

interface Change {
  clientId: string;
  version?: number | undefined;
  /** The new entries for a unit as it stands, judged as far as the act alone goes. */
  make: (unit: Unit, entries: Entry[], tx: Tx) => Promise<{ entries: NewEntry[]; on: PartialDay }>;
}

async function recordChange(db: Db, actor: Actor, id: number, change: Change): Promise<void> {
  const once = { clientId: change.clientId, accountId: actor.accountId, stream: `unit:${id}` };
  // What is recorded anywhere stands in a unit: nobody comes into one that is being ended.
  await writeAlone(db, once, async (tx) => {
    const row = await getUnit(tx, actor, 'unit.write', id);
    if (change.version !== undefined && change.version !== row.version)
      throw new Stale('ledger.changed_meanwhile');
    const entries = (await entriesOf(tx, [`unit:${id}`])).get(`unit:${id}`) ?? [];
    const before = foldUnit(id, entries);
    if (!before) throw new Missing('access.missing');
    const made = await change.make(before, entries, tx);
    const after = foldUnit(id, preview(entries, made.entries));
    if (after && after.parentId !== before.parentId && after.parentId !== null)
      await getUnit(tx, actor, 'unit.write', after.parentId);
    decideUnit(before, after, await surroundings(tx, id, after ?? before, after ? 'now' : 'ever'), made.on);
    await append(tx, actor, made.entries);
  });
}

export const recordUnitAct = (db: Db, actor: Actor, id: number, act: ActInput): Promise<void> =>
  recordChange(db, actor, id, {
    ...act,
    make: async (unit) => {
      decideDays(act);
      decideTime(unit, act.act, act.happenedOn);
      return { entries: [actEntry(unit, act)], on: act.happenedOn };
    },
  });

/** Replaces an entry that stands by another of the same kind; both stay in the ledger. */
export const recordUnitCorrection = (
  db: Db,
  actor: Actor,
  at: { id: number; entry: string },
  act: CorrectInput,
): Promise<void> =>
  recordChange(db, actor, at.id, {
    ...act,
    make: async (unit, entries) => {
      const old = standingEntry(entries, at.entry);
      const made = actEntry(unit, act);
      const kind = isBeginning(old) && act.act === 'found' ? old.kind : made.kind;
      if (kind !== old.kind) throw new Invalid('org.other_act');
      decideDays(act);
      const without = foldUnit(unit.id, preview(entries, [withdrawalOf(act.clientId, old)]));
      if (without) decideTime(without, act.act, act.happenedOn);
      const data = isBeginning(old)
        ? { ...made.data, external: unit.external, sourceKey: unit.sourceKey }
        : made.data;
      return { entries: [{ ...made, kind, data, names: old.clientId }], on: act.happenedOn };
    },
  });

/** `gone`: it was the beginning, and the unit is no more. */
export async function recordUnitWithdrawal(
  db: Db,
  actor: Actor,
  at: { id: number; entry: string },
  input: { clientId: string; reason: string; version?: number | undefined },
): Promise<{ gone: boolean }> {
  await recordChange(db, actor, at.id, {
    ...input,
    make: async (unit, entries) => {
      const old = standingEntry(entries, at.entry);
      if (isBeginning(old) && unit.parentId === null) throw new Invalid('org.top_stays');
      const reason: NewEntry = {
        clientId: derivedId(input.clientId, 'reason'),
        stream: old.stream,
        kind: 'unit.reason',
        happenedOn: null,
        unitId: old.unitId,
        data: { of: old.clientId, reason: input.reason },
      };
      return { entries: [withdrawalOf(input.clientId, old), reason], on: old.happenedOn ?? today() };
    },
  });
  return { gone: (await findUnit(db, at.id)) === undefined };
}

export const withdrawalOf = (clientId: string, old: Entry): NewEntry => ({
  clientId,
  stream: old.stream,
  kind: withdrawal,
  happenedOn: old.happenedOn,
  unitId: old.unitId,
  personId: old.personId,
  names: old.clientId,
  data: {},
});

/** The entry, if it still stands: not yet corrected, withdrawn or itself a remark. */
export function standingEntry(entries: readonly Entry[], clientId: string): Entry {
  const entry = entries.find((item) => item.clientId === clientId);
  if (!entry || entry.kind === withdrawal || entry.kind.endsWith('.reason'))
    throw new Missing('access.missing');
  if (entries.some((item) => item.names === clientId)) throw new Stale('ledger.changed_meanwhile');
  return entry;
}

/** The entries as they would be with the new ones written. */
export const preview = (entries: readonly Entry[], made: readonly NewEntry[]) => [
  ...entries,
  ...made.map((entry, index) => ({
    ...entry,
    names: entry.names ?? null,
    position: Number.MAX_SAFE_INTEGER - 100 + index,
  })),
];

/** What stands around a unit; 'ever' counts what has ended as well. */
async function surroundings(
  tx: Tx,
  id: number,
  unit: Unit | null,
  span: 'now' | 'ever',
): Promise<Surroundings> {
  const all = span === 'ever';
  const parentRow = unit?.parentId ? await findUnit(tx, unit.parentId) : undefined;
  const counts = await sql<{ members: number; dossiers: number }>`
    select (select count(*) from person where unit_id = ${id}
              and (${all} or status in ('nominee', 'probationary', 'official')))::int as members,
           (select count(*) from dossier where unit_id = ${id} and (${all} or closed_as is null))::int as dossiers`.execute(
    tx,
  );
  const offices = await sql<{ id: number; kind: string; title: string | null }>`
    select id, kind, title from office where unit_id = ${id} and (${all} or to_on is null or to_on > ${today()})
    order by id`.execute(tx);
  return {
    parent: parentRow ?? null,
    children: await childrenOf(tx, id, all),
    members: counts.rows[0]?.members ?? 0,
    dossiers: counts.rows[0]?.dossiers ?? 0,
    offices: offices.rows,
  };
}

export async function childrenOf(db: Queryable, id: number, ended = false): Promise<Neighbour[]> {
  let query = db
    .selectFrom('unit')
    .select(['id', 'name', 'kind'])
    .where('parent_id', '=', id)
    .orderBy('name');
  if (!ended) query = query.where('ended_on', 'is', null);
  return query.execute();
}
