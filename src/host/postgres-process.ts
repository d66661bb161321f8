// The running PostgreSQL of a cluster: found again after a kill -9 of ours, started, watched, stopped.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { codeOf } from './datafolder.ts';
import { isAlive } from './folder-lock.ts';
import { Halt } from './halt.ts';
import { type Cluster, cleanEnvironment, lastLines, owner } from './postgres-cluster.ts';

export interface Postmaster {
  pid: number;
  port: number;
}

/** Small machine, safe disk. Nothing a person typed may reach the log: no statements, parameters or details. */
const settings: Record<string, string> = {
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '1GB',
  max_connections: '40',
  max_wal_size: '512MB',
  min_wal_size: '64MB',
  max_parallel_workers_per_gather: '1',
  max_worker_processes: '4',
  autovacuum_max_workers: '2',
  io_method: 'sync',
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'Asia/Ho_Chi_Minh',
  log_timezone: 'Asia/Ho_Chi_Minh',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
};

const startLimitMs = 5 * 60_000;
const stopLimitMs = 60_000;

export function connectionTo(cluster: Cluster, port: number, database: string): pg.ClientConfig {
  const common = { user: owner, database, port, application_name: 'nguon' };
  if (cluster.socketFolder) return { ...common, host: cluster.socketFolder };
  return { ...common, host: '127.0.0.1', password: readFileSync(cluster.passwordFile ?? '', 'utf8') };
}

/** Attaches to the one that runs, or starts one, and returns when it answers. */
export async function runPostmaster(
  cluster: Cluster,
  extra: Record<string, string> = {},
): Promise<Postmaster> {
  const until = Date.now() + startLimitMs;
  for (let started = false; Date.now() < until; await sleep(started ? 15 : 60)) {
    const running = findPostmaster(cluster);
    if (!running) {
      clearDeadPid(cluster);
      await launch(cluster, extra);
      started = true;
    } else if (await answers(cluster, running)) {
      if (started || isOurVersion(cluster)) return running;
      await stopPostmaster(cluster, running);
    }
  }
  throw new Halt('postgres.start', { log: cluster.log, reason: logTail(cluster) });
}

/** The postmaster that holds this cluster now, even one that is still recovering or already stopping. */
export function findPostmaster(cluster: Cluster): Postmaster | null {
  const lines = readText(join(cluster.data, 'postmaster.pid'))?.split('\n') ?? [];
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0) || !isAlive(pid)) return null;
  const command = readText(`/proc/${pid}/cmdline`);
  // The number may by now belong to another process. Where there is no /proc, trust it and ask by connecting.
  if (process.platform === 'linux' && !command?.includes(cluster.data)) return null;
  return { pid, port };
}

export async function stopPostmaster(cluster: Cluster, { pid }: Postmaster): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(cluster.binaries.pgCtl, ['stop', '-D', cluster.data, '-m', 'fast', '-w'], {
      windowsHide: true,
    });
    return;
  }
  const gone = async (limit: number) => {
    const until = Date.now() + limit;
    while (findPostmaster(cluster)?.pid === pid && Date.now() < until) await sleep(15);
    return findPostmaster(cluster)?.pid !== pid;
  };
  // SIGINT is PostgreSQL's “fast” stop: it ends sessions and writes a checkpoint. SIGQUIT leaves it to recovery.
  for (const [signal, limit] of [
    ['SIGINT', stopLimitMs],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (isAlive(pid)) process.kill(pid, signal);
    if (await gone(limit)) return;
  }
}

/** Calls back once when the postmaster is gone. */
export function watchPostmaster(cluster: Cluster, { pid }: Postmaster, onGone: () => void): { stop(): void } {
  const timer = setInterval(() => {
    if (findPostmaster(cluster)?.pid === pid) return;
    clearInterval(timer);
    onGone();
  }, 500).unref();
  return { stop: () => clearInterval(timer) };
}

async function launch(cluster: Cluster, extra: Record<string, string>): Promise<void> {
  const port = cluster.socketFolder ? 5432 : await freePort();
  const all: Record<string, string> = {
    ...settings,
    ...extra,
    port: String(port),
    listen_addresses: cluster.socketFolder ? '' : '127.0.0.1',
    ...(cluster.socketFolder
      ? { unix_socket_directories: cluster.socketFolder, unix_socket_permissions: '0700' }
      : {}),
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  if (process.platform === 'win32') return launchOnWindows(cluster, options);
  // A second start in a row appends; a log that has grown is begun anew.
  const large = (statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000;
  const log = openSync(cluster.log, large ? 'w' : 'a', 0o600);
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.data, ...options], {
    ...cluster.account,
    cwd: cluster.data,
    env: cleanEnvironment(),
    stdio: ['ignore', log, log],
    // Its own session: Ctrl-C in the terminal must reach us first, so that we stop it in order.
    detached: true,
  });
  closeSync(log);
  child.unref();
  await settled(cluster, child);
}

/** Until its pid file names it; or, when it ended at once, until what stopped it has cleared. */
async function settled(cluster: Cluster, child: ReturnType<typeof spawn>): Promise<void> {
  const watched = { ended: false };
  const end = () => {
    watched.ended = true;
  };
  child.once('exit', end).once('error', end);
  const until = Date.now() + 30_000;
  while (!watched.ended && Date.now() < until && findPostmaster(cluster)?.pid !== child.pid) await sleep(10);
  if (!watched.ended) return;
  const reason = logTail(cluster);
  // Back ends of a postmaster that was killed hold the shared memory until they notice; that passes.
  if (/shared memory block|lock file .* already exists/.test(reason)) return void (await sleep(250));
  throw new Halt('postgres.start', { log: cluster.log, reason });
}

function launchOnWindows(cluster: Cluster, options: string[]): void {
  const words = ['start', '-D', cluster.data, '-l', cluster.log, '-w', '-o', options.join(' ')];
  const { status, error } = spawnSync(cluster.binaries.pgCtl, words, {
    env: cleanEnvironment(),
    stdio: 'ignore',
    windowsHide: true,
  });
  if (status === 0) return;
  throw new Halt('postgres.start', { log: cluster.log, reason: error?.message ?? logTail(cluster) });
}

async function answers(cluster: Cluster, { port }: Postmaster): Promise<boolean> {
  const client = new pg.Client(connectionTo(cluster, port, 'postgres'));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (cause) {
    // Starting up, shutting down, not listening yet or no longer: look again. Anything else will not pass.
    const passing = ['57P03', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET', '53300'];
    if (passing.includes(codeOf(cause) ?? '')) return false;
    throw cause;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** After an update of the program the old binaries may still be running. */
function isOurVersion(cluster: Cluster): boolean {
  return readText(join(cluster.data, 'postmaster.opts'))?.includes(cluster.binaries.folder) ?? true;
}

function clearDeadPid(cluster: Cluster): void {
  // PostgreSQL believes a number that now belongs to another process of the same account; we have looked closer.
  rmSync(join(cluster.data, 'postmaster.pid'), { force: true });
}

function logTail(cluster: Cluster): string {
  return lastLines(readText(cluster.log)?.slice(-2000) ?? '');
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
