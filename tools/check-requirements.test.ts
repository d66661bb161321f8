// The map of requirements is whole and true; each way of being untrue is reported.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkRequirements, titlesOf } from './check-requirements.ts';

const root = path.join(import.meta.dirname, '..');
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A house with this map and one test file. */
function houseWith(change: (map: string) => string): string {
  const house = mkdtempSync(path.join(tmpdir(), 'nguon-requirements-'));
  made.push(house);
  mkdirSync(path.join(house, 'docs'));
  const rows = Object.entries({ S0: 46, S1: 45, S2: 46, S3: 69, S4: 39 }).flatMap(([text, count]) =>
    Array.from({ length: count }, (_, index) => {
      const id = `${text}-${String(index + 1).padStart(2, '0')}`;
      return `  - { id: ${id}, says: a row of the map, state: context, lacks: a remark only }`;
    }),
  );
  writeFileSync(path.join(house, 'docs/requirements.yaml'), change(`requirements:\n${rows.join('\n')}\n`));
  writeFileSync(path.join(house, 'one.test.ts'), "test('counts the admitted (S0-03)', () => {});\n");
  return house;
}
const with03 = (line: string) => (map: string) => map.replace(/ {2}- \{ id: S0-03,.*\n/, `${line}\n`);

test('the map of this house is true', () => {
  expect(checkRequirements(root)).toEqual([]);
});

const says = "says: 'admissions of a span'";
test.each([
  [`  - { id: S0-03, ${says}, state: shown, tests: [one.test.ts] }`, []],
  ['', ['S0-03 is missing']],
  [`  - { id: S0-04, ${says}, state: context, lacks: 'twice' }`, ['S0-03 is missing', 'S0-04 stands twice']],
  [`  - { id: S0-03, ${says}, state: shown, tests: [two.test.ts] }`, ['S0-03: two.test.ts does not exist']],
])('%s → %j', (line, faults) => {
  expect(checkRequirements(houseWith(with03(line)))).toEqual(faults);
});

test('a test that does not name the requirement is no proof of it', () => {
  const house = houseWith(with03(`  - { id: S0-03, ${says}, state: shown, tests: [one.test.ts] }`));
  writeFileSync(path.join(house, 'one.test.ts'), "// S0-03\ntest('counts the admitted', () => {});\n");
  expect(checkRequirements(house)).toEqual(['S0-03: no test of one.test.ts names it']);
});

test.each([
  `  - { id: S0-03, ${says}, state: shown }`,
  `  - { id: S0-03, ${says}, state: partly, tests: [one.test.ts] }`,
  `  - { id: S0-03, ${says}, state: not_built, tests: [one.test.ts], lacks: 'all' }`,
  `  - { id: S0-03, ${says}, state: context }`,
])('a row that says too little or too much is refused: %s', (line) => {
  expect(checkRequirements(houseWith(with03(line)))).toHaveLength(1);
});

test('titles are read whatever the way of writing a test', () => {
  const source = readFileSync(import.meta.filename, 'utf8');
  expect(titlesOf(source)).toContain('the map of this house is true');
  expect(
    titlesOf("it.each([1])('one (S1-01)', f); describe(`all (S1-02)`, f); test.skipIf(x)('s (S1-03)', f)"),
  ).toEqual(['one (S1-01)', 'all (S1-02)', 's (S1-03)']);
  expect(titlesOf("test.each([\n  ['a', 1],\n] as const)(\n  'of a table (S1-04)', f)")).toEqual([
    'of a table (S1-04)',
  ]);
});
