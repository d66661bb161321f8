// Many dossiers walked at once: acts that share a transaction leave each dossier as if it had been walked by itself.
import { expect, test, vi } from 'vitest';
import { nominate, startWard, viewOf, walkTo } from '../../test/road.ts';
import { personStream } from '../members/stream.store.ts';
import type { DossierView } from '../road/view.ts';

/** What is the same of two dossiers that were walked alike. */
const walked = ({ acts, facts, closedAs, version }: DossierView) => ({
  steps: acts.map(({ step, ruleSet, happenedOn }) => [step, ruleSet, happenedOn]),
  facts,
  closedAs,
  version,
});

const names = ['An', 'Bình', 'Chung', 'Dũng', 'Giang', 'Hải', 'Khánh', 'Long'];

test('eight who walk from nominee to official member beside each other come where one by himself comes', async () => {
  const ward = await startWard();
  const alone = await nominate(ward, 'Đỗ Thị Một Mình');
  const own = walked(await walkTo(ward, alone, 'recognise'));
  const ids: string[] = [];
  for (const name of names) ids.push(await nominate(ward, `Đỗ Văn ${name}`));
  const made = vi.spyOn(personStream, 'project');
  const views = await Promise.all(ids.map((id) => walkTo(ward, id, 'recognise')));
  const sizes = made.mock.calls.map(([, asked]) => asked.length);
  made.mockRestore();
  expect(Math.max(...sizes)).toBeGreaterThan(1);
  for (const view of views) expect(walked(view)).toEqual(own);
  expect(views.map(({ person }) => person.fullName)).toEqual(names.map((name) => `Đỗ Văn ${name}`));
  for (const [at, id] of ids.entries())
    expect(walked(await viewOf(ward, id))).toEqual(walked(views[at] as DossierView));
  const official = await ward.world.db
    .selectFrom('person')
    .select('id')
    .where('status', '=', 'official')
    .where('full_name', 'like', 'Đỗ Văn %')
    .execute();
  expect(official).toHaveLength(names.length);
});
