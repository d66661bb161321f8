// Programmes in the database: the stream of each, the rows folded from it, what a reader sees of them, and the writes.
import { type RawBuilder, sql } from 'kysely';
import { concernsSql, findDocuments, getDocumentLine } from '../documents/document.store.ts';
import { may, reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { findUnits, getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { type Day, formatDay } from '../platform/day.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append, entriesOf, type Stream } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import {
  foldProgramme,
  type Part,
  type PartState,
  partStateIds,
  type Programme,
  type ProgrammeData,
  programmeEntryKinds,
  type ProgrammeKind,
  programmeStreamOf,
} from './programme.ts';
import type { ProgrammesView, ProgrammeView } from './view.ts';

declare module '../platform/db.ts' {
  interface Tables {
    programme: {
      id: string;
      entry: string;
      province_id: string;
      kind: ProgrammeKind;
      name: string;
      unit_id: number;
      document_id: string | null;
      from_year: number;
      to_year: number | null;
      ended_on: string | null;
      version: number;
    };
    programme_unit: {
      programme_id: string;
      unit_id: number;
      state: PartState;
      on_day: string;
      entry: string;
      plan: string | null;
    };
  }
}

export const programmeStream: Stream = {
  prefix: 'programme',
  kinds: programmeEntryKinds,
  tables: ['programme', 'programme_unit'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(programmeStreamOf));
  const standing = ids.flatMap((id) => foldProgramme(id, entries.get(programmeStreamOf(id)) ?? []) ?? []);
  await sql`delete from programme_unit where programme_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from programme where id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into programme
    select r.id, r.entry, made.province_id, r.kind, r.name, r.unit_id, r.document_id, r.from_year, r.to_year, r.ended_on,
           r.version
    from jsonb_populate_recordset(null::programme, ${JSON.stringify(standing.map(rowOf))}::jsonb) as r
    join ledger as made on made.client_id = r.entry`.execute(tx);
  await sql`
    insert into programme_unit
    select * from jsonb_populate_recordset(null::programme_unit, ${JSON.stringify(standing.flatMap(partRows))}::jsonb)`.execute(
    tx,
  );
}

const rowOf = (one: Programme) => ({
  id: one.id,
  entry: one.entry,
  kind: one.kind,
  name: one.name,
  unit_id: one.unitId,
  document_id: one.documentId,
  from_year: one.fromYear,
  to_year: one.toYear,
  ended_on: one.endedOn,
  version: one.version,
});
const partRows = ({ id, parts }: Programme) =>
  parts.map(({ unitId, state, on, entry, plan }: Part) => ({
    programme_id: id,
    unit_id: unitId,
    state,
    on_day: on,
    entry,
    plan,
  }));

/** A unit within reach, or one above it: whatever the committee takes part in, its cells do. */
const concerned = (actor: Actor): RawBuilder<boolean> =>
  concernsSql(reach(actor, 'unit.read'), sql<string>`unit.path`);

/** Whoever looks after the committee that leads it, the units that take part, and nobody beside. */
const seen = (actor: Actor): RawBuilder<boolean> => sql<boolean>`
  (${reachSql(reach(actor, 'unit.read'), { path: sql<string>`lead.path` })}
   or exists (select from programme_unit part join unit on unit.id = part.unit_id
              where part.programme_id = programme.id and ${concerned(actor)}))`;

interface Row extends Omit<ProgrammesView['items'][number], 'document' | 'parts'> {
  documentId: string | null;
  path: string;
}
const columns = sql`programme.id, programme.kind, programme.name, programme.unit_id as "unitId",
  lead.name as "unitName", lead.path, programme.from_year as "fromYear", programme.to_year as "toYear",
  programme.ended_on as "endedOn", programme.document_id as "documentId"`;

/** Those that concern the unit: led by it, above it or below it; running ones first. */
export async function listProgrammes(
  db: Queryable,
  actor: Actor,
  { unit: asked }: { unit?: number | undefined },
): Promise<ProgrammesView> {
  const unit = asked === undefined ? null : await getUnit(db, actor, 'unit.read', asked);
  const about =
    unit === null
      ? sql<boolean>`true`
      : sql<boolean>`(lead.path like ${`${unit.path}%`} or ${unit.path} like lead.path || '%')`;
  const { rows } = await sql<Row>`
    select ${columns} from programme join unit lead on lead.id = programme.unit_id
    where ${seen(actor)} and ${about}
    order by programme.ended_on is not null, programme.from_year desc, programme.name`.execute(db);
  const documents = await findDocuments(
    db,
    actor,
    rows.map(({ documentId }) => documentId),
  );
  const parts = await statesOf(
    db,
    actor,
    rows.map(({ id }) => id),
  );
  return {
    items: rows.map(({ documentId, path: _path, ...row }) => ({
      ...row,
      document: documents.get(documentId ?? '') ?? null,
      parts: parts.get(row.id) ?? [],
    })),
    can: unit === null || may(actor, 'unit.write', { path: unit.path }) ? leadingOf(actor) : [],
  };
}

const leadingOf = (actor: Actor): string[] =>
  actor.unitPath !== null && may(actor, 'unit.write', { path: actor.unitPath }) ? ['unit.write'] : [];

type Counted = ProgrammesView['items'][number]['parts'];
async function statesOf(db: Queryable, actor: Actor, ids: readonly string[]): Promise<Map<string, Counted>> {
  const { rows } = await sql<{ id: string; state: PartState; units: number }>`
    select programme_id as id, state, count(*)::int as units
    from programme_unit part join unit on unit.id = part.unit_id
    where programme_id = any(${[...ids]}::uuid[]) and ${concerned(actor)} group by 1, 2`.execute(db);
  const found = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    [...found].map(([id, own]) => [
      id,
      own
        .map(({ state, units }) => ({ state, units }))
        .toSorted((a, b) => partStateIds.indexOf(a.state) - partStateIds.indexOf(b.state)),
    ]),
  );
}

async function getProgramme(db: Queryable, actor: Actor, id: string): Promise<Programme & { lead: Row }> {
  const { rows } = await sql<Row>`
    select ${columns} from programme join unit lead on lead.id = programme.unit_id
    where programme.id = ${id}::uuid and ${seen(actor)}`.execute(db);
  const [lead] = rows;
  const stream = programmeStreamOf(id);
  const programme = lead && foldProgramme(id, (await entriesOf(db, [stream])).get(stream) ?? []);
  if (!programme) throw new Missing('access.missing');
  return { ...programme, lead };
}

export async function viewProgramme(db: Queryable, actor: Actor, id: string): Promise<ProgrammeView> {
  const { lead, parts, version } = await getProgramme(db, actor, id);
  const { documentId, path, ...line } = lead;
  const units = await findUnits(
    db,
    parts.map(({ unitId }) => unitId),
  );
  const parents = await findUnits(
    db,
    [...units.values()].map(({ parentId }) => parentId).filter((one) => one !== null),
  );
  const told = parts.flatMap(({ unitId, state, on, plan }) => {
    const unit = units.get(unitId);
    if (!unit || !may(actor, 'unit.read', { path: unit.path })) return [];
    const parentName = parents.get(unit.parentId ?? 0)?.name ?? null;
    return [{ unitId, name: unit.name, parentName, state, on, plan, path: unit.path }];
  });
  const documents = await findDocuments(db, actor, [documentId]);
  return {
    ...line,
    version,
    document: documents.get(documentId ?? '') ?? null,
    parts: told
      .toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
      .map(({ path: _path, ...part }) => part),
    unseen: parts.length - told.length,
    can: may(actor, 'unit.write', { path }) ? ['unit.write'] : [],
  };
}

function decideYears({ fromYear, toYear }: ProgrammeData): void {
  if (toYear !== null && toYear < fromYear)
    throw new Invalid('areas.years_order', {}, { fields: ['toYear'] });
}

export async function beginProgramme(
  db: Db,
  actor: Actor,
  { clientId, unitId, ...data }: ProgrammeData & { clientId: string; unitId: number },
): Promise<{ id: string }> {
  const id = derivedId(clientId, 'programme');
  const stream = programmeStreamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    await getUnit(tx, actor, 'unit.write', unitId);
    decideYears(data);
    if (data.documentId !== null) await getDocumentLine(tx, actor, data.documentId);
    await append(tx, actor, [{ clientId, stream, kind: 'programme.begun', happenedOn: null, unitId, data }]);
  });
  return { id };
}

interface Asked {
  id: string;
  clientId: string;
  version: number;
}

async function say(
  db: Db,
  actor: Actor,
  { id, clientId, version }: Asked,
  decide: (tx: Tx, found: Programme) => Promise<Pick<NewEntry, 'kind' | 'happenedOn' | 'data' | 'names'>[]>,
): Promise<void> {
  const stream = programmeStreamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const found = await getProgramme(tx, actor, id);
    if (!may(actor, 'unit.write', { path: found.lead.path })) throw new Missing('access.missing');
    if (found.version !== version) throw new Stale('ledger.changed_meanwhile');
    const said = await decide(tx, found);
    const idOf = (at: number) => (at === 0 ? clientId : derivedId(clientId, `part ${at}`));
    const about = { stream, unitId: found.unitId };
    await append(
      tx,
      actor,
      said.map((one, at) => ({ ...about, clientId: idOf(at), ...one })),
    );
  });
}

export const amendProgramme = (
  db: Db,
  actor: Actor,
  { id, clientId, version, ...data }: ProgrammeData & Asked,
): Promise<void> =>
  say(db, actor, { id, clientId, version }, async (tx, found) => {
    decideYears(data);
    if (data.documentId !== null && data.documentId !== found.documentId)
      await getDocumentLine(tx, actor, data.documentId);
    return [{ kind: 'programme.amended', happenedOn: null, names: found.entry, data: { ...data } }];
  });

function decideFrom({ fromYear }: Programme, on: Day, field: string): void {
  if (Number(on.slice(0, 4)) < fromYear)
    throw new Invalid('areas.before_programme', { year: fromYear }, { fields: [field] });
}

export interface PartsSaid {
  unitIds: number[];
  state: PartState;
  on: Day;
  plan: string | null;
}

/** Units of the committee take part, or have come further. */
export const tellParts = (
  db: Db,
  actor: Actor,
  { unitIds, state, on, plan, ...asked }: Asked & PartsSaid,
): Promise<void> =>
  say(db, actor, asked, async (tx, found) => {
    if (on > today()) throw new Invalid('ledger.future_day', { day: formatDay(on) }, { fields: ['on'] });
    decideFrom(found, on, 'on');
    const chosen = [...new Set(unitIds)];
    const units = await findUnits(tx, chosen);
    const lead = (await findUnits(tx, [found.unitId])).get(found.unitId)?.path ?? '?';
    if (chosen.some((unitId) => !units.get(unitId)?.path.startsWith(lead)))
      throw new Missing('access.missing');
    return chosen.map((unitId) => ({
      kind: 'programme.unit',
      happenedOn: on,
      data: { unitId, state, plan },
    }));
  });

/** A unit put in by mistake. */
export const leaveProgramme = (
  db: Db,
  actor: Actor,
  { unitId, ...asked }: Asked & { unitId: number },
): Promise<void> =>
  say(db, actor, asked, async (_tx, { parts }) => {
    if (!parts.some((part) => part.unitId === unitId)) throw new Stale('ledger.changed_meanwhile');
    return [{ kind: 'programme.unit_left', happenedOn: null, data: { unitId } }];
  });

export const endProgramme = (
  db: Db,
  actor: Actor,
  { endedOn, ...asked }: Asked & { endedOn: Day },
): Promise<void> =>
  say(db, actor, asked, async (_tx, found) => {
    if (found.endedOn !== null) throw new Stale('ledger.changed_meanwhile');
    if (endedOn > today())
      throw new Invalid('ledger.future_day', { day: formatDay(endedOn) }, { fields: ['endedOn'] });
    decideFrom(found, endedOn, 'endedOn');
    return [{ kind: 'programme.ended', happenedOn: null, data: { endedOn } }];
  });

/** Begun by mistake, while no unit takes part. */
export const withdrawProgramme = (db: Db, actor: Actor, asked: Asked): Promise<void> =>
  say(db, actor, asked, async (_tx, { entry, parts }) => {
    if (parts.length > 0) throw new Invalid('areas.programme_used', { count: parts.length });
    return [{ kind: withdrawal, happenedOn: null, names: entry, data: {} }];
  });
