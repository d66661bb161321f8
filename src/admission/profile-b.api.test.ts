// A connected installation (profile B) keeps classes 1 and 2 only: the whole road works there, and what is of class 3
// or 4 is neither offered nor accepted.
import { expect, test } from 'vitest';
import { nominate, startWard, take, viewOf, walkTo, wholeRoad } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import { isOffered } from '../road/inputs.ts';
import { law } from '../road/law.ts';

const ward = await startWard({ profile: 'B' });

test('the whole road', async () => {
  const id = await nominate(ward, 'Đỗ Thị Mai');
  const view = await walkTo(ward, id, 'issue_card');
  expect(view).toMatchObject({ profile: 'B', closedAs: 'recognised', person: { status: 'official' } });
});

test('words about the person and the ground of an exemption are refused, whatever the step', async () => {
  const id = await nominate(ward, 'Lê Thị Nhung');
  const list = wholeRoad(ward)[0];
  if (!list) throw new Error('no road');
  const before = await viewOf(ward, id);
  const noted = await take(ward, id, { ...list, inputs: { ...list.inputs, note: 'Gia đình có công.' } });
  expect([noted.status, noted.body.error.code, noted.body.error.details.fields]).toEqual([
    400,
    'admission.class_refused',
    ['note'],
  ]);
  expect(await viewOf(ward, id)).toEqual(before);
  await walkTo(ward, await nominate(ward, 'Lê Thị Oanh'), 'papers').then(async ({ id: ready }) => {
    const conclude = {
      by: 'officer' as const,
      step: 'verify_conclude',
      on: '2020-11-01',
      inputs: { result: 'exempt', exemptGround: 'local_family' },
    };
    expect((await take(ward, ready, conclude)).body.error.code).toBe('admission.class_refused');
    expect((await take(ward, ready, { ...conclude, inputs: { result: 'exempt' } })).body.stage).toBe(
      'verified',
    );
  });
});

test('sealed fields of the person are refused with the nomination', async () => {
  const answer = await ward.secretary.post('/api/dossiers', {
    clientId: newId(),
    unitId: ward.cell,
    happenedOn: '2019-01-10',
    person: { fullName: 'Phạm Văn Đạo', religion: '02' },
    inputs: { proposerKind: 'member', informedOn: '2019-01-05', informedBy: ward.members[0], agreed: true },
  });
  expect([answer.status, answer.body.error.code]).toEqual([400, 'members.class_refused']);
});

test('no input of class 3 or 4 is required anywhere, so that profile B can go on', () => {
  const inputs = ['admission', 'recognition', 'exits']
    .flatMap((id) =>
      law()
        .stepsFrom('verified', '2020-01-01')
        .filter(({ procedure }) => procedure === id),
    )
    .flatMap(({ step }) => step.inputs);
  expect(inputs.length).toBeGreaterThan(0);
  expect(inputs.filter((input) => input.required && !isOffered(input, 'B'))).toEqual([]);
});

test('nothing of class 3 or 4 lies in the vault', async () => {
  const rows = await ward.world.db.selectFrom('vault_field').select('field').where('class', '>', 2).execute();
  expect(rows).toEqual([]);
});
