// Everything the page of one person shows, as far as its reader may see it.
import { type RawBuilder, sql } from 'kysely';
import { allowedOn, may } from '../org/access.ts';
import { accessesOf, type AccessLine, logAccess } from '../platform/audit.ts';
import { today } from '../platform/clock.ts';
import { among, type Queryable, type Rows, together } from '../platform/db.ts';
import { dayAt } from '../platform/day.ts';
import { withdrawal } from '../platform/effective.ts';
import type { Entry } from '../platform/entry.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { readEntries } from '../platform/ledger.ts';
import {
  newestOf,
  openVersions,
  plainSql,
  readVersions,
  standingPlain,
  type VaultVersion,
  type VersionRow,
  versionsSql,
} from '../platform/vault.ts';
import type { OfMany } from '../platform/write/step.ts';
import { type Decision, type OnBehalf, personStreamOf } from './acts.ts';
import { tellObjections } from './objections.ts';
import { ageOn, fieldNames, foldPerson, type Folded, personFields, seniorityOn, stateOf } from './person.ts';
import {
  entriesOfPerson,
  getPerson,
  personEntries,
  personRow,
  type PersonRow,
  placeOf,
  within,
} from './person.store.ts';
import { notWithdrawn } from './stream.store.ts';

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
  const view = await viewPerson(db, actor, id);
  await logAccess(db, actor, { action: 'open', subject: 'person', subjectId: id });
  return view;
}

export const viewPerson = async (db: Queryable, actor: Actor, id: string) =>
  viewOf(actor, id, await together(db, ...viewSql(id)));

const notesOf: OfMany<VersionRow> = {
  sql: (ids) => versionsSql(ids, ['note.%']),
  of: ({ person }) => person,
};
const aroundOf: OfMany<Around> = { sql: (ids) => aroundSql(ids), of: ({ person }) => person };

/** What the page is made of beside that which the rows of the person are made of. */
export const restOfView = [personRow, notesOf, aroundOf] as const;
const viewSql = (id: string) =>
  [
    personRow.sql([id]),
    notesOf.sql([id]),
    aroundOf.sql([id]),
    personEntries.sql([id]),
    plainSql([id]),
  ] as const;
export type ViewRows = Rows<ReturnType<typeof viewSql>>;

export function viewOf(actor: Actor, id: string, read: ViewRows) {
  const [found, notes, around, rows, plain] = read;
  const person = within(actor, 'person.read', found[0]);
  const { offices, units: names, writers } = around[0] as Around;
  const entries = readEntries(rows).get(personStreamOf(id)) ?? [];
  const folded = foldPerson(entries, person.bornOn);
  if (!folded) throw new Missing('access.missing');
  const fields = newestOf(standingPlain(plain, notWithdrawn([entries])).get(id) ?? []);
  const units = new Map(names.map((unit) => [unit.id, unit.name]));
  return {
    ...headOf(person, folded),
    fields: Object.fromEntries(fields),
    memberships: folded.memberships
      .map((row) => ({ ...row, unitName: units.get(row.unitId) ?? '' }))
      .toReversed(),
    // As far as the reader may see offices.
    offices: offices.flatMap(({ path, ...office }) => (may(actor, 'office.read', { path }) ? [office] : [])),
    history: historyOf(entries, {
      folded,
      units,
      notes: new Map(openVersions(notes).map((note) => [note.field.slice(5), note])),
      writers: new Map(writers.map((account) => [account.id, account.name])),
    }),
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

interface Around {
  person: string;
  /** of any day */
  offices: (Office & { path: string })[];
  /** all that the acts name */
  units: { id: number; name: string }[];
  writers: { id: string; name: string }[];
}

/** One row: small statements cost more than what they find. */
const aroundSql = (ids: readonly string[]): RawBuilder<Around> => sql<Around>`
  select person.id as person, to_jsonb(array(
    select jsonb_build_object(
      'id', office.id, 'kind', office.kind, 'title', office.title, 'unitId', office.unit_id, 'unitName', unit.name,
      'fromOn', office.from_on, 'toOn', office.to_on, 'path', unit.path)
    from office join unit on unit.id = office.unit_id where office.person_id = person.id
    order by coalesce(office.to_on, '9999') desc, office.from_on desc nulls last, office.id
  )) as offices, to_jsonb(array(
    select jsonb_build_object('id', id, 'name', name) from unit where id in (
      select unnest(array[unit_id, (data ->> 'fromUnitId')::int, (data ->> 'toUnitId')::int,
                          (data -> 'onBehalf' ->> 'unitId')::int])
      from ledger where stream = 'person:' || person.id::text)
  )) as units, to_jsonb(array(
    select jsonb_build_object('id', id, 'name', display_name) from account
    where id in (select recorded_by from ledger where stream = 'person:' || person.id::text)
  )) as writers
  from person where ${among('person.id', ids, 'uuid')}`;

interface Known {
  folded: Folded;
  units: Map<number, string>;
  notes: Map<string, VaultVersion>;
  writers: Map<string, string>;
}

function historyOf(entries: readonly Entry[], { folded, units, notes, writers }: Known) {
  const state = stateOf(entries);
  const objections = new Map(tellObjections(folded.objections).map((item) => [item.entry, item]));
  const followers = Map.groupBy(
    entries.filter((entry) => entry.names),
    (entry) => entry.names as string,
  );
  return entries
    .filter((entry) => entry.kind !== withdrawal && entry.kind !== 'person.contested')
    .map((entry) => {
      const later = followers.get(entry.clientId)?.at(-1);
      return {
        ...eventOf(entry, units),
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
    .map((event) => ({ event, on: shownOn(event) }))
    .sort((a, b) => compare(b.on, a.on) || b.event.position - a.event.position)
    .map(({ event }) => event);
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
  const stands = notWithdrawn([await entriesOfPerson(db, id)]);
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
