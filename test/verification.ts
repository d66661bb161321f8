// A ward that asks for verification, and a committee in another province that is asked and has an account here.
import { prepareUnits } from '../src/org/unit.store.ts';
import { newId } from '../src/platform/ids.ts';
import { append } from '../src/platform/ledger.ts';
import type { RequestView } from '../src/verification/view.ts';
import type { Client } from './app.ts';
import { doc, startWard, walkRecent, type Ward } from './road.ts';

export const ward: Ward = await startWard();
export const { world } = ward;
/** The committee of today's Tây Nha Trang, in another province, with an account here. */
const province = await world.unit({ name: 'Đảng bộ tỉnh Khánh Hòa', kind: 'province' });
export const asked = await world.db.transaction().execute(async (tx) => {
  const made = await prepareUnits(tx, '56', [
    {
      clientId: newId(),
      key: 'asked',
      parent: { id: province },
      unitKind: 'base_organisation',
      type: null,
      name: 'Đảng bộ phường Tây Nha Trang',
      code: null,
      placeCode: '22390',
      foundedOn: '2025-07-01',
      external: false,
      sourceKey: null,
      decision: null,
      happenedOn: '2025-07-01',
    },
  ]);
  await append(tx, world.by, made.entries);
  return made.ids.get('asked') as number;
});
export const addressee = await world.as('base_officer', asked);
export const stranger = await world.as('base_officer', ward.other);

export const ready = (name: string) => walkRecent(ward, name, 'papers');
export const letter = doc('31-CV/ĐU', '2026-10-01', 'Đảng ủy phường Kinh Bắc');
export const body = (dossierId: string, more: object = {}) => ({
  clientId: newId(),
  dossierId,
  happenedOn: '2026-10-01',
  place: { oldCode: '22399' },
  persons: 2,
  people: [
    { relation: 'parents', fullName: 'Đỗ Văn Sáu', bornOn: '1961' },
    { relation: 'spouse', fullName: 'Lê Thị Bảy', bornOn: '1996' },
  ],
  letter,
  receivedOn: '2026-10-05',
  ...more,
});
export const send = async (dossierId: string, more: object = {}, by: Client = ward.officer) => {
  const answer = await by.post('/api/verifications', body(dossierId, more));
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as RequestView;
};
export const list = async (client: Client, state: string, q = '') =>
  (await client.get(`/api/verifications?state=${state}&q=${encodeURIComponent(q)}`)).body;
export const answerBody = (more: object = {}) => ({
  clientId: newId(),
  on: '2026-11-10',
  result: 'confirmed',
  reply: doc('07-CV/ĐU', '2026-11-09', 'Đảng ủy phường Tây Nha Trang'),
  ...more,
});
