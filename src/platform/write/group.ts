// Writes that come while others are under way share a transaction with those that wait beside them (group commit): what each costs
// the database – ways there and back, a commit on the disk – is paid once for all. One alone goes at once, and by itself.
import { sql } from 'kysely';
import type { Db } from '../db.ts';
import { Failure, isDeadlock, isLockTimeout } from '../errors.ts';
import { begin, type Done, type Once, uniqueViolation, type Work, write, type Writing } from './once.ts';
import { type Asked, Company, Crossing } from './step.ts';
import { behindGate, inTransaction } from './transaction.ts';
import { aloneSql } from './turns.ts';

/** So many share a transaction, and so many transactions are under way at once. */
export const mostInGroup = 16;
const atOnce = 3;
/** Whoever would hold up the others for longer goes by himself. */
const patienceMs = 250;

interface Waiting extends Writing {
  resolve: (done: Done<unknown>) => void;
  reject: (error: unknown) => void;
}

interface Line {
  waiting: Waiting[];
  groups: number;
  /** streams that are being written to: of two writers to one the second goes in a later group */
  streams: Set<string>;
}

const lines = new WeakMap<Db, Line>();
function lineOf(db: Db): Line {
  const line = lines.get(db) ?? { waiting: [], groups: 0, streams: new Set() };
  lines.set(db, line);
  return line;
}

/**
 * A short write to a stream that is known beforehand; the same promises as `write`. It touches nothing that another such write
 * decides on but through streams and turns. If anything stops one of a group nothing of the group stands; whoever was refused, or
 * each, is done by itself, so that it alone is told what is its own.
 */
export function writeInGroup<T, S extends Asked = []>(
  db: Db,
  once: Once,
  work: Work<T, S>,
  ...asked: S
): Promise<Done<T>> {
  const line = lineOf(db);
  return new Promise((resolve, reject) => {
    line.waiting.push({ once, work, asked, resolve, reject } as unknown as Waiting);
    next(db, line);
  });
}

function next(db: Db, line: Line): void {
  while (line.groups < atOnce) {
    const group = takeFrom(line);
    if (group.length === 0) return;
    void enter(db, line, group);
  }
}

/** A group has its place to its end; one that has to wait for somebody else gives it up to those who come after. */
async function enter(db: Db, line: Line, group: readonly Waiting[]): Promise<void> {
  line.groups += 1;
  const leave = (...ones: readonly Writing[]) => {
    for (const { once } of ones) line.streams.delete(once.stream);
    next(db, line);
  };
  await soon(run(db, group, leave));
  line.groups -= 1;
  next(db, line);
}

async function soon(written: Promise<void>): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  await Promise.race([written, new Promise((resolve) => (late = setTimeout(resolve, patienceMs)))]);
  clearTimeout(late);
}

function takeFrom(line: Line): Waiting[] {
  const group: Waiting[] = [];
  line.waiting = line.waiting.filter((one) => {
    if (group.length >= mostInGroup || line.streams.has(one.once.stream)) return true;
    line.streams.add(one.once.stream);
    group.push(one);
    return false;
  });
  return group;
}

type Leave = (...ones: readonly Writing[]) => void;

async function run(db: Db, group: readonly Waiting[], leave: Leave): Promise<void> {
  const { done, refused } = group.length > 1 ? await share(db, group) : byItself;
  if (done) {
    group.forEach((one, at) => one.resolve(done[at] as Done<unknown>));
    leave(...group);
  } else if (refused) {
    const others = group.filter((one) => one !== refused);
    await Promise.all([run(db, [refused], leave), run(db, others, leave)]);
  } else await Promise.all(group.map((one) => writeOne(db, one).finally(() => leave(one))));
}

const writeOne = (db: Db, { once, work, asked, resolve, reject }: Waiting): Promise<void> =>
  write(db, once, work, ...asked).then(resolve, reject);

interface Shared {
  done: Done<unknown>[] | null;
  /** whom to do by himself before the others share again; null: each of them */
  refused: Waiting | null;
}
const byItself: Shared = { done: null, refused: null };

async function share(db: Db, group: readonly Waiting[]): Promise<Shared> {
  const stopped: { one: Waiting; error: unknown }[] = [];
  try {
    const done = await inTransaction(db, async (tx) => {
      const goOn = await begin(tx, group, turnsSql(group));
      const company = new Company(
        tx,
        group.map(({ once }) => once.stream),
      );
      const go = (one: Waiting) =>
        goOn(one).catch((error: unknown) => {
          stopped.push({ one, error });
          throw error;
        });
      return allEnded(group.map((one) => company.go(() => go(one))));
    });
    return { done, refused: null };
  } catch (last) {
    const { one, error } = stopped[0] ?? { one: null, error: last };
    if (!isUsual(error)) tell(error);
    return { done: null, refused: error instanceof Failure ? one : null };
  }
}

/** Nobody sends anything behind the end of the transaction. */
async function allEnded<T>(works: readonly Promise<T>[]): Promise<T[]> {
  return (await Promise.allSettled(works)).map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

/** All wait for their turns, in an order in which no two groups wait for each other, and only so long. */
function turnsSql(group: readonly Writing[]) {
  const names = group.map(({ once }) => once.stream).toSorted();
  return sql`
    select set_config('lock_timeout', ${`${patienceMs}ms`}, true), ${behindGate}, ${aloneSql(sql<string>`name`)}
    from unnest(${names}::text[]) as name`;
}

/** A lock not had in time, a deadlock, a row that somebody else was first to write. */
const isUsual = (error: unknown): boolean =>
  error instanceof Failure ||
  error instanceof Crossing ||
  isLockTimeout(error) ||
  isDeadlock(error) ||
  uniqueViolation(error) !== null;

/** Each is done by itself, and that may well go: then nobody else would learn of it. */
const tell = (cause: unknown): void =>
  console.error(JSON.stringify({ time: Date.now(), what: 'writes in a group', outcome: String(cause) }));
