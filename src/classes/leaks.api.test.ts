// Two classes at once never take the same person; and no answer names somebody whom the asking office may not see.
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { startCentre } from '../../test/classes.ts';
import { nominate } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';

const place = await startCentre();
const { ward, centre, committee } = place;
const { world } = ward;

it('two classes that take one person at the same moment: one of them gets the person (S1-36)', async () => {
  for (const name of ['Đinh Thị Đôi', 'Đinh Văn Cặp', 'Đinh Thị Song']) {
    const [dossier] = (await place.candidates(1, name)) as [string];
    const plan = (label: string) => place.plan({ label, days: ['2026-12-06', '2026-12-13'] });
    const views = await Promise.all([plan('Lớp ngày Chủ nhật'), plan('Lớp buổi tối')]);
    const letter = { number: '12-CV/ĐU', on: '2026-09-20' };
    const answers = await Promise.all(
      views.map(({ id }) =>
        committee.post(`/api/classes/${id}/send`, { clientId: newId(), dossiers: [dossier], letter }),
      ),
    );
    expect(answers.map(({ body }) => body.done).toSorted()).toEqual([0, 1]);
  }
});

it('a cell learns no name of another cell from a class, nor a centre of who was only proposed (S3-12)', async () => {
  const [own] = (await place.candidates(1, 'Đinh Văn Kín')) as [string];
  const { id } = await place.plan();
  await place.propose(id, [own]);
  const foreign = await place.otherSecretary.post(`/api/classes/${id}/propose`, {
    clientId: newId(),
    dossiers: [own],
  });
  expect(foreign.body).toMatchObject({ done: 0, left: [{ dossierId: own, fullName: '' }] });
  const enrolled = await centre.post(`/api/classes/${id}/enrol`, { clientId: newId(), dossiers: [own] });
  expect(enrolled.body).toMatchObject({ done: 0, left: [{ dossierId: own, fullName: '' }] });
  const stranger = await nominate(ward, 'Đinh Thị Lạ', { sure: true });
  const certified = await centre.post(`/api/classes/${id}/certificates`, {
    clientId: newId(),
    on: '2026-11-20',
    items: [
      { dossierId: own, number: '901/GCN' },
      { dossierId: stranger, number: '902/GCN' },
    ],
  });
  expect(certified.status).toBe(409);
  expect(certified.text).not.toMatch(/Đinh Văn Kín|Đinh Thị Lạ/);
});

it('one person twice on a list of certificates is refused, not a fault of the server', async () => {
  const [own] = (await place.candidates(1, 'Đinh Thị Hai')) as [string];
  const { id } = await place.plan();
  await place.send(id, [own]);
  await place.enrol(id, [own]);
  await place.attend(id, [own]);
  const items = ['911/GCN', '912/GCN'].map((number) => ({ dossierId: own, number }));
  const answer = await centre.post(`/api/classes/${id}/certificates`, {
    clientId: newId(),
    on: '2026-11-20',
    items,
  });
  expect([answer.status, answer.body.error.code]).toEqual([400, 'classes.person_twice']);
  const rows =
    await sql`select certificate_number as number from class_person where class_id = ${id}::uuid`.execute(
      world.db,
    );
  expect(rows.rows).toEqual([{ number: null }]);
});
