// Who acts: session → account → office in force today → where it stands in the tree. One indexed query at every
// request, so that an office that has ended opens nothing on the day it ends. A command of the machine itself acts even
// where the one-time password was never used: it may have been lost.
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { onTheMachine } from '../platform/session.ts';
import { actionsOf } from './access.ts';
import { officeInForce } from './office.store.ts';

interface ActorRow {
  accountId: string;
  displayName: string;
  personId: string | null;
  mustChange: boolean;
  officeId: number | null;
  office: string | null;
  unitId: number | null;
  unitPath: string | null;
  provinceId: string | null;
  named: string[];
}

export async function findActor(db: Queryable, token: string): Promise<Actor | null> {
  const hash = createHash('sha256').update(token).digest();
  const result = await sql<ActorRow>`
    select account.id as "accountId", account.display_name as "displayName", account.person_id as "personId",
           account.must_change and session.address is distinct from ${onTheMachine} as "mustChange", office.id as "officeId", office.kind as office,
           office.unit_id as "unitId", unit.path as "unitPath", unit.province_id as "provinceId",
           array(select cell.path from unit cell where cell.id = any(office.named_units) order by cell.path) as named
    from session join account on account.id = session.account_id
    left join (office join unit on unit.id = office.unit_id)
      on office.id = session.office_id and office.person_id = account.person_id
     and ${officeInForce('office', today())}
    where session.token_hash = ${hash} and session.expires_at > now() and account.closed_on is null`.execute(
    db,
  );
  const row = result.rows[0];
  return row ? { ...row, provinceId: row.provinceId ?? '', can: actionsOf(row.office) } : null;
}
