// The PostgreSQL from npm is whole even where npm did not run the package's install script.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hydrate } from './postgres-binaries.ts';

const base = mkdtempSync(join(tmpdir(), 'nguon-binaries-'));
afterAll(() => rmSync(base, { recursive: true }));

test('library links that npm left out are made, and those that are there are left alone', () => {
  const native = join(base, 'native');
  mkdirSync(join(native, 'lib'), { recursive: true });
  const links = ['one', 'two'].map((name) => ({
    source: 'native/lib/real.so.1',
    target: `native/lib/${name}.so`,
  }));
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  writeFileSync(join(native, 'lib', 'real.so.1'), 'library');
  symlinkSync('real.so.1', join(native, 'lib', 'one.so'));
  hydrate(native);
  hydrate(native);
  expect(readFileSync(join(native, 'lib', 'two.so'), 'utf8')).toBe('library');
});
