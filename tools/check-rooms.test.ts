// Each fence is broken on purpose in a small house of its own and must be reported; the real house is in order.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { arrows, checkRooms } from './check-rooms.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function house(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'nguon-rooms-'));
  made.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, 'src', name)), { recursive: true });
    writeFileSync(path.join(root, 'src', name), text);
  }
  return root;
}

const broken: [string, Record<string, string>, string][] = [
  [
    'a lower room imports a higher one',
    { 'org/a.ts': "import { b } from '../members/b.ts';", 'members/b.ts': '' },
    'org may not import members',
  ],
  [
    'two noun rooms that do not know each other',
    { 'members/a.ts': "import { b } from '../admission/b.ts';", 'admission/b.ts': '' },
    'members may not import admission',
  ],
  [
    'a type import against an arrow',
    { 'rules/a.ts': "import type { b } from '../org/b.ts';", 'org/b.ts': '' },
    'rules may not import org',
  ],
  [
    'a pure file reads the database',
    { 'org/a.ts': "import { b } from './b.store.ts';", 'org/b.store.ts': '' },
    'a pure file imports only pure files',
  ],
  [
    'a pure file uses the server base',
    { 'org/a.ts': "import { db } from '../platform/db.ts';", 'platform/db.ts': '' },
    'a pure file imports only pure files',
  ],
  ['a pure file uses node', { 'org/a.ts': "import fs from 'node:fs';" }, 'a pure file imports no package'],
  [
    'a page asks the database',
    { 'org/pages/P.tsx': "import { b } from '../b.store.ts';", 'org/b.store.ts': '' },
    'pages import no stores',
  ],
  [
    'a page imports something for its effect alone',
    { 'web.tsx': "import './web/a.ts';", 'web/a.ts': '' },
    'pages import nothing for its effect alone',
  ],
  [
    'a route draws a page',
    { 'org/a.api.ts': "import { P } from './pages/P.tsx';", 'org/pages/P.tsx': '' },
    'server files import no pages',
  ],
  [
    'a lazy import against an arrow',
    { 'org/pages/P.tsx': "const p = import('../../members/pages/Q.tsx');", 'members/pages/Q.tsx': '' },
    'org may not import members',
  ],
  [
    'somebody imports a composer',
    { 'org/a.api.ts': "import { x } from '../server.ts';", 'server.ts': '' },
    'nobody imports the composer',
  ],
  ['a folder without a noun', { 'org/utils/a.ts': '' }, 'no folder is called utils'],
  ['too deep a folder', { 'org/a/b/c/d.ts': '' }, 'deeper than 3'],
  ['an unknown room', { 'misc/a.ts': '' }, 'misc is no room'],
  ['a file beyond its fence', { 'org/a.ts': 'x\n'.repeat(402) }, 'the fence is 400'],
  [
    'a room beyond its fence',
    Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`org/f${i}.ts`, 'x\n'.repeat(390)])),
    'the fence is 5000',
  ],
  [
    'a folder with too many files',
    Object.fromEntries(Array.from({ length: 26 }, (_, i) => [`org/f${i}.ts`, ''])),
    '26 files',
  ],
];

test.each(broken)('reports: %s', (_, files, expected) => {
  expect(checkRooms(house(files)).join('\n')).toContain(expected);
});

test('a well-kept small house has no faults', () => {
  const files = {
    'platform/db.ts': '',
    'platform/day.ts': '',
    'org/unit.ts':
      "import { isDay } from '../platform/day.ts';\nimport type { Db } from '../platform/db.ts';",
    'org/unit.store.ts': "import { unit } from './unit.ts';\nimport { db } from '../platform/db.ts';",
    'server.ts': "import { x } from './org/unit.store.ts';",
  };
  expect(checkRooms(house(files))).toEqual([]);
});

test('no room can reach itself along the arrows', () => {
  const reaches = (from: string, to: string): boolean =>
    (arrows[from] ?? []).some((next) => next === to || reaches(next, to));
  expect(Object.keys(arrows).filter((room) => reaches(room, room))).toEqual([]);
});

test('the house is in order', () => {
  expect(checkRooms(path.join(import.meta.dirname, '..'))).toEqual([]);
});
