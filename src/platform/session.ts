// Signing in: user name and password (argon2id), optional one-time codes, sessions by token hash, and a pause after
// wrong passwords per account and address, so that nobody can lock out the only administrator from elsewhere.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import type { Db, Generated, Queryable } from './db.ts';
import { Invalid, TooMany, Unauthenticated } from './errors.ts';
import { letGo } from './held.ts';
import { fold } from './text.ts';

declare module './db.ts' {
  interface Tables {
    account: {
      id: string;
      user_name: string;
      display_name: string;
      person_id: string | null;
      password_hash: string;
      must_change: Generated<boolean>;
      totp_secret: string | null;
      totp_step: number | null;
      signed_in_at: string | null;
      created_at: Generated<string>;
      closed_on: string | null;
      /** where the holder wants reminders sent */
      email: Generated<string | null>;
    };
    session: {
      token_hash: Buffer;
      account_id: string;
      office_id: number | null;
      created_at: Generated<string>;
      expires_at: string;
      address: string | null;
    };
    sign_in_failure: { id: Generated<number>; at: Generated<string>; user_name: string; address: string };
  }
}

export const sessionHours = 12;
export const minimumPassword = 10;
const attempts = 5;
const pauseMinutes = 10;
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), argon);
const tokenHash = (token: string) => createHash('sha256').update(token).digest();

/** Letters and digits that cannot be confused on paper. */
const slipLetters = 'abcdefghjkmnpqrstuvwxyz23456789';
/** A one-time password as printed on a slip, e.g. 'k7mq-x2fd-93tn'. */
export const slipPassword = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => slipLetters[randomInt(slipLetters.length)]).join(''),
  ).join('-');

export const userNameOf = (text: string): string => fold(text).replace(/[^a-z0-9._-]/g, '');

export function checkPassword(password: string, userName: string, old: string | null): void {
  const weak = password.length < minimumPassword || fold(password).includes(userName) || password === old;
  if (weak) throw new Invalid('session.weak_password', { length: minimumPassword });
}

export interface SignIn {
  userName: string;
  password: string;
  code?: string | undefined;
  address: string;
}

/** Account id, or throws. An unknown name costs the same time as a wrong password. */
export async function signIn(db: Db, attempt: SignIn): Promise<string> {
  const who = { userName: userNameOf(attempt.userName), address: attempt.address };
  const mark = await markTry(db, who);
  const account = await db
    .selectFrom('account')
    .selectAll()
    .where('user_name', '=', who.userName)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  const right = await passwordMatches(account?.password_hash ?? null, attempt.password);
  if (!account || !right) throw new Unauthenticated('session.wrong_password');
  if (account.totp_secret) {
    if (!attempt.code) {
      await db.deleteFrom('sign_in_failure').where('id', '=', mark).execute();
      throw new Unauthenticated('session.needs_code');
    }
    if (!(await useCode(db, account.id, account.totp_secret, attempt.code)))
      throw new Unauthenticated('session.wrong_code');
  }
  await forgetTries(db, who);
  return account.id;
}

/** The password of somebody signed in, asked for again: wrong ones count as they do at the door. */
export async function provePassword(
  db: Db,
  account: { user_name: string; password_hash: string },
  { password, address }: { password: string; address: string },
): Promise<boolean> {
  const who = { userName: account.user_name, address };
  await markTry(db, who);
  const right = await passwordMatches(account.password_hash, password);
  if (right) await forgetTries(db, who);
  return right;
}

interface Who {
  userName: string;
  address: string;
}

/** A try counts as wrong until it proves right, so that a hundred at once are a hundred tries. Gives its mark. */
async function markTry(db: Db, { userName, address }: Who): Promise<number> {
  await sql`delete from sign_in_failure where at < now() - interval '1 day'`.execute(db);
  const { id } = await db
    .insertInto('sign_in_failure')
    .values({ user_name: userName, address })
    .returning('id')
    .executeTakeFirstOrThrow();
  const result = await sql<{ count: number; wait: number }>`
    select count(*) as count,
           ceil(extract(epoch from max(at) + make_interval(mins => ${pauseMinutes}) - now()) / 60)::int as wait
    from sign_in_failure
    where user_name = ${userName} and address = ${address} and id < ${id}
      and at > now() - make_interval(mins => ${pauseMinutes})`.execute(db);
  const row = result.rows[0];
  if (!row || row.count < attempts) return id;
  // Knocking during the pause does not make it longer.
  await db.deleteFrom('sign_in_failure').where('id', '=', id).execute();
  throw new TooMany('session.pause', { minutes: Math.max(1, row.wait) });
}

async function forgetTries(db: Db, { userName, address }: Who): Promise<void> {
  await db
    .deleteFrom('sign_in_failure')
    .where('user_name', '=', userName)
    .where('address', '=', address)
    .execute();
}

let decoy: Promise<string> | null = null;
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const right = await verify(stored ?? (await decoy), password.normalize('NFC'));
  return stored !== null && right;
}

const totpOf = (secret: string, label = 'Nguồn') =>
  new TOTP({ issuer: 'Nguồn', label, secret: Secret.fromBase32(secret), digits: 6, period: 30 });
/** Half-minutes by which the clock of the phone is off, or null when the code is none of this secret. */
const driftOf = (secret: string, code: string): number | null =>
  totpOf(secret).validate({ token: code.replace(/\s/g, ''), window: 1 });
export const codeMatches = (secret: string, code: string): boolean => driftOf(secret, code) !== null;

/** A code opens once: whoever looks over a shoulder comes too late. */
async function useCode(db: Db, accountId: string, secret: string, code: string): Promise<boolean> {
  const drift = driftOf(secret, code);
  if (drift === null) return false;
  const step = Math.floor(Date.now() / 30_000) + drift;
  const used = await sql`
    update account set totp_step = ${step}
    where id = ${accountId}::uuid and coalesce(totp_step, 0) < ${step}`.execute(db);
  return used.numAffectedRows === 1n;
}

export function newTotp(label: string): { secret: string; address: string } {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, address: totpOf(secret, label).toString() };
}

/** Sessions and accounts as written beside the ledger: whoever holds who may do what reads it again. */
export const sessionSource = 'session';
export function sessionsChanged(db: Queryable): void {
  if (!db.isTransaction) letGo(db as Db, [sessionSource]);
}

/** Where a session was opened that a command of the machine itself uses; never an address of the network. */
export const onTheMachine = 'cli';

/** Opens a session and gives the token for the cookie. */
export async function openSession(
  db: Queryable,
  accountId: string,
  officeId: number | null,
  address: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sql`delete from session where expires_at < now()`.execute(db);
  await db
    .insertInto('session')
    .values({
      token_hash: tokenHash(token),
      account_id: accountId,
      office_id: officeId,
      address,
      expires_at: new Date(Date.now() + sessionHours * 3_600_000).toISOString(),
    })
    .execute();
  if (address !== onTheMachine)
    await sql`update account set signed_in_at = now() where id = ${accountId}::uuid`.execute(db);
  return token;
}

export async function chooseOffice(db: Queryable, token: string, officeId: number): Promise<void> {
  await db
    .updateTable('session')
    .set({ office_id: officeId })
    .where('token_hash', '=', tokenHash(token))
    .execute();
  sessionsChanged(db);
}

export async function closeSession(db: Queryable, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash(token)).execute();
  sessionsChanged(db);
}

/** Ends every session of an account, except the one whose token is given. */
export async function closeSessionsOf(
  db: Queryable,
  accountId: string,
  except: string | null,
): Promise<void> {
  let query = db.deleteFrom('session').where('account_id', '=', accountId);
  if (except) query = query.where('token_hash', '!=', tokenHash(except));
  await query.execute();
  sessionsChanged(db);
}
