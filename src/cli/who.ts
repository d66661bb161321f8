// Accounts that hold an office of a kind today: who a command of the machine may act as.
import { sql } from 'kysely';
import { officeInForce } from '../org/office.store.ts';
import { today } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';

export interface Holder {
  accountId: string;
  officeId: number;
  userName: string;
}

export async function findOffices(db: Db, office: string, userName: string | null): Promise<Holder[]> {
  const result = await sql<Holder>`
    select distinct on (account.id) account.id as "accountId", office.id as "officeId", account.user_name as "userName"
    from office join account on account.person_id = office.person_id
    where office.kind = ${office} and ${officeInForce('office', today())} and account.closed_on is null
      and (${userName}::text is null or account.user_name = ${userName}::text)
    order by account.id, office.id`.execute(db);
  return result.rows;
}
