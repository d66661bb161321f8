// One program to a folder, judged by processes that really live and die.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folderPaths } from './datafolder.ts';
import { findHolder, lockFolder } from './folder-lock.ts';

const base = mkdtempSync(join(tmpdir(), 'nguon-lock-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(base, { recursive: true });
});

/** A process that takes the lock and keeps it; resolves to what it said first. */
async function taker(folder: string): Promise<{ child: ChildProcess; said: string }> {
  const text = `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))};
    try { lockFolder(${JSON.stringify(folder)}, 'server'); console.log('got'); } catch (halt) { console.log(halt.code); }
    setInterval(() => undefined, 1000);`;
  const words = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', text];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const said = await new Promise<string>((resolve) =>
    child.stdout.once('data', (piece) => resolve(String(piece).trim())),
  );
  return { child, said };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

function place(name: string): string {
  const folder = join(base, name);
  mkdirSync(folder);
  return folder;
}

test('held by a process that lives: refused with its number; killed: taken over', async () => {
  const folder = place('held');
  const { child, said } = await taker(folder);
  expect(said).toBe('got');
  expect(findHolder(folder)?.pid).toBe(child.pid);
  expect(() => lockFolder(folder, 'second')).toThrow(
    expect.objectContaining({
      code: 'data.locked',
      params: expect.objectContaining({ pid: String(child.pid) }),
    }),
  );
  await kill(child);
  expect(findHolder(folder)).toBeNull();
  const lock = lockFolder(folder, 'third');
  expect(findHolder(folder)).toMatchObject({ pid: process.pid, purpose: 'third' });
  lock.release();
  expect(findHolder(folder)).toBeNull();
});

test('six in the same moment over a dead lock: exactly one gets it', async () => {
  const folder = place('race');
  const dead = await taker(folder);
  await kill(dead.child);
  const all = await Promise.all(Array.from({ length: 6 }, () => taker(folder)));
  expect(all.map(({ said }) => said).toSorted()).toEqual([...Array(5).fill('data.locked'), 'got']);
});

test('torn, of another process with the same number, or of a silent machine: who may be judged dead is', () => {
  const folder = place('odd');
  const file = folderPaths(folder).lock;
  lockFolder(folder, 'model').release();
  writeFileSync(file, '{"pid": 12');
  lockFolder(folder, 'after torn').publish('http://127.0.0.1:4700');
  const ours = JSON.parse(readFileSync(file, 'utf8'));
  expect(ours).toMatchObject({ url: 'http://127.0.0.1:4700', purpose: 'after torn' });
  // Number 1 always lives, but it did not start when this lock says.
  writeFileSync(file, JSON.stringify({ ...ours, pid: 1, process: 'another boot:1' }));
  expect(findHolder(folder)).toBeNull();
  writeFileSync(file, JSON.stringify({ ...ours, machine: 'another-machine' }));
  expect(findHolder(folder)).toMatchObject({ machine: 'another-machine' });
});
