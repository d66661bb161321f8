// Puts a backup into an empty place: verified from end to end first, then loaded in one transaction and summed again.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { type Backup, type Manifest, readBackup, sameSum, verifyBackup } from './backup.ts';
import { listTables, quote, readInDiskOrder, sumTable, type TableShape } from './backup-tables.ts';
import { folderPaths, isEmptyFolder, makeRoot, prepareFolder, reasonOf, stubborn } from './datafolder.ts';
import { lockFolder } from './folder-lock.ts';
import { Halt } from './halt.ts';
import { type FoundKey, saveMasterKey } from './keys.ts';
import { migrate, programVersion, readMigrations } from './migrate.ts';
import { describeCluster } from './postgres-cluster.ts';
import { findPostmaster, stopPostmaster } from './postgres-process.ts';
import { startPostgres, withClient } from './postgres.ts';

export interface Target {
  folder: string;
  /** A server of one's own instead of the embedded one; its database must be empty, too. */
  databaseUrl: string | null;
}

interface Given {
  found: FoundKey;
  checked: Backup;
}

export interface Restored extends Backup {
  /** True when the master key came along: everything can be read. */
  masterKey: boolean;
}

export async function restore(file: string, target: Target, found: FoundKey): Promise<Restored> {
  await clearHalfRestored(target.folder);
  if (!isEmptyFolder(target.folder)) throw new Halt('data.notEmpty', { folder: target.folder });
  const checked = await verifyBackup(file, found);
  const known = readMigrations().at(-1)?.number ?? 0;
  if (checked.header.step > known) {
    const { program: writer, step } = checked.header;
    const params = { writer, found: String(step), program: programVersion(), known: String(known) };
    throw new Halt('backup.newer', params);
  }
  const paths = makeRoot(target.folder);
  const lock = lockFolder(target.folder, 'restore');
  try {
    // Another restore may have filled it while we verified.
    if (!isEmptyFolder(target.folder)) throw new Halt('data.notEmpty', { folder: target.folder });
    // Before everything else: wherever it is cut off, the folder is known as unfinished.
    writeFileSync(paths.restoring, '');
    prepareFolder(target.folder);
    await fill(file, target, { found, checked });
    rmSync(paths.restoring, { force: true });
  } finally {
    lock.release();
  }
  return { ...checked, masterKey: found.kind === 'master' };
}

async function fill(file: string, target: Target, given: Given): Promise<void> {
  const { found, checked } = given;
  let undo = async () => undefined as void;
  try {
    const postgres = await startPostgres(target);
    try {
      await refuseUsed(postgres.connection, target);
      if (target.databaseUrl) undo = () => withClient(postgres.connection, clearSchema);
      await migrate(postgres.connection, { program: checked.header.program, upTo: checked.header.step });
      await withClient(postgres.connection, (client) => load(client, file, given));
      if (found.kind === 'master') saveMasterKey(folderPaths(target.folder).masterKey, found.key);
    } finally {
      await postgres.stop();
    }
  } catch (cause) {
    await undo();
    await empty(target.folder);
    if (cause instanceof Halt) throw cause;
    throw new Halt('restore.failed', { reason: reasonOf(cause) }, cause);
  }
}

async function refuseUsed(connection: pg.ClientConfig, target: Target): Promise<void> {
  await withClient(connection, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')`,
    );
    if (rowCount !== 0)
      throw new Halt('data.notEmpty', { folder: target.databaseUrl ? 'DATABASE_URL' : target.folder });
  });
}

async function load(client: pg.Client, file: string, { found, checked }: Given): Promise<void> {
  await client.query('begin');
  await readInDiskOrder(client);
  const tables = await listTables(client);
  const links = await unlink(client, tables);
  if (tables.length > 0)
    await client.query(`truncate ${tables.map((table) => quote(table.name)).join(', ')}`);
  await readBackup(file, found, async (table, rows) => {
    const columns = table.columns.map(quote).join(', ');
    const into = client.query(from(`copy ${quote(table.name)} (${columns}) from stdin`));
    await pipeline(Readable.from(rows), into);
  });
  await setSequences(client, checked.manifest);
  // Put back only now, over all rows: a backup with a dangling reference would be refused here.
  for (const { add } of links) await client.query(add);
  await checkSums(client, file, checked.manifest);
  await client.query('commit');
}

/** Triggers and references are set aside for the loading, which needs no superuser. */
async function unlink(client: pg.Client, tables: TableShape[]): Promise<{ add: string }[]> {
  const { rows: links } = await client.query(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
     from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace`,
  );
  for (const { drop } of links) await client.query(drop);
  for (const { name } of tables) await client.query(`alter table ${quote(name)} disable trigger user`);
  const on = tables.map(({ name }) => ({ add: `alter table ${quote(name)} enable trigger user` }));
  return [...links, ...on];
}

async function setSequences(client: pg.Client, manifest: Manifest): Promise<void> {
  for (const { name, value } of manifest.sequences) {
    if (value !== null) await client.query('select setval($1::regclass, $2)', [quote(name), value]);
  }
}

async function checkSums(client: pg.Client, file: string, manifest: Manifest): Promise<void> {
  const tables = await listTables(client);
  for (const saved of manifest.tables) {
    const shape = tables.find((table) => table.name === saved.name);
    const sum = shape && (await sumTable(client, shape));
    if (!sameSum(saved, sum)) throw new Halt('backup.altered', { file, where: saved.name });
  }
}

/** What the migrations made in a database that was empty before. */
async function clearSchema(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select format('drop table if exists %s cascade', oid::regclass) as drop from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
     union all
     select format('drop sequence if exists %s cascade', oid::regclass) from pg_class
     where relnamespace = current_schema()::regnamespace and relkind = 'S'
     union all
     select format('drop routine if exists %s cascade', oid::regprocedure) from pg_proc f
     where pronamespace = current_schema()::regnamespace
       and not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e')`,
  );
  for (const { drop } of rows) await client.query(drop);
}

/** A restore that was killed: the folder was empty before it, so that nothing of anybody's is lost. */
async function clearHalfRestored(folder: string): Promise<void> {
  const paths = folderPaths(folder);
  if (!existsSync(paths.restoring)) return;
  const lock = lockFolder(folder, 'restore');
  try {
    const cluster = describeCluster(paths);
    const running = cluster && findPostmaster(cluster);
    if (cluster && running) await stopPostmaster(cluster, running);
    await empty(folder);
  } finally {
    lock.release();
  }
}

const emptyingMs = 10_000;

/** The mark goes last, for this may be cut off, too; what a killed restore had started may still write for a moment. */
async function empty(folder: string): Promise<void> {
  const { lock, restoring } = folderPaths(folder);
  const rest = () => readdirSync(folder).filter((name) => ![lock, restoring].includes(join(folder, name)));
  for (const until = Date.now() + emptyingMs; Date.now() < until; await sleep(100)) {
    for (const name of rest()) rmSync(join(folder, name), stubborn);
    if (rest().length > 0) continue;
    rmSync(restoring, { force: true });
    return;
  }
}
