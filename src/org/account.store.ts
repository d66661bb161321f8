// Accounts: made from offices in one go, slips with one-time passwords, closing. The password itself leaves the
// program once, in the answer to the write that made it; the ledger keeps that a slip was issued and by whom.
import { sql } from 'kysely';
import { z } from 'zod';
import { today } from '../platform/clock.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Invalid, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId, newId } from '../platform/ids.ts';
import { append, type Stream } from '../platform/ledger.ts';
import { type Once, write } from '../platform/write/once.ts';
import { closeSessionsOf, hashPassword, slipPassword } from '../platform/session.ts';
import { fold } from '../platform/text.ts';
import { takeTurn } from '../platform/write/turns.ts';
import { reach } from './access.ts';
import { reachSql } from './access.store.ts';
import type { AccountItem, Slip, WaitingOffice } from './answers.ts';
import { officeInForce } from './office.store.ts';
import { keepAdministrator } from './office-write.store.ts';
import { findOfficeKind } from './organisation.ts';

export const accountKindsOfEntry = {
  'account.opened': z.object({ officeId: z.int().nullable() }),
  'account.slip_issued': z.object({}),
  'account.password_set': z.object({}),
  'account.code_set': z.object({ on: z.boolean() }),
  'account.closed': z.object({}),
} satisfies Record<string, z.ZodType>;

/** 'Nguyễn Văn An' → 'nguyen.van.an', with a number behind it when that is taken. */
export function freeUserName(fullName: string, taken: ReadonlySet<string>): string {
  const base =
    fold(fullName)
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
      .join('.') || 'tai.khoan';
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}${number}`;
  return name;
}

/** The log of accounts; their rows hold passwords, are no fold of the ledger and survive `rebuild` as they are. */
export const accountStream: Stream = {
  prefix: 'account',
  kinds: accountKindsOfEntry,
  tables: [],
  project: async () => undefined,
};

export const accountEntry = (
  accountId: string,
  clientId: string,
  kind: keyof typeof accountKindsOfEntry,
  data: Record<string, unknown> = {},
): NewEntry => ({ clientId, stream: `account:${accountId}`, kind, happenedOn: today(), unitId: null, data });

interface Candidate {
  officeId: number;
  kind: string;
  title: string | null;
  unitName: string;
  personId: string;
  displayName: string;
  accountId: string | null;
}

const officeLabel = (office: { kind: string; title: string | null }): string =>
  office.title || (findOfficeKind(office.kind)?.label.vi ?? '');

/** Offices in force whose holder has no open account. */
async function officesWithout(db: Queryable, actor: Actor): Promise<Candidate[]> {
  const result = await sql<Candidate>`
    select office.id as "officeId", office.kind, office.title, unit.name as "unitName", person.id as "personId",
           person.full_name as "displayName", account.id as "accountId"
    from office join unit on unit.id = office.unit_id join person on person.id = office.person_id
    left join account on account.person_id = person.id
    where ${officeInForce('office', today())} and (account.id is null or account.closed_on is not null)
      and ${reachSql(reach(actor, 'account.write'), { path: sql<string>`unit.path` })}
    order by unit.path, office.id`.execute(db);
  return result.rows;
}

export async function waitingOffices(db: Queryable, actor: Actor): Promise<WaitingOffice[]> {
  const rows = await officesWithout(db, actor);
  return rows.map((row) => ({
    id: row.officeId,
    kind: row.kind,
    title: officeLabel(row),
    unitName: row.unitName,
    displayName: row.displayName,
  }));
}

/** Opens accounts for the holders of these offices who have none; each gets one slip. */
export async function openAccounts(
  db: Db,
  actor: Actor,
  input: { clientId: string; officeIds: number[] },
): Promise<Slip[]> {
  const chosen = new Set(input.officeIds);
  const waiting = (await officesWithout(db, actor)).filter((office) => chosen.has(office.officeId));
  const holders = [...Map.groupBy(waiting, (office) => office.personId).values()].map(
    (held) => held[0] as Candidate,
  );
  const made = await Promise.all(
    holders.map(async (holder) => {
      const password = slipPassword();
      return { holder, password, hash: await hashPassword(password), accountId: holder.accountId ?? newId() };
    }),
  );
  const once = { clientId: input.clientId, accountId: actor.accountId, stream: 'account:' };
  const done = await write(db, once, async (tx) => {
    const slips: Slip[] = [];
    const entries: NewEntry[] = [];
    const taken = await takenNames(tx);
    // Behind the lock: somebody else may have opened some of them meanwhile.
    const still = new Set((await officesWithout(tx, actor)).map((office) => office.personId));
    for (const { holder, password, hash, accountId } of made.filter((one) =>
      still.has(one.holder.personId),
    )) {
      const userName = await openOne(tx, { holder, accountId, hash, taken });
      const clientId = entries.length === 0 ? input.clientId : derivedId(input.clientId, accountId);
      entries.push(accountEntry(accountId, clientId, 'account.opened', { officeId: holder.officeId }));
      slips.push(slipOf({ ...holder, accountId, userName }, password));
    }
    await append(tx, actor, entries);
    return slips;
  });
  return done.repeated ? slipsAgain(db, input.clientId) : done.result;
}

const slipOf = (
  holder: {
    accountId: string;
    userName: string;
    displayName: string;
    kind: string;
    title: string | null;
    unitName: string;
  },
  password: string | null,
): Slip => ({
  accountId: holder.accountId,
  userName: holder.userName,
  password,
  displayName: holder.displayName,
  office: officeLabel(holder),
  unitName: holder.unitName,
});

async function takenNames(tx: Tx): Promise<Set<string>> {
  await takeTurn(tx, 'nguon.accounts');
  const rows = await tx.selectFrom('account').select('user_name').execute();
  return new Set(rows.map((row) => row.user_name));
}

interface Opening {
  holder: { personId: string; displayName: string; accountId: string | null };
  accountId: string;
  hash: string;
  taken: Set<string>;
}

/** A closed account is opened again under its old name; otherwise a new one is made. */
async function openOne(tx: Tx, { holder, accountId, hash, taken }: Opening): Promise<string> {
  if (holder.accountId) {
    const row = await tx
      .updateTable('account')
      .set({
        password_hash: hash,
        must_change: true,
        closed_on: null,
        totp_secret: null,
        display_name: holder.displayName,
      })
      .where('id', '=', accountId)
      .returning('user_name')
      .executeTakeFirstOrThrow();
    return row.user_name;
  }
  const userName = freeUserName(holder.displayName, taken);
  taken.add(userName);
  await tx
    .insertInto('account')
    .values({
      id: accountId,
      user_name: userName,
      display_name: holder.displayName,
      person_id: holder.personId,
      password_hash: hash,
    })
    .execute();
  return userName;
}

/** The same write sent again: who got a slip, but never the password. */
async function slipsAgain(db: Db, clientId: string): Promise<Slip[]> {
  const result = await sql<Parameters<typeof slipOf>[0]>`
    select account.id as "accountId", account.user_name as "userName", account.display_name as "displayName",
           office.kind, office.title, unit.name as "unitName"
    from ledger join account on 'account:' || account.id = ledger.stream
    left join office on office.id = (ledger.data->>'officeId')::int left join unit on unit.id = office.unit_id
    where (ledger.recorded_at, ledger.recorded_by) =
          (select recorded_at, recorded_by from ledger where client_id = ${clientId}::uuid)
      and ledger.kind in ('account.opened', 'account.slip_issued') order by ledger.position`.execute(db);
  return result.rows.map((row) =>
    slipOf({ ...row, kind: row.kind ?? '', unitName: row.unitName ?? '' }, null),
  );
}

const onceOf = (actor: Actor, input: { clientId: string; accountId: string }): Once => ({
  clientId: input.clientId,
  accountId: actor.accountId,
  stream: `account:${input.accountId}`,
});

/** A new one-time password: sessions end, a second factor is taken off, the pause after wrong passwords is lifted. */
export async function issueSlip(
  db: Db,
  actor: Actor,
  input: { clientId: string; accountId: string },
): Promise<Slip> {
  const password = slipPassword();
  const hash = await hashPassword(password);
  const done = await write(db, onceOf(actor, input), async (tx) => {
    const row = await getAccount(tx, input.accountId);
    await resetPassword(tx, row, hash);
    await append(tx, actor, [accountEntry(row.id, input.clientId, 'account.slip_issued')]);
  });
  const account = await getAccount(db, input.accountId);
  const [office] = await officesOfAccount(db, account.id);
  const place = office ?? { kind: '', title: null, unitName: '' };
  return slipOf(
    { ...place, accountId: account.id, userName: account.user_name, displayName: account.display_name },
    done.repeated ? null : password,
  );
}

async function resetPassword(
  tx: Tx,
  account: { id: string; user_name: string },
  hash: string,
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ password_hash: hash, must_change: true, totp_secret: null, closed_on: null })
    .where('id', '=', account.id)
    .execute();
  await tx.deleteFrom('sign_in_failure').where('user_name', '=', account.user_name).execute();
  await closeSessionsOf(tx, account.id, null);
}

export async function getAccount(db: Queryable, id: string) {
  const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Missing('access.missing');
  return row;
}

async function officesOfAccount(db: Queryable, accountId: string) {
  return db
    .selectFrom('account')
    .innerJoin('office', 'office.person_id', 'account.person_id')
    .innerJoin('unit', 'unit.id', 'office.unit_id')
    .select(['office.kind', 'office.title', 'unit.name as unitName'])
    .where('account.id', '=', accountId)
    .where(officeInForce('office', today()))
    .orderBy('office.id')
    .execute();
}

export async function closeAccount(
  db: Db,
  actor: Actor,
  input: { clientId: string; accountId: string },
): Promise<void> {
  await write(db, onceOf(actor, input), async (tx) => {
    const account = await getAccount(tx, input.accountId);
    if (account.closed_on) throw new Invalid('account.is_closed');
    // Where reminders went is the holder's own affair: it is not kept for whoever is given the account anew.
    const closed = { closed_on: today(), email: null };
    await tx.updateTable('account').set(closed).where('id', '=', account.id).execute();
    await closeSessionsOf(tx, account.id, null);
    for (const office of await officesOfAccount(tx, account.id)) await keepAdministrator(tx, office.kind);
    await append(tx, actor, [accountEntry(account.id, input.clientId, 'account.closed')]);
  });
}

interface AccountQuery {
  q: string;
  after: string;
  limit: number;
}

/** Accounts by user name; no content of the rolls, only who may sign in and in which offices. */
export async function listAccounts(db: Queryable, { q, after, limit }: AccountQuery) {
  const words = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const match = sql<boolean>`(account.user_name like ${words} or account.display_name ilike ${words}
    or exists (select from person where person.id = account.person_id and person.name_key like ${words}))`;
  const result = await sql<AccountItem>`
    select account.id, account.user_name as "userName", account.display_name as "displayName",
           account.must_change as "mustChange", account.totp_secret is not null as totp,
           account.created_at as "createdAt", account.closed_on as "closedOn",
           account.signed_in_at as "lastSeenAt",
           coalesce((select jsonb_agg(jsonb_build_object('id', office.id, 'kind', office.kind, 'title', office.title,
                                                         'unitName', unit.name) order by office.id)
                     from office join unit on unit.id = office.unit_id
                     where office.person_id = account.person_id and ${officeInForce('office', today())}), '[]') as offices
    from account where ${match} and account.user_name > ${after}
    order by account.user_name limit ${limit + 1}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*) as total from account where ${match}`.execute(
    db,
  );
  const items = result.rows.slice(0, limit).map((account) => ({
    ...account,
    offices: account.offices.map((office) => ({ ...office, title: officeLabel(office) })),
  }));
  return {
    items,
    total: counted.rows[0]?.total ?? 0,
    next: result.rows.length > limit ? (items.at(-1)?.userName ?? null) : null,
  };
}
