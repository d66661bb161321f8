// Lines taken off the list, each with the reason for it: a sealed text is opened at each look and stands beside its own line only.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { startWard, walkRecent } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import type { WorkItem } from './view.ts';

const ward = await startWard({ today: '2026-02-10' });
const { officer } = ward;
const dossiers = [
  await walkRecent(ward, 'Đỗ Thị Nhất', 'verify_send'),
  await walkRecent(ward, 'Vũ Văn Nhì', 'verify_send'),
];
const listed = async (query: string): Promise<WorkItem[]> => {
  const { status, text, body } = await officer.get(`/api/worklist?limit=200&${query}`);
  expect(status, text).toBe(200);
  return body.items;
};

async function takeOff(caseId: string, reason: string): Promise<string> {
  const items = [...(await listed('group=overdue')), ...(await listed('group=later'))];
  const line = items.find((item) => item.caseId === caseId && item.clock === 'verify_reply');
  const { caseKind, clock, part, startsOn } = line as WorkItem;
  const named = { caseKind, caseId, clock, part, startsOn };
  const how = { how: 'not_applicable', on: '2026-02-10', reason };
  const made = await officer.post('/api/worklist/settlements', { clientId: newId(), ...named, ...how });
  expect(made.status, made.text).toBe(200);
  return made.body.item.settled.entry;
}

const reasons = async () => {
  const items = await listed('group=settled');
  return dossiers.map((id) => items.find(({ caseId }) => caseId === id)?.settled?.reason);
};

test('each has its own; a text that is gone leaves no other in its place, and a line put back none', async () => {
  expect(await reasons()).toEqual([undefined, undefined]);
  const [first, second] = dossiers as [string, string];
  const entries = [
    await takeOff(first, 'Người thứ nhất đã trả lời'),
    await takeOff(second, 'Người thứ hai không phải hỏi'),
  ];
  expect(await reasons()).toEqual(['Người thứ nhất đã trả lời', 'Người thứ hai không phải hỏi']);
  await sql`delete from vault_field where field = ${`note.${entries[0]}`}`.execute(ward.world.db);
  expect(await reasons()).toEqual([null, 'Người thứ hai không phải hỏi']);
  const url = `/api/worklist/settlements/${entries[1]}/withdraw`;
  const back = await officer.post(url, { clientId: newId(), reason: 'Ghi nhầm' });
  expect(back.status, back.text).toBe(200);
  expect(await reasons()).toEqual([null, undefined]);
});
