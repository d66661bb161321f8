// Everything the page of one person shows, as far as its reader may see it.
import { sql } from 'kysely';
import { allowedOn, reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { findUnits } from '../org/unit.store.ts';
import { accessesOf, type AccessLine, logAccess } from '../platform/audit.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import { dayAt } from '../platform/day.ts';
import { withdrawal } from '../platform/effective.ts';
import type { Entry } from '../platform/entry.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { newestOf, readPlain, readVersions, type VaultVersion } from '../platform/vault.ts';
import type { Decision, OnBehalf } from './acts.ts';
import { tellObjections } from './objections.ts';
import { ageOn, fieldNames, foldPerson, type Folded, personFields, seniorityOn, stateOf } from './person.ts';
import { entriesOfPerson, getPerson, type PersonRow, placeOf } from './person.store.ts';
import { standingEntries } from './stream.store.ts';

const actions = [
  'person.write',
  'person.export',
  'dossier.read',
  'dossier.nominate',
  'dossier.sensitive',
  'dossier.on_behalf',
  'access_log.read',
];

/** Opening a person: logged before the answer. */
export async function openPerson(db: Queryable, actor: Actor, id: string) {
  await getPerson(db, actor, 'person.read', id);
  await logAccess(db, actor, { action: 'open', subject: 'person', subjectId: id });
  return viewPerson(db, actor, id);
}

export async function viewPerson(db: Queryable, actor: Actor, id: string) {
  const person = await getPerson(db, actor, 'person.read', id);
  const entries = await entriesOfPerson(db, id);
  const folded = foldPerson(entries, person.bornOn);
  if (!folded) throw new Missing('access.missing');
  const stands = await standingEntries(db, [id], [entries]);
  const fields = newestOf((await readPlain(db, [id], stands)).get(id) ?? []);
  const units = await unitNames(db, folded, entries);
  return {
    ...headOf(person, folded),
    fields: Object.fromEntries(fields),
    memberships: folded.memberships
      .map((row) => ({ ...row, unitName: units.get(row.unitId) ?? '' }))
      .toReversed(),
    offices: await officesOf(db, actor, id),
    history: await historyOf(db, id, entries, { folded, units }),
    can: allowedOn(actor, placeOf(person), actions),
  };
}

const headOf = (person: PersonRow, folded: Folded) => ({
  id: person.id,
  version: person.version,
  name: person.name,
  status: person.status,
  endedAs: folded.endedAs,
  endedOn: folded.endedOn,
  unit: { id: person.unitId, name: person.unitName, path: person.unitPath },
  activity: folded.activity,
  activityUnit:
    person.activityUnitId === null
      ? null
      : { id: person.activityUnitId, name: person.activityUnitName ?? '' },
  exempt: folded.exempt,
  admittedOn: folded.admittedOn,
  decidedOn: folded.decidedOn,
  officialOn: folded.officialOn,
  cardOn: folded.cardOn,
  age: ageOn(person.bornOn, today()),
  seniority:
    person.status === 'official' || person.status === 'probationary' ? seniorityOn(folded, today()) : null,
});

interface Office {
  id: number;
  kind: string;
  title: string | null;
  unitId: number;
  unitName: string;
  fromOn: string | null;
  toOn: string | null;
}

/** Offices of any day, as far as the reader may see offices. */
async function officesOf(db: Queryable, actor: Actor, personId: string): Promise<Office[]> {
  const result = await sql<Office>`
    select office.id, office.kind, office.title, office.unit_id as "unitId", unit.name as "unitName",
           office.from_on as "fromOn", office.to_on as "toOn"
    from office join unit on unit.id = office.unit_id where office.person_id = ${personId}::uuid
      and ${reachSql(reach(actor, 'office.read'), { path: sql<string>`unit.path` })}
    order by coalesce(office.to_on, '9999') desc, office.from_on desc nulls last, office.id`.execute(db);
  return result.rows;
}

async function unitNames(
  db: Queryable,
  folded: Folded,
  entries: readonly Entry[],
): Promise<Map<number, string>> {
  const ids = new Set<number>(folded.memberships.map((row) => row.unitId));
  for (const { unitId, data } of entries)
    for (const id of [unitId, data.fromUnitId, data.toUnitId, (data.onBehalf as OnBehalf | null)?.unitId])
      if (typeof id === 'number') ids.add(id);
  const rows = await findUnits(db, [...ids]);
  return new Map([...rows].map(([id, row]) => [id, row.name]));
}

interface Known {
  folded: Folded;
  units: Map<number, string>;
}

async function historyOf(db: Queryable, id: string, entries: readonly Entry[], known: Known) {
  const state = stateOf(entries);
  const notes = new Map((await readVersions(db, id, ['note.%'])).map((note) => [note.field.slice(5), note]));
  const writers = await writersOf(db, entries);
  const objections = new Map(tellObjections(known.folded.objections).map((item) => [item.entry, item]));
  const followers = Map.groupBy(
    entries.filter((entry) => entry.names),
    (entry) => entry.names as string,
  );
  return entries
    .filter((entry) => entry.kind !== withdrawal && entry.kind !== 'person.contested')
    .map((entry) => {
      const later = followers.get(entry.clientId)?.at(-1);
      return {
        ...eventOf(entry, known.units),
        recordedBy: writers.get(entry.recordedBy) ?? '',
        state: state(entry.clientId),
        note: noteOf(notes, entry.clientId),
        /** why it was corrected or withdrawn, by whom and when */
        ended: later
          ? {
              recordedBy: writers.get(later.recordedBy) ?? '',
              recordedAt: later.recordedAt,
              note: noteOf(notes, later.clientId),
            }
          : null,
        contested: entries
          .filter((other) => other.kind === 'person.contested' && other.data.entry === entry.clientId)
          .map((other) => ({
            recordedBy: writers.get(other.recordedBy) ?? '',
            recordedAt: other.recordedAt,
            note: noteOf(notes, other.clientId),
          })),
        objection: objections.get(entry.clientId)?.message ?? null,
      };
    })
    .sort((a, b) => compare(shownOn(b), shownOn(a)) || b.position - a.position);
}

/** An entry without a day of its own stands where it was recorded. */
const shownOn = (event: { happenedOn: string | null; recordedAt: string }): string =>
  event.happenedOn ?? dayAt(new Date(event.recordedAt));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const noteOf = (notes: Map<string, VaultVersion>, clientId: string): string | null =>
  notes.get(clientId)?.value ?? null;

function eventOf(entry: Entry, units: Map<number, string>) {
  const { data } = entry;
  const text = (name: string): string | null =>
    typeof data[name] === 'string' ? (data[name] as string) : null;
  const unit = (id: unknown): string | null => (typeof id === 'number' ? (units.get(id) ?? null) : null);
  const behalf = data.onBehalf as OnBehalf | null | undefined;
  return {
    entry: entry.clientId,
    position: entry.position,
    kind: entry.kind,
    happenedOn: entry.happenedOn,
    recordedAt: entry.recordedAt,
    unitId: entry.unitId,
    unitName: unit(entry.unitId),
    fromUnitName: unit(data.fromUnitId),
    toUnitId: typeof data.toUnitId === 'number' ? data.toUnitId : null,
    toUnitName: unit(data.toUnitId),
    decision: (data.decision as Decision | null | undefined) ?? null,
    onBehalf: behalf ? { ...behalf, unitName: unit(behalf.unitId) } : null,
    memberKind: text('kind'),
    place: text('place'),
    reason: text('reason'),
    until: text('until'),
    admittedOn: text('admittedOn'),
    decidedOn: text('decidedOn'),
    officialOn: text('officialOn'),
    dossierId: text('dossierId'),
    batch: entry.batch,
    fields: Array.isArray(data.fields) ? (data.fields as string[]) : [],
  };
}

async function writersOf(db: Queryable, entries: readonly Entry[]): Promise<Map<string, string>> {
  const ids = [...new Set(entries.map((entry) => entry.recordedBy))];
  const rows = await db
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.display_name]));
}

/** Sealed fields of one class, for those whose office may read them; the look is logged with its purpose. */
export async function viewSensitive(
  db: Queryable,
  actor: Actor,
  id: string,
  asked: { class: 3 | 4; purpose: string | null },
) {
  const person = await getPerson(db, actor, 'dossier.sensitive', id);
  await logAccess(db, actor, {
    action: 'open_sensitive',
    subject: 'person',
    subjectId: id,
    ...(asked.purpose ? { purpose: asked.purpose } : {}),
    detail: { class: asked.class },
  });
  const names = fieldNames.filter((name) => personFields[name].class === asked.class);
  const stands = await standingEntries(db, [id], [await entriesOfPerson(db, id)]);
  const versions = (await readVersions(db, id, names)).filter((version) => stands(version.entry));
  const values: Record<string, string | null> = {};
  for (const version of versions) values[version.field] = version.value;
  return { id: person.id, class: asked.class, fields: values };
}

export interface AccessView extends Omit<AccessLine, 'office'> {
  office: { kind: string; title: string | null; unitName: string } | null;
}

export async function viewAccesses(db: Queryable, actor: Actor, id: string): Promise<AccessView[]> {
  await getPerson(db, actor, 'access_log.read', id);
  const lines = await accessesOf(db, 'person', id);
  const offices = await sql<{ id: number; kind: string; title: string | null; unitName: string }>`
    select office.id, office.kind, office.title, unit.name as "unitName" from office join unit on unit.id = office.unit_id
    where office.id = any(${lines.flatMap((line) => line.office ?? [])}::int[])`.execute(db);
  const known = new Map(offices.rows.map(({ id: office, ...rest }) => [office, rest]));
  return lines.map((line) => ({ ...line, office: known.get(line.office ?? 0) ?? null }));
}
