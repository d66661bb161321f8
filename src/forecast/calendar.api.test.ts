// The calendar that every outlook asks for is held: a class, whoever is on it, an answer owed and a candidacy that ends are
// seen by the next who asks; and a class serves everybody below its committee, whatever stands above.
import { expect, test } from 'vitest';
import type { Client } from '../../test/app.ts';
import { planBody, startCentre, takeOver } from '../../test/classes.ts';
import { doc, take, walkRecent } from '../../test/road.ts';
import { today } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { withBounds } from './bound.store.ts';
import { onClasses, openClasses, owedReplies } from './calendar.store.ts';
import { openRows } from './open.store.ts';

const place = await startCentre();
const { ward } = place;
const { world } = ward;
const sent = async (client: Client, url: string, body: object) => {
  const answer = await client.post(url, { clientId: newId(), ...body });
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};
const seats = async (classId: string) => (await openClasses(world.db)).find(({ id }) => id === classId)?.free;
const days = ['2027-02-07', '2027-02-14'];

test('a class, its seats and who is on it are told as they are after each write', async () => {
  const dossiers = await place.candidates(2);
  const [gone, staying] = dossiers as [string, string];
  const lastDays = async () => {
    const on = await onClasses(world.db);
    return dossiers.map((id) => on.get(id));
  };
  expect([await openClasses(world.db), await lastDays()]).toEqual([[], [undefined, undefined]]);
  const { id } = await place.plan({ days });
  expect(await seats(id)).toBe(3);
  await place.propose(id, dossiers);
  await place.send(id, dossiers);
  await place.enrol(id, dossiers);
  expect([await seats(id), await lastDays()]).toEqual([1, ['2027-02-14', '2027-02-14']]);
  const struck = await take(ward, gone, { by: 'secretary', step: 'withdraw', on: today(), inputs: {} });
  expect(struck.status, struck.text).toBe(200);
  expect((await onClasses(world.db)).has(gone)).toBe(false);
  await sent(place.centre, `/api/classes/${id}/call-off`, {});
  expect([await openClasses(world.db), (await onClasses(world.db)).has(staying)]).toEqual([[], false]);
});

test('an answer is owed until it has come', async () => {
  const dossier = await walkRecent(ward, 'Đỗ Thị Chờ', 'papers');
  const owed = async () =>
    (await owedReplies(world.db))
      .filter(({ dossierId }) => dossierId === dossier)
      .map(({ sentOn }) => sentOn);
  expect(await owed()).toEqual([]);
  const letter = doc('31-CV/ĐU', '2026-10-01');
  const asked = { dossierId: dossier, place: { oldCode: '22399' }, persons: 1, people: [] };
  const url = '/api/verifications';
  const { id } = await sent(ward.officer, url, { ...asked, happenedOn: '2026-10-01', letter });
  expect(await owed()).toEqual(['2026-10-01']);
  await sent(ward.officer, `${url}/${id}/answer`, { on: '2026-11-10', result: 'confirmed' });
  expect(await owed()).toEqual([]);
});

test('below a superior that is known by name only the next class of the committee serves too', async () => {
  const above = await world.unit({ name: 'Tỉnh ủy Lạng Sơn', kind: 'province', external: true });
  const parent = await world.unit({ name: 'Thành ủy Lạng Sơn', kind: 'district', parent: above });
  const centreId = await world.unit({
    name: 'Trung tâm chính trị Lạng Sơn',
    kind: 'political_centre',
    parent,
  });
  const base = await world.unit({ name: 'Đảng bộ phường Kỳ Lừa', kind: 'base_organisation', parent });
  const cell = await world.unit({ name: 'Chi bộ khối 1', type: 'TDP', parent: base });
  const [id] = (await takeOver({ ...ward, cell }, ['Nông Thị Hiền'])) as [string];
  const earliest = async () => {
    const rows = await openRows(world.db, today(), { below: null, paths: new Map() });
    return (await withBounds(world.db, rows)).rows.find((row) => row.id === id)?.earliestOn ?? '';
  };
  const before = await earliest();
  const centre = await world.as('political_centre', centreId);
  await sent(centre, '/api/classes', planBody({ days: ['2027-09-05', '2027-09-12'] }));
  expect([before, await earliest()]).toEqual([today(), '2027-09-12']);
});
