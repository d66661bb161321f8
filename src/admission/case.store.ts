// Cases as the server works with them: the dossier with its acts judged, and what lies around it – person, tree,
// memberships – read for many at once.
import { sql } from 'kysely';
import { may } from '../org/access.ts';
import { among, type Queryable, together, type Tx } from '../platform/db.ts';
import type { Entry } from '../platform/entry.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf, entriesOfMany, entriesSql, readEntries } from '../platform/ledger.ts';
import type { OfMany, RowsOfMany } from '../platform/write/step.ts';
import { takeTurn } from '../platform/write/turns.ts';
import { streamOf } from '../road/dossier.ts';
import { type Dossier, foldDossier, unitOn } from '../road/fold.ts';
import { type Around, heldAround, type MembershipRow, pathsOf, type PlaceRow } from '../road/held.ts';
import { law } from '../road/law.ts';
import type { HeldOn, Located, Standing } from '../road/standing.ts';
import {
  type CasePlace,
  cellsOf,
  everPlacedSql,
  type PlaceOfCase,
  placesIn,
  placesSql,
} from './dossier.store.ts';
import { standAmong } from './stood.ts';

export interface Case {
  dossier: Located;
  entries: Entry[];
  place: CasePlace;
  around: Around;
  heldOn: HeldOn;
  standing: Standing;
}

/** Of two who write about one dossier at once the second decides on what the first has written. */
export const lockDossiers = (tx: Tx, ...ids: readonly string[]): Promise<void> =>
  takeTurn(tx, ...ids.map(streamOf));

/** The case within reach of one of these actions; whatever is out of reach does not exist for the actor. */
export async function getCase(
  db: Queryable,
  actor: Actor,
  actions: readonly string[],
  id: string,
): Promise<Case> {
  return getIn(await readWithin(db, actor, actions, [id]), id);
}

function getIn(cases: ReadonlyMap<string, Case>, id: string): Case {
  const found = cases.get(id);
  if (!found) throw new Missing('access.missing');
  return found;
}

const placeOf: OfMany<PlaceOfCase> = { sql: placesSql, of: ({ id }) => id };
/** What a write asks in one breath with its beginning, to go on with `getCaseOf`. */
export const caseOf = [placeOf, entriesOfMany(streamOf)] as const;
export type CaseRows = RowsOfMany<typeof caseOf>;

export const getCaseOf = async (
  db: Queryable,
  actor: Actor,
  actions: readonly string[],
  { id, rows: [placed, entries] }: { id: string; rows: CaseRows },
): Promise<Case> => getIn(await casesOf(db, nearIn(actor, actions, placed), readEntries(entries)), id);

/** Of these cases those within reach of one of these actions. */
export async function readWithin(
  db: Queryable,
  actor: Actor,
  actions: readonly string[],
  ids: readonly string[],
): Promise<Map<string, Case>> {
  const [placed, rows] = await together(db, placesSql(ids), entriesSql(ids.map(streamOf)));
  return casesOf(db, nearIn(actor, actions, placed), readEntries(rows));
}

const nearIn = (
  actor: Actor,
  actions: readonly string[],
  placed: Parameters<typeof placesIn>[0],
): Map<string, CasePlace> =>
  new Map([...placesIn(placed)].filter(([, place]) => actions.some((action) => may(actor, action, place))));

export const readCase = async (db: Queryable, id: string, place: CasePlace): Promise<Case | null> =>
  (await readCases(db, new Map([[id, place]]))).get(id) ?? null;

export async function readCases(
  db: Queryable,
  places: ReadonlyMap<string, CasePlace>,
): Promise<Map<string, Case>> {
  return casesOf(db, places, await entriesOf(db, [...places.keys()].map(streamOf)));
}

async function casesOf(
  db: Queryable,
  places: ReadonlyMap<string, CasePlace>,
  entries: ReadonlyMap<string, Entry[]>,
): Promise<Map<string, Case>> {
  if (places.size === 0) return new Map();
  const folded = [...places].flatMap(([id, place]) => {
    const own = entries.get(streamOf(id)) ?? [];
    const dossier = foldDossier(id, own);
    return dossier ? [{ dossier, place, entries: own }] : [];
  });
  const around = await readAround(
    db,
    folded.map(({ dossier }) => dossier),
  );
  return new Map(
    folded.map((one) => {
      const own = around(one.dossier);
      return [one.dossier.id, { ...one, around: own, ...standAround(one.dossier, own, one.place.path) }];
    }),
  );
}

/** The case as its acts make it, in these surroundings. */
export function standAround(
  dossier: Dossier,
  around: Around,
  path: string,
): Pick<Case, 'dossier' | 'heldOn' | 'standing'> {
  const located: Located = { ...dossier, path, pathOf: pathsOf(around.places) };
  const heldOn: HeldOn = (on, said, unitId) => heldAround(around, unitId ?? unitOn(dossier, on), on, said);
  return { dossier: located, heldOn, standing: standAmong(located, law(), { around, heldOn }) };
}

/** What lies around each of these dossiers; `others` are persons whom only a new act names. */
export async function readAround(
  db: Queryable,
  dossiers: readonly Dossier[],
  others: readonly string[] = [],
): Promise<(dossier: Dossier) => Around> {
  const named = new Set([...dossiers.flatMap(personsOf), ...others]);
  const [found, places, memberships] = await together(
    db,
    personsSql(dossiers.map(({ personId }) => personId)),
    everPlacedSql([...new Set(dossiers.flatMap(cellsOf))]),
    membershipsSql([...named]),
  );
  const persons = new Map(found.map(({ id, ...person }) => [id, person]));
  const byUnit = Map.groupBy(places, ({ unitId }) => unitId);
  const byPerson = Map.groupBy(memberships, ({ personId }) => personId);
  return (dossier) => ({
    person: persons.get(dossier.personId) ?? { bornOn: null, education: null, youthUnion: null },
    places: placesAbove(byUnit, cellsOf(dossier)),
    memberships: [...new Set([...personsOf(dossier), ...others])].flatMap((id) => byPerson.get(id) ?? []),
  });
}

/** Of all places read those of these units and of what ever stood above them. */
function placesAbove(byUnit: ReadonlyMap<number, PlaceRow[]>, units: readonly number[]): PlaceRow[] {
  const found = new Set<number>();
  const open = [...units];
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    if (found.has(unit)) continue;
    found.add(unit);
    for (const { parentId } of byUnit.get(unit) ?? []) if (parentId !== null) open.push(parentId);
  }
  return [...found].flatMap((unit) => byUnit.get(unit) ?? []);
}

const personsSql = (ids: readonly string[]) => sql<Around['person'] & { id: string }>`
  select id, born_on as "bornOn", education, youth_union as "youthUnion"
  from person where ${among('id', ids, 'uuid')}`;

export async function readMemberships(db: Queryable, persons: readonly string[]): Promise<MembershipRow[]> {
  return persons.length === 0 ? [] : (await membershipsSql(persons).execute(db)).rows;
}

const membershipsSql = (persons: readonly string[]) => sql<MembershipRow>`
  select person_id as "personId", kind, from_on as "fromOn", to_on as "toOn", began_as as "beganAs"
  from membership where ${among('person_id', persons, 'uuid')} order by from_on`;

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
