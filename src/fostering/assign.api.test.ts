// Who may be appointed to help, by which paper, and until when the charge lasts.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../test/app.ts';
import { doc, nominate, startWard, take, walkRecent, walkTo, type Ward } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';

let ward: Ward;
let listed: string;
let helper: Client;

beforeAll(async () => {
  ward = await startWard();
  listed = await walkRecent(ward, 'Đỗ Thị Hạnh', 'list');
  helper = await ward.world.as('member', ward.cell, { person: ward.members[1] as string });
});

const assign = (id: string, inputs: Record<string, unknown>) =>
  take(ward, id, { by: 'secretary', step: 'assign_helper', on: '2026-11-20', inputs });
const resolution = doc('21-NQ/CB', '2026-11-20');
const togetherSince = '2017-01';

interface Against {
  outcome: string;
  facts: Record<string, unknown>;
  citations: object[];
}

describe('appointing a helper', () => {
  it('does not write a probationary member as helper, and names the rule (S2-17, S3-53)', async () => {
    const probationer = await ward.world.person({
      name: 'Kiều Văn Dự',
      unit: ward.cell,
      kind: 'probationary',
      admittedOn: '2026-05-19',
    });
    const refused = await assign(listed, { helper: probationer, resolution, togetherSince });
    expect(refused.status).toBe(409);
    const { reasons } = refused.body.error.details as { reasons: Against[] };
    const against = reasons.find(({ facts }) => facts['helper.status'] === 'probationary');
    expect(against?.outcome).not.toBe('allowed');
    expect(against?.citations).not.toEqual([]);
  });

  it('asks for number and day of the resolution, and prints it (S2-20)', async () => {
    const { members } = ward;
    expect((await assign(listed, { helper: members[1], togetherSince })).status).toBe(400);
    expect((await assign(listed, { helper: members[1], resolution, togetherSince })).status).toBe(200);
    const sheet = await ward.secretary.get(`/api/dossiers/${listed}/sheets/helper_resolution`);
    expect(sheet.body).toMatchObject({ number: '21-NQ/CB' });
  });

  it('is refused with the reason for somebody who is not on the list yet (S2-25)', async () => {
    const nominee = await nominate(ward, 'Tạ Văn Mới', {
      happenedOn: '2026-11-01',
      inputs: { proposerKind: 'member' },
      person: { fullName: 'Tạ Văn Mới', bornOn: '1999' },
    });
    const refused = await assign(nominee, { helper: ward.members[1], resolution, togetherSince });
    expect(refused.status).toBe(409);
    expect(refused.body.error.details.reasons).not.toEqual([]);
    expect((await helper.get('/api/charges')).text).not.toContain('Tạ Văn Mới');
  });

  it('goes on through probation: the helper still sees the person and writes the note (S3-47)', async () => {
    const id = await nominate(ward, 'Lý Thị Dự');
    await walkTo(ward, id, 'ceremony');
    const { body } = await helper.get('/api/charges');
    expect(body.items).toContainEqual(expect.objectContaining({ id, stage: 'admitted' }));
    const note = { clientId: newId(), step: 'charge_note', happenedOn: '2026-11-20' };
    const inputs = { month: '2026-11', state: 'steady' };
    expect((await helper.post(`/api/fostering/${id}/acts`, { ...note, inputs })).status).toBe(200);
  });

  it('keeps the log of fostering on the dossier, newest facts in words and days (S4-21, S0-39)', async () => {
    const post = (step: string, inputs: object) =>
      ward.secretary.post(`/api/fostering/${listed}/acts`, {
        clientId: newId(),
        step,
        happenedOn: '2026-11-21',
        inputs,
      });
    await post('give_task', { task: 'Phụ trách lớp hè', kind: 'movement' });
    await post('contact', { kind: 'phone' });
    const { body } = await ward.secretary.get(`/api/dossiers/${listed}`);
    expect(body.tasks).toMatchObject([{ task: 'Phụ trách lớp hè', result: null }]);
    expect(body.contacts).toMatchObject([{ kind: 'phone', on: '2026-11-21' }]);
    expect(body.lastTouchOn).toBe('2026-11-21');
  });
});
