// The daily copy: made while the server runs, kept fourteen days, and what the administrator is told about it.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { backup } from './backup.ts';
import { folderPaths, reasonOf } from './datafolder.ts';
import { describeHalt, Halt } from './halt.ts';
import type { Key } from './keys.ts';

export interface BackupRecord {
  file: string;
  createdAt: string;
  bytes: number;
  rows: number;
  tables: number;
  program: string;
  step: number;
  /** Mark of the key that opens it. */
  backupKey: string;
}

export interface BackupFailure {
  at: string;
  message: string;
}

export interface BackupState {
  lastGood: BackupRecord | null;
  /** Of the newest try, when that failed. */
  failure: BackupFailure | null;
  kept: BackupRecord[];
}

export interface BackupPlace {
  connection: pg.ClientConfig;
  folder: string;
  master: Key;
}

export interface DailyBackups {
  /** Makes one now, whatever the hour; two at once share one. */
  runNow(): Promise<BackupRecord>;
  stop(): Promise<void>;
}

export interface DailyOptions {
  now?: () => Date;
  /** Told of each copy and each failure, for the log. */
  report?: (outcome: BackupRecord | BackupFailure) => void;
  checkEveryMs?: number;
}

const keepDays = 14;
const keepBeforeUpgrade = 5;
const dayMs = 24 * 3600_000;
/** A copy may come a little early each day, so that an office open from 8 to 17 never skips one. */
const dueAfterMs = 20 * 3600_000;
const retryAfterMs = 3600_000;

export function startDailyBackups(place: BackupPlace, options: DailyOptions = {}): DailyBackups {
  const now = options.now ?? (() => new Date());
  let running: Promise<BackupRecord> | null = null;
  const runNow = () => {
    running ??= makeBackup(place, now()).finally(() => (running = null));
    return running;
  };
  const check = async () => {
    if (running || !isDue(readBackupState(place.folder), now())) return;
    await runNow().then(options.report, () => {
      const { failure } = readBackupState(place.folder);
      if (failure) options.report?.(failure);
    });
  };
  const timer = setInterval(() => void check(), options.checkEveryMs ?? 10 * 60_000).unref();
  // Not at once: the first minute belongs to the people who wait for the page.
  const first = setTimeout(() => void check(), Math.min(options.checkEveryMs ?? 60_000, 60_000)).unref();
  return {
    runNow,
    async stop() {
      clearInterval(timer);
      clearTimeout(first);
      await running?.catch(() => undefined);
    },
  };
}

export function isDue(state: BackupState, now: Date): boolean {
  const age = (instant: string) => now.getTime() - Date.parse(instant);
  if (state.failure && age(state.failure.at) < retryAfterMs) return false;
  return state.lastGood === null || age(state.lastGood.createdAt) >= dueAfterMs;
}

/** One verified copy in the folder's backups, its record beside it, and the old ones removed. */
export async function makeBackup(place: BackupPlace, now: Date, prefix = 'nguon'): Promise<BackupRecord> {
  const folder = folderPaths(place.folder).backups;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const made = await backup(
      place.connection,
      join(folder, `${prefix}-${stamp(now)}.nguonbk`),
      place.master,
    );
    const record: BackupRecord = {
      file: made.file,
      createdAt: now.toISOString(),
      bytes: statSync(made.file).size,
      rows: made.rows,
      tables: made.manifest.tables.length,
      program: made.header.program,
      step: made.header.step,
      backupKey: made.header.backupKey,
    };
    writeJson(`${made.file}.json`, record);
    rmSync(failureFile(folder), { force: true });
    prune(folder, now);
    return record;
  } catch (cause) {
    const message = cause instanceof Halt ? describeHalt(cause) : reasonOf(cause);
    writeJson(failureFile(folder), { at: now.toISOString(), message });
    throw cause;
  }
}

export function readBackupState(folder: string): BackupState {
  const backups = folderPaths(folder).backups;
  const kept = listRecords(backups);
  return { lastGood: kept[0] ?? null, failure: readJson<BackupFailure>(failureFile(backups)), kept };
}

/** Newest first; a copy that vanished or changed its size does not count. */
function listRecords(folder: string): BackupRecord[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith('.nguonbk.json'))
    .map((name) => readJson<BackupRecord>(join(folder, name)))
    .filter((record) => record !== null)
    .filter((record) => statSync(record.file, { throwIfNoEntry: false })?.size === record.bytes)
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

function prune(folder: string, now: Date): void {
  const [, ...older] = listRecords(folder);
  const beforeUpgrade = older.filter((record) => record.file.includes('before-upgrade'));
  const expired = older.filter(
    (record) =>
      !beforeUpgrade.includes(record) && now.getTime() - Date.parse(record.createdAt) > keepDays * dayMs,
  );
  for (const { file } of [...expired, ...beforeUpgrade.slice(keepBeforeUpgrade)]) {
    rmSync(file, { force: true });
    rmSync(`${file}.json`, { force: true });
  }
  // What a server that was killed in the middle of a copy left behind.
  const left = readdirSync(folder).filter((name) => name.endsWith('.part'));
  for (const name of left) rmSync(join(folder, name), { force: true });
}

/** '2026-11-22-013005123', the hour of Việt Nam. */
function stamp(now: Date): string {
  const local = new Date(now.getTime() + 7 * 3600_000).toISOString();
  return `${local.slice(0, 10)}-${local.slice(11, 23).replace(/[:.]/g, '')}`;
}

const failureFile = (folder: string) => join(folder, 'last-failure.json');

function writeJson(file: string, value: object): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}
