// Reads what a page about a dossier needs: names of the persons in the case, who typed, where the cell stands, and
// the words of the vault that this reader may see.
import { sql } from 'kysely';
import { allowedOn, may, reach } from '../../org/access.ts';
import { findOfficeKind } from '../../org/organisation.ts';
import { profile } from '../../org/profile.store.ts';
import { idsOnPath } from '../../org/tree.ts';
import { today } from '../../platform/clock.ts';
import { type Db, together } from '../../platform/db.ts';
import { Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { newestOf, openVersions, versionsSql } from '../../platform/vault.ts';
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
  const [[person], named, people, accounts, offices, words] = await together(
    db,
    personSql(dossier.personId),
    unitsSql(unitsIn(found)),
    namesSql(peopleIn(found)),
    accountsSql(entries),
    officesSql(entries),
    versionsSql([dossier.personId], wordsFor(found, reader)),
  );
  if (!person) throw new Missing('access.missing');
  const units = new Map(named.map(({ id: unit, name }) => [unit, name]));
  return {
    law: law(),
    profile: await profile(db),
    today: today(),
    dossier: { ...dossier, path: place.path },
    entries,
    around,
    heldOn,
    standing,
    person,
    unit: unitOf(found, units),
    units,
    names: new Map(people.map((one) => [one.id, one.name])),
    accounts: new Map(accounts.map((one) => [one.id, one.name])),
    offices: new Map(offices.map((row) => [row.id, officeName(row)])),
    texts: newestOf(openVersions(words)),
    reader,
  };
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

const personSql = (id: string) => sql<PageData['person']>`
  select id, full_name as "fullName", sex, born_on as "bornOn", education, status, official_on as "officialOn"
  from person where id = ${id}::uuid`;

const unitsSql = (ids: readonly number[]) => sql<{ id: number; name: string }>`
  select id, name from unit where id = any(${[...ids]}::int[])`;

/** Those above, cells that had the case, and organisations that proposed. */
function unitsIn({ dossier, place }: Case): number[] {
  const proposing = [...dossier.acts.map(({ inputs }) => inputs.proposerUnit), dossier.proposerUnitId];
  const ids = proposing.filter((id) => typeof id === 'number');
  return [...new Set([...idsOnPath(place.path), ...cellsOf(dossier), ...ids])];
}

function unitOf(found: Case, names: ReadonlyMap<number, string>): PageData['unit'] {
  const { path, unitId: id } = found.place;
  return {
    id,
    name: names.get(id) ?? '',
    path,
    places: placesOf(found),
    trail: idsOnPath(path)
      .slice(0, -1)
      .map((above) => names.get(above) ?? ''),
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

function peopleIn({ dossier, entries }: Case): string[] {
  const voucher = dossier.takenOver?.voucherId ?? null;
  const everIn = entries.map((entry) => entry.data as { inputs?: Record<string, never>; step?: string });
  const past = personsOf({ acts: everIn.map(({ step = '', inputs = {} }) => ({ step, inputs })) as never });
  return [...new Set([...personsOf(dossier), ...past, ...(voucher ? [voucher] : [])])];
}

const namesSql = (ids: readonly string[]) => sql<{ id: string; name: string }>`
  select id, full_name as name from person where id = any(${[...ids]}::uuid[])`;

const accountsSql = (entries: Case['entries']) => sql<{ id: string; name: string }>`
  select id, display_name as name from account
  where id = any(${[...new Set(entries.map(({ recordedBy }) => recordedBy))]}::uuid[])`;

interface Office {
  id: number;
  kind: string;
  title: string | null;
}
const officesSql = (entries: Case['entries']) => sql<Office>`
  select id, kind, title from office
  where id = any(${[...new Set(entries.flatMap(({ officeId }) => officeId ?? []))]}::int[])`;
const officeName = ({ kind, title }: Office): string => title ?? findOfficeKind(kind)?.label.vi ?? kind;

/**
 * Words of class 4 are not on the page: they are opened one by one, with a purpose. Whoever does not see the whole case
 * reads his own words, and as the helper what the person was given to do.
 */
function wordsFor({ dossier, entries }: Case, reader: Reader): string[] {
  if (reader.wide) return ['note.%', ...(reader.sensitive ? ['assessment.%'] : [])];
  const own = entries.filter(({ recordedBy }) => recordedBy === reader.accountId);
  const tasks = dossier.acts.filter(({ step }) => reader.helps && step === taskStep);
  return [
    ...own.flatMap(({ clientId }) => [`note.${clientId}%`, `assessment.${clientId}.%`]),
    ...tasks.map(({ entry }) => textField(entry, 'task', 2)),
  ];
}
