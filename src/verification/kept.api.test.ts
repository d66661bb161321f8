// Figures of verification stay when a failed candidate is erased; and the office asked learns nothing of the cell, not even
// by asking for one.
import { expect, test } from 'vitest';
import { lay } from '../../test/lawbook.ts';
import { addressee, letter, ready, send, ward, world } from '../../test/verification.ts';
import { doc, take } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';

const figures = async () => (await ward.officer.get('/api/verifications/figures')).body;

test('the office asked cannot sift its requests by cells or officers of those who ask (S3-22)', async () => {
  const { id } = await send(await ready('Vương Thị Lọc'));
  const found = async (more: string) =>
    (await addressee.get(`/api/verifications?state=asked${more}`)).body.items.map(
      (row: { id: string }) => row.id,
    );
  expect(await found('')).toEqual([id]);
  expect(await found(`&unit=${ward.other}`)).toEqual([id]);
  expect(await found(`&unit=${ward.cell}`)).toEqual([id]);
  expect(await found(`&officer=${ward.members[0]}`)).toEqual([id]);
});

test('a list with names leaves a line in the access log (S3-22)', async () => {
  const lines = await world.db
    .selectFrom('access_log')
    .select('subject')
    .where('account_id', '=', addressee.accountId)
    .where('action', '=', 'list')
    .execute();
  expect(lines.length).toBe(4);
});

test('what places answered and how long it took still counts after an erasure (S0-31)', async () => {
  const dossier = await ready('Vương Văn Xóa');
  await send(dossier, { letter, place: { text: 'xã Xa Xôi, tỉnh Xa' }, people: [] });
  const person = (await ward.officer.get(`/api/dossiers/${dossier}`)).body.person.id;
  const struck = await take(ward, dossier, {
    by: 'secretary',
    step: 'strike',
    on: '2026-10-20',
    inputs: { reason: 'lost_contact', resolution: doc('09-NQ/CB', '2026-10-20') },
  });
  expect(struck.status, struck.text).toBe(200);
  const before = await figures();
  const draft = { kind: 'fill' as const, parameter: 'candidacy.expiry_months', value: 1 };
  await lay(ward.officer, { ...draft, fromOn: '2026-11-21', unitId: ward.ward });
  const erased = await ward.officer.post('/api/fostering/expiring/erase', {
    clientId: newId(),
    ids: [person],
  });
  expect(erased.body).toMatchObject({ done: 1, left: [] });
  expect((await figures()).destinations).toEqual(before.destinations);
});
