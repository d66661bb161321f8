// Around a request: the officer in charge, medians by destination, the letter, and the list of relatives with the two
// readings of an exemption.
import { expect, test } from 'vitest';
import { addressee, answerBody, ready, send, ward, world } from '../../test/verification.ts';
import { newId } from '../platform/ids.ts';
import type { RequestRow } from './view.ts';

test('each request has its officer; days waiting and medians by destination are shown (S3-48, S3-19)', async () => {
  const dossier = await ready('Cao Thị Yến');
  const { body: officers } = await ward.officer.get(`/api/verifications/officers?dossier=${dossier}`);
  const secretary = officers.items.find(
    ({ unitName }: { unitName: string }) => unitName === 'Chi bộ khu phố 1',
  );
  const sent = await send(dossier, { officerId: secretary.id });
  expect(sent.officer).toEqual({ id: secretary.id, name: 'Nguyễn Văn An' });
  expect(sent.waited).toBe(36);
  const other = await send(await ready('Lương Văn Bách'));
  const reply = answerBody({ on: '2026-10-15' });
  expect((await ward.officer.post(`/api/verifications/${other.id}/answer`, reply)).status).toBe(200);
  const { body: before } = await ward.officer.get('/api/verifications/figures');
  const line = before.officers.find(({ id }: { id: string }) => id === secretary.id);
  expect(line).toMatchObject({ name: 'Nguyễn Văn An', open: 1, overdue: 1, longest: 36 });
  const nhaTrang = before.destinations.find(({ place }: { place: string }) =>
    place.includes('Tây Nha Trang'),
  );
  expect(nhaTrang).toMatchObject({ sent: 2, answered: 1, median: 10 });
  const mine = await ward.officer.get(`/api/verifications?state=sent&officer=${secretary.id}`);
  expect(mine.body.items.map((row: RequestRow) => row.id)).toEqual([sent.id]);
  await ward.officer.post(`/api/verifications/${sent.id}/assign`, { clientId: newId(), officerId: null });
  expect((await ward.officer.get(`/api/verifications/${sent.id}`)).body.officer).toBeNull();
});

test('the letter bears number, short code, both names of the place and the limit (S3-38, S3-13)', async () => {
  const dossier = await ready('Phan Thị Hạnh');
  const sent = await send(dossier);
  const { body: sheet } = await ward.officer.get(`/api/verifications/${sent.id}/letter`);
  expect(sheet).toMatchObject({
    code: sent.code,
    number: '31-CV/ĐU',
    on: '2026-10-01',
    committee: 'Đảng bộ phường Kinh Bắc',
    cell: 'Chi bộ khu phố 1',
    place: sent.place,
    person: { fullName: 'Phan Thị Hạnh' },
    limit: 30,
  });
  expect(sheet.people).toHaveLength(2);
  expect((await ward.board.get(`/api/verifications/${sent.id}/letter`)).status).toBe(200);
});

test('relatives are listed with whom the rule names; two readings until one is followed (S3-21, S3-38)', async () => {
  const dossier = await ready('Tạ Thị Nhàn');
  const url = `/api/verifications/dossiers/${dossier}`;
  const person = (id: string, relation: string, exempt: string | null) => ({
    id,
    relation,
    fullName: `Tạ Văn ${id}`,
    bornOn: '1960',
    place: 'xã Vĩnh Lợi, Cà Mau',
    placeCode: '31900',
    oldCode: null,
    abroad: false,
    exempt,
  });
  const people = [
    person('A', 'parents', null),
    person('B', 'spouse', 'own_relative_member'),
    person('C', 'siblings', null),
  ];
  const listed = await ward.officer.post(`${url}/kin`, { clientId: newId(), people });
  expect(listed.body.rules.readings).toHaveLength(2);
  expect(listed.body.kin.map(({ verify }: { verify: boolean | null }) => verify)).toEqual([
    true,
    null,
    false,
  ]);
  const choose = (reading: number | null) =>
    ward.officer.post(`${url}/exemption`, {
      clientId: newId(),
      ground: 'own_relative_member',
      persons: 1,
      reading,
      reason: 'Ban Thường vụ thống nhất làm theo 38-HD.',
    });
  expect((await choose(null)).body.error.code).toBe('verification.reading_needed');
  const { body: chosen } = await choose(1);
  expect(chosen.kin.map(({ verify }: { verify: boolean | null }) => verify)).toEqual([true, true, false]);
  expect(chosen.exemption).toMatchObject({
    reading: 1,
    reason: 'Ban Thường vụ thống nhất làm theo 38-HD.',
  });
  const ledger = await world.db.selectFrom('ledger').select('data').execute();
  expect(JSON.stringify(ledger)).not.toMatch(/Tạ Văn|Ban Thường vụ thống nhất/);
  const shown = await ward.officer.get(url);
  expect(shown.body).toMatchObject({ kin: null, kinPersons: 3 });
  expect(shown.text).not.toContain('Tạ Văn');
  expect((await addressee.get(`${url}?names=true`)).status).toBe(404);
  const leader = await world.as('committee_leader', ward.ward);
  expect((await leader.get(`${url}?names=true`)).body).toMatchObject({
    kin: null,
    exemption: { reason: null },
  });
});
