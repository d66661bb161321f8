// One installation, opened in the right order: folder, lock, database, newer version with its backup first, key.
import { existsSync } from 'node:fs';
import type pg from 'pg';
import { makeBackup } from './backup-daily.ts';
import { countSealed } from './backup-tables.ts';
import type { Config } from './config.ts';
import { type FolderPaths, prepareFolder } from './datafolder.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { Halt } from './halt.ts';
import { type Key, type KeyNeed, loadMasterKey } from './keys.ts';
import { type Change, type Migrated, migrate, programVersion } from './migrate.ts';
import { claimDatabase } from './postgres-claim.ts';
import { type Postgres, startPostgres, withClient } from './postgres.ts';

export interface Instance {
  paths: FolderPaths;
  lock: FolderLock;
  connection: pg.PoolConfig;
  /** Version of PostgreSQL. */
  postgres: string;
  /** Version of this program. */
  program: string;
  migrated: Migrated;
  master: Key;
  /** Database first, then the lock; can be called twice. */
  stop(): Promise<void>;
}

export interface OpenOptions {
  /** Who holds the folder, in the words of the second starter's message. */
  purpose: string;
  /** Told before data of an older version are saved and changed. */
  onUpgrade?: (change: Change) => void;
  onDatabaseLoss?: (failure: unknown) => void;
  /** Folder of the migrations; ours unless a test says otherwise. */
  migrations?: string;
  /** Settings of PostgreSQL over ours, for a program that fills a new folder at once. */
  settings?: Record<string, string>;
}

export type Place = Pick<Config, 'folder' | 'databaseUrl' | 'keyFile'>;

export async function openInstance(config: Place, options: OpenOptions): Promise<Instance> {
  const paths = prepareFolder(config.folder);
  const lock = lockFolder(config.folder, options.purpose);
  if (existsSync(paths.restoring)) {
    lock.release();
    throw new Halt('data.halfRestored', { folder: config.folder });
  }
  let postgres: Postgres | null = null;
  let stopping: Promise<void> | null = null;
  let claim: { release(): Promise<void> } | null = null;
  const close = async () => {
    await claim?.release();
    await postgres?.stop();
  };
  const stop = () => {
    stopping ??= close().finally(() => lock.release());
    return stopping;
  };
  try {
    const onLoss = options.onDatabaseLoss ?? (() => undefined);
    const { folder, databaseUrl } = config;
    postgres = await startPostgres({ folder, databaseUrl, onLoss, settings: options.settings ?? {} });
    const { connection, version } = postgres;
    if (config.databaseUrl) claim = await claimDatabase(connection);
    const keyOfData = () => loadKey(config, paths, connection);
    const migrated = await migrate(connection, {
      program: programVersion(),
      ...(options.migrations ? { folder: options.migrations } : {}),
      beforeChange: async (change) => {
        options.onUpgrade?.(change);
        const place = { connection, folder, master: await keyOfData() };
        await makeBackup(place, new Date(), `before-upgrade-${change.from}-${change.to}`);
      },
    });
    const master = await keyOfData();
    return { paths, lock, connection, postgres: version, program: programVersion(), migrated, master, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** The master key that these data need; made when they are new. */
export async function loadKey(config: Place, paths: FolderPaths, connection: pg.ClientConfig): Promise<Key> {
  const place = { file: config.keyFile ?? paths.masterKey, chosen: config.keyFile !== null };
  return withClient(connection, async (client) => {
    const { rows } = await client.query(`select value from setting where key = 'master_key'`);
    const fingerprint: string | undefined = rows[0]?.value;
    const need: KeyNeed | null = fingerprint ? { fingerprint, ...(await countSealed(client)) } : null;
    const key = loadMasterKey(place, need);
    if (!need) {
      const value = JSON.stringify(key.fingerprint);
      await client.query(`insert into setting (key, value) values ('master_key', $1::jsonb)`, [value]);
    }
    return key;
  });
}
