// A private calendar address: off by default, one an office, of which only the hash is kept. Whoever holds it sees kinds
// of work, units and days – never a name – as far as the office reaches on the day of reading.
import ical from 'ical-generator';
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { actionsOf } from '../../org/access.ts';
import { officeInForce } from '../../org/office.store.ts';
import { today } from '../../platform/clock.ts';
import type { Db, Generated, Queryable } from '../../platform/db.ts';
import { addDays, type Day } from '../../platform/day.ts';
import { Invalid, Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { derivedId } from '../../platform/ids.ts';
import { labelOf } from '../in-force.ts';
import type { Line } from '../line.ts';
import { readLines } from '../list.store.ts';
import type { Feed } from '../view.ts';

declare module '../../platform/db.ts' {
  interface Tables {
    feed: { account_id: string; office_id: number; token_hash: Buffer; created_at: Generated<string> };
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
const officeOf = (actor: Actor): number => {
  if (actor.officeId === null) throw new Invalid('access.not_this_office');
  return actor.officeId;
};

export async function findFeed(db: Queryable, actor: Actor): Promise<Feed> {
  const row = await db
    .selectFrom('feed')
    .select('created_at')
    .where('account_id', '=', actor.accountId)
    .where('office_id', '=', officeOf(actor))
    .executeTakeFirst();
  return { on: row !== undefined, address: null, createdAt: row?.created_at ?? null };
}

/** A new address; the one before it opens nothing any more. */
export async function openFeed(db: Db, actor: Actor): Promise<Feed> {
  const token = randomBytes(32).toString('base64url');
  const row = await db
    .insertInto('feed')
    .values({ account_id: actor.accountId, office_id: officeOf(actor), token_hash: hashOf(token) })
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'office_id'])
        .doUpdateSet({ token_hash: hashOf(token), created_at: sql`now()` }),
    )
    .returning('created_at')
    .executeTakeFirstOrThrow();
  return { on: true, address: `/api/feeds/${token}.ics`, createdAt: row.created_at };
}

export async function endFeed(db: Db, actor: Actor): Promise<Feed> {
  await db
    .deleteFrom('feed')
    .where('account_id', '=', actor.accountId)
    .where('office_id', '=', officeOf(actor))
    .execute();
  return { on: false, address: null, createdAt: null };
}

interface Holder extends Omit<Actor, 'can' | 'mustChange'> {
  unitName: string;
}

/** Who reads by this address: an account that is open, in an office that is in force today. */
async function findHolder(db: Queryable, token: string): Promise<(Actor & { unitName: string }) | null> {
  const result = await sql<Holder>`
    select account.id as "accountId", account.display_name as "displayName", account.person_id as "personId",
           office.id as "officeId", office.kind as office, office.unit_id as "unitId", unit.path as "unitPath",
           unit.province_id as "provinceId", unit.name as "unitName",
           array(select cell.path from unit cell where cell.id = any(office.named_units) order by cell.path) as named
    from feed join account on account.id = feed.account_id
    join office on office.id = feed.office_id and office.person_id = account.person_id
     and ${officeInForce('office', today())}
    join unit on unit.id = office.unit_id
    where feed.token_hash = ${hashOf(token)} and account.closed_on is null`.execute(db);
  const row = result.rows[0];
  return row ? { ...row, mustChange: false, can: actionsOf(row.office) } : null;
}

const longest = 2000;

/** The calendar of this address, as text/calendar. */
export async function readFeed(db: Queryable, word: string): Promise<string> {
  const reader = await findHolder(db, word.replace(/\.ics$/, ''));
  if (!reader?.can.has('worklist.read')) throw new Missing('access.missing');
  const lines = await readLines(db, reader, { own: true, limit: longest });
  return calendarOf(lines, reader.unitName);
}

/** One entry a day, unit and kind of work: how many, not whose. */
export function calendarOf(lines: readonly Line[], unitName: string): string {
  const calendar = ical({
    name: `Việc hôm nay – ${unitName}`,
    prodId: { company: 'Nguồn', product: 'Việc hôm nay', language: 'VI' },
    ttl: 6 * 60 * 60,
  });
  const gathered = Map.groupBy(lines, (line) => [line.dueOn, line.unitId, line.step, line.clock].join('/'));
  for (const [key, own] of gathered) {
    const [first] = own as [Line];
    const day = first.dueOn as Day;
    const count = own.length > 1 ? ` (${own.length})` : '';
    calendar.createEvent({
      id: derivedId(namespace, key),
      start: day,
      end: addDays(day, 1),
      allDay: true,
      stamp: `${today()}T00:00:00Z`,
      summary: `${labelOf(first.step, first.clock).vi}${count} – ${first.unitName}`,
      transparency: 'TRANSPARENT' as never,
    });
  }
  return calendar.toString();
}
const namespace = 'a3c1f0c2-1f5b-4b1e-8c55-6d1f3a9e7b20';
