// Brings the database forward, one numbered SQL file after the other; never back, and never over newer data.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { programRoot } from './datafolder.ts';
import { Halt } from './halt.ts';
import { withClient } from './postgres.ts';

export interface MigrationFile {
  number: number;
  name: string;
  text: string;
  sha256: string;
}

interface Applied {
  number: number;
  name: string;
  sha256: string;
  program: string;
}

export interface MigrateOptions {
  /** Folder of the SQL files; ours unless a test says otherwise. */
  folder?: string;
  /** Version of this program, kept with each step it applies. */
  program: string;
  /** Stop after this step: a restore loads data at the step they were saved at. */
  upTo?: number;
  /** Called before data that exist are changed: the place for a backup. */
  beforeChange?: (change: Change) => Promise<void>;
}

export interface Change {
  /** Step and program version of the data as found; 0 and null for a new database. */
  from: number;
  fromProgram: string | null;
  to: number;
  toProgram: string;
}

export interface Migrated extends Change {
  applied: string[];
}

export const programVersion = (): string =>
  JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8')).version;

export function readMigrations(folder: string = join(programRoot, 'migrations')): MigrationFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const files = names.map((name) => {
    const match = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name);
    if (!match) throw new Halt('migration.files', { name });
    // A checkout on Windows may have turned the line ends; the step is the same.
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { number: Number(match[1]), name, text, sha256: createHash('sha256').update(text).digest('hex') };
  });
  files.sort((a, b) => a.number - b.number);
  const twice = files.find((file, index) => files[index - 1]?.number === file.number);
  if (twice) throw new Halt('migration.files', { name: twice.name });
  return files;
}

export async function migrate(connection: pg.ClientConfig, options: MigrateOptions): Promise<Migrated> {
  const files = readMigrations(options.folder);
  return withClient(connection, async (client) => {
    const applied = await readApplied(client);
    check(files, applied, options.program);
    const last = applied.at(-1) ?? { number: 0, program: null };
    const upTo = options.upTo ?? Number.POSITIVE_INFINITY;
    const pending = files.filter((file) => file.number > last.number && file.number <= upTo);
    const change: Change = {
      from: last.number,
      fromProgram: last.program,
      to: pending.at(-1)?.number ?? last.number,
      toProgram: options.program,
    };
    if (last.program !== null && pending.length > 0) await options.beforeChange?.(change);
    for (const file of pending) await apply(client, file, options.program);
    return { ...change, applied: pending.map((file) => file.name) };
  });
}

async function readApplied(client: pg.Client): Promise<Applied[]> {
  await client.query(`set client_min_messages = warning`);
  await client.query(
    `create table if not exists migration (
       number int primary key,
       name text not null,
       sha256 text not null,
       program text not null,
       applied_at timestamptz not null default now()
     )`,
  );
  await client.query(
    `comment on table migration is 'Steps applied to this database, and by which version of the program.'`,
  );
  const { rows } = await client.query('select number, name, sha256, program from migration order by number');
  return rows;
}

function check(files: MigrationFile[], applied: Applied[], program: string): void {
  const last = applied.at(-1);
  const known = files.at(-1)?.number ?? 0;
  if (last && last.number > known) {
    const params = { found: String(last.number), writer: last.program, program, known: String(known) };
    throw new Halt('migration.newer', params);
  }
  for (const step of applied) {
    const file = files.find((candidate) => candidate.number === step.number);
    if (file?.sha256 !== step.sha256) throw new Halt('migration.changed', { name: step.name });
  }
  const skipped = files.find((file) => file.number < (last?.number ?? 0) && !has(applied, file));
  if (skipped) throw new Halt('migration.changed', { name: skipped.name });
}

const has = (applied: Applied[], file: MigrationFile) => applied.some((step) => step.number === file.number);

async function apply(client: pg.Client, file: MigrationFile, program: string): Promise<void> {
  try {
    await client.query('begin');
    await client.query(file.text);
    await client.query('insert into migration (number, name, sha256, program) values ($1, $2, $3, $4)', [
      file.number,
      file.name,
      file.sha256,
      program,
    ]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Halt('migration.failed', { name: file.name, reason, at: String(file.number - 1) }, cause);
  }
}
