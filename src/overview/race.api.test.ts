// A unit renamed while somebody is looking: who was placed before it and gathers after leaves no old name for the next reader.
import { expect, test, vi } from 'vitest';
import { startWorld } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
import type * as Held from '../worklist/held-answer.store.ts';

const meanwhile = vi.hoisted(() => ({ write: async () => {} }));
vi.mock('../worklist/held-answer.store.ts', async (original) => {
  const room = await original<typeof Held>();
  const heldAmong: typeof room.heldAmong = async (...asked) => {
    await meanwhile.write();
    return room.heldAmong(...asked);
  };
  return { ...room, heldAmong };
});

const world = await startWorld({ today: '2026-11-20' });
const base = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'upper_base' });
const cell = await world.unit({ name: 'Chi bộ tên cũ', type: 'TDP', parent: base });
const officer = await world.as('base_officer', base);
const rename = {
  act: 'rename',
  name: 'Chi bộ tên mới',
  happenedOn: '2026-11-19',
  decision: { number: '9-QĐ/ĐU', on: '2026-11-18', by: 'Đảng ủy' },
};

test('a reader who began before a unit was renamed does not keep its old name for others', async () => {
  const named = async () =>
    (await officer.get('/api/overview')).body.units.map(({ name }: { name: string }) => name);
  const write = async () => {
    meanwhile.write = async () => {};
    const { status, text } = await officer.post(`/api/units/${cell}/acts`, { clientId: newId(), ...rename });
    expect(status, text).toBe(200);
  };
  meanwhile.write = write;
  const during = await named();
  expect(meanwhile.write).not.toBe(write);
  expect([await named(), during]).toEqual([['Chi bộ tên mới'], ['Chi bộ tên mới']]);
});
