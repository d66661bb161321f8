// A page as one office asks for it – the first of a list, a plan tree, a sheet, an overview: held, with its text, until anything
// is written that it was read from. A search and every further page are read: there are too many, each cheap beside the first.
import { accessTable } from '../org/access.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import { held, Lasting } from '../platform/held.ts';
import type { Actor } from '../platform/http.ts';
import { regulations } from './in-force.ts';

/** Whom, where, by which office and by which law: nearly every page is read from these. */
const always = ['person', 'dossier', 'meeting', 'bulk', 'unit', 'office', 'account', 'provision', 'calendar'];

export interface Page {
  name: string;
  /** as the reader asked */
  query: object;
  /** further streams it is read from */
  of?: readonly string[];
}

export function heldAnswer<T extends object>(
  db: Queryable,
  actor: Actor,
  page: Page,
  read: () => Promise<T>,
): Promise<Lasting<T>> {
  return heldPage(db, actor, page, async () => new Lasting(await read()));
}

/** The same for a page of which something is still opened for each reader: what was read is held, not its text. */
export const heldPage = <T>(db: Queryable, actor: Actor, page: Page, read: () => Promise<T>): Promise<T> =>
  isFurther(page.query) ? read() : heldFor(db, actor, page, read);

/** What several pages of a list share, as its counts. */
export const heldFor = <T>(db: Queryable, actor: Actor, page: Page, read: () => Promise<T>): Promise<T> =>
  heldAmong(db, readerOf(actor), page, read);

/** What several readers share; `readers` is all of them that it hangs on: how far they reach. */
export function heldAmong<T>(
  db: Queryable,
  readers: readonly unknown[],
  { name, query, of = [] }: Page,
  read: () => Promise<T>,
): Promise<T> {
  const key = `${name} ${today()} ${numberOf(regulations())}.${numberOf(accessTable())} ${JSON.stringify([query, readers])}`;
  return held(db, { key, sources: [...always, ...of] }, read);
}

const isFurther = (query: object): boolean =>
  ['q', 'cursor'].some((name) => Boolean((query as Record<string, unknown>)[name]));

/** All that decides what a reader may see and do. */
const readerOf = ({ accountId, personId, officeId, office, unitId, unitPath, named }: Actor) => [
  accountId,
  personId,
  officeId,
  office,
  unitId,
  unitPath,
  named,
];

const numbers = new WeakMap<object, number>();
let numbered = 0;

/** Of the law and of who may do what: what was read under another is not given again. */
export function numberOf(table: object): number {
  const known = numbers.get(table);
  if (known !== undefined) return known;
  numbered += 1;
  numbers.set(table, numbered);
  return numbered;
}
