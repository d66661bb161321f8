// The worked cases beside the rules they prove: each judged by the shipped rules, and which quantities it is about.
import { parse } from 'yaml';
import type { Regulations } from '../../rules/index.ts';
import { caseFile, disagreements, type Example } from './case.ts';
import { judgeExample } from './judge.ts';
import { type Use, usesOf } from '../../rules/uses.ts';
import { labelOf } from '../labels.ts';
import type { CaseView } from '../view.ts';

export interface ProvingCase {
  view: CaseView;
  parameters: ReadonlySet<string>;
}

export const provingCases = (
  regulations: Regulations,
  files: Readonly<Record<string, string>>,
): ProvingCase[] =>
  Object.entries(files).flatMap(([file, text]) =>
    caseFile.parse(parse(text)).cases.map((one) => ({
      view: viewOf(regulations, file, one),
      parameters: new Set(parametersOf(regulations, one)),
    })),
  );

function viewOf(regulations: Regulations, file: string, one: Example): CaseView {
  const differences = disagreements(regulations, one);
  const { id, title, on, step, facts, expect, cites, arithmetic } = one;
  const { document, clause } = cites;
  return {
    id,
    title,
    file: file.slice('cases/'.length),
    on,
    step,
    stepLabel: regulations.findStep(step) ? labelOf(regulations, step) : null,
    facts,
    expect,
    cites: { document, clause },
    arithmetic,
    agrees: differences.length === 0,
    differences,
  };
}

/** What the case looks at: the reason, the clock, the effect, the value it names; else the whole verdict. */
function parametersOf(regulations: Regulations, one: Example): string[] {
  const { value, reason, clock, no_clock, effect } = one.expect;
  const clocks = [clock?.id, no_clock];
  const said = [value, reason, effect, ...clocks].some((part) => part !== undefined);
  if (!said) return used(regulations, one, ({ as }) => as === 'guard');
  return [
    ...(value ? [value.parameter] : []),
    ...(reason ? reasonParameters(regulations, one) : []),
    ...used(regulations, one, ({ as, name }) => as !== 'guard' && clocks.includes(name)),
    ...(effect ? used(regulations, one, ({ as }) => as === 'effect') : []),
  ];
}

function reasonParameters(regulations: Regulations, one: Example): string[] {
  if (regulations.procedureOf(one.step) === null) return [];
  const { guard, parameter } = one.expect.reason ?? {};
  return judgeExample(regulations, one)
    .reasons.filter((reason) => reason.guard === guard)
    .filter(({ parameters }) => !parameter || parameters.includes(parameter))
    .flatMap(({ parameters }) => parameters);
}

/** A clock that an act ends is declared by the step that started it. */
function used({ procedures }: Regulations, { step }: Example, fits: (use: Use) => boolean): string[] {
  const steps = procedures.flatMap(({ versions }) => versions.flatMap((version) => version.steps));
  const near = steps.filter(
    (one) => one.id === step || one.due.some(({ ends_with }) => ends_with.includes(step)),
  );
  return near
    .flatMap(usesOf)
    .filter(fits)
    .flatMap(({ parameters }) => [...parameters]);
}
