// Those who are away with the day they are expected back, workers whose workplace has an organisation of its own, and
// members who take part elsewhere for the time being.
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { nominate, take, walkRecent } from '../../test/road.ts';
import { type Ends, propose, startEnds } from '../../test/moving.ts';

let ends: Ends;
beforeAll(async () => {
  ends = await startEnds({ today: '2026-05-15' });
}, 60_000);

test('a student pauses with an expected return, is listed, overdue, and goes on again (S2-42)', async () => {
  const id = await walkRecent(ends, 'Nguyễn Thị Hoa', 'list');
  const later = await walkRecent(ends, 'Trần Văn Bách', 'list');
  const pause = (dossier: string, expectedReturn: string) =>
    take(ends, dossier, {
      by: 'secretary',
      step: 'pause',
      on: '2026-02-01',
      inputs: { reason: 'study', expectedReturn, keptBy: ends.members[1] },
    });
  const paused = await pause(id, '2026-04');
  expect(paused.status, paused.text).toBe(200);
  expect((await pause(later, '2027-06')).status).toBe(200);
  const { items } = (await ends.secretary.get('/api/handovers/away')).body;
  expect(items).toMatchObject([
    {
      dossierId: id,
      reason: 'study',
      since: '2026-02-01',
      expected: '2026-04',
      keptBy: 'Trần Thị Bình',
      late: true,
    },
    { dossierId: later, expected: '2027-06', late: false },
  ]);
  expect((await ends.secretary.get('/api/handovers/counts')).body).toMatchObject({ away: 2, overdue: 1 });
  const waits = async () =>
    (await ends.secretary.get('/api/waiting')).body.items.filter(
      (one: { id: string }) => one.id === 'handovers.back',
    );
  expect(await waits()).toMatchObject([{ count: 1, href: '/handovers?tab=away' }]);
  expect((await ends.receiver.get('/api/handovers/away')).body.items).toEqual([]);
  const back = await take(ends, id, {
    by: 'secretary',
    step: 'resume',
    on: '2026-05-12',
    inputs: { returnedOn: '2026-05-10' },
  });
  expect(back.status, back.text).toBe(200);
  const left = (await ends.secretary.get('/api/handovers/away')).body.items;
  expect(left.map((one: { dossierId: string }) => one.dossierId)).toEqual([later]);
});

test('a workplace outside suggests its organisation; without one the person stays, and it is said (S2-45, S3-40)', async () => {
  const told = { informedOn: '2024-01-05', informedBy: ends.members[0], agreed: true };
  const at = (fullName: string, workplace: string) =>
    nominate(ends, fullName, {
      happenedOn: '2024-01-10',
      person: { fullName, bornOn: '1999-03-08', workplace },
      inputs: { proposerKind: 'member', ...told },
    });
  const known = await at('Lê Thị Cúc', 'Công ty TNHH May Hưng Thịnh');
  const unknown = await at('Phạm Văn Dũng', 'Công ty TNHH Điện tử Phương Đông');
  const home = await at('Hoàng Thị Én', 'Chi bộ khu phố 2 (cửa hàng nhà)');
  const { items } = (await ends.secretary.get('/api/handovers/suggestions')).body;
  expect(items).toMatchObject([
    {
      dossierId: known,
      workplace: 'Công ty TNHH May Hưng Thịnh',
      to: { id: ends.enterprise, answers: true, cell: false },
    },
  ]);
  const about = async (id: string) => (await ends.secretary.get(`/api/handovers/of/${id}`)).body;
  expect(await about(known)).toMatchObject({
    outside: true,
    suggested: [{ id: ends.enterprise }],
    can: ['propose'],
  });
  expect(await about(unknown)).toMatchObject({ outside: true, suggested: [] });
  expect(await about(home)).toMatchObject({ outside: false, suggested: [] });
  await propose(ends, known, { to: { unitId: ends.enterprise } });
  expect((await ends.secretary.get('/api/handovers/suggestions')).body.items).toEqual([]);
});

test('destinations are found by name without accents, with whether somebody there can answer', async () => {
  const quiet = await ends.world.unit({
    name: 'Đảng bộ Công ty Gốm Phù Lãng',
    kind: 'base_organisation',
    parent: ends.province,
  });
  const gone = await ends.world.unit({
    name: 'Đảng bộ Công ty Gốm cũ',
    kind: 'base_organisation',
    parent: ends.province,
  });
  await ends.world.db.updateTable('unit').set({ ended_on: '2025-01-01' }).where('id', '=', gone).execute();
  const found = async (q: string) =>
    (await ends.secretary.get(`/api/handovers/destinations?q=${encodeURIComponent(q)}`)).body.items;
  expect(await found('hung thinh')).toMatchObject([{ id: ends.enterprise, answers: true }]);
  expect(await found('gom')).toMatchObject([{ id: quiet, answers: false }]);
  expect(await found('')).toEqual([]);
});

test('a border guard who takes part in a village cell is a guest there and counted once, at home (S1-14)', async () => {
  const guard = await ends.world.person({ name: 'Vũ Văn Giáp', unit: ends.other, kind: 'official' });
  const counts = async () => {
    const { items } = (await ends.officer.get('/api/units')).body;
    return [ends.cell, ends.other].map((id) => items.find((unit: { id: number }) => unit.id === id).members);
  };
  const before = await counts();
  const { version } = (await ends.officer.get(`/api/people/${guard}`)).body;
  const began = await ends.officer.post(`/api/people/${guard}/acts`, {
    clientId: newId(),
    version,
    act: 'begin_temporary',
    happenedOn: '2026-02-01',
    toUnitId: ends.cell,
    until: '2026-08-01',
  });
  expect(began.status, began.text).toBe(200);
  expect(await counts()).toEqual(before);
  const guests = (await ends.officer.get(`/api/people?unit=${ends.cell}&limit=200`)).body.items;
  const home = (await ends.officer.get(`/api/people?unit=${ends.other}&limit=200`)).body.items;
  const has = (list: { id: string }[]) => list.some(({ id }) => id === guard);
  expect([has(guests), has(home)]).toEqual([true, true]);
});
