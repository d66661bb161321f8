// Where the data of one installation live, and that the folder is really ours to use.
// Run as root they lie under /var/lib/nguon (a clone in a private home cannot be traversed by the unprivileged
// account that runs PostgreSQL); otherwise in `.data` of the clone. NGUON_DATA says otherwise.
import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Halt } from './halt.ts';

export const programRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const format = 1;

export interface FolderPaths {
  root: string;
  marker: string;
  lock: string;
  /** There while a restore fills the folder. */
  restoring: string;
  postgres: string;
  logs: string;
  keys: string;
  masterKey: string;
  backups: string;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The training ward and an office never share a folder. */
export function chooseFolder(env: Record<string, string | undefined>, demo: boolean): string {
  if (env.NGUON_DATA?.trim()) return resolve(env.NGUON_DATA.trim());
  const kind = demo ? 'training' : 'office';
  if (!isRoot()) return join(programRoot, '.data', kind);
  const mark = createHash('sha256').update(programRoot).digest('hex').slice(0, 8);
  return join('/var/lib/nguon', `${basename(programRoot)}-${mark}`, kind);
}

export function folderPaths(root: string): FolderPaths {
  const keys = join(root, 'keys');
  return {
    root,
    marker: join(root, 'nguon.json'),
    lock: join(root, 'nguon.lock'),
    restoring: join(root, 'nguon.restoring'),
    postgres: join(root, 'postgres'),
    logs: join(root, 'logs'),
    keys,
    masterKey: join(keys, 'master.key'),
    backups: join(root, 'backups'),
  };
}

/** The folder itself, with nothing in it yet. */
export function makeRoot(root: string): FolderPaths {
  try {
    makeFolder(root, isRoot() ? 0o711 : 0o700);
  } catch (cause) {
    throw new Halt('data.denied', { folder: root, reason: reasonOf(cause) }, cause);
  }
  return folderPaths(root);
}

/** Makes the folder and its parts, or checks that what is there belongs to a Nguồn that we understand. */
export function prepareFolder(root: string): FolderPaths {
  const paths = makeRoot(root);
  try {
    checkMarker(paths);
    for (const part of [paths.keys, paths.backups, paths.logs]) makeFolder(part, 0o700);
    // Its sub-folder belongs to the account that runs PostgreSQL and is private to it.
    makeFolder(paths.postgres, isRoot() ? 0o711 : 0o700);
  } catch (cause) {
    if (cause instanceof Halt) throw cause;
    throw new Halt('data.denied', { folder: root, reason: reasonOf(cause) }, cause);
  }
  return paths;
}

/** A folder into which a backup may be restored: absent, or holding nothing but a lock. */
export function isEmptyFolder(root: string): boolean {
  const lock = basename(folderPaths(root).lock);
  try {
    return readdirSync(root).every((name) => name.startsWith(lock));
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return true;
    throw new Halt('data.denied', { folder: root, reason: reasonOf(cause) }, cause);
  }
}

/** To remove a folder into which somebody may still be writing. */
export const stubborn = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 };

export function isPrepared(root: string): boolean {
  return statSync(folderPaths(root).marker, { throwIfNoEntry: false }) !== undefined;
}

function makeFolder(folder: string, mode: number): void {
  if (mkdirSync(folder, { recursive: true, mode: 0o755 })) chmodSync(folder, mode);
}

function checkMarker(paths: FolderPaths): void {
  const names = readdirSync(paths.root);
  if (!names.includes(basename(paths.marker))) {
    // A lock and an unfinished marker are what a start that was cut off leaves behind.
    const foreign = names.filter((name) => !name.startsWith('nguon.'));
    if (foreign.length > 0) throw new Halt('data.foreign', { folder: paths.root });
    // An empty folder that root made for itself becomes ours: PostgreSQL's account must pass through.
    if (isRoot()) chmodSync(paths.root, 0o711);
    const text = JSON.stringify({ format, id: randomUUID(), createdAt: new Date().toISOString() });
    writeFileSync(`${paths.marker}.new`, `${text}\n`, { mode: 0o644 });
    renameSync(`${paths.marker}.new`, paths.marker);
    return;
  }
  const found = JSON.parse(readFileSync(paths.marker, 'utf8')).format;
  if (typeof found !== 'number' || found > format) {
    throw new Halt('data.format', { folder: paths.root, found: String(found), known: String(format) });
  }
}

export const codeOf = (cause: unknown): string | undefined =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;

export const reasonOf = (cause: unknown): string =>
  codeOf(cause) ?? (cause instanceof Error ? cause.message : String(cause));
