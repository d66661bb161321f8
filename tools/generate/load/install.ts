// A data folder of its own for a set: set up, filled, given accounts to look at it with, sealed and put in order as the server would
// within minutes. Everything in it is marked DỮ LIỆU MÔ PHỎNG by the training profile.
import { sql } from 'kysely';
import { makeBackup } from '../../../src/host/backup-daily.ts';
import { readConfig } from '../../../src/host/config.ts';
import { openInstance } from '../../../src/host/instance.ts';
import { enforce } from '../../../src/lawbook/enforce.store.ts';
import { pinToday } from '../../../src/platform/clock.ts';
import { type Db, openDb } from '../../../src/platform/db.ts';
import { settledPosition, startFrom } from '../../../src/platform/write/transaction.ts';
import { lastWritten } from '../../../src/platform/seal.ts';
import { composeRooms } from '../../../src/rooms.ts';
import { shareAccounts } from './accounts.ts';
import { type Loaded, loadSet, type SetSource } from './load.ts';
import { sealAside } from './seal-aside.ts';

export interface Installed extends Loaded {
  /** seconds: writing, sealing and putting in order, the first daily copy */
  took: { load: number; settle: number; copy: number };
  /** highest memory of this process, MB */
  memory: number;
}

interface Wishes {
  /** after the set is in, before it is put in order */
  more?: (db: Db, loaded: Loaded) => Promise<void>;
  tell?: (line: string) => void;
}

/** A new folder is thrown away when its filling breaks off: pages are written once, at the end, and nobody else is there. */
const filling = {
  shared_buffers: '1GB',
  maintenance_work_mem: '512MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
  wal_level: 'minimal',
  max_wal_senders: '0',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum_naptime: '10s',
};

export async function install(
  folder: string,
  source: SetSource,
  { more, tell }: Wishes = {},
): Promise<Installed> {
  const instance = await openInstance(readConfig({ ...process.env, NGUON_DATA: folder }), {
    purpose: 'generate',
    settings: filling,
  });
  const { db, pool } = openDb(instance.connection);
  try {
    startFrom(await lastWritten(db));
    composeRooms({ masterKey: instance.master.bytes, program: instance.program });
    await enforce(db);
    const began = performance.now();
    const sealer = sealAside(instance.connection);
    const told = telling(tell);
    const loaded = await loadSet(db, source, (done) => {
      sealer.written(settledPosition());
      told(done);
    });
    await shareAccounts(db, loaded);
    await more?.(db, loaded);
    const filled = performance.now();
    sealer.written(settledPosition());
    await sealer.end();
    await sql`vacuum analyze`.execute(db);
    const settled = performance.now();
    // The daily copy, which would otherwise fall due while somebody is at work.
    await makeBackup({ connection: instance.connection, folder, master: instance.master }, new Date());
    const took = { load: filled - began, settle: settled - filled, copy: performance.now() - settled };
    return {
      ...loaded,
      took: { load: took.load / 1000, settle: took.settle / 1000, copy: took.copy / 1000 },
      memory: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  } finally {
    pinToday(null);
    await pool.end();
    await instance.stop();
  }
}

/** Now and then a line of how far it is. */
function telling(tell: Wishes['tell']): (done: Loaded) => void {
  const began = performance.now();
  let next = 20_000;
  return ({ people, dossiers, entries }) => {
    if (entries < next) return;
    next = entries + 100_000;
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    tell?.(`${seconds} s: ${people} persons, ${dossiers} dossiers, ${entries} entries`);
  };
}
