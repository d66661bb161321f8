// The first start of all is the longest: told to stop in it, the server finishes and stops in order; killed while it
// loads the training ward, the next start says what lies there instead of showing half a ward.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderPaths } from '../../src/host/datafolder.ts';
import { findRunningPostgres, withClient } from '../../src/host/postgres.ts';
import { makePlace, stopDatabase } from './started.ts';

const program = path.join(import.meta.dirname, '..', '..', 'src', 'server.ts');

interface Start {
  child: ChildProcess;
  said: () => string;
  ended: Promise<number | string | null>;
}

function startWard(folder: string): Start {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, '--demo'], {
    env: { ...process.env, NGUON_DATA: folder, PORT: '0', NGUON_TODAY: '2026-11-20' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => (said += piece));
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  return { child, said: () => said, ended };
}

async function until(start: Start, holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    if (start.child.exitCode !== null) throw new Error(start.said());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The committee is the first thing of the ward that is written. */
async function isLoading(folder: string): Promise<boolean> {
  const connection = existsSync(folderPaths(folder).postgres)
    ? findRunningPostgres({ folder, databaseUrl: null })
    : null;
  if (!connection) return false;
  try {
    return await withClient(connection, async (client) => {
      const { rowCount } = await client.query(`select from setting where key = 'committee'`);
      return rowCount === 1;
    });
  } catch {
    // PostgreSQL is still starting, or the tables are not there yet.
    return false;
  }
}

test('told to stop while the ward is loaded: it ends in order, and the next start has the whole ward', async () => {
  const folder = makePlace();
  const first = startWard(folder);
  await until(first, () => isLoading(folder));
  first.child.kill('SIGTERM');
  expect(await first.ended, first.said()).toBe(0);
  const paths = folderPaths(folder);
  expect(existsSync(paths.lock)).toBe(false);
  expect(existsSync(path.join(paths.postgres, 'data', 'postmaster.pid'))).toBe(false);
  const second = startWard(folder);
  await until(second, async () => second.said().includes('http'));
  second.child.kill('SIGTERM');
  expect(await second.ended, second.said()).toBe(0);
});

test('killed while the ward is loaded: the next start names the folder to delete, and changes nothing', async () => {
  const folder = makePlace();
  const first = startWard(folder);
  await until(first, () => isLoading(folder));
  first.child.kill('SIGKILL');
  await first.ended;
  const second = startWard(folder);
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(folder);
  expect(second.said()).toMatch(/huấn luyện.*ngắt giữa chừng.*\n.*was cut off/);
  await stopDatabase(folder);
});
