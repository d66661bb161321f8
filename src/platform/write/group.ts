// Writes that come while others are under way share a transaction with those that wait beside them (group commit): what each costs
// the database – ways there and back, a commit on the disk – is paid once for all. One alone goes at once, and by itself.
import { sql } from 'kysely';
import { type Db, together, type Tx } from '../db.ts';
import { idOf } from '../entry.ts';
import { type Done, isWritten, type Once, type Work, write, writtenSql } from './once.ts';
import { type Asked, Company, ownOf, type RowsOfMany } from './step.ts';
import { behindGate, hasPassed, within } from './transaction.ts';
import { aloneSql } from './turns.ts';
import { hasBegun } from './unanswered.ts';

/** So many share a transaction, and so many transactions are under way at once. */
const most = 16;
const atOnce = 3;
/** Whoever would hold up the others for longer goes alone. */
const patienceMs = 250;

interface Writing {
  once: Once;
  work: Work<unknown, Asked>;
  asked: Asked;
  resolve: (done: Done<unknown>) => void;
  reject: (error: unknown) => void;
}

interface Line {
  waiting: Writing[];
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
 * A short write to a stream that is known beforehand; the same promises as `write`. If anything stops one of a group nothing of
 * the group stands, and each is done by itself, so that it alone is told what is its own.
 */
export function writeInGroup<T, S extends Asked = []>(
  db: Db,
  once: Once,
  work: Work<T, S>,
  ...asked: S
): Promise<Done<T>> {
  const line = lineOf(db);
  return new Promise((resolve, reject) => {
    line.waiting.push({ once, work, asked, resolve, reject } as Writing);
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
async function enter(db: Db, line: Line, group: readonly Writing[]): Promise<void> {
  line.groups += 1;
  const written = run(db, group);
  await soon(written);
  line.groups -= 1;
  next(db, line);
  await written;
  for (const { once } of group) line.streams.delete(once.stream);
  next(db, line);
}

async function soon(written: Promise<void>): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  await Promise.race([written, new Promise((resolve) => (late = setTimeout(resolve, patienceMs)))]);
  clearTimeout(late);
}

function takeFrom(line: Line): Writing[] {
  const group: Writing[] = [];
  line.waiting = line.waiting.filter((one) => {
    if (group.length >= most || line.streams.has(one.once.stream)) return true;
    line.streams.add(one.once.stream);
    group.push(one);
    return false;
  });
  return group;
}

async function run(db: Db, group: readonly Writing[]): Promise<void> {
  const done = group.length > 1 ? await shared(db, group).catch(() => null) : null;
  if (done) group.forEach((one, at) => one.resolve(done[at] as Done<unknown>));
  else await Promise.all(group.map((one) => byItself(db, one).then(one.resolve, one.reject)));
}

const byItself = (db: Db, { once, work, asked }: Writing) => write(db, once, work, ...asked);

const shared = (db: Db, group: readonly Writing[]): Promise<Done<unknown>[]> =>
  within(db, async (tx) => {
    const read = await begin(tx, group);
    const company = new Company(tx, group.length);
    const ended = await Promise.allSettled(group.map((one) => company.go(() => read(one))));
    return ended.map((one) => {
      if (one.status === 'rejected') throw one.reason;
      return one.value;
    });
  });

/** All wait for their turns, in an order in which no two groups wait for each other; and read what they asked for. */
async function begin(tx: Tx, group: readonly Writing[]): Promise<(one: Writing) => Promise<Done<unknown>>> {
  const asked = [...new Set(group.flatMap((one) => one.asked))];
  const [, before, ...rows] = await together(
    tx,
    turnsSql(group.map(({ once }) => once.stream).toSorted()),
    writtenSql(group.map(({ once }) => once.clientId)),
    ...asked.map((one) => one.sql(group.filter((other) => other.asked.includes(one)).map(ownId))),
  );
  await hasBegun(tx);
  hasPassed(tx);
  const written = new Map(before.map((row) => [row.id, row]));
  const found = new Map(asked.map((one, at) => [one, rows[at] ?? []]));
  return async (one) => {
    if (isWritten(one.once, written.get(one.once.clientId))) return { repeated: true };
    const own = one.asked.map((each) => found.get(each) ?? []);
    const result = await one.work(tx, ...(ownOf(one.asked, own, ownId(one)) as RowsOfMany<Asked>));
    return { repeated: false, result };
  };
}

const ownId = ({ once }: Writing): string => idOf(once.stream);

const turnsSql = (names: readonly string[]) => sql`
  select set_config('lock_timeout', ${`${patienceMs}ms`}, true), ${behindGate}, ${aloneSql(sql<string>`name`)}
  from unnest(${[...names]}::text[]) as name`;
