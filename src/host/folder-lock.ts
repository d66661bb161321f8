// One program to a data folder: who holds it, and whether that holder still lives (kill -9 leaves its lock).
// The lock also tells the CLI where the running server answers.
import { hostname, uptime } from 'node:os';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { codeOf, folderPaths, reasonOf } from './datafolder.ts';
import { Halt } from './halt.ts';

export interface Holder {
  pid: number;
  /** What distinguishes this process from a later one with the same number; null where the system cannot tell. */
  process: string | null;
  machine: string;
  since: string;
  /** 'server', 'restore' … */
  purpose: string;
  /** Where the server answers. */
  url: string | null;
}

export interface FolderLock {
  /** Says where the server answers; readable only by the user who runs it. */
  publish(url: string): void;
  release(): void;
}

const heartbeatMs = 10_000;
const silentMs = 60_000;
const heldHere = new Set<string>();

export function lockFolder(root: string, purpose: string): FolderLock {
  const file = folderPaths(root).lock;
  let holder: Holder = {
    pid: process.pid,
    process: processMark(process.pid),
    machine: hostname(),
    since: new Date().toISOString(),
    purpose,
    url: null,
  };
  take(file, root, holder);
  heldHere.add(file);
  // Only a holder on another machine is judged by its pulse: its process cannot be looked at from here.
  const pulse = setInterval(() => touch(file), heartbeatMs).unref();
  return {
    publish(url) {
      holder = { ...holder, url };
      const next = `${file}.${process.pid}`;
      writeFileSync(next, JSON.stringify(holder), { mode: 0o600 });
      renameSync(next, file);
    },
    release() {
      clearInterval(pulse);
      heldHere.delete(file);
      if (readHolder(file)?.since === holder.since) rmSync(file, { force: true });
    },
  };
}

/** The program that runs on this folder now, if any. */
export function findHolder(root: string): Holder | null {
  const file = folderPaths(root).lock;
  const holder = readHolder(file);
  return holder && lives(holder, file) ? holder : null;
}

function take(file: string, root: string, holder: Holder): void {
  const own = `${file}.${process.pid}`;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      // Written aside and linked: nobody ever reads half a lock, and only one link can succeed.
      writeFileSync(own, JSON.stringify(holder), { mode: 0o600 });
      linkOrCreate(own, file);
      return;
    } catch (cause) {
      if (codeOf(cause) !== 'EEXIST') {
        throw new Halt('data.denied', { folder: root, reason: reasonOf(cause) }, cause);
      }
    } finally {
      rmSync(own, { force: true });
    }
    const other = readHolder(file);
    if (other && lives(other, file)) throw locked(root, other);
    setAside(file, other);
  }
  throw new Halt('data.denied', { folder: root, reason: 'nguon.lock' });
}

function linkOrCreate(own: string, file: string): void {
  try {
    linkSync(own, file);
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') throw cause;
    // File systems without hard links (some network shares, FAT).
    writeFileSync(file, readFileSync(own), { mode: 0o600, flag: 'wx' });
  }
}

/** Removes a dead lock; should another starter have replaced it meanwhile, theirs is put back. */
function setAside(file: string, judged: Holder | null): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    const moved = readHolder(aside);
    if (moved && moved.since !== judged?.since) linkOrCreate(aside, file);
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT' && codeOf(cause) !== 'EEXIST') throw cause;
  } finally {
    rmSync(aside, { force: true });
  }
}

function locked(root: string, other: Holder): Halt {
  const { pid, machine, since, purpose } = other;
  return new Halt('data.locked', { folder: root, holder: purpose, pid: String(pid), machine, since });
}

function readHolder(file: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return typeof holder.pid === 'number' ? holder : null;
  } catch {
    return null;
  }
}

function lives(holder: Holder, file: string): boolean {
  if (holder.machine !== hostname()) return Date.now() - changedAt(file) < silentMs;
  if (holder.pid === process.pid) return heldHere.has(file);
  if (!isAlive(holder.pid)) return false;
  const mark = processMark(holder.pid);
  if (holder.process && mark) return holder.process === mark;
  // Without /proc: a lock older than this boot is dead, whoever has its number now.
  return Date.parse(holder.since) > Date.now() - uptime() * 1000;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}

/** Boot and start tick of a process on Linux; a zombie counts as gone. */
function processMark(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? `${boot}:zombie` : `${boot}:${fields[19]}`;
  } catch {
    return null;
  }
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The folder may be gone for a moment (network share); the next beat tries again.
  }
}
