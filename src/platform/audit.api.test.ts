// The access log: a line stands before its answer is given, the lines of many are written together, and one that the
// database refuses takes none of the others along.
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { type Client, startWorld, type World } from '../../test/app.ts';
import { accessesOf, logAccess } from './audit.ts';
import type { Actor } from './http.ts';
import { newId } from './ids.ts';

let world: World;
let cell: number;
let officer: Client;
let people: string[];

beforeAll(async () => {
  world = await startWorld({ today: '2025-10-01', profile: 'A' });
  const ward = await world.unit({ name: 'Đảng bộ phường Nhật Ký', kind: 'upper_base' });
  cell = await world.unit({ name: 'Chi bộ 1', parent: ward });
  officer = await world.as('base_officer', ward);
  people = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      world.person({ name: `Trần Văn ${at}`, unit: cell, kind: 'official' }),
    ),
  );
});

const actor = (): Actor => ({ accountId: officer.accountId, officeId: officer.officeId }) as unknown as Actor;
const opened = (subjectId: string, purpose?: string) =>
  logAccess(world.db, actor(), {
    action: 'open',
    subject: 'person',
    subjectId,
    ...(purpose ? { purpose } : {}),
  });
const linesOf = async (subjectId: string) =>
  (
    await sql<{ purpose: string | null; detail: unknown; account_id: string }>`
      select purpose, detail, account_id from access_log where subject_id = ${subjectId} order by id`.execute(
      world.db,
    )
  ).rows;

test('whoever reads a file is in its log when the answer comes, each reader once', async () => {
  const answers = await Promise.all(people.map((id) => officer.get(`/api/people/${id}`)));
  expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200));
  for (const id of people) expect(await accessesOf(world.db, 'person', id)).toHaveLength(1);
});

test('no answer without its line: it waits until the line is written', async () => {
  let release = () => undefined as void;
  let locked = () => undefined as void;
  const isLocked = new Promise<void>((resolve) => (locked = () => resolve()));
  const lock = world.db.transaction().execute(async (tx) => {
    await sql`lock table access_log in access exclusive mode`.execute(tx);
    locked();
    await new Promise<void>((resolve) => (release = () => resolve()));
  });
  await isLocked;
  let answered = false;
  const list = officer.get('/api/people').then((answer) => {
    answered = true;
    return answer;
  });
  // The line waits in the database: what the list itself reads has long been there.
  for (let waiting = false; !waiting; )
    waiting = (
      await sql<{ waiting: boolean }>`
        select exists (select from pg_locks where relation = 'access_log'::regclass and not granted) as waiting`.execute(
        world.db,
      )
    ).rows[0]?.waiting as boolean;
  await officer.get('/api/session');
  expect(answered).toBe(false);
  release();
  await lock;
  expect((await list).status).toBe(200);
});

test('a line that the database refuses fails alone; those written with it stand once each', async () => {
  const subjects = Array.from({ length: 5 }, newId);
  const [first, second, third, fourth, fifth] = subjects as [string, string, string, string, string];
  const done = await Promise.allSettled([
    opened(first),
    opened(second, 'a\u0000b'),
    opened(third, 'việc “này”'),
    // Those that come while others are being written go with the next.
    new Promise(setImmediate).then(() => opened(fourth)),
    new Promise(setImmediate).then(() => opened(fifth, '\u0000')),
  ]);
  expect(done.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'rejected',
  ]);
  expect(await Promise.all(subjects.map(async (id) => (await linesOf(id)).length))).toEqual([1, 0, 1, 1, 0]);
  expect((await linesOf(third))[0]).toMatchObject({ purpose: 'việc “này”', detail: null });
});

test('a database that refuses refuses the answer; when it takes lines again, nothing is in the way', async () => {
  await sql`alter table access_log add constraint closed check (account_id is null) not valid`.execute(
    world.db,
  );
  const refused = await Promise.all([officer.get('/api/people'), officer.get(`/api/people/${people[0]}`)]);
  expect(refused.map(({ status }) => status)).toEqual([500, 500]);
  expect(refused.map(({ text }) => text.includes('Trần Văn'))).toEqual([false, false]);
  await sql`alter table access_log drop constraint closed`.execute(world.db);
  const before = (await linesOf(people[0] as string)).length;
  expect((await officer.get(`/api/people/${people[0]}`)).status).toBe(200);
  expect(await linesOf(people[0] as string)).toHaveLength(before + 1);
});

test('many at once: every line stands, in the name of who read', async () => {
  const subjects = Array.from({ length: 300 }, newId);
  await Promise.all(
    subjects.map(async (id, at) => {
      for (let wait = 0; wait < at % 4; wait += 1) await new Promise(setImmediate);
      await opened(id);
    }),
  );
  const { rows } = await sql<{ lines: number; readers: number; subjects: number }>`
    select count(*)::int as lines, count(distinct account_id)::int as readers,
           count(distinct subject_id)::int as subjects
    from access_log where subject_id = any(${subjects})`.execute(world.db);
  expect(rows).toEqual([{ lines: 300, readers: 1, subjects: 300 }]);
});

test('in a transaction the line belongs to it', async () => {
  const subject = newId();
  const gone = world.db.transaction().execute(async (tx) => {
    await logAccess(tx, actor(), { action: 'export', subject: 'person', subjectId: subject });
    throw new Error('taken back');
  });
  await expect(gone).rejects.toThrow('taken back');
  expect(await linesOf(subject)).toEqual([]);
});
