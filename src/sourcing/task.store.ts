// Tasks in the database: given to members and to mass organisations, answered by what happens or by a report, taken back.
import { sql } from 'kysely';
import { may, reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { findUnit, getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Forbidden, Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append, entriesOf, type Stream } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import type { Json } from '../platform/tables.ts';
import { startingUnit } from './survey-list.store.ts';
import { foldTask, type Task, taskEntryKinds, type TaskKind, taskStreamOf } from './task.ts';
import type { TaskBody, TaskList, TaskRow } from './view.ts';

declare module '../platform/db.ts' {
  interface Tables {
    sourcing_task: {
      id: string;
      province_id: string;
      kind: TaskKind;
      unit_id: number;
      person_id: string | null;
      to_unit_id: number | null;
      dossier_id: string | null;
      given_on: string;
      due_on: string;
      document: Json<Task['document']>;
      done_on: string | null;
      version: number;
    };
  }
}

export const taskStream: Stream = {
  prefix: 'sourcing_task',
  kinds: taskEntryKinds,
  tables: ['sourcing_task'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(taskStreamOf));
  const rows = ids.flatMap((id) => rowsOf(foldTask(id, entries.get(taskStreamOf(id)) ?? [])));
  await sql`delete from sourcing_task where id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into sourcing_task
    select r.id, p.province_id, r.kind, r.unit_id, r.person_id, r.to_unit_id, r.dossier_id, r.given_on, r.due_on,
           r.document, r.done_on, r.version
    from jsonb_populate_recordset(null::sourcing_task, ${JSON.stringify(rows)}::jsonb) as r
    join (select distinct on (stream) stream, province_id from ledger where stream = any(${ids.map(taskStreamOf)})
          order by stream, version) as p on p.stream = 'sourcing_task:' || r.id`.execute(tx);
}

function rowsOf(task: Task | null) {
  if (!task) return [];
  const { unitId, personId, toUnitId, dossierId, givenOn, dueOn, doneOn, ...rest } = task;
  return [
    {
      ...rest,
      unit_id: unitId,
      person_id: personId,
      to_unit_id: toUnitId,
      dossier_id: dossierId,
      given_on: givenOn,
      due_on: dueOn,
      done_on: doneOn,
    },
  ];
}

/** Gives the same task to each of these members, or one to a mass organisation; gives the ids. */
export async function giveTasks(db: Db, actor: Actor, given: TaskBody): Promise<string[]> {
  const body = { ...given, personIds: [...new Set(given.personIds)] };
  const ids = body.kind === 'introduce' ? body.personIds.map((id) => idFor(body, id)) : [idFor(body, 'unit')];
  const stream = taskStreamOf(ids[0] ?? '');
  const once = { clientId: derivedId(ids[0] ?? '', 'given'), accountId: actor.accountId, stream };
  await write(db, once, async (tx) => {
    const unit = await getUnit(tx, actor, 'survey.write', body.unitId);
    if (unit.kind === 'mass_organisation') throw new Missing('access.missing');
    decideDays(body);
    if (body.kind === 'introduce') await decideMembers(tx, actor, body.personIds);
    else await decideMass(tx, actor, body);
    const people = body.kind === 'introduce' ? body.personIds : [null];
    await append(
      tx,
      actor,
      people.map((personId, index) => givenEntry(body, ids[index] ?? '', personId)),
    );
  });
  return ids;
}

const idFor = ({ clientId }: TaskBody, whom: string): string => derivedId(clientId, `task.${whom}`);

function givenEntry(body: TaskBody, id: string, personId: string | null): NewEntry {
  const { kind, toUnitId, dossierId, dueOn, document } = body;
  return {
    clientId: derivedId(id, 'given'),
    stream: taskStreamOf(id),
    kind: 'task.given',
    happenedOn: body.happenedOn,
    unitId: body.unitId,
    personId,
    data: {
      of: kind,
      toUnitId: kind === 'introduce' ? null : (toUnitId ?? null),
      dossierId: kind === 'educate' ? (dossierId ?? null) : null,
      dueOn,
      document: document ? { number: document.number, on: document.on, by: document.by ?? null } : null,
    },
  };
}

function decideDays({ happenedOn, dueOn }: TaskBody): void {
  if (happenedOn > today()) throw new Invalid('ledger.future_day', { day: formatDay(happenedOn) });
  if (dueOn < happenedOn) throw new Invalid('sourcing.due_before', {}, { fields: ['dueOn'] });
}

/** Only official members are asked to introduce somebody. */
async function decideMembers(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom('person')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .select('person.status')
    .where('person.id', 'in', [...ids])
    .where(reachSql(reach(actor, 'person.read'), { path: sql<string>`unit.path` }))
    .execute();
  if (rows.length < new Set(ids).size) throw new Missing('access.missing');
  if (rows.some(({ status }) => status !== 'official')) throw new Invalid('sourcing.officials_only');
}

/** A mass organisation beside or below the one who gives the task, and a candidate within reach. */
async function decideMass(tx: Tx, actor: Actor, { toUnitId, kind, dossierId }: TaskBody): Promise<void> {
  const unit = toUnitId ? await findUnit(tx, toUnitId) : undefined;
  if (!unit || !isNear(actor, unit)) throw new Missing('access.missing');
  if (unit.kind !== 'mass_organisation' || unit.endedOn) throw new Invalid('sourcing.not_mass');
  if (kind !== 'educate' || !dossierId) return;
  const found = await tx
    .selectFrom('dossier')
    .innerJoin('unit', 'unit.id', 'dossier.unit_id')
    .select('dossier.id')
    .where('dossier.id', '=', dossierId)
    .where(reachSql(reach(actor, 'person.read'), { path: sql<string>`unit.path` }))
    .execute();
  if (found.length === 0) throw new Missing('access.missing');
}

/** Mass organisations that this office may ask. */
export async function listMass(db: Queryable, actor: Actor): Promise<{ id: number; name: string }[]> {
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'name', 'path'])
    .where('kind', '=', 'mass_organisation')
    .where('ended_on', 'is', null)
    .where('path', 'like', `${massRoot(actor)}%`)
    .orderBy('depth')
    .orderBy('name_key')
    .limit(500)
    .execute();
  return rows.filter((unit) => isNear(actor, unit)).map(({ id, name }) => ({ id, name }));
}

/** A cell asks those of its own committee; a committee those below it. */
function massRoot(actor: Actor): string {
  const path = actor.unitPath ?? '';
  return actor.office === 'cell_secretary' ? path.replace(/\d+\/$/, '') : path;
}
const isNear = (actor: Actor, unit: { path: string }): boolean =>
  massRoot(actor).length > 1 && unit.path.startsWith(massRoot(actor));

interface Row extends Omit<TaskRow, 'can' | 'late' | 'document'> {
  path: string;
  toUnitId: number | null;
  personId: string | null;
  dossierId: string | null;
  number: string | null;
  documentOn: string | null;
}

export interface TasksAsked {
  unit?: number | undefined;
  open?: '1' | '0' | undefined;
}

/** Tasks given at or below a unit. */
export async function listTasks(db: Queryable, actor: Actor, asked: TasksAsked): Promise<TaskList> {
  const unit = await startingUnit(db, actor, 'survey.read', asked.unit);
  const path = sql<string>`unit.path`;
  // Who may read no persons there is told of no tasks either.
  const near = sql<boolean>`${path} like ${`${unit.path}%`} and ${reachSql(reach(actor, 'person.read'), { path })}`;
  return tellTasks(db, actor, near, asked.open === '1');
}

/** Tasks given to this member, or to this mass organisation. */
export async function listMyTasks(db: Queryable, actor: Actor): Promise<TaskList> {
  const own =
    actor.office === 'mass_officer'
      ? sql<boolean>`task.to_unit_id = ${actor.unitId}`
      : sql<boolean>`task.person_id = ${actor.personId}::uuid`;
  return tellTasks(db, actor, own, false);
}

/** Whom the task is about: named to who reads persons there, and to the organisation asked while the case goes on there. */
const candidateSeen = (actor: Actor) =>
  actor.office === 'mass_officer'
    ? sql<boolean>`(dossier.closed_as is null and keeper.path like unit.path || '%')`
    : reachSql(reach(actor, 'person.read'), { path: sql<string>`keeper.path` });

async function tellTasks(
  db: Queryable,
  actor: Actor,
  where: ReturnType<typeof sql<boolean>>,
  open: boolean,
): Promise<TaskList> {
  const result = await sql<Row>`
    select task.id, task.kind, task.unit_id as "unitId", unit.name as "unitName", unit.path,
           coalesce(member.full_name, mass.name, '') as "to",
           case when ${candidateSeen(actor)} then candidate.full_name end as candidate,
           task.given_on as "givenOn", task.due_on as "dueOn", task.document ->> 'number' as number,
           task.document ->> 'on' as "documentOn",
           coalesce(task.done_on, answer.happened_on) as "doneOn",
           task.person_id as "personId", task.to_unit_id as "toUnitId", task.dossier_id as "dossierId"
    from sourcing_task task join unit on unit.id = task.unit_id
    left join person member on member.id = task.person_id left join unit mass on mass.id = task.to_unit_id
    left join dossier on dossier.id = task.dossier_id left join person candidate on candidate.id = dossier.person_id
    left join unit keeper on keeper.id = dossier.unit_id
    left join lateral (select min(happened_on) as happened_on from introduction
                       where person_id = task.person_id and happened_on >= task.given_on) as answer
              on task.kind = 'introduce'
    where ${where} and (not ${open} or coalesce(task.done_on, answer.happened_on) is null)
    order by task.due_on, unit.name_key, task.id limit 500`.execute(db);
  const items = result.rows.map((row) => itemOf(actor, row));
  return { items, total: items.length, next: null, asOf: today() };
}

function itemOf(actor: Actor, row: Row): TaskRow {
  const { path, toUnitId, personId: _member, dossierId: _case, number, documentOn, ...rest } = row;
  const waits = rest.doneOn === null;
  const reports = waits && actor.office === 'mass_officer' && toUnitId === actor.unitId;
  const gives = waits && may(actor, 'survey.write', { path });
  return {
    ...rest,
    document: number ? `${number}${documentOn ? ` (${formatDay(documentOn)})` : ''}` : null,
    late: waits && rest.dueOn < today(),
    can: [...(reports ? ['report'] : []), ...(gives ? ['take_back'] : [])],
  };
}

async function getTask(db: Queryable, id: string) {
  const row = await db
    .selectFrom('sourcing_task')
    .innerJoin('unit', 'unit.id', 'sourcing_task.unit_id')
    .select(['sourcing_task.id', 'unit_id', 'person_id', 'to_unit_id', 'given_on', 'done_on', 'unit.path'])
    .where('sourcing_task.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Missing('access.missing');
  return row;
}

/** A mass organisation reports that it has done what it was asked. */
export async function reportTask(
  db: Db,
  actor: Actor,
  id: string,
  body: { clientId: string; happenedOn: string },
): Promise<void> {
  const stream = taskStreamOf(id);
  await write(db, { clientId: body.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const task = await getTask(tx, id);
    if (task.to_unit_id === null || task.to_unit_id !== actor.unitId) throw new Missing('access.missing');
    if (actor.office !== 'mass_officer') throw new Forbidden('access.not_this_office');
    if (task.done_on !== null) throw new Stale('sourcing.task_done');
    if (body.happenedOn > today())
      throw new Invalid('ledger.future_day', { day: formatDay(body.happenedOn) });
    if (body.happenedOn < task.given_on) throw new Invalid('sourcing.done_before_given');
    const about = { stream, unitId: task.unit_id, personId: task.person_id };
    await append(tx, actor, [
      { ...about, clientId: body.clientId, kind: 'task.done', happenedOn: body.happenedOn, data: {} },
    ]);
  });
}

/** A task given by mistake, or no longer needed. */
export async function takeBackTask(db: Db, actor: Actor, id: string, clientId: string): Promise<void> {
  const stream = taskStreamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const task = await getTask(tx, id);
    if (!may(actor, 'survey.write', { path: task.path })) throw new Missing('access.missing');
    if (task.done_on !== null) throw new Stale('sourcing.task_done');
    const about = { stream, unitId: task.unit_id, personId: task.person_id, happenedOn: null };
    await append(tx, actor, [
      { ...about, clientId, kind: withdrawal, names: derivedId(id, 'given'), data: {} },
    ]);
  });
}
