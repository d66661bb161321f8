// Class figures beyond certificates: who was enrolled on which day, and how far they came.
import { expect, test } from 'vitest';
import { startCentre } from '../../../test/classes.ts';
import type { RecordsView, TableView } from './view.ts';

const { ward, candidates, plan, propose, send, enrol, attend } = await startCentre();

const read = async (query = ''): Promise<TableView> => {
  const answer = await ward.officer.get(`/api/statistics/class_enrolled?by=attendance${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};
const counts = ({ rows }: TableView) => Object.fromEntries(rows.map(({ key, count }) => [key, count]));

test('enrolled counts on the day of enrolling; who came to a session is told apart, and the list opens', async () => {
  expect((await read()).total.count).toBe(0);
  const [one, two] = (await candidates(2)) as [string, string];
  const { id } = await plan();
  await propose(id, [one, two]);
  await send(id, [one, two]);
  expect((await read()).total.count).toBe(0);
  await enrol(id, [one, two]);
  const enrolled = await read();
  expect([enrolled.total.count, counts(enrolled).not_yet]).toEqual([2, 2]);
  await attend(id, [one]);
  const after = await read();
  expect([counts(after).attended, counts(after).not_yet]).toEqual([1, 1]);
  const row = after.rows.find(({ key }) => key === 'attended');
  const query = new URLSearchParams(row?.opens ?? {}).toString();
  const records = (await ward.officer.get(`/api/statistics/class_enrolled/records?${query}`))
    .body as RecordsView;
  expect(records.items.map(({ subject }) => subject?.id)).toEqual([one]);
});
