// One writer to a database at DATABASE_URL, wherever it runs: a lock that lives as long as one connection.
import pg from 'pg';
import { Halt } from './halt.ts';

/** 'nguon' as a number; any constant that no other program on that server uses. */
const lockNumber = 0x6e67_756f;

export async function claimDatabase(connection: pg.ClientConfig): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({ ...connection, application_name: 'nguon-writer', keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query('select pg_try_advisory_lock($1) as got', [lockNumber]);
  if (!rows[0].got) {
    const holder = await findClaimant(client);
    await client.end();
    throw new Halt('postgres.taken', { holder });
  }
  return { release: () => client.end() };
}

async function findClaimant(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    `select coalesce(host(a.client_addr), 'local') || ', ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI') as holder
     from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objid = $1
       and l.database = (select oid from pg_database where datname = current_database())`,
    [lockNumber],
  );
  return rows[0]?.holder ?? '—';
}
