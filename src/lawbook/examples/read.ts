// A case file from its text to questions that can be judged. What cannot be read – another form, a step or a fact that
// no procedure knows – is told by file and line, all of it at once; nothing of such a file is judged.
import { type Question, questionFile } from './case.ts';
import type { Regulations } from '../../rules/content.ts';
import { type Fault, type KeyPath, lineOf, RegulationError } from '../../rules/reading/fault.ts';
import type { FaultCode } from '../../rules/reading/messages.ts';
import { readOne } from '../../rules/reading/read.ts';
import { knownFacts } from '../../acts/known.ts';

/** Throws RegulationError with every fault by file and line. */
export function readCases(regulations: Regulations, text: string, file: string): Question[] {
  const { data, faults } = readOne({ [file]: text }, file, questionFile);
  if (data === null) throw new RegulationError(faults);
  const wrong = faultyCases(regulations, data.cases);
  if (wrong.length > 0)
    throw new RegulationError(
      wrong.map(({ at, code, name }): Fault => ({ file, line: lineOf(text, at), code, params: { name } })),
    );
  return data.cases;
}

export interface CaseFault {
  at: KeyPath;
  code: FaultCode;
  name: string;
}

/** Names that lead nowhere: steps (or steps not yet of that day), facts, values, and cases called alike. */
export function faultyCases(regulations: Regulations, cases: readonly Question[]): CaseFault[] {
  const known = knownFacts(regulations);
  const parameters = new Set(regulations.parameters.map(({ id }) => id));
  return cases.flatMap((one, index) => {
    const fault = (code: FaultCode, name: string, ...at: string[]): CaseFault => ({
      at: ['cases', index, ...at],
      code,
      name,
    });
    const twice = cases.findIndex(({ id }) => id === one.id) < index;
    const asked = one.expect?.value?.parameter;
    return [
      ...(twice ? [fault('fault.twice_case', one.id, 'id')] : []),
      ...(isStepOn(regulations, one) ? [] : [fault('fault.no_step', one.step, 'step')]),
      ...Object.keys(one.facts)
        .filter((name) => !known.has(name))
        .map((name) => fault('fault.no_fact', name, 'facts', name)),
      ...(asked && !parameters.has(asked)
        ? [fault('fault.no_parameter', asked, 'expect', 'value', 'parameter')]
        : []),
    ];
  });
}

/** A step of a later version of the procedure is not there yet on an earlier day. */
function isStepOn({ procedures }: Regulations, { step, on }: Question): boolean {
  const versions = procedures.flatMap((one) => {
    const at = one.versions.findLastIndex(({ in_force_from }) => in_force_from <= on);
    return one.versions[Math.max(at, 0)] ?? [];
  });
  return versions.some(({ steps }) => steps.some(({ id }) => id === step));
}
