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
import { type Case, getCase, personsOf } from '../dossier.store.ts';
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
    readUnit(db, dossier.unitId, place.path),
    readNames(db, found),
    readAccounts(db, entries),
    readOffices(db, entries),
    readTexts(db, found, reader),
  ]);
  const read = { person, unit, names, accounts, offices, texts };
  const page = { dossier: { ...dossier, path: place.path }, entries, around, heldOn, standing, reader };
  return { law: law(), profile: installed, today: today(), ...page, ...read };
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
    authority: authorityOver(actor, place, 'dossier.act'),
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

async function readUnit(db: Queryable, id: number, path: string): Promise<PageData['unit']> {
  const ids = path.split('/').filter(Boolean).map(Number);
  const units = await findUnits(db, ids);
  return {
    id,
    name: units.get(id)?.name ?? '',
    path,
    trail: ids.slice(0, -1).map((above) => units.get(above)?.name ?? ''),
  };
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

/** Words of class 4 are not on the page: they are opened one by one, with a purpose. */
async function readTexts(db: Queryable, { dossier }: Case, reader: Reader): Promise<Map<string, string>> {
  if (!reader.wide) return new Map();
  return readFields(db, dossier.personId, ['note.%', ...(reader.sensitive ? ['assessment.%'] : [])]);
}
