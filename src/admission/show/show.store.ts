// Reads what a page about a dossier needs: names of the persons in the case, who typed, where the cell stands, and
// the words of the vault that this reader may see.
import { allowedOn, may, reach } from '../../org/access.ts';
import { findOfficeKind } from '../../org/organisation.ts';
import '../../org/office.store.ts';
import { findUnits } from '../../org/unit.store.ts';
import { profile } from '../../org/profile.store.ts';
import { today } from '../../platform/clock.ts';
import type { Db, Queryable } from '../../platform/db.ts';
import { Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import '../../platform/session.ts';
import { readFields } from '../../platform/vault.ts';
import { type Case, getCase, personsOf } from '../case.store.ts';
import { cellsOf } from '../dossier.store.ts';
import { textField } from '../../road/dossier.ts';
import { unitOn } from '../../road/fold.ts';
import { taskStep } from '../../road/road.ts';
import { pathOn } from '../../road/standing.ts';
import { law } from '../../road/law.ts';
import { authorityOver } from '../../road/authority.ts';
import type { DossierView } from '../../road/view.ts';
import { dossierViewOf } from './dossier-view.ts';
import type { PageData, Reader } from './page.ts';

const readingActions = ['dossier.read', 'dossier.act', 'dossier.nominate'];

export async function readView(
  db: Db,
  actor: Actor,
  id: string,
  actions = readingActions,
): Promise<DossierView> {
  return dossierViewOf(await readPage(db, actor, id, actions));
}

export async function readPage(
  db: Db,
  actor: Actor,
  id: string,
  actions: readonly string[],
): Promise<PageData> {
  const found = await getCase(db, actor, actions, id);
  const reader = readerOf(actor, found);
  const { dossier, entries, around, heldOn, standing, place } = found;
  const [installed, person, unit, names, accounts, offices, texts] = await Promise.all([
    profile(db),
    readPerson(db, dossier.personId),
    readUnit(db, found),
    readNames(db, found),
    readAccounts(db, entries),
    readOffices(db, entries),
    readTexts(db, found, reader),
  ]);
  const read = { person, unit, names, accounts, offices, texts };
  const page = { dossier: { ...dossier, path: place.path }, entries, around, heldOn, standing, reader };
  const units = await readUnitNames(db, found);
  return { law: law(), profile: installed, today: today(), units, ...page, ...read };
}

const shownActions = [
  'dossier.read',
  'dossier.act',
  'dossier.on_behalf',
  'dossier.correct',
  'dossier.sensitive',
  'access_log.read',
  'person.read',
];

function readerOf(actor: Actor, { place }: Case): Reader {
  const kind = reach(actor, 'dossier.read').kind;
  return {
    wide: (kind === 'paths' || kind === 'everywhere') && may(actor, 'dossier.read', place),
    sensitive: may(actor, 'dossier.sensitive', place),
    mayCorrect: may(actor, 'dossier.correct', place),
    authority: (action) => authorityOver(actor, place, action),
    accountId: actor.accountId,
    helps: actor.personId !== null && place.helperId === actor.personId,
    can: allowedOn(actor, place, shownActions),
  };
}

async function readPerson(db: Queryable, id: string): Promise<PageData['person']> {
  const row = await db
    .selectFrom('person')
    .select([
      'id',
      'full_name as fullName',
      'sex',
      'born_on as bornOn',
      'education',
      'status',
      'official_on as officialOn',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Missing('access.missing');
  return row;
}

/** Cells that had the case, and organisations that proposed. */
async function readUnitNames(db: Queryable, { dossier }: Case): Promise<Map<number, string>> {
  const proposing = dossier.acts
    .map(({ inputs }) => inputs.proposerUnit)
    .filter((id) => typeof id === 'number');
  const own = dossier.proposerUnitId === null ? [] : [dossier.proposerUnitId];
  const units = await findUnits(db, [...new Set([...cellsOf(dossier), ...proposing, ...own])]);
  return new Map([...units].map(([id, { name }]) => [id, name]));
}

async function readUnit(db: Queryable, found: Case): Promise<PageData['unit']> {
  const { path, unitId: id } = found.place;
  const ids = path.split('/').filter(Boolean).map(Number);
  const units = await findUnits(db, ids);
  return {
    id,
    name: units.get(id)?.name ?? '',
    path,
    places: placesOf(found),
    trail: ids.slice(0, -1).map((above) => units.get(above)?.name ?? ''),
  };
}

/** Days on which the case came to stand elsewhere in the tree, itself or with its cell. */
function placesOf({ dossier, around }: Pick<Case, 'dossier' | 'around'>) {
  const days = ['', ...dossier.handovers.map(({ on }) => on), ...around.places.map(({ fromOn }) => fromOn)];
  const places = [...new Set(days)].toSorted().flatMap((fromOn) => {
    const path = pathOn(dossier, unitOn(dossier, fromOn), fromOn);
    return path === undefined ? [] : [{ fromOn, path }];
  });
  return places.filter(({ path }, index) => path !== places[index - 1]?.path);
}

async function readNames(db: Queryable, { dossier, entries }: Case): Promise<Map<string, string>> {
  const voucher = dossier.takenOver?.voucherId ?? null;
  const everIn = entries.map((entry) => entry.data as { inputs?: Record<string, never>; step?: string });
  const past = personsOf({ acts: everIn.map(({ step = '', inputs = {} }) => ({ step, inputs })) as never });
  const ids = [...new Set([...personsOf(dossier), ...past, ...(voucher ? [voucher] : [])])];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['id', 'full_name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.full_name]));
}

async function readAccounts(db: Queryable, entries: Case['entries']): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where('id', 'in', [...new Set(entries.map((entry) => entry.recordedBy))])
    .execute();
  return new Map(rows.map((row) => [row.id, row.display_name]));
}

async function readOffices(db: Queryable, entries: Case['entries']): Promise<Map<number, string>> {
  const known = [...new Set(entries.map((entry) => entry.officeId).filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await db
    .selectFrom('office')
    .select(['id', 'kind', 'title'])
    .where('id', 'in', known)
    .execute();
  return new Map(rows.map((row) => [row.id, row.title ?? findOfficeKind(row.kind)?.label.vi ?? row.kind]));
}

/**
 * Words of class 4 are not on the page: they are opened one by one, with a purpose. Whoever does not see the whole case
 * reads his own words, and as the helper what the person was given to do.
 */
async function readTexts(db: Queryable, found: Case, reader: Reader): Promise<Map<string, string>> {
  const { dossier } = found;
  if (reader.wide)
    return readFields(db, dossier.personId, ['note.%', ...(reader.sensitive ? ['assessment.%'] : [])]);
  const own = found.entries.filter(({ recordedBy }) => recordedBy === reader.accountId);
  const tasks = dossier.acts.filter(({ step }) => reader.helps && step === taskStep);
  const fields = [
    ...own.flatMap(({ clientId }) => [`note.${clientId}%`, `assessment.${clientId}.%`]),
    ...tasks.map(({ entry }) => textField(entry, 'task', 2)),
  ];
  return fields.length === 0 ? new Map() : readFields(db, dossier.personId, fields);
}
