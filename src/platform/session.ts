// Signing in: user name and password (argon2id), optional one-time codes, sessions by token hash, and a pause after
// wrong passwords per account and address, so that nobody can lock out the only administrator from elsewhere.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import type { Db, Generated, Queryable } from './db.ts';
import { Invalid, TooMany, Unauthenticated } from './errors.ts';
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
      created_at: Generated<string>;
      closed_on: string | null;
    };
    session: {
      token_hash: Buffer;
      account_id: string;
      office_id: number | null;
      created_at: Generated<string>;
      seen_at: Generated<string>;
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
  const userName = userNameOf(attempt.userName);
  await refuseDuringPause(db, userName, attempt.address);
  const account = await db
    .selectFrom('account')
    .selectAll()
    .where('user_name', '=', userName)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  const right = await passwordMatches(account?.password_hash ?? null, attempt.password);
  if (!account || !right) return await fail(db, userName, attempt.address, 'session.wrong_password');
  if (account.totp_secret) {
    if (!attempt.code) throw new Unauthenticated('session.needs_code');
    if (!codeMatches(account.totp_secret, attempt.code))
      return await fail(db, userName, attempt.address, 'session.wrong_code');
  }
  await db
    .deleteFrom('sign_in_failure')
    .where('user_name', '=', userName)
    .where('address', '=', attempt.address)
    .execute();
  return account.id;
}

async function fail(db: Db, userName: string, address: string, code: string): Promise<never> {
  await db.insertInto('sign_in_failure').values({ user_name: userName, address }).execute();
  throw new Unauthenticated(code);
}

async function refuseDuringPause(db: Db, userName: string, address: string): Promise<void> {
  await sql`delete from sign_in_failure where at < now() - interval '1 day'`.execute(db);
  const result = await sql<{ count: number; wait: number }>`
    select count(*) as count,
           ceil(extract(epoch from max(at) + make_interval(mins => ${pauseMinutes}) - now()) / 60)::int as wait
    from sign_in_failure
    where user_name = ${userName} and address = ${address}
      and at > now() - make_interval(mins => ${pauseMinutes})`.execute(db);
  const row = result.rows[0];
  if (row && row.count >= attempts) throw new TooMany('session.pause', { minutes: Math.max(1, row.wait) });
}

let decoy: Promise<string> | null = null;
async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const right = await verify(stored ?? (await decoy), password.normalize('NFC'));
  return stored !== null && right;
}

export const verifyPassword = passwordMatches;

const totpOf = (secret: string, label = 'Nguồn') =>
  new TOTP({ issuer: 'Nguồn', label, secret: Secret.fromBase32(secret), digits: 6, period: 30 });
export const codeMatches = (secret: string, code: string): boolean =>
  totpOf(secret).validate({ token: code.replace(/\s/g, ''), window: 1 }) !== null;
export function newTotp(label: string): { secret: string; address: string } {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, address: totpOf(secret, label).toString() };
}

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
  return token;
}

export interface OpenSession {
  accountId: string;
  userName: string;
  displayName: string;
  personId: string | null;
  mustChange: boolean;
  officeId: number | null;
}

export async function findSession(db: Queryable, token: string): Promise<OpenSession | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(['account.id', 'user_name', 'display_name', 'person_id', 'must_change', 'office_id'])
    .where('token_hash', '=', tokenHash(token))
    .where('expires_at', '>', sql<string>`now()`)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    accountId: row.id,
    userName: row.user_name,
    displayName: row.display_name,
    personId: row.person_id,
    mustChange: row.must_change,
    officeId: row.office_id,
  };
}

export async function chooseOffice(db: Queryable, token: string, officeId: number): Promise<void> {
  await db
    .updateTable('session')
    .set({ office_id: officeId })
    .where('token_hash', '=', tokenHash(token))
    .execute();
}

export async function closeSession(db: Queryable, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash(token)).execute();
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
}
