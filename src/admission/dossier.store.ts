// Dossiers in the database: the stream of each in the ledger and the current row folded from it, the place that
// reach is asked of, and what lies around a case (person, tree, memberships) for judging it.
import { sql } from 'kysely';
import '../members/stream.store.ts';
import { may, type Place } from '../org/access.ts';
import { findUnits } from '../org/unit.store.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import type { Entry } from '../platform/entry.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf, idOf, type Stream } from '../platform/ledger.ts';
import type { Json } from '../platform/tables.ts';
import { keepDues } from '../worklist/due.store.ts';
import { dossierKinds, streamOf } from '../road/dossier.ts';
import { type Dossier, foldDossier } from '../road/fold.ts';
import { type Around, heldAround, type MembershipRow, type PlaceRow } from '../road/held.ts';
import { type Law, law } from '../road/law.ts';
import { type DossierState, dueOfDossier, stateOf } from '../road/row.ts';
import { type HeldOn, phaseOfStage, type Standing, standOf } from '../road/standing.ts';

declare module '../platform/db.ts' {
  interface Tables {
    dossier: {
      id: string;
      province_id: string;
      person_id: string;
      unit_id: number;
      procedure: string;
      procedure_version: string;
      stage: string;
      phase: string;
      opened_on: string;
      stage_on: string | null;
      informed_on: string | null;
      proposer_unit_id: number | null;
      class_unit_id: number | null;
      closed_as: string | null;
      closed_on: string | null;
      taken_over: boolean;
      state: Json<DossierState>;
      source_key: string | null;
      version: number;
    };
  }
}

export const dossierStream: Stream = {
  prefix: 'dossier',
  kinds: dossierKinds,
  tables: ['dossier'],
  project: projectDossiers,
};

async function projectDossiers(tx: Tx, ids: string[]): Promise<void> {
  const stood = await standStored(tx, law(), ids);
  const rows = stood.map(({ dossier, standing }) => rowOf(dossier, standing));
  await sql`delete from dossier where id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into dossier
    select r.id, p.province_id, r.person_id, r.unit_id, r.procedure, r.procedure_version, r.stage, r.phase,
           r.opened_on, r.stage_on, r.informed_on, r.proposer_unit_id, r.class_unit_id, r.closed_as, r.closed_on,
           r.taken_over, r.state, r.source_key, r.version
    from jsonb_populate_recordset(null::dossier, ${JSON.stringify(rows)}::jsonb) as r
    join (select distinct on (stream) stream, province_id from ledger where stream = any(${ids.map(streamOf)})
          order by stream, version) as p on p.stream = 'dossier:' || r.id`.execute(tx);
  await keepDues(
    tx,
    'dossier',
    ids,
    stood.flatMap(({ dossier, standing }) => dueOfDossier(dossier, standing)),
  );
}

export interface Stood {
  dossier: Dossier;
  path: string;
  standing: Standing;
}

/** These dossiers as their acts make them, by the law at their place: what stored rows are made of. */
export async function standStored(db: Queryable, rules: Law, ids: readonly string[]): Promise<Stood[]> {
  const entries = await entriesOf(db, ids.map(streamOf));
  const dossiers = [...entries].flatMap(([stream, list]) => foldDossier(idOf(stream), list) ?? []);
  const units = await findUnits(db, [...new Set(dossiers.map(({ unitId }) => unitId))]);
  return dossiers.map((dossier) => {
    const path = units.get(dossier.unitId)?.path ?? '/';
    return { dossier, path, standing: standOf({ ...dossier, path }, rules) };
  });
}

function rowOf(dossier: Dossier, standing: Standing) {
  const { informedOn, openedOn, ...state } = stateOf(dossier, standing);
  return {
    id: dossier.id,
    person_id: dossier.personId,
    unit_id: dossier.unitId,
    procedure: dossier.procedure,
    procedure_version: dossier.procedureVersion,
    stage: standing.stage,
    phase: phaseOfStage(standing.stage),
    opened_on: openedOn,
    stage_on: standing.stageOn,
    informed_on: informedOn,
    proposer_unit_id: dossier.proposerUnitId,
    class_unit_id: dossier.classUnitId,
    closed_as: standing.closedAs,
    closed_on: standing.closedOn,
    taken_over: dossier.takenOver !== null,
    state,
    source_key: dossier.sourceKey,
    version: dossier.version,
  };
}

/** A case as the server works with it. */
export interface Case {
  dossier: Dossier;
  entries: Entry[];
  place: Place & { path: string };
  around: Around;
  heldOn: HeldOn;
  standing: Standing;
}

/** Where a dossier stands for reach. */
export async function findPlace(db: Queryable, id: string): Promise<Case['place'] | undefined> {
  const row = await db
    .selectFrom('dossier')
    .innerJoin('unit', 'unit.id', 'dossier.unit_id')
    .select(['unit.path', 'proposer_unit_id', 'class_unit_id', 'person_id'])
    .where('dossier.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    path: row.path,
    proposerUnitId: row.proposer_unit_id,
    classUnitId: row.class_unit_id,
    personId: row.person_id,
  };
}

/** The case within reach of one of these actions; whatever is out of reach does not exist for the actor. */
export async function getCase(
  db: Queryable,
  actor: Actor,
  actions: readonly string[],
  id: string,
): Promise<Case> {
  const place = await findPlace(db, id);
  if (!place || !actions.some((action) => may(actor, action, place))) throw new Missing('access.missing');
  const found = await readCase(db, id, place);
  if (!found) throw new Missing('access.missing');
  return found;
}

export async function readCase(db: Queryable, id: string, place: Case['place']): Promise<Case | null> {
  const entries = (await entriesOf(db, [streamOf(id)])).get(streamOf(id)) ?? [];
  const dossier = foldDossier(id, entries);
  if (!dossier) return null;
  const around = await readAround(db, dossier);
  return { dossier, entries, place, around, ...standAround(dossier, around, place.path) };
}

/** The case again after other acts, with the same surroundings. */
export function standAround(
  dossier: Dossier,
  around: Around,
  path: string,
): Pick<Case, 'heldOn' | 'standing'> {
  const heldOn: HeldOn = (on, said) => heldAround(around, dossier.unitId, on, said);
  return { heldOn, standing: standOf({ ...dossier, path }, law(), heldOn) };
}

export async function readAround(
  db: Queryable,
  dossier: Dossier,
  others: readonly string[] = [],
): Promise<Around> {
  const persons = [...new Set([...personsOf(dossier), ...others])];
  // One after the other: a transaction has one connection.
  const person = await readPerson(db, dossier.personId);
  const places = await readPlaces(db, dossier.unitId);
  return { person, places, memberships: await readMemberships(db, persons) };
}

async function readPerson(db: Queryable, id: string): Promise<Around['person']> {
  const row = await db
    .selectFrom('person')
    .select(['born_on as bornOn', 'education', 'youth_union as youthUnion'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? { bornOn: null, education: null, youthUnion: null };
}

/** Every place the unit ever had, and every place of whatever ever stood above it. */
export async function readPlaces(db: Queryable, unitId: number): Promise<PlaceRow[]> {
  const result = await sql<PlaceRow>`
    with recursive above (id) as (
      select ${unitId}::int
      union
      select unit_place.parent_id from above join unit_place on unit_place.unit_id = above.id
      where unit_place.parent_id is not null
    )
    select unit_id as "unitId", from_on as "fromOn", to_on as "toOn", parent_id as "parentId", kind, type, name
    from unit_place where unit_id in (select id from above) order by unit_id, from_on`.execute(db);
  return result.rows;
}

async function readMemberships(db: Queryable, persons: readonly string[]): Promise<MembershipRow[]> {
  if (persons.length === 0) return [];
  return db
    .selectFrom('membership')
    .select(['person_id as personId', 'kind', 'from_on as fromOn', 'to_on as toOn', 'began_as as beganAs'])
    .where('person_id', 'in', [...persons])
    .orderBy('from_on')
    .execute();
}

/** Everybody whom the acts name, in whatever part. */
export function personsOf(dossier: Pick<Dossier, 'acts'>): string[] {
  const found = dossier.acts.flatMap(({ step, inputs }) =>
    (law().findStep(step)?.step.inputs ?? []).flatMap((input) => namedIn(input.kind, inputs[input.id])),
  );
  return [...new Set(found)];
}

export function namedIn(kind: string, value: unknown): string[] {
  if (kind === 'person' && typeof value === 'string') return [value];
  return kind === 'people' && Array.isArray(value) ? (value as string[]) : [];
}
