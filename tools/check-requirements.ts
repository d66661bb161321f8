// Keeps the map of requirements true: docs/requirements.yaml names every requirement once, says how far it is built,
// and each test it names exists and carries the requirement's id in a title.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

/** How many rows each of the five source texts gave: S0-01 … S0-46 and so on, 245 in all. */
const rowsOf: Record<string, number> = { S0: 46, S1: 45, S2: 46, S3: 69, S4: 39 };

const row = z
  .strictObject({
    id: z.string().regex(/^S[0-4]-\d{2}$/),
    /** what a reader of the system should find, in a few words of our own */
    says: z.string().min(8),
    state: z.enum(['shown', 'partly', 'not_built', 'context']),
    /** files of tests with a title that names the id */
    tests: z.array(z.string()).default([]),
    /** what is not there yet, or why the row asks for nothing */
    lacks: z.string().min(3).optional(),
  })
  .refine(({ state, tests }) => (state === 'shown' || state === 'partly') === tests.length > 0, {
    message: 'tests belong to what is shown, wholly or partly, and to nothing else',
  })
  .refine(({ state, lacks }) => (state === 'shown') === (lacks === undefined), {
    message: 'whatever is not wholly shown says what lacks, or why',
  });

const file = z.strictObject({ requirements: z.array(row) });

const everyId = (): string[] =>
  Object.entries(rowsOf).flatMap(([text, count]) =>
    Array.from({ length: count }, (_, index) => `${text}-${String(index + 1).padStart(2, '0')}`),
  );

// A table of cases may hold strings of its own; its title follows the bracket that ends it.
const title =
  /(?:\b(?:test|it|describe)(?:\.\w+)*(?:\([^'"`]*?\))?|\](?:\s*as const)?,?\s*\))\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs;

/** Titles of the tests in a source text. */
export const titlesOf = (source: string): string[] =>
  [...source.matchAll(title)].map((found) => found[2] ?? '');

export function checkRequirements(root: string): string[] {
  const read = file.safeParse(parse(readFileSync(path.join(root, 'docs/requirements.yaml'), 'utf8')));
  if (!read.success) return read.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`);
  const rows = read.data.requirements;
  const ids = rows.map(({ id }) => id);
  return [
    ...everyId()
      .filter((id) => !ids.includes(id))
      .map((id) => `${id} is missing`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands twice`),
    ...ids.filter((id) => !everyId().includes(id)).map((id) => `${id} is no requirement`),
    ...rows.flatMap(({ id, tests }) => tests.flatMap((test) => checkTest(root, id, test))),
  ];
}

function checkTest(root: string, id: string, test: string): string[] {
  const place = path.join(root, test);
  if (!existsSync(place)) return [`${id}: ${test} does not exist`];
  const named = titlesOf(readFileSync(place, 'utf8')).some((words) => words.includes(id));
  return named ? [] : [`${id}: no test of ${test} names it`];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = checkRequirements(path.join(import.meta.dirname, '..'));
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
