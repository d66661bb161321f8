// The database cluster on disk: made once, and where it listens.
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { type FolderPaths, stubborn } from './datafolder.ts';
import { Halt } from './halt.ts';
import { type Account, checkPassage, chooseAccount } from './postgres-account.ts';
import { type Binaries, findBinaries } from './postgres-binaries.ts';

export interface Cluster {
  paths: FolderPaths;
  binaries: Binaries;
  account: Account | null;
  /** PGDATA */
  data: string;
  /** Private folder of the socket; null on Windows, where a loopback port and a password take its place. */
  socketFolder: string | null;
  passwordFile: string | null;
  log: string;
}

/** The operator's name inside the cluster and the one database in it. */
export const owner = 'nguon';
export const databaseName = 'nguon';

/** Makes the cluster where there is none yet. */
export function prepareCluster(paths: FolderPaths): Cluster {
  const data = join(paths.postgres, 'data');
  const account = chooseAccount(data);
  checkPassage(paths.postgres, account);
  const windows = process.platform === 'win32';
  const cluster: Cluster = {
    paths,
    account,
    data,
    binaries: findBinaries(paths),
    socketFolder: windows ? null : socketFolder(paths, account),
    passwordFile: windows ? password(paths) : null,
    log: join(paths.logs, 'postgres.log'),
  };
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(cluster);
  const found = readVersion(cluster);
  if (found !== null && found !== cluster.binaries.major) {
    throw new Halt('postgres.major', { folder: data, found, needed: cluster.binaries.major });
  }
  return cluster;
}

/** The cluster of a folder that a server prepared before; nothing is made or changed. */
export function describeCluster(paths: FolderPaths): Cluster | null {
  const data = join(paths.postgres, 'data');
  return existsSync(join(data, 'PG_VERSION')) ? prepareCluster(paths) : null;
}

const aside = '.new';

function clearUnfinished(data: string): void {
  const folder = dirname(data);
  for (const name of readdirSync(folder))
    if (name.startsWith(`${basename(data)}${aside}`)) rmSync(join(folder, name), stubborn);
}

function initialise(cluster: Cluster): void {
  const { binaries, account, data } = cluster;
  // Made aside and renamed: a start that is cut off leaves no half-made cluster behind. Its initdb may live on, though:
  // it loses its folder, and never meets ours.
  clearUnfinished(data);
  const unfinished = `${data}${aside}${process.pid}`;
  makePrivate(unfinished, account);
  const words = ['--pgdata', unfinished, '--username', owner, '--encoding', 'UTF8', '--data-checksums'];
  words.push('--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8');
  words.push('--auth-local', 'trust', '--auth-host', 'scram-sha-256');
  if (cluster.passwordFile) words.push('--auth', 'scram-sha-256', '--pwfile', cluster.passwordFile);
  const { status, stderr, error } = spawnSync(binaries.initdb, words, {
    ...account,
    cwd: cluster.paths.postgres,
    env: cleanEnvironment(),
    encoding: 'utf8',
    windowsHide: true,
  });
  if (status !== 0) {
    rmSync(unfinished, stubborn);
    throw new Halt('postgres.initdb', { reason: error?.message ?? lastLines(stderr) });
  }
  renameSync(unfinished, data);
}

/** PG… variables of the caller would redirect the cluster; the time zone of the machine must not matter. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|NODE_|npm_)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

export const lastLines = (text: string): string => text.trim().split('\n').slice(-4).join(' | ');

function readVersion(cluster: Cluster): string | null {
  try {
    return readFileSync(join(cluster.data, 'PG_VERSION'), 'utf8').trim();
  } catch {
    return null;
  }
}

function socketFolder(paths: FolderPaths, account: Account | null): string {
  const near = join(paths.postgres, 'run');
  // A socket's whole path is limited to about 100 bytes; a deep data folder gets a short private one instead.
  const mark = createHash('sha256').update(paths.root).digest('hex').slice(0, 12);
  const folder = Buffer.byteLength(near) <= 80 ? near : join(tmpdir(), `nguon-${mark}`);
  makePrivate(folder, account);
  return folder;
}

/** A folder that only the account may enter; one that somebody else put there is refused. */
function makePrivate(folder: string, account: Account | null): void {
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 });
    if (account) chownSync(folder, account.uid, account.gid);
  }
  if (!isPrivate(folder, account)) throw new Halt('data.denied', { folder, reason: 'EPERM' });
}

function isPrivate(folder: string, account: Account | null): boolean {
  const found = lstatSync(folder);
  if (process.platform === 'win32') return found.isDirectory();
  const owner = account?.uid ?? process.getuid?.();
  return found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0;
}

function password(paths: FolderPaths): string {
  const file = join(paths.keys, 'postgres.password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return file;
}
