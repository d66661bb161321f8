// The number of a card is of one person: issued, told, corrected, and by several at once.
import { beforeAll, expect, test } from 'vitest';
import { type Client, startWorld } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';

const world = await startWorld();
let cell: number;
let other: number;
let officer: Client;
beforeAll(async () => {
  const ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation' });
  cell = await world.unit({ name: 'Chi bộ khu phố 1', parent: ward });
  const beyond = await world.unit({ name: 'Đảng bộ phường Võ Cường', kind: 'base_organisation' });
  other = await world.unit({ name: 'Chi bộ khu phố Bồ Sơn', parent: beyond });
  officer = await world.as('base_officer', ward);
});

const member = () => world.person({ name: 'Nguyễn Thị Lan', unit: cell, kind: 'official' });
const issue = (id: string, cardNumber: string) =>
  officer.post(`/api/people/${id}/acts`, {
    clientId: newId(),
    act: 'issue_card',
    happenedOn: '2025-09-10',
    cardNumber,
  });
const code = ({ status, body }: Awaited<ReturnType<typeof issue>>) => [status, body.error?.code];
const taken = [400, 'members.card_taken'];

test('is of one person, issued or told; given again to the same, also by a correction, it stays', async () => {
  const [one, other] = [await member(), await member()];
  const first = await issue(one, '44 445 555');
  expect(first.status).toBe(200);
  expect(code(await issue(other, '44445555'))).toEqual(taken);
  const told = (id: string) =>
    officer.post(`/api/people/${id}/details`, { clientId: newId(), fields: { cardNumber: '44445555' } });
  expect(code(await told(other))).toEqual(taken);
  expect((await told(one)).status).toBe(200);
  const { entry } = first.body.history.find(({ kind }: { kind: string }) => kind === 'member.card_issued');
  const corrected = await officer.post(`/api/people/${one}/acts/${entry}/correct`, {
    clientId: newId(),
    act: 'issue_card',
    happenedOn: '2025-09-11',
    cardNumber: '44445555',
    reason: 'Ghi nhầm ngày',
  });
  expect(corrected.status).toBe(200);
});

test('issued to several at once stays with one', async () => {
  const ids = [await member(), await member(), await member(), await member()];
  const answers = await Promise.all(ids.map((id) => issue(id, '66667777')));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400]);
});

test('somebody beyond the reach is not given away by the number', async () => {
  await world.person({
    name: 'Lò Thị Xa',
    unit: other,
    kind: 'official',
    fields: { cardNumber: '88889999' },
  });
  expect((await issue(await member(), '88889999')).status).toBe(200);
});
