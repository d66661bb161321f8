// The shipped regulations are in order; each check is broken on purpose in a copy and must be reported.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { askedNowhere, checkRegulations } from './check-regulations.ts';

const shipped = join(import.meta.dirname, '../regulations');
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function copyWith(file: string, from: string | RegExp, to: string): string {
  const root = mkdtempSync(join(tmpdir(), 'nguon-regulations-'));
  made.push(root);
  cpSync(shipped, root, { recursive: true });
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after, `${file} holds ${String(from)}`).not.toBe(before);
  writeFileSync(path, after);
  return root;
}

test('the shipped regulations have no faults', () => {
  expect(checkRegulations(shipped)).toEqual([]);
});

test('a quantity is asked by the rooms it names', () => {
  const rooms = join(import.meta.dirname, '../src');
  expect(askedNowhere(shipped, rooms)).toEqual([]);
  const root = copyWith(
    'parameters/contact.days.yaml',
    'asked_by: [fostering]',
    'asked_by: [members, nowhere]',
  );
  expect(askedNowhere(root, rooms)).toEqual([
    'contact.days is not asked by src/members',
    'contact.days is not asked by src/nowhere',
  ]);
});

interface Break {
  name: string;
  file: string;
  from: string | RegExp;
  to: string;
  says: string;
}

const rows: [string, string, string | RegExp, string, string][] = [
  [
    'a file that does not fit its schema',
    'parameters/age.min.yaml',
    'unit: years',
    'units: years',
    'parameters/age.min.yaml',
  ],
  [
    'a value of the wrong kind',
    'parameters/age.min.yaml',
    'value: 18',
    "value: 'eighteen'",
    'value is no number',
  ],
  [
    'values out of order',
    'parameters/age.min.yaml',
    'from: 2016-07-25',
    'from: 2022-07-25',
    'not in order of days',
  ],
  ['a value without a basis', 'parameters/age.min.yaml', /basis: \[\{[^\n]*/, 'basis: []', 'missing basis'],
  [
    'a citation of an unknown text',
    'parameters/age.min.yaml',
    'document: 29-QĐ/TW',
    'document: 99-QĐ/TW',
    '99-QĐ/TW is not in documents.yaml',
  ],
  [
    'a text that was not in force',
    'parameters/age.min.yaml',
    'document: 29-QĐ/TW',
    'document: 208-QĐ/TW',
    'no text of the value from 2016-07-25',
  ],
  [
    'a parameter without a file',
    'procedures/admission.yaml',
    'parameter: decide.days }',
    'parameter: decide.daze }',
    'no parameter decide.daze',
  ],
  [
    'an unknown guard',
    'procedures/admission.yaml',
    'guard: fresh',
    'guard: recent',
    'guard recent is no word',
  ],
  [
    'an unknown clock',
    'procedures/admission.yaml',
    'clock: working_days_from',
    'clock: fortnights',
    'clock fortnights is no word',
  ],
  [
    'arguments that do not fit the guard',
    'procedures/admission.yaml',
    'args: { fact: papers.missing,',
    'args: { facts: papers.missing,',
    'at_most: tham số không đúng',
  ],
  [
    'an undeclared fact of a guard',
    'procedures/admission.yaml',
    'fact: verification.open,',
    'fact: verification.opened,',
    'fact verification.opened is not declared',
  ],
  [
    'an undeclared fact of a condition',
    'procedures/admission.yaml',
    'fact: unit.underSubCommittee',
    'fact: unit.belowSubCommittee',
    'fact unit.belowSubCommittee is not declared',
  ],
  [
    'a stage that does not exist',
    'procedures/admission.yaml',
    'to: helped',
    'to: assisted',
    'no stage assisted',
  ],
  [
    'a paper brought by an act that never asks for it',
    'procedures/admission.yaml',
    'from: [{ step: class_certificate, input: certificate }]',
    'from: [{ step: class_certificate, input: paper }]',
    'no answer class_certificate.paper',
  ],
  [
    'a paper brought by an answer that cannot be given',
    'procedures/admission.yaml',
    'input: result, is: clear }',
    'input: result, is: clean }',
    'verify_conclude.result is never clean',
  ],
  [
    'a way out to no step',
    'procedures/admission.yaml',
    'way_out: { step: inform,',
    'way_out: { step: tell,',
    'no step tell',
  ],
  [
    'an unknown office',
    'procedures/admission.yaml',
    'actor: [political_centre',
    'actor: [school',
    'no office school',
  ],
  [
    'an unknown catalogue',
    'procedures/admission.yaml',
    'catalogue: candidate_source',
    'catalogue: sources',
    'no catalogue sources',
  ],
  [
    'a way out without words',
    'procedures/admission.yaml',
    'code: renew_papers',
    'code: burn_papers',
    'no words for rules.way_out.burn_papers',
  ],
  [
    'a new version without a case',
    'procedures/recognition.yaml',
    /in_force_from: 2016-07-25/,
    'in_force_from: 2099-01-01',
    'version 2016-07-25 has no case',
  ],
  ['a case without its article', 'cases/clocks.yaml', /, cites: \{[^}]*\}/, '', 'cases/clocks.yaml'],
  [
    'a case on an undeclared fact',
    'cases/papers-introducers.yaml',
    'papers.missing: 2',
    'papers.lost: 2',
    'fact papers.lost is not declared',
  ],
  [
    'a unit kind below an unknown one',
    'organisation.yaml',
    'children: [sub_committee',
    'children: [team',
    'no unit kind team',
  ],
  [
    'an action nobody knows',
    'organisation.yaml',
    'backup.run: everywhere',
    'backup.delete: everywhere',
    'organisation.yaml',
  ],
];

const broken = rows.map(([name, file, from, to, says]): Break => ({ name, file, from, to, says }));

test('reports: a quantity that nobody uses', () => {
  const root = copyWith('parameters/age.min.yaml', 'unit: years', 'unit: full_years');
  const text = readFileSync(join(root, 'parameters/age.min.yaml'), 'utf8');
  writeFileSync(join(root, 'parameters/age.least.yaml'), text.replace('id: age.min', 'id: age.least'));
  expect(checkRegulations(root)).toContain('parameter age.least is used by no step');
});

test('reports: a guarded step without a case', () => {
  const root = copyWith('cases/papers-introducers.yaml', /step: issue_card/, 'step: helper_note');
  for (const name of readdirSync(join(root, 'cases'))) {
    const path = join(root, 'cases', name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('step: issue_card', 'step: helper_note'));
  }
  expect(checkRegulations(root)).toContain('step issue_card has guards but no case');
});

test.each(broken)('reports: $name', ({ file, from, to, says }) => {
  expect(checkRegulations(copyWith(file, from, to)).join('\n')).toContain(says);
});
