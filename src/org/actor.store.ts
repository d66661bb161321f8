// Who acts: session → account → office in force today → where it stands in the tree. Held for a second at most, and let go
// by every write of sessions, accounts, offices and units: what has ended opens nothing in the very next request. A command of the machine itself acts even
// where the one-time password was never used: it may have been lost.
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { held } from '../platform/held.ts';
import type { Actor } from '../platform/http.ts';
import { onTheMachine, sessionSource } from '../platform/session.ts';
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
  /** of the session, in ms */
  endsAt: number;
}

const sources = [sessionSource, 'account', 'office', 'unit'];
/** A command of the machine may close an account beside the server. */
const forMs = 1000;

export async function findActor(db: Queryable, token: string): Promise<Actor | null> {
  const hash = createHash('sha256').update(token).digest();
  const day = today();
  const key = `actor ${day} ${hash.toString('base64')}`;
  const row = await held(db, { key, sources, forMs }, () => readActor(db, hash, day));
  if (!row || row.endsAt <= Date.now()) return null;
  const { endsAt: _, provinceId, ...actor } = row;
  return { ...actor, provinceId: provinceId ?? '', can: actionsOf(row.office) };
}

async function readActor(db: Queryable, hash: Buffer, day: Day): Promise<ActorRow | undefined> {
  const result = await sql<ActorRow>`
    select account.id as "accountId", account.display_name as "displayName", account.person_id as "personId",
           account.must_change and session.address is distinct from ${onTheMachine} as "mustChange", office.id as "officeId", office.kind as office,
           office.unit_id as "unitId", unit.path as "unitPath", unit.province_id as "provinceId",
           array(select cell.path from unit cell where cell.id = any(office.named_units) order by cell.path) as named,
           floor(extract(epoch from session.expires_at) * 1000)::bigint as "endsAt"
    from session join account on account.id = session.account_id
    left join (office join unit on unit.id = office.unit_id)
      on office.id = session.office_id and office.person_id = account.person_id
     and ${officeInForce('office', day)}
    where session.token_hash = ${hash} and session.expires_at > now() and account.closed_on is null`.execute(
    db,
  );
  return result.rows[0];
}
