// Accounts for the offices that a loaded set is looked at with, published as training accounts are: one office of each kind, in
// one commune in the middle of the set.
import { sql } from 'kysely';
import { issueSlip, openAccounts } from '../../../src/org/account.store.ts';
import { findActor } from '../../../src/org/actor.store.ts';
import { publishTrainingAccounts } from '../../../src/org/profile.store.ts';
import type { Slip } from '../../../src/org/answers.ts';
import type { Db } from '../../../src/platform/db.ts';
import { newId } from '../../../src/platform/ids.ts';
import { onTheMachine, openSession } from '../../../src/platform/session.ts';
import { today } from '../../../src/platform/clock.ts';
import { officeInForce } from '../../../src/org/office.store.ts';
import type { Loaded } from './load.ts';

export interface Places {
  provinceUnitId: number;
  communeId: number | null;
  cellId: number | null;
}

/** A commune in the middle, and the first cell in charge of one of its committee members; the worked cases stand elsewhere. */
export async function placesOf(db: Db, { setUp }: Loaded): Promise<Places> {
  const own = sql`${officeInForce('office', today())} and unit_id in
    (select id from unit where starts_with(path, (select path from unit where id = ${setUp.unitId})))`;
  const { rows } = await sql<{ communeId: number; cellId: number | null }>`
    select unit_id as "communeId", named_units[1] as "cellId" from office
    where kind in ('committee_member', 'base_officer') and ${own}
    order by cardinality(named_units) = 0, id
    offset (select count(*) / 2 from office where kind = 'committee_member' and ${own}) limit 1`.execute(db);
  const found = rows[0] ?? (await anyCell(db));
  return { provinceUnitId: setUp.unitId, communeId: found?.communeId ?? null, cellId: found?.cellId ?? null };
}

async function anyCell(db: Db): Promise<{ communeId: number; cellId: number } | undefined> {
  const { rows } = await sql<{ communeId: number; cellId: number }>`
    select unit.parent_id as "communeId", unit.id as "cellId" from office join unit on unit.id = office.unit_id
    where office.kind = 'cell_secretary' and ${officeInForce('office', today())} order by unit.id limit 1`.execute(
    db,
  );
  return rows[0];
}

export async function shareAccounts(db: Db, loaded: Loaded): Promise<Places> {
  const { accountId, officeId } = loaded.setUp;
  const token = await openSession(db, accountId, officeId, onTheMachine);
  const admin = await findActor(db, token);
  if (!admin) throw new Error('the administrator cannot act');
  const places = await placesOf(db, loaded);
  const offices = await chosen(db, places);
  const slips: Slip[] = await openAccounts(db, admin, {
    clientId: newId(),
    officeIds: offices.map(({ id }) => id),
  });
  for (const { accountId: held } of offices)
    if (held) slips.push(await issueSlip(db, admin, { clientId: newId(), accountId: held }));
  await sql`update account set must_change = false`.execute(db);
  await publishTrainingAccounts(
    db,
    slips.map(({ userName, password, office, unitName }) => ({
      userName,
      password: password ?? '',
      label: `${office} · ${unitName}`,
    })),
  );
  return places;
}

interface Chosen {
  id: number;
  /** where the holder has an account */
  accountId: string | null;
}

/** The board of the top, its centre, everybody of one commune who is not of a cell, and those of one cell. */
async function chosen(db: Db, { provinceUnitId, communeId, cellId }: Places): Promise<Chosen[]> {
  const { rows } = await sql<Chosen>`
    select distinct on (office.person_id) office.id, account.id as "accountId"
    from office left join account on account.person_id = office.person_id
    where ${officeInForce('office', today())} and (
      (office.kind = 'superior_board' and office.unit_id = ${provinceUnitId})
      or (office.kind = 'base_officer' and office.unit_id = ${communeId})
      or (office.kind = 'cell_secretary' and office.unit_id = ${cellId})
      or (office.kind = 'committee_member' and ${cellId} = any(named_units))
      or office.id = (select min(id) from office where kind = 'political_centre' and ${officeInForce('office', today())}))
    order by office.person_id, office.id`.execute(db);
  return rows;
}
