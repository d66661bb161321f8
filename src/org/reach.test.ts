// Reach as a predicate (`within`) and as SQL agree for every kind of reach on random trees: a record is found by
// the list exactly when the record itself may be opened.
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../test/app.ts';
import { accessTable, type Place, type Reach, reach, within } from './access.ts';
import { reachSql } from './access.store.ts';
import { noActor } from '../platform/http.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

/** Ids of the records that the SQL condition lets through. */
async function listed(reach: Reach, places: Place[]): Promise<number[]> {
  const rows = JSON.stringify(places.map((place, id) => ({ id, ...place })));
  const condition = reachSql(reach, {
    path: sql<string>`r.path`,
    proposerUnitId: sql<number>`r."proposerUnitId"`,
    classUnitId: sql<number>`r."classUnitId"`,
    personId: sql<string>`r."personId"`,
    helperId: sql<string>`r."helperId"`,
    proposerPersonId: sql<string>`r."proposerPersonId"`,
    addressedPath: sql<string>`r."addressedPath"`,
  });
  const result = await sql<{ id: number }>`
    select id from jsonb_to_recordset(${rows}::jsonb) as r(id int, path text, "proposerUnitId" int, "classUnitId" int,
      "personId" uuid, "helperId" uuid, "proposerPersonId" uuid, "addressedPath" text) where ${condition} order by id`.execute(
    world.db,
  );
  return result.rows.map((row) => row.id);
}

const unitId = fc.integer({ min: 1, max: 30 });
const path = fc.array(unitId, { minLength: 1, maxLength: 5 }).map((ids) => `/${ids.join('/')}/`);
const personId = fc.constantFrom(
  '00000000-0000-7000-8000-000000000001',
  '00000000-0000-7000-8000-000000000002',
);
const place: fc.Arbitrary<Place> = fc.record({
  path,
  proposerUnitId: fc.option(unitId),
  classUnitId: fc.option(unitId),
  personId: fc.option(personId),
  helperId: fc.option(personId),
  proposerPersonId: fc.option(personId),
  addressedPath: fc.option(path),
});

test('every office × action: the list holds exactly the records that may be opened (S1-17, S2-10)', async () => {
  const pairs = Object.entries(accessTable()).flatMap(([office, may]) =>
    Object.keys(may).map((action) => ({ office, action })),
  );
  expect(pairs.length).toBeGreaterThan(50);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...pairs),
      fc.array(place, { minLength: 1, maxLength: 40 }),
      fc.record({ unitId, unitPath: path, named: fc.array(path, { maxLength: 4 }), personId }),
      async ({ office, action }, places, standing) => {
        const far = reach({ ...noActor, ...standing, office }, action);
        const opened = places.flatMap((item, id) => (within(far, item) ? [id] : []));
        expect(await listed(far, places)).toEqual(opened);
      },
    ),
    { numRuns: 300 },
  );
});

test('a path reaches its own branch and no namesake of it', async () => {
  const far: Reach = { kind: 'paths', paths: ['/1/14/'] };
  const places = ['/1/14/', '/1/14/203/', '/1/140/', '/1/', '/2/1/14/'].map((item) => ({ path: item }));
  expect(await listed(far, places)).toEqual([0, 1]);
  expect(places.filter((item) => within(far, item))).toHaveLength(2);
});

test('an office that names nothing, or no office, reaches nothing', async () => {
  const actor = { ...noActor, office: 'committee_member', unitId: 1, unitPath: '/1/', named: [] };
  expect(reach(actor, 'person.read')).toEqual({ kind: 'nothing' });
  expect(reach({ ...actor, office: null }, 'unit.read')).toEqual({ kind: 'nothing' });
  expect(await listed({ kind: 'nothing' }, [{ path: '/1/' }])).toEqual([]);
});

test('every list of units holds exactly the units whose pages open', async () => {
  const ids: number[] = [];
  const top = await world.unit({ name: 'Đảng bộ phường', kind: 'base_organisation' });
  const part = await world.unit({ name: 'Đảng bộ bộ phận', kind: 'sub_committee', parent: top });
  ids.push(top, part);
  for (const [index, parent] of [top, top, part, part].entries())
    ids.push(await world.unit({ name: `Chi bộ ${index}`, kind: 'cell', parent }));
  const [, , first, , third] = ids as [number, number, number, number, number, number];
  const readers = [
    await world.as('base_officer', top),
    await world.as('inspection', top),
    await world.as('cell_secretary', first),
    await world.as('committee_member', top, { namedUnits: [part] }),
    await world.as('committee_member', top, { namedUnits: [first, third] }),
    await world.as('committee_member', top),
  ];
  for (const reader of readers) {
    const list = (await reader.get('/api/units')).body.items.map((item: { id: number }) => item.id);
    const pages = await Promise.all(
      ids.map(async (id) => [id, (await reader.get(`/api/units/${id}`)).status]),
    );
    expect(pages.filter(([, status]) => status === 200).map(([id]) => id)).toEqual(
      list.toSorted((a: number, b: number) => a - b),
    );
    expect(pages.every(([, status]) => status === 200 || status === 404)).toBe(true);
  }
});
