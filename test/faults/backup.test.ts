// Backups and restores of some size, while rows are written and while everything is killed.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup, type Backup } from '../../src/host/backup.ts';
import { makeBackup } from '../../src/host/backup-daily.ts';
import { restore } from '../../src/host/backup-restore.ts';
import { type Instance, openInstance } from '../../src/host/instance.ts';
import { withClient } from '../../src/host/postgres.ts';

const base = join(mkdtempSync(join(tmpdir(), 'nguon-big-')), 'all');
const place = { folder: join(base, 'office'), databaseUrl: null, keyFile: null };
let instance: Instance;
let whole: Backup;

beforeAll(async () => {
  rmSync(join(base, '..'), { recursive: true });
  mkdirSync(base, { recursive: true, mode: 0o755 });
  instance = await openInstance(place, { purpose: 'server' });
  await withClient(instance.connection, (client) =>
    client.query(
      `insert into ledger (client_id, stream, version, kind, recorded_by, province_id, data)
       select gen_random_uuid(), 'person:' || n, 1, 'member.moved', gen_random_uuid(), '24',
              jsonb_build_object('a', sha256(n::text::bytea)::text) from generate_series(1, 300000) n`,
    ),
  );
  whole = await backup(instance.connection, join(base, 'whole.nguonbk'), instance.master);
});
afterAll(async () => {
  await instance.stop();
  rmSync(join(base, '..'), { recursive: true });
});

test('300,000 rows while others write: bounded memory, identical row sums after restoring', async () => {
  const writing = { on: true, rows: 0 };
  const writer = withClient(instance.connection, async (client) => {
    for (; writing.on; writing.rows += 1) {
      await client.query(`insert into setting (key, value) values ($1, '1')`, [`busy ${writing.rows}`]);
    }
  });
  const before = process.memoryUsage().rss;
  const peak = { rss: 0 };
  const watch = setInterval(() => {
    peak.rss = Math.max(peak.rss, process.memoryUsage().rss);
  }, 20);
  const file = join(base, 'busy.nguonbk');
  const made = await backup(instance.connection, file, instance.master);
  clearInterval(watch);
  writing.on = false;
  await writer;
  expect(writing.rows).toBeGreaterThan(100);
  expect(peak.rss - before).toBeLessThan(150 * 1024 * 1024);
  const target = { folder: join(base, 'copy'), databaseUrl: null };
  await restore(file, target, { kind: 'master', key: instance.master });
  const copy = await openInstance({ ...target, keyFile: null }, { purpose: 'server' });
  const again = await backup(copy.connection, join(base, 'again.nguonbk'), copy.master);
  await copy.stop();
  expect(again.manifest.tables).toEqual(made.manifest.tables);
  expect(again.manifest.sequences).toEqual(made.manifest.sequences);
});

test('a restore killed at any moment is not mistaken for data; the next one clears it and succeeds', async () => {
  const folder = join(base, 'killed');
  const words = ['restore', whole.file, folder, instance.paths.masterKey];
  for (let kill = 0; kill < 10; kill += 1) {
    const ended = await runAndKill(words, 200 + Math.random() * 2800);
    expect([0, 'SIGKILL']).toContain(ended);
    if (ended === 0) {
      // Quicker than the kill.
      rmSync(folder, { recursive: true });
    } else if (existsSync(join(folder, 'nguon.restoring'))) {
      const opened = openInstance({ ...place, folder }, { purpose: 'server' });
      await expect(opened).rejects.toMatchObject({ code: 'data.halfRestored' });
    }
  }
  const restored = await restore(
    whole.file,
    { folder, databaseUrl: null },
    { kind: 'master', key: instance.master },
  );
  expect(restored.rows).toBe(whole.rows);
});

test('a backup killed half-way leaves no copy that counts, and the next one sweeps its piece', async () => {
  const folder = instance.paths.backups;
  const connection = JSON.stringify(instance.connection);
  await runAndKill(['backup', join(folder, 'cut.nguonbk'), connection, instance.paths.masterKey], 700);
  expect(existsSync(join(folder, 'cut.nguonbk'))).toBe(false);
  const made = await makeBackup({ ...instance, folder: place.folder }, new Date());
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(made.rows).toBeGreaterThanOrEqual(whole.rows);
});

test('a place that cannot be written: the backup says so', async () => {
  const missing = join(base, 'no-such-folder', randomBytes(3).toString('hex'));
  await expect(backup(instance.connection, missing, instance.master)).rejects.toMatchObject({
    code: 'backup.failed',
    params: { reason: 'ENOENT' },
  });
});

/** Its exit code, or the signal that ended it. */
function runAndKill(words: string[], afterMs: number): Promise<number | string | null> {
  const program = join(import.meta.dirname, 'copier.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...words], {
    stdio: 'ignore',
  });
  setTimeout(() => child.kill('SIGKILL'), afterMs);
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
}
