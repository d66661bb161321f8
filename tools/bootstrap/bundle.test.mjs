// The bundled server: made when a source of it changed and only then, put in the place of the old one whole. What it does
// stands in test/faults/bundle.test.ts.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildServer } from './server.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
const base = mkdtempSync(path.join(tmpdir(), 'nguon-bundle-'));
// A folder whose name asks for care, as a clone at an office may.
const clone = path.join(base, 'Bản mới %20 của Nguồn');
const server = path.join(clone, '.runtime', 'server');

// Bundling on a machine that is busy with other tests takes its time.
vi.setConfig({ testTimeout: 120_000 });

beforeAll(() => {
  mkdirSync(clone);
  for (const name of ['src', 'tools', 'regulations', 'migrations', 'package.json', 'package-lock.json'])
    cpSync(path.join(root, name), path.join(clone, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(clone, 'node_modules'), 'junction');
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const made = () => statSync(path.join(server, 'server.js')).ino;

test('at the first start, several at once make one; the next starts find it', async () => {
  const files = await Promise.all([1, 2, 3].map(() => buildServer(clone, process.execPath)));
  expect(new Set(files)).toEqual(new Set([path.join(server, 'server.js')]));
  const first = made();
  await buildServer(clone, process.execPath);
  expect(made()).toBe(first);
  // Nothing half made is left lying about.
  expect(readdirSync(path.join(clone, '.runtime'))).toEqual(['server']);
});

test('what the server does not consist of changes nothing; an upgrade makes it anew', async () => {
  const first = made();
  await appendFile(path.join(clone, 'src', 'web.tsx'), '\n// other pages\n');
  await appendFile(path.join(clone, 'src', 'platform', 'ledger.test.ts'), '\n// other tests\n');
  await buildServer(clone, process.execPath);
  expect(made()).toBe(first);
  await appendFile(path.join(clone, 'src', 'server.ts'), "\nexport const upgraded = 'as upgraded';\n");
  await buildServer(clone, process.execPath);
  expect(made()).not.toBe(first);
  expect(await readFile(path.join(server, 'server.js'), 'utf8')).toContain('as upgraded');
});

test('a source that cannot be read stops the start in both languages and leaves the old one as it was', async () => {
  const first = made();
  const file = path.join(clone, 'src', 'clock-of-the-hall.store.ts');
  writeFileSync(file, 'export const = 1;\n');
  await appendFile(path.join(clone, 'src', 'server.ts'), "export * from './clock-of-the-hall.store.ts';\n");
  await expect(buildServer(clone, process.execPath)).rejects.toMatchObject({
    vi: 'Không khởi động được.',
    en: 'Cannot start.',
  });
  expect(made()).toBe(first);
  expect(readdirSync(path.join(clone, '.runtime'))).toEqual(['server']);
  writeFileSync(file, 'export const hall = 1;\n');
  await buildServer(clone, process.execPath);
  expect(made()).not.toBe(first);
});
