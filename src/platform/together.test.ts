// Statements sent one behind the other, and those that are prepared: an error in the middle, a connection that breaks, a
// database that is busy – what fails is told, nothing of it stands, and whoever comes next is answered.
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { bareDatabase } from '../../test/database.ts';
import { type Db, openDb, together } from './db.ts';

const { db, pool } = await bareDatabase();
await sql`create table thing (id int primary key, word text not null)`.execute(db);
beforeEach(() => sql`truncate thing`.execute(db));

const add = (id: number, word: string | null = 'x') => sql`insert into thing values (${id}, ${word})`;
const ids = async () =>
  (await sql<{ id: number }>`select id from thing order by id`.execute(db)).rows.map(({ id }) => id);
const answers = async () => (await sql<{ one: number }>`select ${1}::int as one`.execute(db)).rows[0]?.one;

describe('together', () => {
  test('gives the rows of each in its place; later ones see what earlier ones wrote', async () => {
    const [, first, , second] = await together(
      db,
      add(1),
      sql<{ id: number }>`select id from thing`,
      add(2),
      sql<{ id: number }>`select id from thing order by id`,
    );
    expect([first, second]).toEqual([[{ id: 1 }], [{ id: 1 }, { id: 2 }]]);
    expect(await together(db)).toEqual([]);
  });

  test('in a transaction an error in the middle takes everything back, before and behind it', async () => {
    const failing = db
      .transaction()
      .execute((tx) => together(tx, add(1), add(2, null), add(3), sql`select * from thing`));
    await expect(failing).rejects.toThrow('null value in column "word"');
    expect(await ids()).toEqual([]);
    // Both connections are as good as before.
    expect(await Promise.all([answers(), answers(), answers()])).toEqual([1, 1, 1]);
    await db.transaction().execute((tx) => together(tx, add(4), add(5)));
    expect(await ids()).toEqual([4, 5]);
  });

  test('outside of one the first error is told, and those behind it are answered all the same', async () => {
    await expect(together(db, add(1), add(1), add(2, null), add(3))).rejects.toThrow('duplicate key');
    expect(await ids()).toEqual([1, 3]);
  });

  test('a statement that takes too long is given up alone; its transaction with it', async () => {
    const slow = db
      .transaction()
      .execute((tx) =>
        together(tx, sql`set local statement_timeout = 50`, add(1), sql`select pg_sleep(20)`, add(2)),
      );
    await expect(slow).rejects.toThrow('statement timeout');
    expect(await ids()).toEqual([]);
    expect(await answers()).toBe(1);
  });

  test('more who ask than connections: all are answered, each on one connection', async () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      db.transaction().execute(async (tx) => {
        const [mine] = await together(
          tx,
          sql<{ pid: number }>`select pg_backend_pid() as pid`,
          add(at),
          sql`select pg_sleep(0.002)`,
        );
        const [again] = await together(tx, sql<{ pid: number }>`select pg_backend_pid() as pid`);
        return mine[0]?.pid === again[0]?.pid;
      }),
    );
    expect(await Promise.all(many)).toEqual(many.map(() => true));
    expect(await ids()).toHaveLength(30);
  });

  test('a connection that breaks in the middle: what was asked of it fails, and nobody else notices', async () => {
    const broken = db
      .transaction()
      .execute((tx) => together(tx, add(1), sql`select pg_terminate_backend(pg_backend_pid())`, add(2)));
    await expect(broken).rejects.toThrow();
    expect(await ids()).toEqual([]);
    expect(await Promise.all([answers(), answers(), answers(), answers()])).toEqual([1, 1, 1, 1]);
  });
});

describe('prepared', () => {
  /** On one connection: what is prepared belongs to it. */
  const onOne = <T>(work: (one: Db) => Promise<T>): Promise<T> =>
    db.connection().execute((one) => work(one as Db));
  const preparedWith = async (one: Db, word: string): Promise<number> => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from pg_prepared_statements where statement like ${`%${word}%`}
        and statement not like '%pg_prepared%'`.execute(one);
    return rows[0]?.count ?? 0;
  };

  test('what is asked again and again is prepared; its answers are those of its values', async () => {
    await onOne(async (one) => {
      await together(one, add(1, 'a'), add(2, 'b'));
      const word = async (id: number) =>
        (await sql<{ word: string }>`select word, 'often' from thing where id = ${id}`.execute(one)).rows[0]
          ?.word;
      for (let at = 0; at < 20; at += 1) expect(await word((at % 3) + 1)).toBe(['a', 'b', undefined][at % 3]);
      expect(await preparedWith(one, `'often'`)).toBe(1);
    });
  });

  test('a prepared one that fails fails alone: the next is answered, also behind it in one breath', async () => {
    await onOne(async (one) => {
      const divide = (by: number) => sql<{ made: number }>`select 12 / ${by}::int as made`;
      for (let at = 0; at < 10; at += 1) await divide(1).execute(one);
      expect(await preparedWith(one, 'select 12 /')).toBe(1);
      await expect(divide(0).execute(one)).rejects.toThrow('division by zero');
      const both = await Promise.allSettled([divide(0).execute(one), divide(3).execute(one)]);
      expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
      expect((await divide(4).execute(one)).rows).toEqual([{ made: 3 }]);
    });
  });

  test('first asked on a new connection behind an error, it is answered there afterwards', async () => {
    const asked = (id: number) => sql<{ id: number }>`select id, 'later' from thing where id = ${id}`;
    for (let at = 0; at < 10; at += 1) await asked(at).execute(db);
    await add(7).execute(db);
    const { db: other, pool: otherPool } = openDb({ ...pool.options, max: 1 });
    try {
      const failing = other.transaction().execute((tx) => together(tx, add(7), asked(7), asked(7)));
      await expect(failing).rejects.toThrow('duplicate key');
      expect((await asked(7).execute(other)).rows.map(({ id }) => id)).toEqual([7]);
    } finally {
      await otherPool.end();
    }
  });

  test('a pattern or a limit decides on the plan: such a statement is planned each time', async () => {
    await onOne(async (one) => {
      for (let at = 0; at < 12; at += 1) {
        await sql`select 'pattern' from thing where word like ${`${at}%`}`.execute(one);
        await sql`select 'pattern' from thing where word ilike ${`${at}%`}`.execute(one);
        await sql`select 'pattern' from thing limit ${at + 1}`.execute(one);
      }
      expect(await preparedWith(one, `'pattern'`)).toBe(0);
    });
  });

  test('what turns out slow time and again is planned with its values from then on', async () => {
    await onOne(async (one) => {
      const wait = (seconds: number) => sql`select 'slow', pg_sleep(${seconds}::float8)`.execute(one);
      for (let at = 0; at < 10; at += 1) await wait(0);
      expect(await preparedWith(one, `'slow'`)).toBe(1);
      const named = async () =>
        (
          await sql<{ uses: number }>`
            select (generic_plans + custom_plans)::int as uses from pg_prepared_statements
            where statement like '%''slow'', pg_sleep%' and statement not like '%pg_prepared%'`.execute(one)
        ).rows[0]?.uses;
      // Three falls, each followed by a quick answer, and it is left alone.
      for (let fall = 0; fall < 3; fall += 1) {
        for (let at = 0; at < 3; at += 1) await wait(0.06);
        await wait(0);
        await wait(0);
      }
      const before = await named();
      for (let at = 0; at < 5; at += 1) await wait(0);
      expect(await named()).toBe(before);
    });
  });
});
