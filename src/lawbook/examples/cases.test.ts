// Runs the worked examples of regulations/cases: each was reckoned by hand from the text it cites.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { caseFile, disagreements } from './case.ts';
import { readRegulationFiles } from '../../rules/files.store.ts';
import { load } from '../../rules/load.ts';

const root = join(import.meta.dirname, '../../../regulations');
const regulations = load(readRegulationFiles(root));
const files = readdirSync(join(root, 'cases')).filter((name) => name.endsWith('.yaml'));
const cases = files.flatMap(
  (name) => caseFile.parse(parse(readFileSync(join(root, 'cases', name), 'utf8'))).cases,
);

describe('worked examples', () => {
  test.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
    expect(disagreements(regulations, one)).toEqual([]);
  });

  test('there are at least sixty, each with its own name', () => {
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });
});
