// Mail goes out behind the notices: each message is sent, then marked. A server killed in between sends it once more
// under the same Message-ID. What was done meanwhile is not sent any more; what is refused for days is given up and told.
import { sql } from 'kysely';
import { officeInForce } from '../org/office.store.ts';
import { today } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { composeMail, type MailLine } from './mail.ts';
import './tables.ts';

export interface Letter {
  messageId: string;
  to: string;
  subject: string;
  text: string;
}
/** Gives when the message was taken over by the mail server, throws when not. */
export type SendLetter = (letter: Letter) => Promise<void>;

/** Five minutes, then twice as long each time: nine tries take nearly a day. */
const firstPauseMinutes = 5;
const tries = 9;

interface Waiting extends MailLine {
  noticeId: string;
  accountId: string;
  email: string;
  /** still to be done, by an office that is still held */
  open: boolean;
  tries: number;
}

/** Sends what waits, oldest first; gives how many went out. One sender at a time, whoever calls. */
export async function sendWaiting(db: Db, send: SendLetter, address: string | null): Promise<number> {
  let sent = 0;
  for (const one of await readWaiting(db)) {
    if (!one.open) {
      await mark(db, one, { state: 'past' });
      continue;
    }
    const outcome = await trySending(db, one, send, address);
    if (outcome === 'sent') sent += 1;
    else if (outcome === 'failed' && one.tries === 0) break; // The server seems away: the others wait for the next round.
  }
  return sent;
}

async function trySending(
  db: Db,
  one: Waiting,
  send: SendLetter,
  address: string | null,
): Promise<'sent' | 'refused' | 'failed'> {
  try {
    await send({ messageId: messageIdOf(one), to: one.email, ...composeMail(one, address) });
  } catch (cause) {
    await postpone(db, one, cause instanceof Error ? cause.message : String(cause));
    return isAboutAddress(cause) ? 'refused' : 'failed';
  }
  await mark(db, one, { state: 'sent' });
  return 'sent';
}

/** The mail server answered, and does not take this one recipient: the others are sent all the same. */
const isAboutAddress = (cause: unknown): boolean =>
  cause instanceof Error && 'command' in cause && ['RCPT TO', 'API'].includes(String(cause.command));

/** Of the notice (whose id is made of its key) and the account: the same however often it is sent. */
export const messageIdOf = ({ noticeId, accountId }: { noticeId: string; accountId: string }): string =>
  `<${noticeId}.${accountId}@nguon>`;

async function readWaiting(db: Db): Promise<Waiting[]> {
  const result = await sql<Waiting>`
    select mail.notice_id as "noticeId", mail.account_id as "accountId", account.email, mail.tries, notice.kind,
           notice.clock, notice.step, notice.due_on as "dueOn", notice.lead, unit.name as "unitName",
           ${officeInForce('office', today())} and (notice.kind = 'sent' or exists (
             select from due left join settlement s on s.id = due.line
             where due.case_kind = notice.case_kind and due.case_id = notice.case_id and due.clock = notice.clock
               and due.part = notice.part and due.due_on = notice.due_on and s.id is null)) as open
    from mail join notice on notice.id = mail.notice_id join unit on unit.id = notice.unit_id
    join office on office.id = notice.office_id
    join account on account.id = mail.account_id
    where mail.state = 'waiting' and mail.next_at <= now()
      and account.email is not null and account.closed_on is null
    order by mail.next_at, mail.notice_id limit 200`.execute(db);
  return result.rows;
}

const mark = (db: Db, one: Waiting, { state }: { state: 'sent' | 'past' }) =>
  sql`update mail set state = ${state}, sent_at = case when ${state} = 'sent' then now() end, failure = null
    where notice_id = ${one.noticeId}::uuid and account_id = ${one.accountId}::uuid`.execute(db);

const postpone = (db: Db, one: Waiting, failure: string) =>
  sql`update mail set tries = tries + 1, failure = ${failure.slice(0, 300)},
      state = case when tries + 1 >= ${tries} then 'given_up' else 'waiting' end,
      next_at = now() + make_interval(mins => ${firstPauseMinutes} * (2 ^ tries)::int)
    where notice_id = ${one.noticeId}::uuid and account_id = ${one.accountId}::uuid`.execute(db);

export interface MailState {
  waiting: number;
  sent: number;
  givenUp: number;
  failure: string | null;
}

/** What the administrator is told of the mail. */
export async function mailState(db: Db): Promise<MailState> {
  const result = await sql<MailState>`
    select (count(*) filter (where state = 'waiting'))::int as waiting, (count(*) filter (where state = 'sent'))::int as sent,
           (count(*) filter (where state = 'given_up'))::int as "givenUp",
           (select failure from mail where failure is not null order by next_at desc limit 1) as failure
    from mail`.execute(db);
  return result.rows[0] as MailState;
}
