// A generated set goes into a fresh installation: the tree first, then commune by commune whoever lived there and what was done,
// through the ledger, the vault and the folds of the rooms. Memory holds a few communes at a time.
import { setUp, type SetUpResult } from '../../../src/org/setup.store.ts';
import { pinToday } from '../../../src/platform/clock.ts';
import type { Day } from '../../../src/platform/day.ts';
import type { Db, Tx } from '../../../src/platform/db.ts';
import type { NewEntry } from '../../../src/platform/entry.ts';
import { append, appendTexts, type Recorder } from '../../../src/platform/ledger.ts';
import { transact } from '../../../src/platform/write/transaction.ts';
import { hashPassword, slipPassword } from '../../../src/platform/session.ts';
import { put } from '../../../src/platform/vault.ts';
import type { Line, UnitActLine, UnitLine } from '../line.ts';
import { type Tree, treeOf } from './around.ts';
import { officeEntries } from './commune.ts';
import { newNames, type Names } from './ids.ts';
import { type Planted, portionsOf, type Ready, ready } from './portions.ts';
import { writeReaders } from './readers.ts';
import { type Found, portionsAside } from './thread.ts';
import { unitEntries } from './units.ts';

/** What is loaded: the tree whole, the rest in portions that hold everything about whom they tell of. */
export interface SetSource {
  /** names the set: ids hang on it */
  label: string;
  begins: Day;
  today: Day;
  /** code of the province of the installation */
  province: string;
  units: readonly UnitLine[];
  acts: readonly UnitActLine[];
  portions: () => Iterable<readonly Line[]> | AsyncIterable<readonly Line[]>;
  /** where another thread can find it: then it is made there while it is written here */
  found?: Found;
  provinceOf?: (unit: number) => string;
}

export interface Loaded {
  setUp: SetUpResult;
  names: Names;
  units: number;
  people: number;
  dossiers: number;
  entries: number;
  /** what rooms did not allow, by reason */
  left: Map<string, number>;
}

interface Loading {
  by: Recorder;
  names: Names;
  today: Day;
  portions: AsyncIterable<Ready>;
  /** of a password that nobody knows */
  hash: string;
  sum: Loaded;
}

export async function loadSet(
  db: Db,
  source: SetSource,
  tell: (done: Loaded) => void = () => undefined,
): Promise<Loaded> {
  const loading = await begin(db, source);
  const underWay = new Lanes();
  try {
    let before: string | null = null;
    for await (const portion of loading.portions) {
      // What is above all communes is there before them, and lists of classes come when whoever attended is.
      const kind: string = before === null ? 'above' : portion.people > 0 ? 'people' : 'classes';
      await underWay.room(kind === before ? lanes : 1);
      before = kind;
      tell(loading.sum);
      // Offices get their numbers in the order of the set, whoever is written first.
      const offices = await officeEntries(db, portion.offices, loading.names, loading.today);
      underWay.start(writePortion(db, loading, portion, offices));
    }
    await underWay.room(1);
  } finally {
    await underWay.ended();
  }
  return loading.sum;
}

/** The first hour of the installation: the unit at the top, the administrator, the training profile. */
export async function startSet(db: Db, source: SetSource) {
  pinToday(source.begins);
  const names = newNames(source.label);
  const top = source.units.find(({ parentId }) => parentId === null);
  if (!top) throw new Error('the set has no top');
  const done = await setUp(db, {
    committee: { name: top.name, kind: top.kind, provinceId: source.province, foundedOn: top.foundedOn },
    profile: 'C',
    administrator: {
      userName: 'quan-tri',
      password: slipPassword(),
      displayName: 'Quản trị hệ thống mô phỏng',
    },
  });
  names.units.set(top.id, done.unitId);
  const by: Recorder = { accountId: done.accountId, officeId: done.officeId, provinceId: source.province };
  return { done, names, by, top: { id: done.unitId, path: `/${done.unitId}/`, line: top.id } };
}

async function begin(db: Db, source: SetSource): Promise<Loading> {
  const { done, names, by } = await startSet(db, source);
  pinToday(source.today);
  const tree = await plantTree(db, source, names, { by, top: done.unitId });
  const planted = { names, tree, officeId: by.officeId };
  return {
    by,
    names,
    today: source.today,
    portions: source.found
      ? portionsAside({ ...planted, found: source.found, by })
      : portionsHere(source, planted, by),
    hash: await hashPassword(slipPassword()),
    sum: { setUp: done, names, units: tree.size, people: 0, dossiers: 0, entries: 0, left: new Map() },
  };
}

async function* portionsHere(source: SetSource, planted: Planted, by: Recorder): AsyncGenerator<Ready> {
  for await (const portion of portionsOf(source, planted)) yield ready(portion, by);
}

const atOnce = 2000;

async function plantTree(
  db: Db,
  source: SetSource,
  names: Names,
  { by, top }: { by: Recorder; top: number },
): Promise<Tree> {
  const provinceOf = source.provinceOf ?? (() => source.province);
  return transact(db, async (tx) => {
    const entries = await unitEntries(tx, source, names, { begins: source.begins, provinceOf });
    const own = [...Map.groupBy(entries, ({ stream }) => stream).values()];
    for (let at = 0; at < own.length; at += atOnce) await append(tx, by, own.slice(at, at + atOnce).flat());
    return treeOf([...(await topEntries(tx, top)), ...entries]);
  });
}

async function topEntries(tx: Tx, top: number): Promise<NewEntry[]> {
  const rows = await tx.selectFrom('ledger').selectAll().where('stream', '=', `unit:${top}`).execute();
  return rows.map((row) => ({
    clientId: row.client_id,
    stream: row.stream,
    kind: row.kind,
    happenedOn: row.happened_on,
    unitId: row.unit_id,
    data: row.data as Record<string, unknown>,
  }));
}

/** Communes know nothing of each other: while the database works on some, rows of another are folded. */
const lanes = 3;

/** Portions that are being written. */
class Lanes {
  readonly #writing = new Set<Promise<void>>();
  #failure: { error: unknown } | null = null;

  start(write: Promise<void>): void {
    const own = write
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#writing.delete(own));
    this.#writing.add(own);
  }

  /** Comes back when fewer than so many are being written. */
  async room(most: number): Promise<void> {
    while (this.#writing.size >= most && !this.#failure) await Promise.race(this.#writing);
    if (this.#failure) throw this.#failure.error;
  }

  /** Nobody writes any more, however it went. */
  async ended(): Promise<void> {
    await Promise.all(this.#writing);
  }
}

async function writePortion(db: Db, loading: Loading, portion: Ready, offices: NewEntry[]): Promise<void> {
  const { today, names, by, sum, hash } = loading;
  const { texts, count, values, accesses } = portion;
  await transact(db, async (tx) => {
    await put(tx, by, values);
    await appendTexts(tx, texts);
    await append(tx, by, offices);
    const reading = { offices: portion.offices, accesses, appointed: offices };
    const opened = await writeReaders(tx, reading, { names, today, hash });
    await append(tx, by, opened);
    sum.entries += count + offices.length + opened.length;
  });
  sum.people += portion.people;
  sum.dossiers += portion.dossiers;
  for (const why of portion.left) sum.left.set(why, (sum.left.get(why) ?? 0) + 1);
}
