// The notices of one office: newest first, in the words of the lines they speak of. Opening one marks it as read; of a
// reminder written by a person that leaves a receipt in the ledger, once.
import { type RawBuilder, sql } from 'kysely';
import { may } from '../org/access.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable } from '../platform/db.ts';
import { Invalid, Missing } from '../platform/errors.ts';
import { letGo } from '../platform/held.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { passGate, transact } from '../platform/write/transaction.ts';
import type { Message } from '../platform/messages.ts';
import { readFields } from '../platform/vault.ts';
import { takeTurn } from '../platform/write/turns.ts';
import type { CaseKind } from '../worklist/due.ts';
import { heldFor } from '../worklist/held-answer.store.ts';
import { findDue, labelOf, officeLabel } from '../worklist/in-force.ts';
import { ownWork } from '../worklist/list.store.ts';
import { sourceOf } from '../worklist/source.ts';
import { reminderStreamOf, wordsOf } from './reminder.ts';
import { type Receipt, receiptsOf } from './reminder.store.ts';
import { type NoticeKind, noticeSource } from './tables.ts';
import type { NoticeView, ReceiptView } from './view.ts';

interface Row {
  id: string;
  kind: NoticeKind;
  caseKind: CaseKind;
  caseId: string;
  clock: string;
  part: string;
  step: string;
  unitId: number;
  unitName: string;
  path: string;
  dueOn: string | null;
  madeOn: string;
  madeAt: string;
  readAt: string | null;
  past: boolean;
  reminderId: string | null;
  entry: string | null;
  personId: string | null;
  ground: string | null;
  number: string | null;
  on: string | null;
  by: string | null;
  from: string | null;
  fromOffice: string | null;
  fromKind: string | null;
}

const columns = sql`
  notice.id, notice.kind, notice.case_kind as "caseKind", notice.case_id as "caseId", notice.clock, notice.part,
  notice.step, notice.unit_id as "unitId", unit.name as "unitName", unit.path, notice.due_on as "dueOn", notice.made_on as "madeOn", notice.made_at as "madeAt",
  notice.read_at as "readAt",
  not exists (select from due left join settlement s on s.id = due.line
    where due.case_kind = notice.case_kind and due.case_id = notice.case_id and due.clock = notice.clock
      and due.part = notice.part and due.starts_on = notice.starts_on and s.id is null) as past,
  reminder.id as "reminderId", reminder.entry, reminder.person_id as "personId", reminder.ground,
  reminder.document_number as number, reminder.document_on as "on", reminder.document_by as by,
  sender.display_name as from, sending.title as "fromOffice", sending.kind as "fromKind"`;
/** What stands around notices. */
const around = sql`
  join unit on unit.id = notice.unit_id left join reminder on reminder.id = notice.reminder_id
  left join account sender on sender.id = reminder.recorded_by left join office sending on sending.id = reminder.office_id`;
const newest = sql`order by notice.made_at desc, notice.id desc`;

export interface NoticeQuery {
  unread: boolean;
  cursor?: string | undefined;
  limit: number;
}

const sources = [...ownWork, 'reminder', noticeSource];

/** The first page is held, but for what a person wrote: that may be about a person, and is opened each time. */
export async function listNotices(db: Queryable, actor: Actor, query: NoticeQuery) {
  const read = () => readPage(db, actor, query);
  const page = { name: 'notices', query, of: sources };
  const { items, ...rest } = await (query.cursor ? read() : heldFor(db, actor, page, read));
  return { ...rest, items: await Promise.all(items.map((one) => withText(db, actor, one))) };
}

async function readPage(db: Queryable, actor: Actor, query: NoticeQuery) {
  const mine = sql<boolean>`notice.office_id = ${actor.officeId ?? 0}`;
  const wanted = query.unread ? sql<boolean>`${mine} and notice.read_at is null` : mine;
  // Which ones are shown is found before anything is looked up for them.
  const page = sql`(select * from notice where ${wanted} ${after(query.cursor)} ${newest} limit ${query.limit + 1})`;
  const [total, rows] = await Promise.all([
    sql<{ count: number }>`select count(*) from notice where ${wanted}`.execute(db),
    sql<Row>`select ${columns} from ${page} notice ${around} ${newest}`.execute(db),
  ]);
  const shown = rows.rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: await tellAll(db, actor, shown),
    total: total.rows[0]?.count ?? 0,
    next: rows.rows.length > query.limit && last ? cursorOf(last) : null,
    asOf: today(),
  };
}

const cursorOf = ({ madeAt, id }: Row): string =>
  Buffer.from(JSON.stringify([madeAt, id])).toString('base64url');

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (!cursor) return sql``;
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string];
    if (!Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id))
      return sql`and (notice.made_at, notice.id) < (${at}::timestamptz, ${id}::uuid)`;
  } catch {
    // falls through to the same answer as a cursor of another list
  }
  throw new Invalid('http.bad_request');
}

interface Told {
  row: Row;
  view: NoticeView;
}

async function tell(db: Queryable, actor: Actor, rows: readonly Row[]): Promise<NoticeView[]> {
  return Promise.all((await tellAll(db, actor, rows)).map((one) => withText(db, actor, one)));
}

async function withText(db: Queryable, actor: Actor, { row, view }: Told): Promise<NoticeView> {
  return view.sent ? { ...view, sent: { ...view.sent, text: await textOf(db, actor, row) } } : view;
}

async function tellAll(db: Queryable, actor: Actor, rows: readonly Row[]): Promise<Told[]> {
  const receipts = await receiptsOf(
    db,
    rows.flatMap(({ reminderId }) => reminderId ?? []),
  );
  const words = await wordsOfCases(db, actor, rows);
  return rows.map((row) => {
    const found = words.get(`${row.caseKind}/${row.caseId}`);
    const view: NoticeView = {
      id: row.id,
      kind: row.kind,
      label: labelOf(row.step, row.clock),
      caseKind: row.caseKind,
      part: row.part,
      title: found?.title ?? null,
      unitName: row.unitName,
      href: hrefOf(row, found?.href ?? null),
      dueOn: row.dueOn,
      madeOn: row.madeOn,
      readAt: row.readAt,
      past: row.past,
      sent: row.reminderId === null ? null : sentOf(row, receipts.get(row.reminderId) ?? []),
    };
    return { row, view };
  });
}

/** Where the line is seen: a case on its page, routine work on the list – with its form for whoever must do it. */
function hrefOf(row: Row, page: string | null): string {
  if (page === null) return '/worklist';
  if (row.caseKind !== 'unit' || row.past) return page;
  const [step] = findDue(row.step, row.clock)?.ends_with ?? [];
  if (row.kind === 'escalation' || step === undefined)
    return `/worklist?group=others&unit=${row.unitId}&clock=${row.clock}`;
  return sourceOf(row.caseKind).form(row, step);
}

async function wordsOfCases(db: Queryable, actor: Actor, rows: readonly Row[]) {
  const found = new Map<string, { title: string; href: string }>();
  for (const [kind, own] of Map.groupBy(rows, (row) => row.caseKind)) {
    const ids = [...new Set(own.map((row) => row.caseId))];
    for (const [id, words] of await sourceOf(kind).describe(db, actor, ids))
      found.set(`${kind}/${id}`, words);
  }
  return found;
}

function sentOf(row: Row, receipts: readonly Receipt[]): NonNullable<NoticeView['sent']> {
  const { number, on, by } = row;
  return {
    from: row.from ?? '',
    fromOffice: titleOf(row.fromOffice, row.fromKind),
    text: null,
    document: number === null && on === null && by === null ? null : { number, on, by },
    receipts: receipts.map(receiptViewOf),
  };
}

const titleOf = (title: string | null, kind: string | null): Message | null =>
  title !== null ? { vi: title, en: title } : kind === null ? null : officeLabel(kind);

export const receiptViewOf = ({ office, unitName, readAt, readBy }: Receipt): ReceiptView => ({
  office: officeLabel(office),
  unitName,
  readAt,
  readBy,
});

async function textOf(db: Queryable, actor: Actor, row: Row): Promise<string | null> {
  if (row.personId === null || row.entry === null) return row.ground;
  if (!may(actor, 'person.read', { path: row.path, personId: row.personId })) return null;
  const field = wordsOf(row.entry);
  return (await readFields(db, row.personId, [field])).get(field) ?? null;
}

export async function countUnread(db: Queryable, actor: Actor): Promise<number> {
  const result = await sql<{ count: number }>`
    select count(*) from notice where office_id = ${actor.officeId ?? 0} and read_at is null`.execute(db);
  return result.rows[0]?.count ?? 0;
}

/** What this line was reminded of by people: for whoever sees the line. */
export async function remindersOf(
  db: Queryable,
  actor: Actor,
  line: { caseKind: string; caseId: string; clock: string; part?: string | undefined },
): Promise<NoticeView[]> {
  const part = line.part === undefined ? sql`` : sql`and reminder.part = ${line.part}`;
  const rows = await sql<Row>`
    select distinct on (reminder.id) ${columns} from notice ${around}
    where reminder.case_kind = ${line.caseKind} and reminder.case_id = ${line.caseId} and reminder.clock = ${line.clock}
      ${part}
    order by reminder.id, notice.id`.execute(db);
  const seen = rows.rows.filter(({ path }) => may(actor, 'worklist.read', { path }));
  return tell(
    db,
    actor,
    seen.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1)),
  );
}

/** Marks a notice of this office as read, and leaves the receipt where a person waits for it. */
export async function readNotice(db: Db, actor: Actor, id: string): Promise<void> {
  // Without a person who waits for it there is nothing to record.
  const plain = await sql`
    update notice set read_at = now(), read_by = ${actor.accountId}::uuid
    where id = ${id}::uuid and office_id = ${actor.officeId ?? 0} and read_at is null and reminder_id is null
    returning id`.execute(db);
  const reminder = plain.rows.length > 0 ? null : await findWaiting(db, actor, id);
  if (reminder !== null) await leaveReceipt(db, actor, id, reminder);
  letGo(db, [noticeSource]);
}

async function leaveReceipt(db: Db, actor: Actor, id: string, reminder: string): Promise<void> {
  const stream = reminderStreamOf(reminder);
  await transact(db, async (tx) => {
    await passGate(tx);
    // Several offices may open theirs at once: one receipt comes behind the other.
    await takeTurn(tx, stream);
    const result = await sql<{ unitId: number; personId: string | null }>`
      update notice set read_at = now(), read_by = ${actor.accountId}::uuid
      where id = ${id}::uuid and office_id = ${actor.officeId ?? 0} and read_at is null
      returning unit_id as "unitId",
        (select person_id from reminder where reminder.id = notice.reminder_id) as "personId"`.execute(tx);
    const [read] = result.rows;
    // Somebody else of the office opened it in between.
    if (!read || actor.officeId === null) return;
    await append(tx, actor, [
      {
        // The id of a notice is made of its key and is no UUID by the book: it cannot be derived from.
        clientId: derivedId(reminder, `read ${id}`),
        stream,
        kind: 'reminder.read',
        happenedOn: today(),
        unitId: read.unitId,
        personId: read.personId,
        data: { of: reminder, officeId: actor.officeId },
      },
    ]);
  });
}

/** The reminder whose sender waits for this notice to be opened. */
async function findWaiting(db: Queryable, actor: Actor, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('notice')
    .select(['office_id', 'read_at', 'reminder_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row?.office_id !== actor.officeId) throw new Missing('access.missing');
  return row.read_at === null ? row.reminder_id : null;
}

/** Everything at once, but not what a person wrote: that is opened one by one. */
export async function readAll(db: Db, actor: Actor): Promise<void> {
  await sql`
    update notice set read_at = now(), read_by = ${actor.accountId}::uuid
    where office_id = ${actor.officeId ?? 0} and read_at is null and reminder_id is null`.execute(db);
  letGo(db, [noticeSource]);
}
