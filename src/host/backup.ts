// A backup: all rows as of one moment while people go on working, packed, encrypted, and verified before it counts.
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { type BackupHeader, newHeader, openContent, readHeader, sealFrames } from './backup-file.ts';
import type { ByteReader } from './backup-reader.ts';
import {
  copyOut,
  countSealed,
  listSequences,
  listTables,
  readInDiskOrder,
  type SequenceState,
  startTally,
  type TableShape,
  type TableSum,
} from './backup-tables.ts';
import { reasonOf } from './datafolder.ts';
import { Halt } from './halt.ts';
import { backupKeyOf, type FoundKey, type Key } from './keys.ts';
import { programVersion } from './migrate.ts';
import { withClient } from './postgres.ts';

export interface Manifest {
  tables: TableSum[];
  sequences: SequenceState[];
  /** Encrypted fields and the persons they belong to: unreadable without the master key. */
  sealed: { fields: number; persons: number };
  server: string;
}

export interface Backup {
  file: string;
  header: BackupHeader;
  manifest: Manifest;
  rows: number;
}

const recordLimit = 1024 * 1024;

/** Writes a new file, reads it back, and only then gives it its name. */
export async function backup(connection: pg.ClientConfig, file: string, master: Key): Promise<Backup> {
  if (existsSync(file)) throw new Halt('backup.exists', { file });
  const unfinished = `${file}.${process.pid}.part`;
  const key = backupKeyOf(master);
  try {
    await withClient(connection, (client) => write(client, unfinished, master));
    const checked = await verifyBackup(unfinished, { kind: 'backup', key });
    renameSync(unfinished, file);
    return { ...checked, file };
  } catch (cause) {
    rmSync(unfinished, { force: true });
    if (cause instanceof Halt) throw cause;
    throw new Halt('backup.failed', { reason: reasonOf(cause) }, cause);
  }
}

async function write(client: pg.Client, file: string, master: Key): Promise<void> {
  const key = backupKeyOf(master);
  await client.query('begin isolation level repeatable read read only');
  const { rows } = await client.query('select max(number) as step from migration');
  const facts = { program: programVersion(), step: Number(rows[0].step ?? 0) };
  const header = newHeader({ ...facts, backupKey: key.fingerprint, masterKey: master.fingerprint });
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  await pipeline(Readable.from(records(client)), createGzip({ level: 5 }), sealFrames(header, key), target);
  const handle = await openFile(file, 'r+');
  await handle.sync();
  await handle.close();
}

/** A line for each table, its rows in counted pieces, and the manifest as the last line. */
async function* records(client: pg.Client): AsyncGenerator<Buffer> {
  await readInDiskOrder(client);
  const sums: TableSum[] = [];
  for (const table of await listTables(client)) {
    yield line({ table });
    const pieces = copyOut(client, table);
    let step = await pieces.next();
    for (; !step.done; step = await pieces.next()) yield* [length(step.value.length), step.value];
    yield length(0);
    sums.push(step.value);
  }
  const { rows } = await client.query(`select current_setting('server_version') as version`);
  const manifest: Manifest = {
    tables: sums,
    sequences: await listSequences(client),
    sealed: await countSealed(client),
    server: rows[0].version,
  };
  yield line({ manifest });
}

const line = (record: object): Buffer => Buffer.from(`${JSON.stringify(record)}\n`);

function length(bytes: number): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(bytes);
  return prefix;
}

/** Reads the whole file: every frame, every row counted and summed against the manifest. */
export async function verifyBackup(file: string, found: FoundKey): Promise<Backup> {
  const header = await readHeader(file);
  const sums: TableSum[] = [];
  const manifest = await readBackup(file, found, async (table, pieces) => {
    const tally = startTally(table.name);
    for await (const piece of pieces) tally.add(piece);
    sums.push(tally.sum());
  });
  const wrong = manifest.tables.findIndex((table, at) => !sameSum(table, sums[at]));
  if (wrong >= 0 || sums.length !== manifest.tables.length) {
    throw new Halt('backup.altered', { file, where: manifest.tables[wrong]?.name ?? 'manifest' });
  }
  return { file, header, manifest, rows: sums.reduce((total, table) => total + table.rows, 0) };
}

export const sameSum = (a: TableSum, b: TableSum | undefined): boolean =>
  a.name === b?.name && a.rows === b.rows && a.sha256 === b.sha256;

export type TableReader = (table: TableShape, pieces: AsyncGenerator<Buffer>) => Promise<void>;

/** Hands over table after table; the reader must take all pieces of one before the next comes. */
export async function readBackup(file: string, found: FoundKey, take: TableReader): Promise<Manifest> {
  const content = await openContent(file, found.kind === 'master' ? backupKeyOf(found.key) : found.key);
  try {
    for (;;) {
      const text = await content.line(recordLimit);
      if (!text) throw new Halt('backup.altered', { file, where: 'manifest' });
      const record = JSON.parse(text.toString('utf8')) as { table?: TableShape; manifest?: Manifest };
      if (record.table) await take(record.table, pieces(content, file));
      else if (record.manifest) {
        // The end of the stream is where the last frame proves itself.
        await content.exactly(1);
        return record.manifest;
      }
    }
  } finally {
    await content.close();
  }
}

async function* pieces(content: ByteReader, file: string): AsyncGenerator<Buffer> {
  for (;;) {
    const size = (await content.exactly(4))?.readUInt32BE(0);
    if (size === 0) return;
    const piece = size === undefined ? null : await content.exactly(size);
    if (!piece) throw new Halt('backup.truncated', { file });
    yield piece;
  }
}
