// The training ward: generated people of a real kind of ward, brought in through the very importer an office uses.
import { sql } from 'kysely';
import { receiveFile, runBatch, settled } from './exchange/batch/batch.store.ts';
import { readIntake } from './exchange/batch/reading/reader.store.ts';
import { actInput } from './members/input.ts';
import { recordAct } from './members/record.store.ts';
import { openAccounts } from './org/account.store.ts';
import type { Slip } from './org/answers.ts';
import { officeInForce } from './org/office.store.ts';
import { findActor } from './org/actor.store.ts';
import { recordAppointment } from './org/office-write.store.ts';
import { findCommittee, publishTrainingAccounts, readSetting, writeSetting } from './org/profile.store.ts';
import { setUp } from './org/setup.store.ts';
import { prepareUnits } from './org/unit.store.ts';
import { today } from './platform/clock.ts';
import { addMonths } from './platform/day.ts';
import type { Db } from './platform/db.ts';
import type { Actor } from './platform/http.ts';
import { newId } from './platform/ids.ts';
import { append } from './platform/ledger.ts';
import { transact } from './platform/write/transaction.ts';
import { onTheMachine, openSession, slipPassword } from './platform/session.ts';
import { rollActs } from '../tools/training-ward/roll-acts.ts';
import { recordPlans } from './training-plans.ts';
import { recordReports } from './training-reports.ts';
import { findBusyHelper, recordSeason } from './training-season.ts';
import { generateWard, type WardFile } from '../tools/training-ward/ward.ts';

const committee = {
  name: 'Đảng bộ phường Kinh Bắc',
  kind: 'base_organisation',
  provinceId: '24',
  foundedOn: '2003-06-15',
  superiorName: 'Đảng bộ thành phố Bắc Ninh',
  superiorKind: 'district',
};
const seed = 2018;
/** Since this day there are no districts; the ward stands directly below the province. */
const reform = '2025-07-01';

/** Stands while the ward is being loaded, and where that was cut off. */
const half = 'training_ward_half';

/** Loads the ward once; a data folder that has a committee is left as it is. False: an earlier loading was cut off. */
export async function loadTrainingWard(db: Db): Promise<boolean> {
  if (await findCommittee(db)) return (await readSetting(db, half)) === null;
  await writeSetting(db, half, true);
  await loadAll(db);
  await db.deleteFrom('setting').where('key', '=', half).execute();
  return true;
}

async function loadAll(db: Db): Promise<void> {
  const administrator = {
    userName: 'quan-tri',
    password: slipPassword(),
    displayName: 'Quản trị huấn luyện',
  };
  const made = await setUp(db, { committee, profile: 'C', administrator });
  const admin = await actAs(db, made.accountId, made.officeId);
  const superiorId =
    today() >= reform ? await reformWard(db, admin, made.unitId) : await parentOf(db, made.unitId);
  const appointed = [
    await appoint(db, admin, 'base_officer', made.unitId),
    await appoint(db, admin, 'superior_board', superiorId),
  ];
  const slips = await openAccounts(db, admin, { clientId: newId(), officeIds: appointed });
  const slip = slips.find((each) => each.office === officers.base_officer.title);
  const officer = await actAs(db, slip?.accountId ?? '', appointed[0] as number);
  const files = await generateWard(today(), seed);
  // While people are written the next list is read; the first brings the units that all others are read by.
  for (const [at, file] of files.entries())
    await bringIn(db, officer, file, at > 0 ? files[at + 1] : undefined);
  await recordRollActs(db, officer);
  await appointHelper(db, admin);
  await shareAccounts(db, admin, { administrator, slips });
  const actors = actorsOnce(db);
  await recordSeason({ db, seed, officer, actors });
  await recordPlans({ db, officer, actors });
  await recordReports({ db, officer, actors });
}

/** A member who helps somebody keeps his notes himself. */
async function appointHelper(db: Db, admin: Actor): Promise<void> {
  const helper = await findBusyHelper(db);
  if (!helper) return;
  await recordAppointment(db, admin, {
    clientId: newId(),
    kind: 'member',
    unitId: helper.unitId,
    personId: helper.personId,
    title: 'Đảng viên giúp đỡ',
    holderName: null,
    fromOn: today(),
    toOn: null,
    decision: null,
    namedUnits: [],
  });
}

/** Each kind of office is signed in once, however often its holders are asked for. */
function actorsOnce(db: Db): (kind: string) => Promise<Actor[]> {
  const known = new Map<string, Promise<Actor[]>>();
  return (kind) => {
    const found = known.get(kind) ?? actorsOf(db, kind);
    known.set(kind, found);
    return found;
  };
}

/** Everybody with an account who holds an office of this kind, in the order of the offices. */
async function actorsOf(db: Db, kind: string): Promise<Actor[]> {
  const rows = await db
    .selectFrom('office')
    .innerJoin('account', 'account.person_id', 'office.person_id')
    .select(['office.id', 'account.id as accountId'])
    .where('office.kind', '=', kind)
    .where(officeInForce('office', today()))
    .orderBy('office.id')
    .execute();
  return Promise.all(rows.map(({ id, accountId }) => actAs(db, accountId, id)));
}

async function parentOf(db: Db, unitId: number): Promise<number> {
  const row = await db
    .selectFrom('unit')
    .select('parent_id')
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow();
  return row.parent_id as number;
}

async function actAs(db: Db, accountId: string, officeId: number): Promise<Actor> {
  const token = await openSession(db, accountId, officeId, onTheMachine);
  return (await findActor(db, token)) as Actor;
}

const province = {
  key: 'province',
  parent: null,
  unitKind: 'province',
  type: null,
  name: 'Đảng bộ tỉnh Bắc Ninh',
  code: null,
  placeCode: null,
  foundedOn: null,
  external: true,
  sourceKey: null,
  decision: null,
  happenedOn: reform,
};

/** 1 July 2025: the province instead of the city above, which ends, and the ward immediate superior of base organisations. */
async function reformWard(db: Db, by: Actor, wardId: number): Promise<number> {
  const decision = { number: 'Mô phỏng 01', on: reform, by: 'Tỉnh ủy Bắc Ninh' };
  const cityId = await parentOf(db, wardId);
  return transact(db, async (tx) => {
    const made = await prepareUnits(tx, committee.provinceId, [{ ...province, clientId: newId() }]);
    const parentId = made.ids.get(province.key) as number;
    const act = (unitId: number, kind: string, data: object) => {
      const about = { clientId: newId(), stream: `unit:${unitId}`, unitId, happenedOn: reform };
      return { ...about, kind, data: { decision, ...data } };
    };
    await append(tx, by, [
      ...made.entries,
      act(wardId, 'unit.moved', { parentId }),
      act(wardId, 'unit.kind_changed', { unitKind: 'upper_base', type: null }),
      act(cityId, 'unit.ended', { as: 'dissolved', intoId: null }),
    ]);
    return parentId;
  });
}

/** Officers who stand on no list: who brings in the workbooks, and the superior's organisation board. */
const officers = {
  base_officer: { holderName: 'Đỗ Thị Minh Nguyệt', title: 'Phó trưởng Ban Xây dựng Đảng' },
  superior_board: { holderName: 'Ngô Quang Trường', title: 'Chuyên viên Ban Tổ chức cấp trên' },
};

function appoint(db: Db, admin: Actor, kind: keyof typeof officers, unitId: number): Promise<number> {
  const fromOn = today() >= reform ? reform : '2018-01-02';
  const more = { personId: null, toOn: null, decision: null, namedUnits: [] };
  return recordAppointment(db, admin, {
    clientId: newId(),
    kind,
    unitId,
    fromOn,
    ...officers[kind],
    ...more,
  });
}

async function bringIn(
  db: Db,
  officer: Actor,
  { fileName, bytes }: WardFile,
  next: WardFile | undefined,
): Promise<void> {
  const id = await receiveFile(db, officer, { fileName, bytes: Buffer.from(bytes), kind: null });
  await settled(id);
  await runBatch(db, officer, id, newId());
  const ahead = next && readIntake(db, officer, { ...next, file: next.bytes, kind: null, mappings: [] });
  await Promise.all([settled(id), ahead]);
  const { state } = await db
    .selectFrom('batch')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (state !== 'done') throw new Error(`training workbook ${fileName}: ${state}`);
}

/** One member of each cell in turn, none who holds an office, long enough on the roll for the act to be theirs. */
async function recordRollActs(db: Db, officer: Actor): Promise<void> {
  const result = await sql<{ id: string }>`
    select distinct on (person.unit_id) person.id from person
    where status = 'official' and sex = 'F' and official_on < ${addMonths(today(), -24)}
      and not exists (select from office where office.person_id = person.id)
      and not exists (select from dossier where state ->> 'helperId' = person.id::text)
    order by person.unit_id, person.official_on desc, person.id`.execute(db);
  for (const [index, act] of rollActs(today()).entries()) {
    const member = result.rows[index];
    if (member) await recordAct(db, officer, member.id, actInput.parse({ ...act, clientId: newId() }));
  }
}

/** Every office gets its account; in training the passwords of a few of each kind stand on the sign-in page. */
async function shareAccounts(
  db: Db,
  admin: Actor,
  known: { administrator: { userName: string; password: string }; slips: Slip[] },
): Promise<void> {
  const offices = await db.selectFrom('office').select('id').orderBy('id').execute();
  const opened = await openAccounts(db, admin, {
    clientId: newId(),
    officeIds: offices.map((office) => office.id),
  });
  await sql`update account set must_change = false`.execute(db);
  const idle = await accountsInChargeOfNothing(db);
  const busy = [...known.slips, ...opened].filter((slip) => !idle.has(slip.accountId));
  const shown = busy.filter(fewOfEach());
  await publishTrainingAccounts(db, [
    ...shown.map(({ userName, password, displayName, office, unitName }) => ({
      userName,
      password: password ?? '',
      label: `${office} – ${unitName} (${displayName})`,
    })),
    {
      userName: known.administrator.userName,
      password: known.administrator.password,
      label: 'Quản trị hệ thống',
    },
  ]);
}

/** At most three holders of one title. */
function fewOfEach(): (slip: Slip) => boolean {
  const seen = new Map<string, number>();
  return ({ office }) => {
    const count = (seen.get(office) ?? 0) + 1;
    seen.set(office, count);
    return count <= 3;
  };
}

/** Accounts of committee members in charge of no cell: their pages would be empty. */
async function accountsInChargeOfNothing(db: Db): Promise<Set<string>> {
  const result = await sql<{ id: string }>`
    select account.id from account join office on office.person_id = account.person_id
    group by account.id having bool_and(office.kind = 'committee_member' and office.named_units = '{}')`.execute(
    db,
  );
  return new Set(result.rows.map((row) => row.id));
}
