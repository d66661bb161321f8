// Facts that several acts make together: what is open, unanswered, how far it came, which special cases.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRegulationFiles } from '../rules/files.store.ts';
import { load } from '../rules/load.ts';
import { type ActRecord, buildFacts, factsAlong } from './facts.ts';

const regulations = load(readRegulationFiles(join(import.meta.dirname, '../../regulations')));
const act = (step: string, on: string, inputs: ActRecord['inputs'] = {}): ActRecord => ({ step, on, inputs });
const factsOf = (acts: ActRecord[], last: ActRecord | null = null) =>
  buildFacts({ regulations, held: {}, acts, act: last });

const nominated = act('nominate', '2025-01-05', { proposerKind: 'member' });
const study = act('pause', '2025-02-01', { reason: 'study' });
const home = act('resume', '2025-06-01', { returnedOn: '2025-05-30' });

describe('what is open', () => {
  test('a pause until it is over; the act at hand does not answer itself (S2-42)', () => {
    expect(factsOf([nominated])['candidacy.paused']).toBe(false);
    expect(factsOf([nominated, study])['candidacy.paused']).toBe(true);
    expect(factsOf([nominated, study], home)['candidacy.paused']).toBe(true);
    expect(factsOf([nominated, study, home])['candidacy.paused']).toBe(false);
  });
  test('a file that was returned, how often, and for what (S3-63)', () => {
    const back = act('return_dossier', '2025-07-15', { level: 'superior', what: ['opinions', 'wrong_form'] });
    const again = act('resubmit', '2025-07-22');
    const facts = factsOf([nominated, back, again, { ...back, on: '2025-08-01' }]);
    expect(facts).toMatchObject({ 'dossier.returned': true, 'return_dossier.count': 2 });
    expect(facts['return_dossier.what']).toEqual(['opinions', 'wrong_form']);
    expect(facts['return_dossier.what.count']).toBe(2);
  });
  test('tasks without a result, each answered once', () => {
    const tasks = [act('give_task', '2025-03-01'), act('give_task', '2025-04-01')];
    const result = (task: string | undefined, on: string) =>
      act('task_result', on, task === undefined ? {} : { task });
    expect(factsOf(tasks)['tasks.open']).toBe(2);
    expect(factsOf([...tasks, result('a', '2025-05-01')])['tasks.open']).toBe(1);
    expect(factsOf([...tasks, result('a', '2025-05-01'), result('a', '2025-05-02')])['tasks.open']).toBe(1);
    expect(factsOf([...tasks, result('a', '2025-05-01'), result('b', '2025-05-02')])['tasks.open']).toBe(0);
    expect(factsOf([])['tasks.open']).toBe(0);
  });
});

describe('how far it came', () => {
  test('notes of the helper to the end of the latest month, in whatever order they were written', () => {
    const note = (month: string, on: string) => act('charge_note', on, { month, state: 'steady' });
    expect(factsOf([nominated])['charge_note.done']).toBeUndefined();
    expect(factsOf([note('2025-03', '2025-04-02'), note('2025-02', '2025-04-03')])['charge_note.done']).toBe(
      '2025-03-31',
    );
  });
  test('assessments by half-years and how often', () => {
    const half = (year: number, which: string, on: string) => act('assess', on, { year, half: which });
    const acts = [nominated, half(2025, 'h2', '2026-01-10'), half(2025, 'h1', '2026-01-11')];
    expect(factsOf(acts)).toMatchObject({ 'assess.done': '2025-12-31', 'assess.times': 2 });
    expect(factsOf([nominated])['assess.times']).toBe(0);
    expect(factsOf([half(2025, 'h1', '2025-07-01')])['assess.done']).toBe('2025-06-30');
  });
});

describe('special cases', () => {
  test('told in several acts they are one list', () => {
    const special = (kinds: string[], on: string) => act('special_case', on, { kinds });
    const facts = factsOf(
      [nominated, special(['over_60'], '2025-02-01')],
      special(['private_owner', 'over_60'], '2025-03-01'),
    );
    expect(facts['special.kinds']).toEqual(['over_60', 'private_owner']);
    expect(factsOf([nominated])['special.kinds']).toBeUndefined();
  });
});

describe('asked act by act along a road', () => {
  const papers = [{ id: 'opinions', state: 'have', on: '2025-03-01', keptAt: null }];
  const road = [
    nominated,
    study,
    act('papers', '2025-03-02', { papers }),
    home,
    act('return_dossier', '2025-07-15', { level: 'superior', what: ['opinions'] }),
    act('papers', '2025-07-20', { papers: [{ ...papers[0], state: 'missing', on: null }] }),
    act('resubmit', '2025-07-22'),
  ];
  const questions = road.map((last, at) => ({ held: {}, acts: road.slice(0, at), act: last }));
  const fresh = (asked: (typeof questions)[number]) => buildFacts({ regulations, ...asked });

  test('the answers are those of asking afresh, forward, backward and with the end asked twice', () => {
    const along = factsAlong(regulations);
    const whole = { held: {}, acts: road, act: null };
    for (const asked of [...questions, whole, whole, ...questions.toReversed()])
      expect(along(asked)).toEqual(buildFacts({ regulations, ...asked }));
  });
  test('what was looked up for one question, and an act that was only asked about, are gone in the next', () => {
    const along = factsAlong(regulations);
    const [first, second] = questions as [(typeof questions)[0], (typeof questions)[0]];
    const held = { 'person.education': 'upper', 'nominate.on': '1999-01-01' };
    expect(along({ ...first, held })).toMatchObject(held);
    along({ ...first, act: act('papers', '2025-01-06', { papers }) });
    expect(along(second)).toEqual(fresh(second));
  });
  test('another road of the same length is told anew', () => {
    const along = factsAlong(regulations);
    along({ held: {}, acts: road, act: null });
    const other = road.map((one) => ({ ...one, on: '2024-01-01' }));
    expect(along({ held: {}, acts: other, act: null })).toEqual(
      buildFacts({ regulations, held: {}, acts: other, act: null }),
    );
  });
});
