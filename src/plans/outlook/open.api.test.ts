// Open candidacies of a large branch are held: the same as a small branch reads for itself, read anew after a write, and
// asked again as long as what the rules say of some is still being made.
import { expect, test, vi } from 'vitest';
import { startWorld } from '../../../test/app.ts';
import type { Model } from '../../forecast/history.ts';
import { modelOn } from '../../forecast/model.store.ts';
import { treeOn } from '../../org/tree.store.ts';
import { today } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { yearPeriod } from '../period.ts';
import type { Place } from '../place.store.ts';
import { openIn, rowsBelow } from './open.store.ts';

const world = await startWorld({ today: '2025-10-01' });
const ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'upper_base', parent: null });
const cell = (nth: number) =>
  world.unit({ name: `Chi bộ khu phố ${nth}`, kind: 'cell', type: 'TDP', parent: ward });
const [first, second] = [await cell(1), await cell(2)];
const secretary = await world.as('cell_secretary', first);
const member = await world.person({
  name: 'Lê Văn Mẫu',
  unit: first,
  kind: 'official',
  admittedOn: '2010-05-19',
});

const families = ['Trần', 'Nguyễn', 'Hoàng', 'Vũ', 'Đặng', 'Bùi'];
const given = ['An', 'Bình', 'Cúc', 'Dũng', 'Giang', 'Hải'];
let nominated = 0;

/** Each with a name and a birthday that nobody else has. */
async function nominate(count: number): Promise<void> {
  for (const end = nominated + count; nominated < end; nominated += 1) {
    const fullName = `${families[nominated % 6]} Thị ${given[Math.floor(nominated / 6)]}`;
    const bornOn = `${1986 + (nominated % 15)}-${String((nominated % 12) + 1).padStart(2, '0')}-${10 + Math.floor(nominated / 3)}`;
    const made = await secretary.post('/api/dossiers', {
      clientId: newId(),
      unitId: first,
      happenedOn: '2025-09-20',
      person: { fullName, bornOn },
      inputs: { proposerKind: 'member', informedOn: '2025-09-15', informedBy: member, agreed: true },
    });
    expect(made.status, made.text).toBe(200);
  }
}

/** Looked at from above with so many units in reach: from 400 on a branch is large. */
async function lookFrom(units: number, model?: Model) {
  const tree = await treeOn(world.db, today());
  const top = tree.byId.get(ward)!;
  const unitIds = [ward, first, second, ...Array.from({ length: units - 3 }, () => ward)];
  const place: Place = {
    period: yearPeriod(2025),
    on: today(),
    tree,
    node: top,
    path: top.path,
    tops: [top],
    unitIds,
  };
  const { open, ready } = await openIn(world.db, place, model ?? (await modelOn(world.db, today())));
  const below = (id: number) => rowsBelow(open, tree.byId.get(id)!);
  return { open, ready, of: below(ward), first: below(first).length, second: below(second).length };
}

test('a large branch reads once, and anew after a write while an older model is still asked', async () => {
  await nominate(2);
  const model = await modelOn(world.db, today());
  const [small, large] = [await lookFrom(3, model), await lookFrom(400, model)];
  expect([large.ready, large.first, large.second]).toEqual([true, 2, 0]);
  expect(large.of).toEqual(small.of);
  expect(large.of.every(({ bound }) => bound !== null)).toBe(true);
  expect((await lookFrom(400, model)).open).toBe(large.open);
  await nominate(1);
  expect((await lookFrom(400, model)).first).toBe(3);
});

test('what is not ready is held only until the rest was made', async () => {
  await nominate(26);
  const early = await lookFrom(400);
  expect([early.ready, early.first]).toEqual([false, 29]);
  await vi.waitFor(async () => expect((await lookFrom(400)).ready).toBe(true), { timeout: 20_000 });
  const { of, open } = await lookFrom(400);
  expect(of.every(({ bound }) => bound !== null)).toBe(true);
  expect((await lookFrom(400)).open).toBe(open);
});
