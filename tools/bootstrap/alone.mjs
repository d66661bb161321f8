// One bootstrap at a time does a piece of work in this clone; the others wait and find it done.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const limitMs = 15 * 60_000;

/** Runs `work` unless `isDone()` says that it is done, now or after waiting for another process. */
export async function alone(root, name, { isDone, work }) {
  if (isDone()) return;
  const lock = path.join(root, '.runtime', `${name}.lock`);
  mkdirSync(path.dirname(lock), { recursive: true });
  const until = Date.now() + limitMs;
  while (!take(lock)) {
    if (isAbandoned(lock) || Date.now() > until) rmSync(lock, { recursive: true, force: true });
    await sleep(150);
    if (isDone()) return;
  }
  try {
    if (!isDone()) await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(path.join(lock, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(lock) {
  try {
    const pid = Number(readFileSync(path.join(lock, 'pid'), 'utf8'));
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // Killed between making the folder and writing its number: give the writer a moment.
    if (error.code === 'ENOENT')
      return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 5000;
    return error.code === 'ESRCH';
  }
}
