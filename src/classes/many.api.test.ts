// Many at once: 200 into 100 seats, 300 from a list within a second, certificates for all; and who would miss this year.
import { expect, it } from 'vitest';
import { startCentre, takeOver } from '../../test/classes.ts';
import { nominate, walkRecent } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import type { NeedList } from './view.ts';

const place = await startCentre();
const { ward, centre, committee } = place;
const { world } = ward;
const names = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name} ${at + 1}`);
const needs = async (client = committee, more = ''): Promise<NeedList> =>
  (await client.get(`/api/classes/needs?limit=200${more}`)).body;

it('puts 200 people into 100 seats: 100 enrolled, 100 waiting, nobody lost (S1-36)', async () => {
  const view = await place.plan({ seats: 100 });
  const people = await takeOver(ward, names(200, 'Nguyễn Văn Hàng'));
  expect(await place.send(view.id, people)).toMatchObject({ done: 200, left: [] });
  expect(await place.enrol(view.id, people)).toMatchObject({ done: 100, waiting: 100, left: [] });
  const states = Map.groupBy(await place.people(view.id), ({ state }) => state);
  expect([states.get('enrolled')?.length, states.get('waiting')?.length]).toEqual([100, 100]);
  expect((await place.people(view.id)).map(({ dossierId }) => dossierId).toSorted()).toEqual(
    people.toSorted(),
  );
});

it('enrols a class of 300 from a list, and certifies them all at once', async () => {
  const view = await place.plan({ seats: 300 });
  const people = await takeOver(ward, names(300, 'Trần Thị Đông'));
  await place.send(view.id, people);
  expect(await place.enrol(view.id, people)).toMatchObject({ done: 300, left: [] });
  await place.attend(view.id, people);
  const given = await centre.post(`/api/classes/${view.id}/certificates`, {
    clientId: newId(),
    on: '2026-11-20',
    items: people.map((dossierId, at) => ({ dossierId, number: `${at + 1}/GCN` })),
  });
  expect(given.body).toMatchObject({ done: 300, left: [] });
  const stages = await world.db
    .selectFrom('dossier')
    .select('stage')
    .where('id', 'in', people)
    .where('stage', '=', 'class_certified')
    .execute();
  expect(stages.length).toBe(300);
});

it('tells who would miss this year if not enrolled now, by the legal waiting times (S1-36)', async () => {
  world.setToday('2026-03-02');
  const [free] = (await takeOver(ward, ['Lý Thị Kịp'])) as [string];
  const unlisted = await nominate(ward, 'Lý Thị Chưa', { sure: true });
  const certified = await walkRecent(ward, 'Lý Thị Xong', 'class_certificate');
  const list = await needs(committee, '&q=ly+thi');
  expect(list.items.map(({ dossierId }) => dossierId)).toEqual([free]);
  expect([unlisted, certified].some((id) => list.items.some(({ dossierId }) => dossierId === id))).toBe(
    false,
  );
  expect(list.items[0]).toMatchObject({ fullName: 'Lý Thị Kịp', standing: 'in_time', fits: null });
  const { reachedOn, lastOn } = list.items[0] as NeedList['items'][number];
  expect(reachedOn && reachedOn >= '2026-03-02' && reachedOn <= '2026-12-31').toBe(true);
  expect(lastOn && lastOn >= '2026-03-02' && lastOn <= '2026-12-31').toBe(true);
  const early = await place.plan({ label: 'Lớp kịp năm nay', days: ['2026-03-08'] });
  await place.plan({ label: 'Lớp đã đầy', seats: 1, days: ['2026-03-07'] });
  expect((await needs(committee, '&q=ly+thi')).items[0]?.fits?.label).toBe('Lớp đã đầy');
  await place.propose(early.id, [free]);
  const after = await needs(committee, '&q=ly+thi');
  expect([after.total, after.onClass]).toEqual([0, 1]);
  world.setToday('2026-11-21');
});

it('tells those whom the rules keep from this year whatever they attend (S1-36)', async () => {
  world.setToday('2026-03-02');
  await takeOver(ward, ['Ôn Thị Trẻ'], '2009-05-02');
  const [young] = (await needs(committee, '&q=on+thi+tre')).items;
  expect(young).toMatchObject({ standing: 'too_late', reachedOn: '2027-05-01', lastOn: null, fits: null });
  world.setToday('2026-11-21');
});

it('names only people within reach, and counts them within reach (S3-12)', async () => {
  const own = await needs(ward.secretary);
  const foreign = await needs(place.otherSecretary);
  expect(own.total + own.onClass).toBeGreaterThan(0);
  expect(foreign).toMatchObject({ items: [], total: 0, onClass: 0 });
  expect(await needs(centre)).toMatchObject({ items: [], total: 0, onClass: 0 });
});
