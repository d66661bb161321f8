// A faulty file is refused: file, line and reason of each fault, and nothing of it comes into force.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readRegulationFiles } from '../files.store.ts';
import { faultsOf, load } from '../load.ts';
import { RegulationError, sayFault } from './fault.ts';

const texts = readRegulationFiles(join(import.meta.dirname, '../../../regulations'));
/** Parsed once: only the file that is broken is read as text again. */
const files = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path, path.endsWith('.yaml') ? parse(text) : text]),
);
const textOf = (path: string): string => String(texts[path]);

/** The file with one place changed, and the line on which that place stands. */
function broken(path: string, from: string, to: string) {
  const text = textOf(path);
  expect(text, `${path} holds ${from}`).toContain(from);
  const line = text.slice(0, text.indexOf(from)).split('\n').length;
  return { files: { ...files, [path]: text.replace(from, to) }, line };
}

const age = 'parameters/age.min.yaml';
const road = 'procedures/admission.yaml';
const following = 'procedures/fostering.yaml';
const exits = 'procedures/exits.yaml';

test('the shipped files have no faults', () => {
  expect(faultsOf(texts).map(sayFault)).toEqual([]);
});

describe('each fault is told by file, line and reason', () => {
  test.each([
    ['an unknown key', age, 'unit: years', 'units: years', 'unknown key “units”'],
    ['a missing key', age, 'kind: number\n', '', 'missing key “kind”'],
    ['text that is no YAML', age, 'unit: years', 'unit: [years', 'not readable as YAML'],
    ['a name that stands for nothing', age, 'unit: years', 'unit: *years', 'not readable as YAML'],
    ['a key that stands twice', age, 'unit: years', 'unit: years\nunit: months', 'not readable as YAML'],
    ['a value of another kind', age, 'value: 18', 'value: soon', 'the value is no number'],
    ['a wrong word', age, 'kind: number', 'kind: amount', '“kind” does not fit'],
    [
      'a direction that this kind has not',
      age,
      'stricter: higher',
      'stricter: fewer',
      'no stricter direction “fewer”',
    ],
    [
      'a duplicate day',
      age,
      'from: 2021-07-30',
      'from: 2016-07-25',
      'two entries from the same day 2016-07-25',
    ],
    ['days out of order', age, 'from: 2021-07-30', 'from: 2015-07-30', 'not in order of days: 2015-07-30'],
    ['a missing basis', age, "basis: [{ document: 29-QĐ/TW, clause: '1.1a' }]", 'basis: []', 'missing basis'],
    ['an unknown text', age, 'document: 29-QĐ/TW', 'document: 99-QĐ/TW', '99-QĐ/TW is not in documents.yaml'],
    ['a parameter in another file', age, 'id: age.min', 'id: age.lowest', 'not in a file of its name'],
    ['an unknown stage', road, 'leads_to: [{ to: helped }]', 'leads_to: [{ to: aided }]', 'no stage aided'],
    ['an unknown office', road, 'actor: [political_centre,', 'actor: [school,', 'no office school'],
    [
      'an unknown office that answers',
      road,
      'nature: term, answers: [cell_secretary],',
      'nature: term, answers: [nobody],',
      'no office nobody',
    ],
    [
      'an unknown action',
      road,
      'action: dossier.nominate',
      'action: dossier.dream',
      'no action dossier.dream',
    ],
    ['an unknown list', road, 'catalogue: candidate_source', 'catalogue: sources', 'no catalogue sources'],
    ['a way out to no step', road, 'way_out: { step: inform,', 'way_out: { step: tell,', 'no step tell'],
    [
      'an end by no step',
      road,
      'ends_with: [decide, not_agreed]',
      'ends_with: [decide, agreed]',
      'no step agreed',
    ],
    [
      'an extension by no step',
      road,
      'step: extend_decision, parameter',
      'step: prolong, parameter',
      'no step prolong',
    ],
    ['a stop by no step', road, 'until: resubmit,', 'until: send_again,', 'no step send_again'],
    [
      'a condition of a paper',
      road,
      'fact: special.kinds, has: over_60',
      'fact: special.sorts, has: over_60',
      'special.sorts',
    ],
    ['an earlier act of no step', following, 'of: give_task', 'of: give_work', 'no step give_work'],
    [
      'a state that nobody derives',
      following,
      'when: [{ fact: tasks.open,',
      'when: [{ fact: tasks.left,',
      'tasks.left',
    ],
    ['an unknown guard', road, 'guard: fresh', 'guard: recent', 'guard recent is no word'],
    [
      'an unknown clock',
      road,
      'clock: working_days_from',
      'clock: fortnights',
      'clock fortnights is no word',
    ],
    [
      'wrong arguments',
      road,
      'args: { fact: papers.missing,',
      'args: { facts: papers.missing,',
      'wrong arguments',
    ],
    [
      'an unknown fact',
      road,
      'fact: verification.open,',
      'fact: verification.opened,',
      'fact verification.opened is not declared',
    ],
    [
      'an unknown quantity',
      road,
      'parameter: decide.days }',
      'parameter: decide.daze }',
      'no parameter decide.daze',
    ],
    [
      'a duty without who answers',
      road,
      'nature: duty, answers: [base_officer], consequence: null',
      'nature: duty, consequence: null',
      'a duty needs the offices',
    ],
    ['a step that stands twice', exits, 'id: strike\n', 'id: withdraw\n', 'there are two steps withdraw'],
    ['a step of another procedure', exits, 'id: strike\n', 'id: list\n', 'there are two steps list'],
  ])('%s', (...[, path, from, to, says]) => {
    const { files: changed, line } = broken(path, from, to);
    const faults = faultsOf(changed);
    const found = faults.find((fault) => sayFault(fault).includes(says));
    expect(found, faults.map(sayFault).join('\n')).toMatchObject({ file: path });
    // Some faults are told on the line of the whole that holds them.
    expect(found!.line).toBeGreaterThan(0);
    if (!says.startsWith('there are two')) expect(found!.line).toBeLessThanOrEqual(line + 1);
    expect(sayFault(found!)).toMatch(new RegExp(`^${path}:\\d+: .+ / .+`));
    expect(() => load(changed)).toThrow(RegulationError);
  });

  test.each([
    [age, 'unit: years', 'units: years', 0],
    [age, 'value: 18', 'value: soon', 0],
    [age, 'from: 2021-07-30', 'from: 2016-07-25', 0],
    [age, 'unit: years', 'unit: years\nunit: months', 1],
    [road, 'guard: fresh', 'guard: recent', 0],
    [road, 'fact: verification.open,', 'fact: verification.opened,', 0],
  ])('on its own line: %s %s', (path, from, to, after) => {
    const { files: changed, line } = broken(path, from, to);
    expect(faultsOf(changed)).toContainEqual(expect.objectContaining({ file: path, line: line + after }));
  });

  test('all of them at once, a missing file too', () => {
    const { files: changed } = broken(age, 'unit: years', 'units: years');
    const { [road]: _, 'documents.yaml': __, ...rest } = changed as Record<string, unknown>;
    const faults = faultsOf({ ...rest, [exits]: textOf(exits).replace('id: strike', 'ids: strike') });
    expect(new Set(faults.map(({ file }) => file))).toEqual(new Set([age, exits, 'documents.yaml']));
  });

  test('parsed files have no lines, the reason stays', () => {
    const faults = faultsOf({ ...files, [age]: { id: 'age.min' } });
    expect(faults).toContainEqual(expect.objectContaining({ file: age, line: null }));
  });

  test('a calendar at fault is refused with its line', () => {
    const path = 'calendar/working-days.csv';
    const changed = {
      ...files,
      [path]: textOf(path).replace(/\n(\S+)/, '\n2020-02-31,off,statutory,x,official_confirmed'),
    };
    expect(() => load(changed)).toThrow(`${path}:2: `);
  });
});

describe('cycles', () => {
  const cyclesOf = (changed: Record<string, unknown>) =>
    faultsOf(changed).filter(({ code }) => code.endsWith('cycle'));

  test('stages that lead back', () => {
    const { files: changed } = broken(road, 'leads_to: [{ to: base_voted }]', 'leads_to: [{ to: listed }]');
    expect(cyclesOf(changed)).toMatchObject([{ file: road, code: 'fault.stage_cycle' }]);
    expect(sayFault(cyclesOf(changed)[0]!)).toContain('listed → ');
  });

  test('ways off the road may lead back', () => {
    expect(textOf(exits)).toContain('to: verified');
    expect(cyclesOf(files)).toEqual([]);
  });

  test('steps that wait for each other', () => {
    const waits = (step: string, fact: string) =>
      `requires:\n          - { guard: done, args: { any_of: [${fact}], stage: nominated, parameter: nominee.consent }, way_out: { step: ${step}, by: cell_secretary, code: record_consent } }\n`;
    const text = textOf(road);
    // Telling the person waits for the list; the list waits for the telling.
    const at = text.indexOf('requires: []', text.indexOf('- id: inform'));
    const changed = `${text.slice(0, at)}${waits('list', 'list.on')}${text.slice(at + 'requires: []\n'.length)}`;
    const [fault] = cyclesOf({ ...files, [road]: changed });
    expect(fault).toMatchObject({ file: road, code: 'fault.way_out_cycle' });
    expect(fault!.params.cycle).toMatch(/list → inform → list|inform → list → inform/);
  });
});
