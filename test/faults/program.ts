// A program that opens an installation as the server does and writes numbered rows, telling each that was committed;
// the tests kill it. Words: [folder] [mode: write | idle] [migrations?].
import pg from 'pg';
import { describeHalt, Halt } from '../../src/host/halt.ts';
import { openInstance } from '../../src/host/instance.ts';

const [folder = '', mode = 'idle'] = process.argv.slice(2);
const tell = (fact: object) => process.stdout.write(`${JSON.stringify(fact)}\n`);

async function main(): Promise<void> {
  const started = performance.now();
  const instance = await openInstance(
    { folder, databaseUrl: process.env.DATABASE_URL ?? null, keyFile: process.env.NGUON_KEY_FILE ?? null },
    {
      purpose: 'server',
      onDatabaseLoss: (failure) => tell({ loss: failure === null ? null : String(failure) }),
    },
  );
  const pool = new pg.Pool(instance.connection);
  pool.on('error', () => undefined);
  const postmaster = await pool.query(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
  );
  const state = { on: true };
  const stop = async () => {
    state.on = false;
    await pool.end();
    await instance.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  const ms = Math.round(performance.now() - started);
  tell({ ready: ms, pid: process.pid, postmaster: postmaster.rows[0].pid, key: instance.master.fingerprint });
  if (mode === 'write') await write(pool, state);
  else setInterval(() => undefined, 60_000);
}

async function write(pool: pg.Pool, state: { on: boolean }): Promise<void> {
  await pool.query('create table if not exists fault_row (id int primary key, half int not null)');
  const { rows } = await pool.query('select coalesce(max(id), 0)::int as last from fault_row');
  for (let id = rows[0].last + 1; state.on; id += 1) {
    try {
      await pool.query('insert into fault_row values ($1, $1)', [id]);
      tell({ wrote: id });
    } catch {
      // The database is gone for a moment; the same row is tried again.
      id -= 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Halt)) throw error;
  process.stderr.write(`${describeHalt(error)}\n`);
  process.exitCode = 1;
}
