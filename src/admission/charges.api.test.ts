// What only a committee sets, asked of live cases: how many persons one member helps, introductions by whoever may.
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { readRegulationFiles } from '../rules/files.store.ts';
import { load } from '../rules/index.ts';
import { useLaw } from '../road/law.ts';
import { doc, nominate, startWard, take, viewOf, type Ward, walkRecent, walkTo } from '../../test/road.ts';

const files = readRegulationFiles(path.join(import.meta.dirname, '../../regulations'));
const most = (value: number) => ({
  id: newId(),
  kind: 'fill' as const,
  parameter: 'helper.most_charges',
  path: '',
  fromOn: '2019-01-01',
  untilOn: null,
  value,
  document: { number: '05-QĐ/ĐU', on: '2018-12-20', by: 'Đảng ủy' },
  clause: 'mục 1',
  decidedBy: 'Đảng ủy',
});
const allow = (value: number | null) =>
  useLaw(load(files, { provisions: value === null ? [] : [most(value)], calendar: [] }));

let ward: Ward;
beforeAll(async () => {
  ward = await startWard();
}, 120_000);
afterAll(() => allow(null));

const assign = (id: string, helper: string | undefined) =>
  take(ward, id, {
    by: 'secretary',
    step: 'assign_helper',
    on: '2019-07-03',
    inputs: { helper, resolution: doc('07-NQ/CB', '2019-07-03'), togetherSince: '2017-01' },
  });

describe('a helper takes as many persons as the committee allows', () => {
  it('counts open cases only, and not the one at hand', async () => {
    const [first, second] = [await nominate(ward, 'Lê Thị Một'), await nominate(ward, 'Lê Thị Hai')];
    for (const id of [first, second]) await walkTo(ward, id, 'class_certificate');
    allow(1);
    const helper = ward.members[2];
    expect((await assign(first, helper)).status).toBe(200);
    // The same case again: its own helper carries nobody else.
    expect((await assign(first, helper)).status).toBe(200);
    const full = await assign(second, helper);
    expect([full.status, full.body.error?.code]).toEqual([409, 'admission.refused']);
    expect((await assign(second, ward.members[3])).status).toBe(200);
    allow(2);
    const third = await nominate(ward, 'Lê Thị Ba');
    await walkTo(ward, third, 'class_certificate');
    expect((await assign(third, helper)).status).toBe(200);
  }, 60_000);

  it('of many given together, too, looked at and written', async () => {
    allow(null);
    const ids: string[] = [];
    for (const name of ['Vi Thị Một', 'Vi Thị Hai', 'Vi Thị Ba']) {
      ids.push(await nominate(ward, name));
      await walkTo(ward, ids.at(-1) as string, 'class_certificate');
    }
    allow(2);
    const act = {
      step: 'assign_helper',
      happenedOn: '2019-07-03',
      inputs: {
        helper: ward.members[5],
        resolution: doc('07-NQ/CB', '2019-07-03'),
        togetherSince: '2017-01',
      },
      ids,
    };
    const looked = await ward.secretary.post('/api/dossiers/bulk/preview', act);
    const outcomes = looked.body.items.map(({ outcome }: { outcome: string }) => outcome === 'refused');
    expect(outcomes.toSorted()).toEqual([false, false, true]);
    const { body } = await ward.secretary.post('/api/dossiers/bulk', { ...act, clientId: newId() });
    expect([body.done.length, body.left.length]).toEqual([2, 1]);
  }, 60_000);

  it('of several at once, too', async () => {
    allow(null);
    const ids: string[] = [];
    for (const name of ['Tô Thị Một', 'Tô Thị Hai', 'Tô Thị Ba', 'Tô Thị Bốn']) {
      ids.push(await nominate(ward, name));
      await walkTo(ward, ids.at(-1) as string, 'class_certificate');
    }
    allow(1);
    const answers = await Promise.all(ids.map((id) => assign(id, ward.members[4])));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  }, 60_000);
});

describe('introductions', () => {
  it('of the Charter come from official members, by the day', async () => {
    allow(null);
    const id = await nominate(ward, 'Trần Văn Giới');
    const young = await ward.world.person({ name: 'Phạm Văn Dự', unit: ward.cell, kind: 'probationary' });
    const introduce = (inputs: object) =>
      take(ward, id, { by: 'secretary', step: 'introduce', on: '2019-02-10', inputs: { ...inputs } });
    const charter = { kind: 'charter', proposerKind: 'member' };
    expect((await introduce({ ...charter, proposer: ward.members[2] })).status).toBe(200);
    expect((await introduce({ ...charter, proposer: young })).status).toBe(409);
    expect((await introduce({ kind: 'charter', proposerKind: 'farmers_union' })).status).toBe(409);
    expect((await introduce({ kind: 'discovery', proposerKind: 'farmers_union' })).status).toBe(200);
  }, 60_000);
});

describe('a file sent back', () => {
  it('is not sent back twice, and the time for the decision has two readings (S3-63)', async () => {
    const id = await walkRecent(ward, 'Trần Thị Về', 'cell_vote');
    const stages = (await viewOf(ward, id)).stage;
    const vote = (await viewOf(ward, id)).acts.find(({ step }) => step === 'cell_vote')?.happenedOn ?? '';
    const back = { by: 'officer' as const, step: 'return_dossier', on: vote };
    const inputs = { level: 'base', what: ['opinions', 'history_periods'] };
    expect((await take(ward, id, { ...back, inputs })).status).toBe(200);
    expect((await take(ward, id, { ...back, inputs })).status).toBe(409);
    const clock = (await viewOf(ward, id)).clocks.find((one) => one.id === 'decide');
    expect(clock).toMatchObject({ stoppedOn: null, otherwise: { reading: 'stops', dueOn: null } });
    const again = await take(ward, id, { by: 'secretary', step: 'resubmit', on: '2026-11-20', inputs: {} });
    expect(again.status).toBe(200);
    const after = (await viewOf(ward, id)).clocks.find((one) => one.id === 'decide');
    expect(after?.dueOn).toBe(clock?.dueOn);
    expect(after?.otherwise?.dueOn && after.otherwise.dueOn > (after?.dueOn ?? '')).toBe(true);
    expect((await viewOf(ward, id)).stage).toBe(stages);
  }, 60_000);
});
