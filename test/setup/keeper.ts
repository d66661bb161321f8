// Hands out databases cloned from one migrated template, over loopback HTTP: test files run in processes of their own.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { folderPaths } from '../../src/host/datafolder.ts';
import { findHolder, lockFolder } from '../../src/host/folder-lock.ts';
import { migrate, programVersion } from '../../src/host/migrate.ts';
import { describeCluster } from '../../src/host/postgres-cluster.ts';
import { findPostmaster, stopPostmaster } from '../../src/host/postgres-process.ts';
import { type Postgres, startPostgres, withClient } from '../../src/host/postgres.ts';

export interface DatabaseKeeper {
  url: string;
  stop(): Promise<void>;
}

interface Server {
  admin: pg.ClientConfig;
  template: string;
  stop(): Promise<void>;
}

const prefix = 'nguon-test-';

export async function startDatabaseKeeper(databaseUrl: string | null): Promise<DatabaseKeeper> {
  let server: Promise<Server> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    server ??= startServer(databaseUrl);
    const running = await server;
    const name = request.url?.slice(1) ?? '';
    return request.method === 'DELETE' ? drop(running, name) : create(running, name === 'empty');
  };
  const http = createServer((request, response) => {
    // One after the other: a template cannot be cloned twice at once.
    last = last
      .then(() => answer(request))
      .then((value) => response.end(JSON.stringify(value ?? null)))
      .catch((cause) => response.writeHead(500).end(String(cause?.stack ?? cause)));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      http.close();
      await last;
      await (await server)?.stop();
    },
  };
}

async function startServer(databaseUrl: string | null): Promise<Server> {
  const { admin, stop } = databaseUrl ? await useGiven(databaseUrl) : await startOwn();
  const template = `nguon_template_${randomBytes(4).toString('hex')}`;
  await query(admin, `create database ${template} template template0 encoding 'UTF8'`);
  await migrate(onDatabase(admin, template), { program: programVersion() });
  const end = async () => {
    if (databaseUrl) await query(admin, `drop database if exists ${template} with (force)`);
    await stop();
  };
  return { admin, template, stop: end };
}

async function startOwn(): Promise<{ admin: pg.ClientConfig; stop(): Promise<void> }> {
  await clearLeftovers();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  // Nothing here outlives the run: no disk flushes.
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '80',
  };
  const postgres: Postgres = await startPostgres({ folder, databaseUrl: null, settings });
  const lock = lockFolder(folder, 'test');
  return {
    admin: onDatabase(postgres.connection, 'postgres'),
    async stop() {
      await postgres.stop();
      lock.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function useGiven(url: string): Promise<{ admin: pg.ClientConfig; stop(): Promise<void> }> {
  const { connection } = await startPostgres({ folder: '', databaseUrl: url });
  return { admin: connection, stop: async () => undefined };
}

/** What a run that was killed left behind: its folder, and a PostgreSQL that lives on. */
async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    const isOld = name.startsWith(prefix) && readdirSync(folder).includes('nguon.lock');
    if (!isOld || findHolder(folder)) continue;
    const cluster = describeCluster(folderPaths(folder));
    const running = cluster && findPostmaster(cluster);
    if (cluster && running) await stopPostmaster(cluster, running);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function create(server: Server, isEmpty: boolean): Promise<pg.ClientConfig> {
  const name = `nguon_test_${randomBytes(6).toString('hex')}`;
  await query(server.admin, `create database ${name} template ${isEmpty ? 'template0' : server.template}`);
  return onDatabase(server.admin, name);
}

async function drop(server: Server, name: string): Promise<void> {
  if (!/^nguon_test_[0-9a-f]{12}$/.test(name)) throw new Error(`not a test database: ${name}`);
  await query(server.admin, `drop database if exists ${name} with (force)`);
}

const query = (connection: pg.ClientConfig, text: string) =>
  withClient(connection, (client) => client.query(text));

function onDatabase(connection: pg.ClientConfig, database: string): pg.ClientConfig {
  if (!connection.connectionString) return { ...connection, database };
  const url = new URL(connection.connectionString);
  url.pathname = `/${database}`;
  return { ...connection, connectionString: url.href };
}
