// What an act writes: of all rows of a person those that it changes, and no others.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { startWorld } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';

const world = await startWorld();
const decision = { number: '45-QĐ/ĐU', on: '2025-08-20', by: 'Đảng ủy phường Kinh Bắc' };

test('an act writes the rows that it changes, and no others', async () => {
  const ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation' });
  const cell = await world.unit({ name: 'Chi bộ khu phố 1', parent: ward });
  const officer = await world.as('base_officer', ward);
  const id = await world.person({ name: 'Nguyễn Thị Lan', unit: cell, kind: 'official' });
  const act = (body: Record<string, unknown>) =>
    officer.post(`/api/people/${id}/acts`, { clientId: newId(), ...body });
  const written = async () =>
    (
      await sql<{ of: string; at: string }>`
        select 'person' as of, ctid::text || xmin::text as at from person where id = ${id}::uuid
        union all select 'words', string_agg(ctid::text || xmin::text, ' ' order by suffix) from person_word where person_id = ${id}::uuid
        union all select from_on || kind, ctid::text || xmin::text from membership where person_id = ${id}::uuid`.execute(
        world.db,
      )
    ).rows;
  const before = await written();
  await act({ act: 'exempt', happenedOn: '2025-09-01', ground: 'age', decision });
  const after = await written();
  const kept = after.filter(({ of, at }) => before.some((row) => row.of === of && row.at === at));
  expect(kept.map(({ of }) => of)).toEqual(after.slice(1).map(({ of }) => of));
  expect(kept.length).toBeGreaterThan(1);
  // Each word says as what somebody is found.
  await act({ act: 'die', happenedOn: '2025-09-02' });
  expect(
    (await written()).filter(({ of, at }) => kept.some((row) => row.of === of && row.at === at)),
  ).toEqual(kept.filter(({ of }) => of.endsWith('probationary')));
  const words = await world.db
    .selectFrom('person_word')
    .select(['suffix', 'status'])
    .where('person_id', '=', id)
    .orderBy('suffix')
    .execute();
  expect(words).toEqual(['lan', 'nguyen thi lan', 'thi lan'].map((suffix) => ({ suffix, status: 'former' })));
});
