// Writes the tables of what was measured into the README: `node tools/bench/readme.ts S.json M.json L10.json`.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Results } from './measure.ts';
import { tablesOf } from './table.ts';

const [start, end] = ['<!-- measured: written by tools/bench/readme.ts -->', '<!-- /measured -->'];
const readme = path.join(import.meta.dirname, '..', '..', 'README.md');

const files = process.argv.slice(2);
const read = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Results);
const text = readFileSync(readme, 'utf8');
const [from, to] = [text.indexOf(start), text.indexOf(end)];
if (read.length === 0 || from < 0 || to < from)
  throw new Error(`name the files of --json; the README needs ${start} … ${end}`);
const block = tablesOf(read);
writeFileSync(readme, `${text.slice(0, from)}${start}\n\n${block}\n\n${text.slice(to)}`);
