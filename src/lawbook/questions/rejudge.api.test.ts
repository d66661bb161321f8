// Acts judged again under the law of their day: a road as it was taken, and the same road under other rules.
import path from 'node:path';
import { expect, test } from 'vitest';
import { nominate, startWard, take, wholeRoad } from '../../../test/road.ts';
import { applyRegulations } from '../../rooms.ts';
import { readRegulationFiles } from '../../rules/files.store.ts';
import { useShipped } from '../enforce.store.ts';

const shipped = readRegulationFiles(path.join(import.meta.dirname, '..', '..', '..', 'regulations'));
const ward = await startWard();
const read = async (who = ward.board) => (await who.get('/api/regulations/rejudge')).body;
const road = wholeRoad(ward);

test('a road as it was taken says again what it said', async () => {
  const id = await nominate(ward, 'Lê Thị Hoa');
  for (const taken of road) {
    const answer = await take(ward, id, taken);
    expect([taken.step, answer.status]).toEqual([taken.step, 200]);
  }
  const found = await read();
  expect(found).toMatchObject({ total: 0, items: [] });
  expect(found.looked).toBe(road.length + 1);
  const atOnce = await Promise.all([1, 2].map(() => ward.officer.get('/api/regulations/rejudge')));
  expect(atOnce.map(({ body }) => body)).toEqual([found, found]);
});

test('what the rules judge otherwise now is told, with both verdicts, to those within reach', async () => {
  const vote = 'parameters/vote.cell.yaml';
  const text = String(shipped[vote]);
  const share = 'numerator: 9, denominator: 10';
  const harder = { ...shipped, [vote]: text.replaceAll(/numerator: \d+, denominator: \d+/g, share) };
  expect(harder[vote]).not.toBe(text);
  useShipped({ files: harder, cases: () => ({}), program: '0.0.0-test', apply: applyRegulations });
  const found = await read();
  expect(found).toMatchObject({ total: found.items.length, looked: road.length + 1 });
  expect(found.items[0]).toMatchObject({
    step: 'cell_vote',
    label: { vi: expect.any(String) },
    on: '2020-12-03',
    title: 'Lê Thị Hoa',
    unitName: 'Chi bộ khu phố 1',
    recorded: { passed: true, leadsTo: 'cell_voted', ruleSet: '29' },
    now: { passed: false, leadsTo: null, ruleSet: '29' },
  });
  const elsewhere = await ward.world.as('cell_secretary', ward.other);
  expect(await read(elsewhere)).toMatchObject({ looked: 0, total: 0, items: [] });
  const administrator = await ward.world.as('administrator', ward.ward);
  expect((await administrator.get('/api/regulations/rejudge')).status).toBe(403);
});
