// Dossiers in the database: the stream of each in the ledger, the current row folded from it, and the place that
// reach is asked of.
import { type RawBuilder, sql } from 'kysely';
import '../members/stream.store.ts';
import type { Place } from '../org/access.ts';
import type { PlaceColumns } from '../org/access.store.ts';
import { among, type Queryable, type Rows, together, type Tx } from '../platform/db.ts';
import { entriesSql, readEntries, type Stream } from '../platform/ledger.ts';
import { idOf } from '../platform/entry.ts';
import { changesSql, type Row, type RowsOf, standingSql } from '../platform/write/rows.ts';
import type { Json } from '../platform/tables.ts';
import { send } from '../platform/write/unanswered.ts';
import { dueRows, recordOf } from '../worklist/due.store.ts';
import { introductionRowsOf, introductionsIn } from './introduction.store.ts';
import { passageRows, passageRowsOf } from './passage.store.ts';
import { dossierKinds, streamOf } from '../road/dossier.ts';
import { type Dossier, foldDossier } from '../road/fold.ts';
import { pathsOf, type PlaceRow } from '../road/held.ts';
import { law } from '../road/law.ts';
import { type DossierState, dueOfDossier, stateOf } from '../road/row.ts';
import { type Located, phaseOfStage, type Standing, standOf } from '../road/standing.ts';

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
      helper_id: string | null;
      proposer_person_id: string | null;
      last_touch_on: string | null;
      paused_on: string | null;
      introduced_by: string[];
      returned_on: string | null;
    };
  }
}

export const dossierStream: Stream = {
  prefix: 'dossier',
  kinds: dossierKinds,
  tables: ['dossier', 'introduction', 'passage'],
  project: projectDossiers,
};

const dossierRows: RowsOf = {
  table: 'dossier',
  key: ['id'],
  where: (ids) => among('id', ids, 'uuid'),
};
const lineRows = dueRows('dossier');
const folded = [dossierRows, passageRowsOf, introductionRowsOf, lineRows];

async function projectDossiers(tx: Tx, ids: string[]): Promise<void> {
  const [stored, provinces, standing] = await readWith(tx, ids, [
    provincesSql(ids),
    standingSql(folded, ids),
  ]);
  const stood = stored.map((dossier): Stood => ({ dossier, standing: standOf(dossier, law()) }));
  const provinceOf = new Map(provinces.map(({ stream, province }) => [stream, province]));
  const change = (of: RowsOf, shall: readonly Row[]) => changesSql(of, standing, shall);
  await send(
    tx,
    ...change(
      dossierRows,
      stood.map(({ dossier, standing: own }) => ({
        ...rowOf(dossier, own),
        province_id: provinceOf.get(streamOf(dossier.id)) ?? '',
      })),
    ),
    ...change(passageRowsOf, stood.flatMap(passageRows)),
    ...change(
      introductionRowsOf,
      stood.flatMap(({ dossier }) => introductionsIn(dossier)),
    ),
    ...change(
      lineRows,
      stood.flatMap(({ dossier, standing: own }) => dueOfDossier(dossier, own)).map(recordOf),
    ),
  );
}

/** A case belongs to the province that opened it. */
const provincesSql = (ids: readonly string[]) => sql<{ stream: string; province: string }>`
  select stream, province_id as province from ledger where ${among('stream', ids.map(streamOf), 'text')} and version = 1`;

/** A dossier, and where its cells stood on any day. */
export type Stored = Dossier & Required<Pick<Located, 'path' | 'pathOf'>>;

export interface Stood {
  dossier: Stored;
  standing: Standing;
}

/** These dossiers as their acts make them: all that stored rows are made of, with the law. */
export const readStored = async (db: Queryable, ids: readonly string[]): Promise<Stored[]> =>
  (await readWith(db, ids, []))[0];

/** The same, with what is read in one breath with it. */
async function readWith<S extends readonly RawBuilder<unknown>[]>(
  db: Queryable,
  ids: readonly string[],
  more: readonly [...S],
): Promise<[Stored[], ...Rows<S>]> {
  const cells = cellsSql(ids);
  const [rows, units, places, ...rest] = await together(
    db,
    entriesSql(ids.map(streamOf)),
    sql<{ id: number; path: string }>`select id, path from unit where id in (${cells})`,
    placedFromSql(cells),
    ...more,
  );
  const dossiers = [...readEntries(rows)].flatMap(([stream, list]) => foldDossier(idOf(stream), list) ?? []);
  const paths = new Map(units.map(({ id, path }) => [id, path]));
  const pathOf = pathsOf(places);
  const stored = dossiers.map((dossier) => ({ ...dossier, path: paths.get(dossier.unitId) ?? '/', pathOf }));
  return [stored, ...(rest as Rows<S>)];
}

/** Every cell that the acts of these dossiers name. */
const cellsSql = (ids: readonly string[]): RawBuilder<unknown> => sql`
  select unnest(array[unit_id, (data ->> 'toUnitId')::int]) from ledger where ${among('stream', ids.map(streamOf), 'text')}`;

/** Every cell that ever had the case. */
export const cellsOf = ({ unitId, handovers }: Pick<Dossier, 'unitId' | 'handovers'>): number[] => [
  unitId,
  ...handovers.map(({ fromUnitId }) => fromUnitId),
];

function rowOf(dossier: Dossier, standing: Standing) {
  const { informedOn, openedOn, followed, ...state } = stateOf(dossier, standing);
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
    helper_id: state.helperId,
    proposer_person_id: followed.proposerId,
    last_touch_on: followed.lastTouchOn,
    paused_on: followed.pausedOn,
    introduced_by: followed.introducedBy,
    returned_on: followed.returnedOn,
  };
}

/** Where a dossier stands, for reach. */
export interface CasePlace extends Place {
  path: string;
  unitId: number;
}

/** The columns that conditions of reach compare, in a query that joins dossier and unit. */
export const placeColumns: PlaceColumns = {
  path: sql<string>`unit.path`,
  proposerUnitId: sql<number>`dossier.proposer_unit_id`,
  classUnitId: sql<number>`dossier.class_unit_id`,
  personId: sql<string>`dossier.person_id`,
  // A charge ends with the case.
  helperId: sql<string>`case when dossier.closed_as is null then dossier.helper_id end`,
  proposerPersonId: sql<string>`dossier.proposer_person_id`,
};

export const findPlaces = async (db: Queryable, ids: readonly string[]): Promise<Map<string, CasePlace>> =>
  placesIn((await placesSql(ids).execute(db)).rows);

export type PlaceOfCase = CasePlace & { id: string };
export const placesIn = (rows: readonly PlaceOfCase[]): Map<string, CasePlace> =>
  new Map(rows.map(({ id, ...place }) => [id, place]));

export const placesSql = (ids: readonly string[]): RawBuilder<PlaceOfCase> => sql<PlaceOfCase>`
  select dossier.id, dossier.unit_id as "unitId", unit.path, proposer_unit_id as "proposerUnitId",
         class_unit_id as "classUnitId", person_id as "personId",
         case when closed_as is null then helper_id end as "helperId", proposer_person_id as "proposerPersonId"
  from dossier join unit on unit.id = dossier.unit_id where ${among('dossier.id', ids, 'uuid')}`;

export const findPlace = async (db: Queryable, id: string): Promise<CasePlace | undefined> =>
  (await findPlaces(db, [id])).get(id);

/** Every place these units ever had, and every place of whatever ever stood above them. */
export const readPlaces = async (db: Queryable, unitIds: readonly number[]): Promise<PlaceRow[]> =>
  (await everPlacedSql(unitIds).execute(db)).rows;

export const everPlacedSql = (unitIds: readonly number[]): RawBuilder<PlaceRow> =>
  placedFromSql(sql`select unnest(${[...unitIds]}::int[])`);

const placedFromSql = (units: RawBuilder<unknown>): RawBuilder<PlaceRow> => sql<PlaceRow>`
  with recursive above (id) as (
    ${units}
    union
    select unit_place.parent_id from above join unit_place on unit_place.unit_id = above.id
    where unit_place.parent_id is not null
  )
  select unit_id as "unitId", from_on as "fromOn", to_on as "toOn", parent_id as "parentId", kind, type, name
  from unit_place where unit_id in (select id from above) order by unit_id, from_on`;
