// The names of the facts that a step tells, made once for each step: thousands of acts are told with the same few names.
import { ballotParts, type Input, type Step } from '../rules/procedure.ts';

export interface InputNames {
  id: string;
  kind: Input['kind'];
  fact: string;
  number: string;
  on: string;
  by: string;
  count: string;
  excluded: string;
  /** 'introduction.members' also gives 'introduction.count' */
  countAbove: string | null;
  ballot: readonly { part: string; fact: string }[];
}

export interface StepNames {
  on: string;
  count: string;
  passed: string;
  inputs: readonly InputNames[];
}

const known = new WeakMap<Step, StepNames>();

export function namesOf(id: string, step: Step | null): StepNames {
  const held = step && known.get(step);
  if (held) return held;
  const inputs = step?.inputs.map((input) => inputNames(id, input)) ?? [];
  const names = { on: `${id}.on`, count: `${id}.count`, passed: `${id}.passed`, inputs };
  if (step) known.set(step, names);
  return names;
}

function inputNames(step: string, { id, kind, fact = `${step}.${id}` }: Input): InputNames {
  return {
    id,
    kind,
    fact,
    number: `${fact}.number`,
    on: `${fact}.on`,
    by: `${fact}.by`,
    count: `${fact}.count`,
    excluded: `${fact}.excluded`,
    countAbove: fact.includes('.') ? `${fact.slice(0, fact.lastIndexOf('.'))}.count` : null,
    ballot: kind === 'ballot' ? ballotParts.map((part) => ({ part, fact: `${fact}.${part}` })) : [],
  };
}
