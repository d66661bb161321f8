// The kept tree of a large branch: who read the units before they changed, and asks for their lines after, leaves nothing
// behind for the next reader.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { startWorld } from '../../test/app.ts';
import type { Actor } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { getFigure } from '../statistics/figure.ts';
import { treeFor } from './branch.store.ts';
import { yearPeriod } from './period.ts';
import { placeOf } from './place.store.ts';

const world = await startWorld({ today: '2026-11-20' });

test('a reader who began before a unit was renamed does not keep its old name for others', async () => {
  const top = await world.unit({ name: 'Đảng bộ lớn', kind: 'upper_base', parent: null });
  const cell = await world.unit({ name: 'Chi bộ tên cũ', kind: 'cell', type: 'THON', parent: top });
  await sql`insert into unit (id, province_id, parent_id, kind, type, name, name_key, path, depth, version)
            select 100000 + n, '24', ${top}::int, 'cell', 'THON', 'Chi bộ ' || n, 'chi bo ' || n,
                   '/' || ${top}::int || '/' || (100000 + n) || '/', 1, 1 from generate_series(1, 400) n`.execute(
    world.db,
  );
  await sql`insert into unit_place (unit_id, from_on, parent_id, kind, type, name)
            select id, '', parent_id, kind, type, name from unit where id > 100000`.execute(world.db);
  const office = await world.as('base_officer', top);
  const actor = { office: 'base_officer', unitId: top, unitPath: `/${top}/`, named: [] } as unknown as Actor;
  const asked = { period: yearPeriod(2026), on: '2026-11-20', unit: top };
  const before = await placeOf(world.db, actor, asked);
  const renamed = await office.post(`/api/units/${cell}/acts`, {
    clientId: newId(),
    act: 'rename',
    name: 'Chi bộ tên mới',
    happenedOn: '2026-11-19',
    decision: { number: '9-QĐ/ĐU', on: '2026-11-18', by: 'Đảng ủy' },
  });
  expect([renamed.status, renamed.text]).toEqual([200, expect.any(String)]);
  const late = await treeFor(world.db, before, getFigure('admission'));
  expect(late.facts.tree.byId.get(cell)?.name).toBe('Chi bộ tên cũ');
  const { items } = (await office.get(`/api/plans?unit=${top}&period=2026`)).body;
  expect(items).toHaveLength(401);
  expect(items.find(({ unitId }: { unitId: number }) => unitId === cell).name).toBe('Chi bộ tên mới');
});
