// A hand-over whose candidacy ended or went elsewhere meanwhile: the destination is asked no more and sees nobody. And who
// looked at names leaves a line in the log.
import { beforeAll, expect, test } from 'vitest';
import { type Ends, propose, startEnds } from '../../test/moving.ts';
import { doc, take, walkRecent } from '../../test/road.ts';
import type { Client } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';

let ends: Ends;
beforeAll(async () => {
  ends = await startEnds({ today: '2026-03-02' });
}, 60_000);

const looks = async ({ accountId }: Client) =>
  ends.world.db
    .selectFrom('access_log')
    .select(['action', 'subject', 'subject_id as id'])
    .where('account_id', '=', accountId)
    .execute();
const incoming = async () => {
  const { items, total } = (await ends.receiver.get('/api/handovers?side=in')).body;
  return { total, names: items.map(({ fullName }: { fullName: string | null }) => fullName) };
};

test('the destination sees nobody once the candidacy has ended (S3-67)', async () => {
  const id = await walkRecent(ends, 'Tạ Thị Thôi', 'assign_helper');
  const { body } = await propose(ends, id, { message: 'Đã nhận việc tại công ty.' });
  expect(await incoming()).toEqual({ total: 1, names: ['Tạ Thị Thôi'] });
  await take(ends, id, {
    by: 'secretary',
    step: 'strike',
    on: '2026-02-15',
    inputs: { reason: 'lost_contact', resolution: doc('09-NQ/CB', '2026-02-15') },
  });
  expect(await incoming()).toEqual({ total: 0, names: [] });
  const seen = (await ends.receiver.get(`/api/handovers/${body.id}`)).body;
  expect(seen).toMatchObject({ fullName: null, bornOn: null, shared: null, message: null, can: [] });
  expect(JSON.stringify(seen)).not.toContain('Tạ Thị Thôi');
  const found = (await ends.receiver.get('/api/handovers?side=in&q=ta+thi+thoi')).body;
  expect(found.total).toBe(0);
  // The origin may still take it back.
  const own = (await ends.secretary.get(`/api/handovers/${body.id}`)).body;
  expect(own).toMatchObject({ fullName: 'Tạ Thị Thôi', can: ['take_back'] });
});

test('lists with names and a look at the candidate are logged (S3-22)', async () => {
  const id = await walkRecent(ends, 'Tạ Văn Ghi', 'assign_helper');
  const { body } = await propose(ends, id);
  const person = (await ends.secretary.get(`/api/dossiers/${id}`)).body.person.id;
  await ends.receiver.get(`/api/handovers/${body.id}`);
  expect(await looks(ends.receiver)).toContainEqual({ action: 'open', subject: 'person', id: person });
  const client = ends.enterpriseOfficer;
  for (const url of ['?side=in', '/away', '/suggestions']) await client.get(`/api/handovers${url}`);
  await client.get('/api/returns');
  expect((await looks(client)).filter(({ action }) => action === 'list')).toHaveLength(4);
});

test('a look at somebody alike out of reach stays logged though the arrival is refused (S0-15)', async () => {
  const id = await walkRecent(ends, 'Tạ Thị Trùng', 'list');
  const person = (await ends.secretary.get(`/api/dossiers/${id}`)).body.person;
  const refused = await ends.receiver.post('/api/handovers/arrivals', {
    clientId: newId(),
    happenedOn: '2026-02-20',
    unitId: ends.workshop,
    person: { fullName: 'Tạ Thị Trùng', bornOn: person.bornOn },
    from: 'Chi bộ thôn Đông, xã Yên Phụ, tỉnh Hưng Yên',
    stage: 'listed',
    receipt: { number: '14/BN', on: '2026-02-20' },
  });
  expect([refused.status, refused.body.error.code]).toEqual([409, 'moving.alike']);
  expect(await looks(ends.receiver)).toContainEqual({
    action: 'search_number',
    subject: 'person',
    id: person.id,
  });
});
