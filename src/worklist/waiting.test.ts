// The strip of what waits: counted by the rooms, only for those who may, nothing where nothing waits.
import { afterEach, expect, test } from 'vitest';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { listWaiting, useWaiting, type WaitingSource } from './waiting.ts';

const db = {} as Queryable;
const actor = (...can: string[]) => ({ unitPath: '1.', can: new Set(can) }) as unknown as Actor;
const source = (id: string, needs: string, count: number): WaitingSource => ({
  id,
  label: { vi: `Việc ${id}`, en: id },
  href: `/${id}`,
  needs,
  count: async (_db, reader) => (reader.unitPath === '1.' ? count : 0),
});

afterEach(() => useWaiting([]));

test('only what waits and what the office may answer is told, in the order of the rooms', async () => {
  useWaiting([
    source('handovers', 'handover.answer', 2),
    source('nominations', 'dossier.act', 3),
    source('requests', 'verification.answer', 1),
    source('nothing', 'dossier.act', 0),
  ]);
  const { items } = await listWaiting(db, actor('dossier.act', 'handover.answer'));
  expect(items).toEqual([
    { id: 'handovers', label: { vi: 'Việc handovers', en: 'handovers' }, href: '/handovers', count: 2 },
    {
      id: 'nominations',
      label: { vi: 'Việc nominations', en: 'nominations' },
      href: '/nominations',
      count: 3,
    },
  ]);
});

test('an office without any of these actions asks nobody', async () => {
  let asked = 0;
  useWaiting([{ ...source('nominations', 'dossier.act', 3), count: async () => (asked += 1) }]);
  expect(await listWaiting(db, actor('unit.read'))).toEqual({ items: [] });
  expect(asked).toBe(0);
});
