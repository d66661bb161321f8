// The movement is counted for all units at once and kept: after each write it is told as a transaction, in which nothing is kept,
// counts it anew; between two writes the very same is given for every unit.
import { expect, test } from 'vitest';
import { officerOf, startWard } from '../../../../test/road.ts';
import { newId } from '../../../platform/ids.ts';
import { treeOn } from '../../../org/tree.store.ts';
import { readBridge, readMovement } from '../bridge.store.ts';
import { columnsOfBoth } from '../held/columns.store.ts';
import { counted } from './counted.ts';

const ward = await startWard();
const { world, officer } = ward;
const actor = officerOf(ward);
const span = { from: '2026-01-01', to: '2026-11-21' };
const units = [ward.ward, ward.cell, ward.other];

const told = async (db: Parameters<typeof readMovement>[0]) => {
  const answers: unknown[] = [];
  for (const unit of units) {
    answers.push(await readMovement(db, actor, { ...span, unit }));
    answers.push(await readBridge(db, actor, 'members', { unit, from: '2025-12-31', to: '2026-11-21' }));
  }
  return answers;
};

const decision = { number: '9-QĐ/ĐU', on: '2026-11-18', by: 'Đảng ủy' };
const sent = async (url: string, body: object) => {
  const { status, text } = await officer.post(url, { clientId: newId(), ...body });
  expect(status, text).toBe(200);
};

test.each<[string, () => Promise<unknown>]>([
  [
    'a member who comes',
    () =>
      world.person({ name: 'Đàm Thị Loan', unit: ward.other, kind: 'official', admittedOn: '2026-03-03' }),
  ],
  [
    'a member who goes',
    () =>
      sent(`/api/people/${ward.members[4]}/acts`, {
        act: 'move_out',
        happenedOn: '2026-11-19',
        place: 'Tỉnh khác',
        decision,
      }),
  ],
  [
    'a new name',
    () =>
      sent(`/api/units/${ward.cell}/acts`, {
        act: 'rename',
        name: 'Chi bộ Đổi Tên',
        happenedOn: '2026-11-19',
        decision,
      }),
  ],
])('after %s it is told as it is', async (_what, write) => {
  const before = await told(world.db);
  await write();
  const now = await told(world.db);
  expect(now).toEqual(await world.db.transaction().execute((tx) => told(tx)));
  expect(now).not.toEqual(before);
});

test('between two writes it is counted once', async () => {
  const count = async () => {
    const [members, moves] = await columnsOfBoth(world.db, 'member', 'movement');
    const [past, tree] = [await treeOn(world.db, '2025-12-31'), await treeOn(world.db, span.to)];
    return counted({ members, moves, past, tree, before: '2025-12-31', span });
  };
  const once = await count();
  expect(await count()).toBe(once);
  await world.person({ name: 'Vi Văn Mới', unit: ward.cell, kind: 'official', admittedOn: '2026-04-04' });
  expect(await count()).not.toBe(once);
});
