// The rules without server or database: every worked case of regulations/cases judged, and limits of working days.
import path from 'node:path';
import { parse } from 'yaml';
import { addDays } from '../../src/platform/day.ts';
import { caseFile } from '../../src/lawbook/examples/case.ts';
import { completeFacts } from '../../src/lawbook/examples/complete.ts';
import { knownFacts } from '../../src/acts/known.ts';
import { readCaseFiles, readRegulationFiles } from '../../src/rules/files.store.ts';
import { load, type Regulations } from '../../src/rules/index.ts';
import { addWorkingDays } from '../../src/calendar/workdays.ts';
import { note, quantilesOf } from './measure.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'regulations');
const rounds = { warm: 2, measured: 4 };

function timeOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** Cases that can be judged at all, as an act would ask them. */
function casesOf(law: Regulations) {
  const known = knownFacts(law);
  return Object.values(readCaseFiles(folder))
    .flatMap((text) => caseFile.parse(parse(text)).cases)
    .filter(({ expect }) => expect.outcome !== 'invalid')
    .map(({ on, step, facts }) => ({
      on,
      step,
      facts: completeFacts(facts, known),
      procedure: law.procedureOf(step) ?? '',
    }));
}

export function measureJudging(): void {
  const files = readRegulationFiles(folder);
  const began = performance.now();
  const law = load(files);
  note('loading all regulations', performance.now() - began, 'ms');
  const cases = casesOf(law);
  const taken: number[] = [];
  for (let round = 0; round < rounds.warm + rounds.measured; round += 1)
    for (const { on, step, facts, procedure } of cases) {
      const time = timeOf(() => law.inForce(on, null).judge(procedure, step, facts));
      if (round >= rounds.warm) taken.push(time);
    }
  const { p50, p95 } = quantilesOf(taken);
  note(`judging one step p50 (${cases.length} worked cases)`, p50, 'ms');
  note('judging one step p95', p95, 'ms', { bar: 1 });
  note('judging one step, slowest', Math.max(...taken), 'ms');
  const starts = Array.from({ length: 1000 }, (_, n) => addDays('2024-01-01', n * 2));
  const limits = () => starts.map((start) => addWorkingDays(law.calendar, start, 30));
  limits();
  note('1,000 limits of 30 working days', timeOf(limits), 'ms');
}
