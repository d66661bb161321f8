// One act for many dossiers: looked at first, written for each that may take it, and taken back as one.
import { describe, expect, test } from 'vitest';
import { doc, nominate, onDay, startWard, take, viewOf, wholeRoad } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';

const ward = await startWard();
const { db } = ward.world;

const listing = {
  step: 'list',
  happenedOn: '2019-02-03',
  inputs: { resolution: doc('03-NQ/CB', '2019-02-03') },
};
const untold = { inputs: { proposerKind: 'member', proposer: ward.members[1] }, person: { fullName: '' } };

const three = async (names: readonly string[]) => {
  const ids: string[] = [];
  for (const name of names) ids.push(await nominate(ward, name));
  return ids;
};
const stageOf = async (id: string) => (await viewOf(ward, id)).stage;
const entries = async () =>
  Number(
    (
      await db
        .selectFrom('ledger')
        .select((e) => e.fn.countAll().as('count'))
        .executeTakeFirst()
    )?.count,
  );

describe('looking', () => {
  test('tells each dossier what the rules say, and writes nothing', async () => {
    const ids = await three(['Mai Thị Xuân', 'Mai Thị Hạ']);
    const silent = await nominate(ward, 'Mai Thị Thu', { ...untold, person: { fullName: 'Mai Thị Thu' } });
    const before = await entries();
    const { body } = await ward.secretary.post('/api/dossiers/bulk/preview', {
      ...listing,
      ids: [...ids, silent],
    });
    expect(body.items.map(({ name, outcome }: { name: string; outcome: string }) => [name, outcome])).toEqual(
      [
        ['Mai Thị Hạ', 'allowed'],
        ['Mai Thị Thu', 'refused'],
        ['Mai Thị Xuân', 'allowed'],
      ],
    );
    expect(body.items[0].why).toBeNull();
    expect(body.items[1].why.vi).toMatch(/trao đổi|đồng ý|thông báo/);
    expect(await entries()).toBe(before);
  });

  test('a dossier out of reach is not there', async () => {
    const [id] = await three(['Mai Thị Đông']);
    const neighbour = await ward.world.as('cell_secretary', ward.other);
    const { body } = await neighbour.post('/api/dossiers/bulk/preview', { ...listing, ids: [id] });
    expect(body.items).toEqual([]);
    const done = await neighbour.post('/api/dossiers/bulk', { ...listing, ids: [id], clientId: newId() });
    expect(done.body).toEqual({ done: [], left: [] });
    expect(await stageOf(id as string)).toBe('nominated');
  });

  test('a vote is counted for one person at a time', async () => {
    const ids = await three(['Mai Thị Vân']);
    const answer = await ward.secretary.post('/api/dossiers/bulk/preview', {
      step: 'cell_vote',
      happenedOn: '2020-12-03',
      inputs: {},
      ids,
    });
    expect(answer.body.error.code).toBe('admission.not_in_bulk');
  });
});

describe('writing', () => {
  test('takes the step where it may be taken and names the others; a double click writes once', async () => {
    const ids = await three(['Lý Thị Một', 'Lý Thị Hai']);
    const silent = await nominate(ward, 'Lý Thị Ba', { ...untold, person: { fullName: 'Lý Thị Ba' } });
    const body = { ...listing, ids: [...ids, silent], clientId: newId() };
    const [first, second] = await Promise.all([
      ward.secretary.post('/api/dossiers/bulk', body),
      ward.secretary.post('/api/dossiers/bulk', body),
    ]);
    for (const answer of [first, second]) {
      expect(answer.status).toBe(200);
      expect(answer.body.done.toSorted()).toEqual(ids.toSorted());
      expect(answer.body.left.map(({ name }: { name: string }) => name)).toEqual(['Lý Thị Ba']);
      expect(answer.body.left[0].why.vi).not.toBe('');
    }
    for (const id of ids) {
      const { acts, stage } = await viewOf(ward, id);
      expect([stage, acts.filter(({ step }) => step === 'list').length]).toEqual(['listed', 1]);
    }
    expect(await stageOf(silent)).toBe('nominated');
  });

  test('a dossier that changed since it was looked at is left out', async () => {
    const [first, second] = (await three(['Tô Thị Sáng', 'Tô Thị Chiều'])) as [string, string];
    const versions = {
      [first]: (await viewOf(ward, first)).version,
      [second]: (await viewOf(ward, second)).version,
    };
    await take(ward, second, { by: 'secretary', ...listing, on: listing.happenedOn, step: 'list' });
    const { body } = await ward.secretary.post('/api/dossiers/bulk', {
      ...listing,
      ids: [first, second],
      versions,
      clientId: newId(),
    });
    expect([body.done, body.left.map(({ id }: { id: string }) => id)]).toEqual([[first], [second]]);
    expect(body.left[0].why.vi).toContain('thay đổi');
  });

  test('of two officers who write the same for the same people one finds it written', async () => {
    const ids = await three(['Âu Thị Sớm', 'Âu Thị Muộn']);
    const other = await ward.world.as('cell_secretary', ward.cell);
    const [first, second] = await Promise.all([
      ward.secretary.post('/api/dossiers/bulk', { ...listing, ids, clientId: newId() }),
      other.post('/api/dossiers/bulk', { ...listing, ids: ids.toReversed(), clientId: newId() }),
    ]);
    expect([first.body.done.length + second.body.done.length]).toEqual([2]);
    for (const id of ids)
      expect((await viewOf(ward, id)).acts.filter(({ step }) => step === 'list')).toHaveLength(1);
  });

  test('the words of each are kept with each', async () => {
    const ids = await three(['Khúc Thị Lan', 'Khúc Thị Huệ']);
    const note = 'Gặp chung sau buổi sinh hoạt.';
    await ward.secretary.post('/api/dossiers/bulk', {
      step: 'contact',
      happenedOn: '2019-03-01',
      inputs: { kind: 'meeting', note },
      ids,
      clientId: newId(),
    });
    for (const id of ids) {
      const view = await viewOf(ward, id);
      expect(view.contacts).toMatchObject([{ on: '2019-03-01', kind: 'meeting', words: note }]);
      expect(view.lastTouchOn).toBe('2019-03-01');
    }
  });
});

describe('taking back', () => {
  test('withdraws what nothing was built upon and names the rest', async () => {
    const [free, built] = (await three(['Ngô Thị Tự', 'Ngô Thị Nối'])) as [string, string];
    const clientId = newId();
    await ward.secretary.post('/api/dossiers/bulk', { ...listing, ids: [free, built], clientId });
    const certificate = wholeRoad(ward).find(({ step }) => step === 'class_certificate');
    if (certificate) await take(ward, built, onDay(certificate, '2019-06-20'));
    const back = { clientId: newId(), reason: 'Nghị quyết ghi nhầm ngày.' };
    const url = `/api/dossiers/bulk/${clientId}/undo`;
    const answer = await ward.secretary.post(url, back);
    expect(answer.body).toMatchObject({ undone: [free], left: [{ id: built, name: 'Ngô Thị Nối' }] });
    expect([await stageOf(free), await stageOf(built)]).toEqual(['nominated', 'class_certified']);
    const act = (await viewOf(ward, free)).acts.find(({ step }) => step === 'list');
    expect([act?.state, act?.reason]).toEqual(['withdrawn', back.reason]);
    // Sent twice it is still one.
    expect((await ward.secretary.post(url, back)).body).toEqual(answer.body);
  });

  test('a note that leads nowhere does not hold the act', async () => {
    const [id] = (await three(['Ngô Thị Thăm'])) as [string];
    const clientId = newId();
    await ward.secretary.post('/api/dossiers/bulk', { ...listing, ids: [id], clientId });
    await take(ward, id, { by: 'secretary', step: 'contact', on: '2019-03-01', inputs: { kind: 'phone' } });
    const body = { clientId: newId(), reason: 'Chi bộ chưa họp.' };
    const answer = await ward.secretary.post(`/api/dossiers/bulk/${clientId}/undo`, body);
    expect(answer.body.undone).toEqual([id]);
    const again = await ward.secretary.post(`/api/dossiers/bulk/${clientId}/undo`, {
      ...body,
      clientId: newId(),
    });
    expect(again.body.error.code).toBe('admission.undone_already');
  });

  test('somebody struck off together stands on the road and on the roll again', async () => {
    const ids = await three(['Vi Thị Rời', 'Vi Thị Về']);
    const clientId = newId();
    const striking = {
      step: 'withdraw',
      happenedOn: '2019-04-01',
      inputs: { request: doc('1', '2019-04-01') },
      ids,
      clientId,
    };
    const { body } = await ward.secretary.post('/api/dossiers/bulk', striking);
    expect([body.done.length, body.left]).toEqual([2, []]);
    const undone = await ward.secretary.post(`/api/dossiers/bulk/${clientId}/undo`, {
      clientId: newId(),
      reason: 'Ghi nhầm người.',
    });
    expect(undone.body.undone.toSorted()).toEqual(ids.toSorted());
    for (const id of ids) {
      const { person, stage } = await viewOf(ward, id);
      expect([stage, person.status]).toEqual(['nominated', 'nominee']);
    }
  });

  test('is for whoever wrote them together', async () => {
    const ids = await three(['Ngô Thị Riêng']);
    const clientId = newId();
    await ward.secretary.post('/api/dossiers/bulk', { ...listing, ids, clientId });
    const body = { clientId: newId(), reason: 'Thử rút của người khác.' };
    const answer = await ward.officer.post(`/api/dossiers/bulk/${clientId}/undo`, body);
    expect(answer.status).toBe(404);
  });
});

test('forty dossiers are written in one go', async () => {
  const letters = 'abcdeghiklmnopqrstuvxy'.split('');
  const names = letters.flatMap((a) => [`Trần Thị B${a}`, `Trần Thị C${a}`]).slice(0, 40);
  const ids: string[] = [];
  for (const name of names) ids.push(await nominate(ward, name, { sure: true }));
  const { body } = await ward.secretary.post('/api/dossiers/bulk', { ...listing, ids, clientId: newId() });
  expect(body.done).toHaveLength(40);
});
