// A connected installation (profile B) asks about “n persons in commune X”: no name of a relative is kept or accepted.
import { expect, test } from 'vitest';
import { doc, startWard, walkRecent } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';

const ward = await startWard({ profile: 'B' });
const dossier = await walkRecent(ward, 'Đỗ Thị Mai', 'papers');
const body = (more: object = {}) => ({
  clientId: newId(),
  dossierId: dossier,
  happenedOn: '2026-10-01',
  place: { oldCode: '31900' },
  persons: 4,
  letter: doc('31-CV/ĐU', '2026-10-01'),
  ...more,
});

test('names are refused, and nothing is written (S3-38)', async () => {
  const people = [{ relation: 'parents', fullName: 'Đỗ Văn Sáu', bornOn: null }];
  const named = await ward.officer.post('/api/verifications', body({ people }));
  expect([named.status, named.body.error.code]).toEqual([400, 'verification.names_refused']);
  const listed = await ward.officer.post(`/api/verifications/dossiers/${dossier}/kin`, {
    clientId: newId(),
    people: [],
  });
  expect([listed.status, listed.body.error.code]).toEqual([400, 'verification.kin_refused']);
  expect(await ward.world.db.selectFrom('request').selectAll().execute()).toEqual([]);
});

test('the number of persons and the place do: old name to today’s unit in another province (S3-38, K18)', async () => {
  const sent = await ward.officer.post('/api/verifications', body());
  expect(sent.body).toMatchObject({
    persons: 4,
    people: null,
    noted: false,
    place: 'xã Vĩnh Lợi, Cà Mau (trước 01/7/2025: thị trấn Châu Hưng, huyện Vĩnh Lợi, Bạc Liêu)',
  });
  const answer = { clientId: newId(), on: '2026-10-20', result: 'confirmed', note: 'Gia đình có công.' };
  const noted = await ward.officer.post(`/api/verifications/${sent.body.id}/answer`, answer);
  expect([noted.status, noted.body.error.code]).toEqual([400, 'verification.note_refused']);
  const plain = await ward.officer.post(`/api/verifications/${sent.body.id}/answer`, {
    ...answer,
    note: null,
  });
  expect(plain.body.request).toMatchObject({ status: 'confirmed', inDossier: true });
  const { body: sheet } = await ward.officer.get(`/api/verifications/${sent.body.id}/letter`);
  expect(sheet).toMatchObject({ persons: 4, people: null });
});

test('the reading of an exemption is chosen for a number of persons', async () => {
  const chosen = await ward.officer.post(`/api/verifications/dossiers/${dossier}/exemption`, {
    clientId: newId(),
    ground: 'own_relative_member',
    persons: 2,
    reading: 0,
    reason: 'Đảng ủy thống nhất làm theo 06-HD.',
  });
  expect(chosen.body.exemption).toMatchObject({ persons: 2, reading: 0 });
  expect(chosen.body.can).not.toContain('kin');
});
