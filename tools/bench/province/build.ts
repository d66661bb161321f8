// Builds the province into a data folder the way a workbook comes in: one plan of units, persons, dossiers and offices, written
// through the ledger and folded to rows by the very code of the importer; then routine work, and accounts for who measures.
import { sql } from 'kysely';
import { law } from '../../../src/road/law.ts';
import { applyPlan } from '../../../src/exchange/batch/apply.store.ts';
import { emptyPlan, type Plan } from '../../../src/exchange/batch/plan.ts';
import { makeBackup } from '../../../src/host/backup-daily.ts';
import { readConfig } from '../../../src/host/config.ts';
import { openInstance } from '../../../src/host/instance.ts';
import { enforce, lawInForce } from '../../../src/lawbook/enforce.store.ts';
import { openAccounts } from '../../../src/org/account.store.ts';
import { findActor } from '../../../src/org/actor.store.ts';
import { publishTrainingAccounts } from '../../../src/org/profile.store.ts';
import { setUp, type SetUpResult } from '../../../src/org/setup.store.ts';
import { pinToday } from '../../../src/platform/clock.ts';
import type { Day } from '../../../src/platform/day.ts';
import { type Db, openDb } from '../../../src/platform/db.ts';
import { newId } from '../../../src/platform/ids.ts';
import { append, type Recorder, startFrom, transact } from '../../../src/platform/ledger.ts';
import { lastWritten, sealSettled } from '../../../src/platform/seal.ts';
import { onTheMachine, openSession, slipPassword } from '../../../src/platform/session.ts';
import { makeNotices } from '../../../src/reminders/make.store.ts';
import { readSettings } from '../../../src/reminders/watch.store.ts';
import { composeRooms } from '../../../src/rooms.ts';
import { timed } from '../measure.ts';
import { candidateCount, planCandidates } from './candidates.ts';
import { inCharge, planOffices } from './offices.ts';
import { memberCount, planMembers } from './people.ts';
import { routinesOf } from './routines.ts';
import { planTree } from './tree.ts';
import { type Years, writeYears } from './years.ts';

export const today: Day = '2026-11-20';
const setUpOn: Day = '2026-01-05';
const provinceId = '15';
const seed = 2026;
const chunk = 1000;

export interface Built {
  /** a commune with its officer, the first cell in charge of somebody, and all units */
  communeId: number;
  cellId: number;
  provinceUnitId: number;
  units: number;
  members: number;
  candidates: number;
  years: Years;
  reminders: { made: number; firstMs: number; againMs: number };
  copyMs: number;
}

export async function buildProvince(folder: string): Promise<Built> {
  const instance = await openInstance(readConfig({ ...process.env, NGUON_DATA: folder }), {
    purpose: 'bench',
  });
  const { db, pool } = openDb(instance.connection);
  try {
    startFrom(await lastWritten(db));
    composeRooms({ masterKey: instance.master.bytes, program: instance.program });
    await enforce(db);
    const built = await fill(db);
    // The daily copy, which would otherwise fall due while pages are measured.
    const place = { connection: instance.connection, folder, master: instance.master };
    return { ...built, copyMs: await timed(() => makeBackup(place, new Date())) };
  } finally {
    pinToday(null);
    await pool.end();
    await instance.stop();
  }
}

async function fill(db: Db): Promise<Omit<Built, 'copyMs'>> {
  pinToday(setUpOn);
  const administrator = { userName: 'quan-tri', password: slipPassword(), displayName: 'Quản trị đo tốc độ' };
  const committee = { name: 'Đảng bộ tỉnh mô phỏng', kind: 'province', provinceId, foundedOn: '1947-01-01' };
  const made = await setUp(db, { committee, profile: 'C', administrator });
  pinToday(today);
  const by: Recorder = { accountId: made.accountId, officeId: made.officeId, provinceId };
  const plan = planProvince(made.unitId);
  await writePlan(db, by, plan, made.unitId);
  await writeRoutines(db, by);
  const years = await writeYears(db, by);
  const [communeId, cellId] = await placesOf(db);
  await shareAccounts(db, made, { communeId, cellId });
  // What the seal and autovacuum do behind the writes within minutes.
  while ((await sealSettled(db)) > 0);
  await sql`vacuum analyze`.execute(db);
  const units = plan.units.length + 1;
  const reminders = await remind(db);
  return {
    communeId,
    cellId,
    provinceUnitId: made.unitId,
    units,
    members: memberCount,
    candidates: candidateCount,
    reminders,
    years,
  };
}

/** What the server does every other minute: once with everything to make, once with nothing. */
async function remind(db: Db): Promise<Built['reminders']> {
  const { calendar } = lawInForce().regulations;
  const look = async () =>
    makeNotices(db, { settings: await readSettings(db), calendar, today, mail: false });
  let made = 0;
  const firstMs = await timed(async () => (made = await look()));
  return { made, firstMs, againMs: await timed(look) };
}

function planProvince(id: number): Plan {
  const province = { id };
  const tree = planTree(province);
  const candidates = planCandidates(tree.cells, { today, seed });
  const onProbation = candidates.filter(({ person }) => person.takeOver !== null);
  const taken = new Map(
    [...Map.groupBy(onProbation, ({ cell }) => cell.ref.key)].map(([key, own]) => [key, own.length]),
  );
  const members = planMembers(tree.cells, taken, { today, seed });
  for (const { cell, person } of candidates) {
    const helped = person.dossier.acts.find(({ step }) => step === 'assign_helper');
    if (helped) helped.inputs = { ...helped.inputs, helper: members.get(cell.ref.key)?.[1]?.id };
  }
  const people = [...[...members.values()].flat(), ...candidates.map(({ person }) => person)];
  return { ...emptyPlan(), units: tree.units, people, offices: planOffices(tree, members, province) };
}

async function writePlan(db: Db, by: Recorder, plan: Plan, unitId: number): Promise<void> {
  const made = await transact(db, (tx) =>
    applyPlan(tx, plan, {
      by,
      batchId: newId(),
      provinceId,
      officeId: by.officeId,
      today,
      law: law(),
      profile: 'C',
      pathOf: () => `/${unitId}/`,
      step: () => undefined,
    }),
  );
  if (made.dossiers !== candidateCount || made.left.size > 0)
    throw new Error(`the province came out wrong: ${made.dossiers} dossiers, ${made.left.size} lines left`);
}

async function writeRoutines(db: Db, by: Recorder): Promise<void> {
  const cells = await sql<{ id: number }>`
    select id from unit where kind in ('cell', 'base_cell') order by id`.execute(db);
  const ids = cells.rows.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += chunk)
    await transact(db, (tx) => append(tx, by, routinesOf(ids.slice(at, at + chunk))));
}

/** A commune in the middle, and the first cell of one of its committee members. */
async function placesOf(db: Db): Promise<[communeId: number, cellId: number]> {
  const { rows } = await sql<{ communeId: number; cellId: number }>`
    select unit_id as "communeId", named_units[1] as "cellId" from office
    where kind = 'committee_member' and cardinality(named_units) = ${inCharge} order by id offset 200 limit 1`.execute(
    db,
  );
  const place = rows[0];
  if (!place) throw new Error('no committee member is in charge of cells');
  return [place.communeId, place.cellId];
}

/** Accounts for the offices that the lists are measured for, published as training accounts are. */
async function shareAccounts(
  db: Db,
  { accountId, officeId }: SetUpResult,
  { communeId, cellId }: { communeId: number; cellId: number },
): Promise<void> {
  const token = await openSession(db, accountId, officeId, onTheMachine);
  const admin = await findActor(db, token);
  if (!admin) throw new Error('the administrator cannot act');
  const offices = await sql<{ id: number }>`
    select id from office where kind in ('superior_board', 'political_centre') or (kind = 'base_officer' and unit_id = ${communeId})
      or (kind = 'cell_secretary' and unit_id = ${cellId})
      or (kind = 'committee_member' and ${cellId} = any(named_units))`.execute(db);
  const officeIds = offices.rows.map(({ id }) => id);
  const slips = await openAccounts(db, admin, { clientId: newId(), officeIds });
  await sql`update account set must_change = false`.execute(db);
  await publishTrainingAccounts(
    db,
    slips.map(({ userName, password, office }) => ({ userName, password: password ?? '', label: office })),
  );
}
