// What follows a change of the law: it is put into force before the writer is answered, and the stored lines of all
// cases are made again behind the answers. Which law they were made by stands in the database, so that a restart in
// the middle, or a release with other rules, leaves no old line behind.
import { readSetting, writeSetting } from '../org/profile.store.ts';
import type { Db } from '../platform/db.ts';
import { recompute } from '../worklist/recompute.store.ts';
import { enforce, faultOfLaw, type InForce, lawInForce } from './enforce.store.ts';
import type { RecomputeView } from './view.ts';

/** Fingerprint of the law by which the stored lines were made. */
const madeBy = 'due_law';
const againMs = 30_000;

type State = Omit<RecomputeView, 'fault'>;
const idle: State = { state: 'idle', done: 0, total: 0, startedAt: null, finishedAt: null };
let state: State = idle;
let running: Promise<void> | null = null;
let retry: NodeJS.Timeout | null = null;
let stopped = false;
let doneFor: InForce | null = null;

export const recomputing = (): RecomputeView => ({ ...state, fault: faultOfLaw() });

/** After every write of the law, and after units moved: the newest is in force when this is done. */
export async function changed(db: Db): Promise<void> {
  const before = lawInForce();
  await enforce(db);
  if (lawInForce() !== before) renewLines(db);
}

/** At start: the law as the ledger has it, before anybody is answered; lines of another law are made again behind. */
export async function beginWithLaw(db: Db): Promise<void> {
  stopped = false;
  state = idle;
  await enforce(db);
  if ((await readSetting<string>(db, madeBy)) !== lawInForce().fingerprint) renewLines(db);
}

/** Starts making the lines again; a round that is under way ends early and begins anew by the newest law. */
export function renewLines(db: Db): void {
  if (retry) clearTimeout(retry);
  retry = null;
  running ??= rounds(db).then(() => {
    running = null;
    if (!stopped && state.state === 'done' && lawInForce() !== doneFor) renewLines(db);
  });
}

/** Answers when nothing is being made again; for tests and for a graceful end. */
export const linesRenewed = async (): Promise<void> => running ?? undefined;

export async function stopRenewing(): Promise<void> {
  stopped = true;
  if (retry) clearTimeout(retry);
  retry = null;
  await running;
}

class Outdated extends Error {}

async function rounds(db: Db): Promise<void> {
  if (stopped || (await round(db))) return;
  await rounds(db);
}

/** True when nothing is left to do: done, or to be tried again later. */
async function round(db: Db): Promise<boolean> {
  const law = lawInForce();
  const startedAt = new Date().toISOString();
  state = { ...idle, state: 'running', startedAt };
  try {
    await recompute(db, law.regulations, (done, total) => {
      if (stopped || lawInForce() !== law) throw new Outdated();
      state = { ...state, done, total };
    });
    await writeSetting(db, madeBy, law.fingerprint);
    if (lawInForce() !== law) return false;
    doneFor = law;
    state = { ...state, state: 'done', finishedAt: new Date().toISOString() };
    return true;
  } catch (cause) {
    if (cause instanceof Outdated) return false;
    fail(db, cause);
    return true;
  }
}

/** The database may be away for a moment: what is not done is asked for again. */
function fail(db: Db, cause: unknown): void {
  state = { ...state, state: 'failed', finishedAt: new Date().toISOString() };
  console.error(JSON.stringify({ time: Date.now(), what: 'recompute', outcome: String(cause) }));
  if (!stopped) retry = setTimeout(() => renewLines(db), againMs).unref();
}
