// The lists of requests: those sent, overdue and answered within reach, and those that this office is asked to answer.
import { type RawBuilder, sql } from 'kysely';
import { workingDaysBetween } from '../calendar/workdays.ts';
import { reach } from '../org/access.ts';
import { type Counted, sumOf, type Tally, tallied } from '../org/counts/tally.store.ts';
import { unitPath } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { fold } from '../platform/text.ts';
import { regulations } from '../worklist/in-force.ts';
import { typedCodeOf } from './request.ts';
import { isSent, overdue, readRows, requests, type Row, sortKeys, within } from './rows.store.ts';
import type { ListQuery, ListState, RequestList, RequestRow } from './view.ts';

type Conditions = RawBuilder<boolean>[];

const chosen: Record<ListState, () => RawBuilder<boolean>> = {
  sent: isSent,
  overdue,
  answered: () => sql<boolean>`r.status in ('needs_more', 'confirmed', 'recorded')`,
  asked: isSent,
};

export async function listRequests(db: Queryable, actor: Actor, query: ListQuery): Promise<RequestList> {
  const asked = query.state === 'asked';
  const down = query.state === 'answered';
  const key = down ? sortKeys.done : sortKeys.open;
  const action = asked ? 'verification.answer' : 'verification.read';
  const base = [within(actor, action), ...filters(asked ? sidedWith(query) : query)];
  const page = [...base, chosen[query.state](), ...after(query, key, down)];
  const rows = await readRows(db, page, { key, down, limit: query.limit + 1 });
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const counts = await countAll(db, actor, query);
  return {
    items: shown.map((row) => rowView(row, asked)),
    total: counts[query.state],
    next: rows.length > query.limit && last ? cursorOf(last) : null,
    asOf: today(),
    counts,
  };
}

/** The office asked does not know the cells and officers of those who ask, and finds out nothing by naming one. */
const sidedWith = (query: ListQuery): ListQuery => ({ ...query, unit: undefined, officer: undefined });

function filters({ unit, officer, q }: ListQuery): Conditions {
  const found: Conditions = [];
  if (unit !== undefined)
    found.push(
      sql<boolean>`unit.path like (select path from unit as chosen where chosen.id = ${unit}) || '%'`,
    );
  if (officer !== undefined) found.push(sql<boolean>`r.officer_id = ${officer}::uuid`);
  const code = typedCodeOf(q ?? '');
  if (code) return [...found, sql<boolean>`r.code = ${code}`];
  return [...found, ...wordsOf(q)];
}

/** Each word stands in the place – of today or of before –, in the candidate's name or in the number of the letter. */
const wordsOf = (q: string | undefined): Conditions =>
  fold(q ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) => {
      const like = word.replace(/[%_\\]/g, (sign) => `\\${sign}`);
      return sql<boolean>`(r.place_key like ${`%${like}%`} or lower(r.letter_number) like ${`%${like}%`}
        or exists (select from person_word w where w.person_id = r.person_id and w.suffix like ${`${like}%`}))`;
    });

async function countAll(db: Queryable, actor: Actor, query: ListQuery): Promise<RequestList['counts']> {
  const before = await countAnswered(db, actor, query);
  const open = before === null ? [] : [sql<boolean>`r.state = 'sent'`];
  const asking = sql.join([within(actor, 'verification.read'), ...filters(query), ...open], sql` and `);
  const result = await sql<Record<'sent' | 'overdue' | 'answered', number>>`
    select count(*) filter (where ${chosen.sent()}) as sent, count(*) filter (where ${overdue()}) as overdue,
           count(*) filter (where ${chosen.answered()}) as answered
    from ${requests()} where ${asking}`.execute(db);
  const { sent = 0, overdue: late = 0, answered = 0 } = result.rows[0] ?? {};
  const asked = await countAsked(db, actor, query);
  return { sent, overdue: late, answered: answered + (before ?? 0), asked };
}

/** Those answered stay as they are: they are summed over the units, where nothing else is asked of them. */
async function countAnswered(db: Queryable, actor: Actor, query: ListQuery): Promise<number | null> {
  if (query.q || query.officer !== undefined) return null;
  const branch = query.unit === undefined ? null : ((await unitPath(db, query.unit)) ?? nowhere);
  const counted = await tallied(db, answeredTally, { within: reach(actor, 'verification.read'), branch });
  return counted && sumOf(counted, () => true);
}
const nowhere = '/0/';

export const answeredTally: Tally<Counted> = {
  key: 'requests answered',
  sources: ['request', 'dossier', 'person', 'unit'],
  patched: ['request', 'dossier', 'person'],
  count: async (db, units) => {
    const where = units === null ? sql`` : sql`and d.unit_id = any(${[...units]}::int[])`;
    const { rows } = await sql<Counted>`
      select d.unit_id as "unitId", count(*)::int as count
      from dossier d join request r on r.dossier_id = d.id join person on person.id = r.person_id
      where r.state in ('needs_more', 'confirmed', 'recorded') ${where} group by 1`.execute(db);
    return rows;
  },
};

/** How many wait for an answer of this office. */
export async function countAsked(db: Queryable, actor: Actor, query?: ListQuery): Promise<number> {
  if (!actor.can.has('verification.answer')) return 0;
  const asked = sql.join(
    [within(actor, 'verification.answer'), ...(query ? filters(sidedWith(query)) : [])],
    sql` and `,
  );
  const result = await sql<{ count: number }>`
    select count(*) as count from ${requests()} where r.to_unit_id is not null and ${asked}`.execute(db);
  return result.rows[0]?.count ?? 0;
}

function after({ cursor }: ListQuery, key: RawBuilder<string>, down: boolean): Conditions {
  if (!cursor) return [];
  const [last, id] = readCursor(cursor);
  return [sql<boolean>`(${key}, r.id) ${down ? sql`<` : sql`>`} (${last}, ${id}::uuid)`];
}

const cursorOf = (row: Row): string => Buffer.from(JSON.stringify([row.key, row.id])).toString('base64url');

function readCursor(cursor: string): [string, string] {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown];
    if (typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [key, id];
  } catch {
    // falls through to the same answer as a cursor of another list
  }
  throw new Invalid('verification.bad_cursor');
}

/** By when, and how long: counted by the calendar that every other page counts by. */
export function timesOf({ dueOn, sentOn, answeredOn }: Pick<Row, 'dueOn' | 'sentOn' | 'answeredOn'>) {
  const { calendar } = regulations();
  return {
    dueOn,
    workingDaysLeft: dueOn === null ? null : workingDaysBetween(calendar, today(), dueOn),
    waited: workingDaysBetween(calendar, sentOn, answeredOn ?? today()),
  };
}

export const letterOf = ({ letterNumber: number, letterOn: on, letterBy: by }: Row): RequestRow['letter'] =>
  number || on || by ? { number, on, by } : null;

export const summaryOf = (row: Row, asked: boolean) => ({
  id: row.id,
  code: row.code,
  purpose: row.purpose,
  place: row.place,
  persons: row.persons,
  way: row.way,
  status: row.status,
  sentOn: row.sentOn,
  receivedOn: row.receivedOn,
  answeredOn: row.answeredOn,
  letter: letterOf(row),
  person: row.person,
  unitName: asked ? (row.committee ?? '') : row.unitName,
  ...timesOf(row),
});

/** The office asked learns of the request, not of the dossier, its cell or its officers. */
const rowView = (row: Row, asked: boolean): RequestRow => ({
  ...summaryOf(row, asked),
  dossierId: asked ? null : row.dossierId,
  officerName: asked ? null : row.officerName,
});
