// Starts that program as root or as an ordinary user, reads what it tells, and leaves nothing running.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { folderPaths } from '../../src/host/datafolder.ts';
import { describeCluster } from '../../src/host/postgres-cluster.ts';
import { findPostmaster, stopPostmaster } from '../../src/host/postgres-process.ts';

export interface Fact {
  ready?: number;
  pid?: number;
  postmaster?: number;
  key?: string;
  wrote?: number;
  loss?: string | null;
}

export interface Started {
  child: ChildProcess;
  facts: Fact[];
  errors(): string;
  /** Until it told such a fact, or ended. */
  until(what: (fact: Fact) => boolean): Promise<Fact | null>;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string | null>;
}

export interface Account {
  uid: number;
  gid: number;
}

/** An ordinary account without rights here: nobody. */
export const ordinary: Account = { uid: 65534, gid: 65534 };
export const asRoot = process.getuid?.() === 0;

const running: ChildProcess[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    }
  }
  for (const folder of folders.splice(0)) {
    await stopDatabase(join(folder, 'data'));
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A place for a data folder that the account may use. */
export function makePlace(account?: Account): string {
  const folder = mkdtempSync(join(tmpdir(), 'nguon-fault-'));
  folders.push(folder);
  chmodSync(folder, 0o755);
  if (account) chownSync(folder, account.uid, account.gid);
  return join(folder, 'data');
}

/** What a killed program left running. */
export async function stopDatabase(folder: string): Promise<void> {
  const paths = folderPaths(folder);
  const cluster = describeCluster(paths);
  const postmaster = cluster && findPostmaster(cluster);
  if (cluster && postmaster) await stopPostmaster(cluster, postmaster);
}

export function start(
  folder: string,
  mode: 'write' | 'idle',
  options: { account?: Account | undefined; env?: Record<string, string> } = {},
): Started {
  const program = join(import.meta.dirname, 'program.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, folder, mode], {
    ...options.account,
    env: { PATH: process.env.PATH, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const facts: Fact[] = [];
  const listeners = new Set<() => void>();
  const state = { errors: '', rest: '' };
  child.stderr?.on('data', (piece) => {
    state.errors += piece;
  });
  child.stdout?.on('data', (piece) => {
    const lines = `${state.rest}${piece}`.split('\n');
    state.rest = lines.pop() ?? '';
    facts.push(...lines.map((line) => JSON.parse(line) as Fact));
    for (const listener of listeners) listener();
  });
  const ended = new Promise<number | string | null>((resolve) => {
    child.once('close', (code, signal) => {
      resolve(code ?? signal);
      for (const listener of listeners) listener();
    });
  });
  const until = (what: (fact: Fact) => boolean) =>
    new Promise<Fact | null>((resolve) => {
      let seen = 0;
      const look = () => {
        const fact = facts.slice(seen).find(what);
        seen = facts.length;
        if (!fact && child.exitCode === null && child.signalCode === null) return;
        listeners.delete(look);
        resolve(fact ?? null);
      };
      listeners.add(look);
      look();
    });
  return { child, facts, ended, until, errors: () => state.errors };
}
