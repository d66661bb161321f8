// What a browser is told about itself: account, offices held today, the one chosen, the installation.
import { sql } from 'kysely';
import { today } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import type { Actor } from '../../platform/http.ts';
import type { SessionAnswer } from '../answers.ts';
import { officesOf } from '../office.store.ts';
import { findOfficeKind } from '../organisation.ts';
import { findCommittee, profile, trainingAccounts } from '../profile.store.ts';

let version = '';
export function useVersion(program: string): void {
  version = program;
}

export async function viewSession(db: Db, actor: Actor | null): Promise<SessionAnswer> {
  const training = await trainingAccounts(db);
  const account = actor
    ? await db.selectFrom('account').selectAll().where('id', '=', actor.accountId).executeTakeFirst()
    : undefined;
  const held = account?.person_id ? await officesOf(db, account.person_id, today()) : [];
  return {
    account: account
      ? {
          id: account.id,
          userName: account.user_name,
          displayName: account.display_name,
          mustChange: account.must_change,
          personId: account.person_id,
          totp: account.totp_secret !== null,
        }
      : null,
    offices: held.map((office) => ({
      id: office.id,
      kind: office.kind,
      label: office.title || (findOfficeKind(office.kind)?.label.vi ?? office.kind),
      unitId: office.unitId,
      unitName: office.unitName,
    })),
    office: actor?.officeId ?? null,
    can: actor && !actor.mustChange ? [...actor.can] : [],
    profile: await profile(db),
    today: today(),
    version,
    needsSetup: (await findCommittee(db)) === null,
    ...(training ? { trainingAccounts: training } : {}),
  };
}

/** The office to begin with: the only one, or the one last acted in; null = the reader has to choose. */
export async function firstOffice(db: Db, accountId: string): Promise<number | null> {
  const account = await db
    .selectFrom('account')
    .select('person_id')
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (!account?.person_id) return null;
  const held = (await officesOf(db, account.person_id, today())).map((office) => office.id);
  const last = await sql<{ office_id: number }>`
    select office_id from session where account_id = ${accountId}::uuid and office_id = any(${held})
    order by created_at desc limit 1`.execute(db);
  return last.rows[0]?.office_id ?? (held.length === 1 ? (held[0] ?? null) : null);
}
