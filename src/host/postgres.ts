// The database of this installation: our own PostgreSQL in the data folder, or the server at DATABASE_URL.
import pg from 'pg';
import { codeOf, isPrepared, prepareFolder, reasonOf } from './datafolder.ts';
import { Halt } from './halt.ts';
import { type Cluster, databaseName, describeCluster, prepareCluster } from './postgres-cluster.ts';
import {
  connectionTo,
  findPostmaster,
  type Postmaster,
  runPostmaster,
  stopPostmaster,
  watchPostmaster,
} from './postgres-process.ts';

export interface PostgresConfig {
  folder: string;
  databaseUrl: string | null;
  /** Settings over ours; tests switch fsync off. */
  settings?: Record<string, string>;
  /** Told when PostgreSQL ended by itself: with null when it runs again, else with why it does not. */
  onLoss?: (failure: unknown) => void;
}

export interface Postgres {
  connection: pg.PoolConfig;
  /** '18.4' */
  version: string;
  stop(): Promise<void>;
}

/** Instants are stored with their zone; what SQL itself calls “today” is the day in Việt Nam. */
const sessionOptions = '-c timezone=Asia/Ho_Chi_Minh';

export async function startPostgres(config: PostgresConfig): Promise<Postgres> {
  return config.databaseUrl ? useServer(config.databaseUrl) : superviseCluster(config);
}

/** The database of a folder whose server runs now, for a program beside it (backup); null when none runs. */
export function findRunningPostgres(config: PostgresConfig): pg.PoolConfig | null {
  if (config.databaseUrl) return { connectionString: config.databaseUrl, options: sessionOptions };
  const cluster = isPrepared(config.folder) ? describeCluster(prepareFolder(config.folder)) : null;
  const running = cluster && findPostmaster(cluster);
  return running ? clientOf(cluster, running) : null;
}

async function superviseCluster(config: PostgresConfig): Promise<Postgres> {
  const cluster = prepareCluster(prepareFolder(config.folder));
  let postmaster = await runPostmaster(cluster, config.settings);
  let watch = { stop: () => undefined as void };
  let stopping = false;
  const guard = () => {
    watch = watchPostmaster(cluster, postmaster, () => void revive());
  };
  const revive = async () => {
    try {
      if (stopping) return;
      postmaster = await runPostmaster(cluster, config.settings);
      guard();
      config.onLoss?.(null);
    } catch (failure) {
      config.onLoss?.(failure);
    }
  };
  await createDatabase(connectionTo(cluster, postmaster.port, 'postgres'));
  const connection = clientOf(cluster, postmaster);
  const version = await inspect(connection);
  guard();
  const stop = async () => {
    stopping = true;
    watch.stop();
    await stopPostmaster(cluster, postmaster);
  };
  return { connection, version, stop };
}

function clientOf(cluster: Cluster, postmaster: Postmaster): pg.PoolConfig {
  return { ...connectionTo(cluster, postmaster.port, databaseName), options: sessionOptions };
}

async function createDatabase(connection: pg.ClientConfig): Promise<void> {
  await withClient(connection, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName} template template0`);
  });
}

async function useServer(url: string): Promise<Postgres> {
  const connection = { connectionString: url, options: sessionOptions, application_name: 'nguon' };
  try {
    return { connection, version: await inspect(connection), stop: async () => undefined };
  } catch (cause) {
    if (cause instanceof Halt) throw cause;
    throw new Halt('postgres.unreachable', { reason: reasonOf(cause) }, cause);
  }
}

/** Its version, when it is one we can work on. */
async function inspect(connection: pg.ClientConfig): Promise<string> {
  return withClient(connection, async (client) => {
    const { rows } = await client.query(
      `select current_setting('server_version') as version, current_setting('server_encoding') as encoding`,
    );
    const version = String(rows[0].version).split(' ')[0] ?? '';
    if (Number.parseInt(version, 10) < 15) throw new Halt('postgres.old', { found: version });
    if (rows[0].encoding !== 'UTF8') throw new Halt('postgres.encoding', { found: rows[0].encoding });
    return version;
  });
}

/** One connection for one piece of work, closed whatever happens. */
export async function withClient<T>(
  connection: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connection);
  // A connection that breaks is reported by the query on it; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch((cause) => {
      if (codeOf(cause) === undefined) throw cause;
    });
  }
}
