// Every admission is a row of its own: with the person as held on that day, in the cell of that day, and what became of it.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { nominate, startWard, walkTo } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';

const ward = await startWard();
const { db } = ward.world;
const admissions = async (person: string) =>
  (
    await sql<
      Record<string, unknown>
    >`select * from admitted where person_id = ${person} order by on_day`.execute(db)
  ).rows;
const act = async (id: string, body: Record<string, unknown>) => {
  const answer = await ward.officer.post(`/api/people/${id}/acts`, { clientId: newId(), ...body });
  expect(answer.status, answer.text).toBe(200);
  return answer;
};
const details = (id: string, fields: Record<string, string | null>) =>
  ward.officer.post(`/api/people/${id}/details`, { clientId: newId(), fields });
const add = async (body: Record<string, unknown>) => {
  const answer = await ward.officer.post('/api/people', {
    clientId: newId(),
    unitId: ward.cell,
    happenedOn: '2026-11-20',
    as: 'taken_over',
    kind: 'official',
    alikeSeen: true,
    ...body,
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.id as string;
};

test('a student admitted stays a student in the figures, whatever becomes of him (S1-33)', async () => {
  const fields = {
    fullName: 'Lù Seo Pao',
    bornOn: '2003-05',
    sex: 'M',
    occupation: 'HSSV',
    profession: 'TC',
  };
  const id = await add({ fields, admittedOn: '2021-06-15', officialOn: '2022-06-15' });
  expect((await details(id, { occupation: 'VC', profession: 'DH', sex: 'F' })).status).toBe(200);
  expect(await admissions(id)).toMatchObject([
    {
      on_day: '2021-06-15',
      unit_id: ward.cell,
      began_as: 'taken_over',
      occupation: 'HSSV',
      profession: 'TC',
      // What cannot change was a mistake.
      sex: 'F',
      born_on: '2003-05',
      official_on: '2022-06-15',
      again: false,
      ended_as: null,
    },
  ]);
});

test('what becomes known later stands where nothing was known', async () => {
  const id = await add({ fields: { fullName: 'Lù Thị Sua' }, admittedOn: '2020-01-05' });
  expect((await admissions(id))[0]).toMatchObject({ education: null });
  await details(id, { education: '12/12' });
  expect((await admissions(id))[0]).toMatchObject({ education: '12/12' });
});

test('whoever came from elsewhere was not admitted here', async () => {
  const known = { fields: { fullName: 'Giàng A Chô' }, admittedOn: '2019-03-02', officialOn: '2020-03-02' };
  const movedIn = await add({ ...known, as: 'moved_in', kind: 'official', happenedOn: '2026-05-01' });
  expect(await admissions(movedIn)).toEqual([]);
  const since = await add({ ...known, fields: { fullName: 'Giàng A Dế' }, since: '2023-01-01' });
  expect(await admissions(since)).toEqual([]);
});

test('how the membership ended, and that it came back, stand with its admission (S0-36, S3-61)', async () => {
  const id = await add({ fields: { fullName: 'Thào A Lử' }, admittedOn: '2024-02-03', kind: 'official' });
  await act(id, { act: 'move', happenedOn: '2025-01-10', toUnitId: ward.other });
  await act(id, {
    act: 'remove',
    happenedOn: '2025-09-01',
    decision: { number: '12-QĐ/ĐU', on: '2025-08-28' },
  });
  expect(await admissions(id)).toMatchObject([
    { unit_id: ward.cell, ended_as: 'removed', ended_on: '2025-09-01' },
  ]);
  await act(id, {
    act: 'restore',
    happenedOn: '2026-01-05',
    unitId: ward.other,
    kind: 'official',
    continuous: true,
    decision: { number: '3-QĐ/TU', on: '2026-01-02' },
  });
  expect(await admissions(id)).toMatchObject([{ ended_as: null, ended_on: null }]);
});

test('a candidacy that ends with the card gives one row, made by its ceremony; withdrawn acts leave none', async () => {
  const dossier = await nominate(ward, 'Vàng Thị Mỷ');
  await walkTo(ward, dossier, 'ceremony');
  const [row] = (
    await sql<{ person_id: string }>`select person_id from dossier where id = ${dossier}`.execute(db)
  ).rows;
  const person = row?.person_id ?? '';
  expect(await admissions(person)).toMatchObject([
    {
      began_as: 'admitted',
      on_day: '2021-02-03',
      decided_on: '2021-01-15',
      unit_id: ward.cell,
      official_on: null,
    },
  ]);
  const view = (await ward.officer.get(`/api/dossiers/${dossier}`)).body;
  const ceremony = view.acts.at(-1);
  const taken = await ward.officer.post(`/api/dossiers/${dossier}/acts/${ceremony.entry}/withdraw`, {
    clientId: newId(),
    version: view.version,
    reason: 'Ghi nhầm người',
  });
  expect(taken.status, taken.text).toBe(200);
  expect(await admissions(person)).toEqual([]);
});

test('made again from the ledger they are the same', async () => {
  const all = async () => (await sql`select * from admitted order by person_id, on_day`.execute(db)).rows;
  const before = await all();
  expect(before.length).toBeGreaterThan(4);
  await rebuild(db);
  expect(await all()).toEqual(before);
});
