// A server of its own for measuring: started like an office would, on a folder of its own, asked over HTTP on loopback.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pause } from './measure.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** What the bootstrap, which is plain JavaScript, starts and how. */
interface Bootstrap {
  buildServer(root: string, node: string): Promise<string>;
  lean: string[];
}
const bootstrap = pathToFileURL(path.join(root, 'tools', 'bootstrap', 'server.mjs')).href;

export interface Measured {
  url: string;
  folder: string;
  pid: number;
  /** from spawn to the line that says where it runs, in ms */
  readyMs: number;
  stop(): Promise<void>;
}

/** A folder that the unprivileged account of the database can reach. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nguon-bench-'));
  chmodSync(folder, 0o755);
  return path.join(folder, 'data');
}

export async function start(folder: string, options: { demo: boolean; today?: string }): Promise<Measured> {
  // The very way in which the bootstrap starts it, which bundles it where a source of it changed.
  const { buildServer, lean } = (await import(bootstrap)) as Bootstrap;
  const program = await buildServer(root, process.execPath);
  const NODE_COMPILE_CACHE = path.join(root, '.runtime', 'compiled');
  const flags = ['--disable-warning=ExperimentalWarning', ...lean];
  const began = performance.now();
  const child = spawn(process.execPath, [...flags, program, ...(options.demo ? ['--demo'] : [])], {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE,
      NGUON_DATA: folder,
      PORT: '0',
      ...(options.today ? { NGUON_TODAY: options.today } : {}),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await address(child);
  return { url, folder, pid: child.pid ?? 0, readyMs: performance.now() - began, stop: () => end(child) };
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece;
      const match = /https?:\/\/\S+/.exec(said);
      if (match) resolve(match[0]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

export const remove = (folder: string): void =>
  rmSync(path.dirname(folder), { recursive: true, force: true });

/** Proportional memory of a process and everything below it plus the database of the folder, in MB; Linux only. */
export function memory(pid: number, folder: string): number | null {
  if (process.platform !== 'linux') return null;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(pids.map((each) => [each, parentOf(each)]));
  const postmaster =
    readFileSync(path.join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  const wanted = new Set([String(pid), postmaster]);
  for (let grown = -1; grown !== wanted.size; ) {
    grown = wanted.size;
    for (const [child, parent] of parents) if (wanted.has(parent)) wanted.add(child);
  }
  const total = [...wanted].reduce((sum, each) => sum + pss(each), 0);
  return Math.round(total / 1024);
}

/** Highest memory while something runs, above what was there before, in MB; Linux only. */
export async function peakDuring(
  { pid, folder }: Measured,
  work: () => Promise<void>,
): Promise<number | null> {
  const before = memory(pid, folder);
  let peak = before ?? 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, memory(pid, folder) ?? 0);
  }, 200);
  await work().finally(() => clearInterval(watch));
  return before === null ? null : peak - before;
}

/** Hundredths of a second of a core that the process has used; null where nothing tells. */
function used(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

const quietMs = 1500;
const quietShare = 0.1;
const longestMs = 600_000;

/** Until what the server makes ready behind its answers after a start is done; how long that took. */
export async function untilQuiet({ pid }: Measured): Promise<number> {
  const began = performance.now();
  for (let before = used(pid); before !== null && performance.now() - began < longestMs; ) {
    await pause(quietMs);
    const now = used(pid) ?? 0;
    if ((now - before) * 10 < quietMs * quietShare) break;
    before = now;
  }
  return performance.now() - began;
}

function parentOf(pid: string): string {
  try {
    return /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

function pss(pid: string): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

export interface Asked {
  get(url: string): Promise<unknown>;
  send(method: 'POST' | 'PUT', url: string, body: object | FormData): Promise<unknown>;
}
export interface Account {
  userName: string;
  password: string;
  label: string;
}

export async function trainingAccounts(url: string): Promise<Account[]> {
  const session = (await (await fetch(`${url}/api/session`)).json()) as { trainingAccounts?: Account[] };
  return session.trainingAccounts ?? [];
}

/** A signed-in officer: as who asks now and then, and as the headers of whoever asks often. */
export async function signIn(
  url: string,
  { userName, password }: Account,
): Promise<{ headers: Record<string, string>; asked: Asked }> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-nguon': '1' },
    body: JSON.stringify({ userName, password }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { cookie, 'x-nguon': '1' };
  const call = async (method: string, path: string, body?: object | FormData) => {
    const form = body instanceof FormData;
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...headers, ...(body && !form ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
    return response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
  };
  return { headers, asked: { get: (path) => call('GET', path), send: call } };
}
