// What must stay true: the return rate after somebody was erased, who introduced in whose name, a look at names in the log.
import { beforeAll, expect, test } from 'vitest';
import { lay } from '../../test/lawbook.ts';
import { doc, startWard, take } from '../../test/road.ts';
import type { Client } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
import type { RateAnswer } from './view.ts';

const ward = await startWard();
const { world, members } = ward;
const mass = (name: string) => world.unit({ name, kind: 'mass_organisation', parent: ward.ward });
const union = await mass('Đoàn phường Kinh Bắc');
const women = await mass('Hội Phụ nữ phường Kinh Bắc');
const youth = await world.as('mass_officer', union);
const member = await world.as('member', ward.cell, { person: members[1] as string });
const nominateBy = (client: Client, fullName: string, happenedOn: string) =>
  client.post('/api/dossiers', {
    clientId: newId(),
    unitId: ward.cell,
    happenedOn,
    person: { fullName, bornOn: '1998' },
    inputs: { proposerKind: 'youth_union' },
  });
const introduce = (client: Client, id: string, version: number, inputs: object) =>
  client.post(`/api/dossiers/${id}/acts`, {
    clientId: newId(),
    version,
    step: 'introduce',
    happenedOn: '2026-11-19',
    inputs: { kind: 'discovery', ...inputs },
  });

let rates: () => Promise<RateAnswer>;
beforeAll(() => {
  rates = async () => (await ward.officer.get('/api/nominations/rates?year=2024')).body;
});

test('the return rate of a year does not change when a returned person is erased (S3-62, S0-31)', async () => {
  const { body } = await nominateBy(youth, 'Kiều Thị Trả', '2024-01-10');
  await take(ward, body.id, {
    by: 'secretary',
    step: 'answer_nomination',
    on: '2024-02-01',
    inputs: { result: 'return', reason: 'not_yet' },
  });
  const before = await rates();
  expect(before.items).toMatchObject([{ introduced: 1, returned: 1, share: 1, reasons: { not_yet: 1 } }]);
  const person = (await ward.officer.get(`/api/dossiers/${body.id}`)).body.person.id;
  const draft = { kind: 'fill' as const, parameter: 'candidacy.expiry_months', value: 12 };
  await lay(ward.officer, { ...draft, fromOn: '2026-11-21', unitId: ward.ward });
  const erased = await ward.officer.post('/api/fostering/expiring/erase', {
    clientId: newId(),
    ids: [person],
  });
  expect(erased.body).toMatchObject({ done: 1, left: [] });
  expect(await rates()).toEqual(before);
});

test('a mass organisation introduces in its own name alone, a member in his (S0-15, S0-16)', async () => {
  const { body } = await nominateBy(youth, 'Kiều Văn Danh', '2026-11-10');
  const first = await introduce(youth, body.id, body.version, {
    proposerKind: 'women_union',
    proposerUnit: women,
  });
  expect(first.status, first.text).toBe(200);
  const own = (await nominateBy(member, 'Kiều Thị Hội', '2026-11-10')).body;
  const second = await introduce(member, own.id, own.version, {
    proposerKind: 'member',
    proposer: members[1],
  });
  expect(second.status, second.text).toBe(200);
  const again = await introduce(ward.secretary, own.id, second.body.version, {
    proposerKind: 'member',
    proposer: members[2],
  });
  expect(again.status, again.text).toBe(200);
  const forged = await introduce(member, own.id, again.body.version, {
    proposerKind: 'member',
    proposer: members[2],
    kind: 'charter',
  });
  expect(forged.status, forged.text).toBe(200);
  const rows = await world.db
    .selectFrom('introduction')
    .select(['dossier_id', 'unit_id', 'person_id', 'kind'])
    .where('dossier_id', 'in', [body.id, own.id])
    .execute();
  expect(rows.filter(({ unit_id }) => unit_id === women)).toEqual([]);
  expect(rows.filter(({ kind }) => kind === 'charter').map(({ person_id }) => person_id)).toEqual([
    members[1],
  ]);
});

test('each list with names leaves one line in the access log (S3-22)', async () => {
  const { officer } = ward;
  const lines = async (client: Client) =>
    (
      await world.db
        .selectFrom('access_log')
        .select('id')
        .where('account_id', '=', client.accountId)
        .where('action', '=', 'list')
        .execute()
    ).length;
  const before = await lines(officer);
  for (const url of ['/api/nominations', '/api/nominations/members?year=2026', '/api/sourcing-tasks'])
    expect((await officer.get(url)).status).toBe(200);
  expect((await lines(officer)) - before).toBe(3);
  const own = await lines(youth);
  for (const url of ['/api/nominations/mine', '/api/sourcing-tasks/mine']) await youth.get(url);
  expect((await lines(youth)) - own).toBe(2);
});

test('whom a mass organisation was asked to help is named while the case goes on, and no longer (S0-15)', async () => {
  const { body } = await nominateBy(ward.secretary, 'Kiều Văn Giúp', '2026-11-01');
  const asked = await ward.officer.post('/api/sourcing-tasks', {
    clientId: newId(),
    kind: 'educate',
    unitId: ward.ward,
    toUnitId: women,
    dossierId: body.id,
    happenedOn: '2026-11-02',
    dueOn: '2026-12-20',
  });
  expect(asked.status, asked.text).toBe(200);
  const ladies = await world.as('mass_officer', women);
  const named = async (client: Client, list: string) =>
    (await client.get(`/api/sourcing-tasks${list}`)).body.items.map(
      ({ candidate }: { candidate: string | null }) => candidate,
    );
  expect(await named(ladies, '/mine')).toEqual(['Kiều Văn Giúp']);
  await take(ward, body.id, {
    by: 'secretary',
    step: 'strike',
    on: '2026-11-10',
    inputs: { reason: 'lost_contact', resolution: doc('04-NQ/CB', '2026-11-10') },
  });
  expect(await named(ladies, '/mine')).toEqual([null]);
  expect(await named(ward.officer, '')).toContain('Kiều Văn Giúp');
});

test('one member named twice is asked once', async () => {
  const answer = await ward.officer.post('/api/sourcing-tasks', {
    clientId: newId(),
    kind: 'introduce',
    unitId: ward.ward,
    personIds: [members[3], members[3]],
    happenedOn: '2026-11-20',
    dueOn: '2026-12-20',
    document: doc('15-CV/ĐU', '2026-11-20'),
  });
  expect(answer.status, answer.text).toBe(200);
  expect(answer.body.ids).toHaveLength(1);
});
