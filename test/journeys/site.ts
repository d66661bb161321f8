// The real application with its built pages on a port of its own: what a browser of a journey opens.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { startDailyBackups } from '../../src/host/backup-daily.ts';
import { programRoot } from '../../src/host/datafolder.ts';
import { keyOf } from '../../src/host/keys.ts';
import { openSession } from '../../src/platform/session.ts';
import { startWorld, testPassword, type World, type WorldOptions } from '../app.ts';

export interface Site extends World {
  url: string;
  /** What somebody in this office types to sign in; the account is made when there is none. */
  accountOf(officeId: number): Promise<Account>;
  /** Cookie of a session in this office, for those whose signing in is not what is being looked at. */
  sessionOf(officeId: number): Promise<string>;
}
export interface Account {
  userName: string;
  password: string;
}

/** A site of its own, empty but for what the test builds in it. */
export async function startSite(options: WorldOptions = {}): Promise<Site> {
  return serve(await startWorld({ ...options, ...(await withPages()) }));
}

/** What a world needs to be opened in a browser: the built pages, and a machine for the administrator's page. */
export async function withPages(): Promise<Pick<WorldOptions, 'webFolder' | 'machine'>> {
  const webFolder = await builtWeb();
  const folder = mkdtempSync(path.join(tmpdir(), 'nguon-journey-'));
  const stops: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const stop of stops) await stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    webFolder,
    machine: ({ connection, masterKey }) => {
      const backups = startDailyBackups({ connection, folder, master: keyOf(masterKey) });
      stops.push(backups.stop);
      return { folder, program: '0.0.0-test', postgres: '18', backups };
    },
  };
}

export async function serve(world: World): Promise<Site> {
  const url = await world.app.listen({ host: '127.0.0.1', port: 0 });
  return { ...world, url, ...keys(world) };
}

function keys(world: World): Pick<Site, 'accountOf' | 'sessionOf'> {
  const accountOf = async (officeId: number) => {
    const { accountId } = await world.signIn(officeId);
    const row = await world.db
      .selectFrom('account')
      .select('user_name')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    return { userName: row.user_name, password: testPassword };
  };
  const sessionOf = async (officeId: number) => {
    const { accountId } = await world.signIn(officeId);
    return openSession(world.db, accountId, officeId, '127.0.0.1');
  };
  return { accountOf, sessionOf };
}

/** `npm test` has built the pages before; a single file run by hand builds them when they are missing or stale. */
async function builtWeb(): Promise<string> {
  const builder = pathToFileURL(path.join(programRoot, 'tools', 'bootstrap', 'web.mjs')).href;
  const { buildWeb } = (await import(builder)) as {
    buildWeb(root: string, node: string): Promise<void>;
  };
  await buildWeb(programRoot, process.execPath);
  return path.join(programRoot, 'dist', 'web');
}
