// By which doors more could be learnt of a case than its reader may see, and what must not lie open in the ledger.
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { doc, nominate, startWard, take, viewOf, walkTo } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { transact } from '../platform/write/transaction.ts';
import { law } from '../road/law.ts';
import { takeOverEntries } from '../road/take-over.ts';

const ward = await startWard();
const { world } = ward;
const union = await world.unit({
  name: 'Đoàn phường Kinh Bắc',
  kind: 'mass_organisation',
  parent: ward.ward,
});
const youth = await world.as('mass_officer', union);
const told = { informedOn: '2019-01-05', agreed: true };

async function ofTheUnion(fullName: string): Promise<string> {
  const answer = await youth.post('/api/dossiers', {
    clientId: newId(),
    unitId: ward.cell,
    happenedOn: '2019-02-10',
    person: { fullName },
    inputs: { proposerKind: 'youth_union', ...told },
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.id;
}

describe('who follows only own nominees', () => {
  test('asks no verdict on a step of the cell, and no number of its roll', async () => {
    const id = await ofTheUnion('Trần Thị Hỏi');
    const vote = { step: 'cell_vote', happenedOn: '2020-10-01', inputs: {} };
    const judged = await youth.post(`/api/dossiers/${id}/judge`, vote);
    expect([judged.status, judged.body.error.code]).toEqual([403, 'admission.not_this_office']);
    expect((await youth.get(`/api/dossiers/${id}/roll?on=2020-10-01`)).status).toBe(404);
    expect((await ward.secretary.get(`/api/dossiers/${id}/roll?on=2020-10-01`)).body.total).toBe(6);
  });

  test('learns from no filter and no order what is late or in the way', async () => {
    await ofTheUnion('Trần Thị Lọc');
    const ids = async (query: string) => (await youth.get(`/api/dossiers?${query}`)).body;
    const all = await ids('');
    for (const query of ['late=1', 'blocked=1', 'late=1&blocked=1', 'sort=due', 'sort=-due'])
      expect(await ids(query)).toEqual(all);
  });
});

test('sealed fields are written by none who may not open them', async () => {
  const nomination = (client: typeof youth, fullName: string, more: object) =>
    client.post('/api/dossiers', {
      clientId: newId(),
      unitId: ward.cell,
      happenedOn: '2019-02-10',
      person: { fullName, religion: '02' },
      inputs: { proposerKind: 'member', ...told, informedBy: ward.members[0] },
      ...more,
    });
  const refused = await nomination(ward.secretary, 'Phạm Thị Đạo', {});
  expect([refused.status, refused.body.error.code]).toEqual([400, 'members.sensitive_refused']);
  const onBehalf = { number: '2-BB/CB', on: '2019-02-10' };
  expect((await nomination(ward.officer, 'Phạm Thị Đạo', { onBehalf })).status).toBe(200);
});

test('a choice of class 3 lies in the vault only, not in the facts of its verdict', async () => {
  const id = await nominate(ward, 'Lê Thị Kín');
  await walkTo(ward, id, 'papers');
  const concluded = await take(ward, id, {
    by: 'officer',
    step: 'verify_conclude',
    on: '2020-11-01',
    inputs: { result: 'exempt', exemptGround: 'own_relative_member' },
  });
  expect(concluded.body.stage).toBe('verified');
  const rows = await sql<{ data: string }>`
    select data::text as data from ledger where stream = ${`dossier:${id}`}`.execute(world.db);
  // The list of grounds that the law knows may stand there; which of them it was may not.
  const text = rows.rows.map((row) => row.data).join();
  expect(text.includes('"exemptGround": 3')).toBe(true);
  expect(text.includes('verify_conclude.exemptGround')).toBe(false);
});

describe('what cannot have happened yet', () => {
  test('is no act of a case taken over, neither first nor corrected', async () => {
    const personId = await world.person({ name: 'Bùi Thị Mai Sau', unit: ward.cell });
    const dossierId = newId();
    const known = (on: string) =>
      takeOverEntries(
        {
          clientId: newId(),
          dossierId,
          personId,
          unitId: ward.cell,
          happenedOn: '2021-01-31',
          stage: 'listed',
          stageOn: null,
          acts: [{ step: 'list', on }],
        },
        { law: law(), profile: 'A', today: '2026-11-21' },
      );
    expect(() => known('2027-01')).toThrow('ledger.future_day');
    await transact(world.db, (tx) => append(tx, world.by, known('2020-05')));
    const { version, acts } = await viewOf(ward, dossierId);
    const answer = await ward.officer.post(`/api/dossiers/${dossierId}/acts/${acts[0]?.entry}/correct`, {
      clientId: newId(),
      version,
      reason: 'Ghi nhầm so với biên bản.',
      happenedOn: '2027-01-01',
      inputs: { resolution: doc('3-NQ/CB', '2020-05-03') },
    });
    expect([answer.status, answer.body.error?.code]).toEqual([400, 'ledger.future_day']);
  });
});

test('a nomination whose person holds an office meanwhile is not taken back from under it', async () => {
  const id = await nominate(ward, 'Đặng Thị Chức');
  const { person, version, acts } = await viewOf(ward, id);
  await world.office({ kind: 'mass_officer', unit: union, person: person.id });
  const back = { clientId: newId(), version, reason: 'Giới thiệu nhầm người.' };
  const answer = await ward.officer.post(`/api/dossiers/${id}/acts/${acts[0]?.entry}/withdraw`, back);
  expect([answer.status, answer.body.error?.code]).toEqual([400, 'members.others_rest_on_it']);
  expect((await viewOf(ward, id)).stage).toBe('nominated');
});
