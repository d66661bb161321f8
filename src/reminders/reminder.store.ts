// Reminders written by people, in the database: sending one makes its notices at once; opening it leaves a receipt.
import { sql } from 'kysely';
import { may } from '../org/access.ts';
import { officeInForce } from '../org/office.store.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { Forbidden, Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append, entriesOf, type Stream } from '../platform/ledger.ts';
import { idOf } from '../platform/entry.ts';
import { write } from '../platform/write/once.ts';
import { put } from '../platform/vault.ts';
import { type CaseKind, isMine } from '../worklist/due.ts';
import { findStoredLine, type StoredLine } from '../worklist/lines/stored.store.ts';
import { insertMail } from './make.store.ts';
import { type RemindInput, reminderKinds, reminderStreamOf, type SentData, wordsOf } from './reminder.ts';
import './tables.ts';

export const reminderStream: Stream = {
  prefix: 'reminder',
  kinds: reminderKinds,
  tables: ['reminder'],
  project: projectReminders,
};

async function projectReminders(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(reminderStreamOf));
  const rows = [...entries].flatMap(([stream, own]) => {
    const sent = own.find((entry) => entry.kind === 'reminder.sent');
    if (!sent) return [];
    const { document, to: _to, ground, ...line } = sent.data as SentData;
    return [
      {
        id: idOf(stream),
        entry: sent.clientId,
        office_id: sent.officeId,
        unit_id: sent.unitId,
        person_id: sent.personId,
        case_kind: line.caseKind,
        case_id: line.caseId,
        clock: line.clock,
        part: line.part,
        step: line.step,
        starts_on: line.startsOn,
        due_on: line.dueOn,
        ground,
        document_number: document?.number ?? null,
        document_on: document?.on ?? null,
        document_by: document?.by ?? null,
        sent_on: sent.happenedOn,
        recorded_by: sent.recordedBy,
      },
    ];
  });
  await sql`delete from reminder where id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into reminder
    select r.id, r.entry, made.province_id, r.office_id, r.unit_id, r.person_id, r.case_kind, r.case_id, r.clock, r.part,
           r.step, r.starts_on, r.due_on, r.ground, r.document_number, r.document_on, r.document_by, r.sent_on,
           r.recorded_by, made.recorded_at
    from jsonb_populate_recordset(null::reminder, ${JSON.stringify(rows)}::jsonb) as r
    join ledger as made on made.client_id = r.entry`.execute(tx);
}

async function getLine(db: Queryable, actor: Actor, input: RemindInput): Promise<StoredLine> {
  const line = await findStoredLine(db, input.line);
  if (!line || line.settled || !may(actor, 'reminder.send', line)) throw new Missing('access.missing');
  if (line.startsOn !== input.line.startsOn) throw new Stale('reminders.not_open');
  if (isOwn(line, actor)) throw new Forbidden('reminders.own_work');
  return line;
}

const isOwn = ({ officeId, answers }: StoredLine, actor: Actor): boolean =>
  officeId === null ? isMine(answers, actor.office) : officeId === actor.officeId;

/** The answering offices in force today, nearest above the line. */
async function recipientsOf(db: Queryable, line: StoredLine): Promise<number[]> {
  const result = await sql<{ id: number }>`
    select id from (
      select office.id, rank() over (partition by office.kind order by length(unit.path) desc) as near
      from office join unit on unit.id = office.unit_id
      where ${line.path} like unit.path || '%'
        and (office.id = ${line.officeId}::int or (${line.officeId}::int is null and office.kind = any(${line.answers}))) and ${officeInForce('office', today())}
    ) as asked where near = 1 order by id`.execute(db);
  return result.rows.map(({ id }) => id);
}

/** Sends a reminder to whoever must act on the line. */
export async function sendReminder(db: Db, actor: Actor, input: RemindInput, mail: boolean): Promise<string> {
  const id = derivedId(input.clientId, 'reminder');
  const stream = reminderStreamOf(id);
  await write(db, { clientId: input.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const line = await getLine(tx, actor, input);
    const to = await recipientsOf(tx, line);
    if (to.length === 0) throw new Invalid('reminders.nobody');
    if (line.personId !== null) {
      const fields = [{ field: wordsOf(input.clientId), value: input.text }];
      await put(tx, actor, [{ personId: line.personId, fields, entry: input.clientId }]);
    }
    await append(tx, actor, [
      {
        clientId: input.clientId,
        stream,
        kind: 'reminder.sent',
        happenedOn: today(),
        unitId: line.unitId,
        personId: line.personId,
        data: dataOf(input, line, to),
      },
    ]);
    const made = await makeSent(tx, id);
    if (mail) await insertMail(tx, made);
  });
  return id;
}

const dataOf = (
  { line: { caseKind, caseId, clock, part }, text, document }: RemindInput,
  line: StoredLine,
  to: number[],
) => ({
  caseKind,
  caseId,
  clock,
  part,
  step: line.step,
  startsOn: line.startsOn,
  dueOn: line.dueOn,
  to,
  document,
  ground: line.personId === null ? text : null,
});

async function makeSent(tx: Tx, reminder: string): Promise<string[]> {
  const result = await sql<{ id: string }>`
    insert into notice (id, key, kind, office_id, case_kind, case_id, clock, part, step, unit_id, starts_on, due_on,
                        reminder_id, made_on)
    select md5('sent|' || r.id || '|' || office)::uuid, 'sent|' || r.id || '|' || office, 'sent', office::int, r.case_kind,
           r.case_id, r.clock, r.part, r.step, r.unit_id, r.starts_on, r.due_on, r.id, r.sent_on
    from reminder r join ledger on ledger.client_id = r.entry
    cross join jsonb_array_elements_text(ledger.data -> 'to') as office
    where r.id = ${reminder}::uuid
    on conflict (key) do nothing returning id`.execute(tx);
  return result.rows.map(({ id }) => id);
}

export interface Receipt {
  office: string;
  unitName: string;
  kind: CaseKind;
  readAt: string | null;
  readBy: string | null;
}

/** Who has opened it, and who has not yet. */
export async function receiptsOf(
  db: Queryable,
  reminders: readonly string[],
): Promise<Map<string, Receipt[]>> {
  const result = await sql<Receipt & { id: string }>`
    select notice.reminder_id as id, coalesce(office.title, office.kind) as office, unit.name as "unitName",
           notice.case_kind as kind, notice.read_at as "readAt", account.display_name as "readBy"
    from notice join office on office.id = notice.office_id join unit on unit.id = office.unit_id
    left join account on account.id = notice.read_by
    where notice.reminder_id = any(${[...reminders]}::uuid[]) order by notice.office_id`.execute(db);
  return Map.groupBy(result.rows, (row) => row.id);
}
