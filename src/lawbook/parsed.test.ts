// The kept copy of the shipped files is used for the very same texts only, and never trusted when it is broken.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRegulationFiles } from '../rules/files.store.ts';
import { RegulationError } from '../rules/index.ts';
import { parsedFiles } from './parsed.store.ts';

const texts = readRegulationFiles('regulations');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'nguon-parsed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const copy = () => path.join(folder, 'regulations.json');

test('the copy holds what the texts say', () => {
  const read = parsedFiles(texts, folder);
  expect(parsedFiles(texts, folder)).toEqual(read);
  expect(JSON.parse(readFileSync(copy(), 'utf8')).files).toEqual(read);
});

test('other texts are read, and take the place of the copy', () => {
  parsedFiles(texts, folder);
  const changed = {
    ...texts,
    'parameters/pool.ratio.yaml': `${texts['parameters/pool.ratio.yaml']}`.replace('value: 2', 'value: 7'),
  };
  expect(parsedFiles(changed, folder)['parameters/pool.ratio.yaml']).toMatchObject({
    values: [{ value: 7 }],
  });
  expect(parsedFiles(texts, folder)['parameters/pool.ratio.yaml']).toMatchObject({ values: [{ value: 2 }] });
});

test('a copy cut in the middle is read again from the texts', () => {
  const read = parsedFiles(texts, folder);
  writeFileSync(copy(), readFileSync(copy(), 'utf8').slice(0, 1000));
  expect(parsedFiles(texts, folder)).toEqual(read);
});

test('a faulty file is refused with its line, and no copy is kept of it', () => {
  const faulty = { ...texts, 'parameters/pool.ratio.yaml': 'id: pool.ratio\nkind: nonsense\n' };
  expect(() => parsedFiles(faulty, folder)).toThrow(RegulationError);
  expect(() => readFileSync(copy())).toThrow();
});

test('a folder that cannot be made keeps no copy and breaks nothing', () => {
  writeFileSync(path.join(folder, 'file'), '');
  expect(Object.keys(parsedFiles(texts, path.join(folder, 'file', 'in')))).toEqual(Object.keys(texts));
});
