// From the acts of a dossier to the flat facts the guards compare: mechanical, by the kinds of the inputs, so that
// a new step needs no code here. What the caller looked up itself (`held`) goes over what follows from acts.
import type { PartialDay } from '../platform/day.ts';
import { isHeld } from '../rules/conditions.ts';
import { derived } from './derived.ts';
import { papersAfter, type PapersKnown } from './papers.ts';
import { ballotParts, type DeclaredFact, type Input, type Procedure, type Step } from '../rules/procedure.ts';
import type { FactValue, Facts } from '../rules/verdict.ts';

/** One effective act: corrected and withdrawn ones are already left out. */
export interface ActRecord {
  step: string;
  on: PartialDay | null;
  inputs: Readonly<Record<string, unknown>>;
  passed?: boolean | null;
}

export interface FactSources {
  findStep: (id: string) => Step | null;
  declared: readonly DeclaredFact[];
  procedures: readonly Pick<Procedure, 'dossier'>[];
}

export interface FactsAsked {
  regulations: FactSources;
  held: Facts;
  /** earlier acts, oldest first */
  acts: readonly ActRecord[];
  /** the act to be judged */
  act: ActRecord | null;
}

type Writable = Record<string, FactValue | undefined>;

export function buildFacts({ regulations, held, acts, act }: FactsAsked): Facts {
  const all = act ? [...acts, act] : acts;
  const facts: Writable = {};
  for (const one of all) applyAct(facts, one, regulations.findStep(one.step));
  Object.assign(facts, factsOfPapers(papersAfter(all, regulations)));
  for (const { id, derive } of regulations.declared)
    if (derive && !isHeld(facts, id))
      facts[id] = derived(derive, { earlier: acts, all, findStep: regulations.findStep });
  putHeld(facts, held);
  for (const { id, default: otherwise } of regulations.declared)
    if (otherwise && !isHeld(facts, id) && isHeld(facts, otherwise.once)) facts[id] = otherwise.is;
  return facts;
}

function putHeld(facts: Writable, held: Facts): void {
  for (const [id, value] of Object.entries(held)) if (value !== undefined) facts[id] = value;
}

function applyAct(facts: Writable, act: ActRecord, step: Step | null): void {
  facts[`${act.step}.on`] = act.on;
  facts[`${act.step}.count`] = Number(facts[`${act.step}.count`] ?? 0) + 1;
  facts[`${act.step}.passed`] = act.passed ?? undefined;
  for (const input of step?.inputs ?? []) {
    const value = act.inputs[input.id];
    if (value === undefined || value === null || value === '') continue;
    tellInput(facts, input.fact ?? `${act.step}.${input.id}`, input, value);
  }
}

type Part = Readonly<Record<string, FactValue | undefined>>;

function tellInput(facts: Writable, fact: string, input: Input, value: unknown): void {
  const part = value as Part;
  switch (input.kind) {
    case 'document':
      facts[fact] = part.on;
      facts[`${fact}.number`] = part.number;
      facts[`${fact}.on`] = part.on;
      facts[`${fact}.by`] = part.by;
      return;
    case 'ballot':
      for (const name of ballotParts) facts[`${fact}.${name}`] = part[name];
      facts[`${fact}.excluded`] = groundsOf(value);
      return;
    case 'people':
      facts[`${fact}.count`] = countOf(value);
      tellCount(facts, fact, value);
      break;
    case 'choices':
      facts[`${fact}.count`] = countOf(value);
      break;
    case 'papers':
    case 'note':
      return;
  }
  facts[fact] = value as FactValue;
}

/** The grounds on which somebody was left out of the base. */
const groundsOf = (ballot: unknown): string[] =>
  Object.entries((ballot as { excluded?: Record<string, number> }).excluded ?? {})
    .filter(([, count]) => count > 0)
    .map(([ground]) => ground);

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
/** 'introduction.members' also gives 'introduction.count'. */
function tellCount(facts: Writable, fact: string, value: unknown): void {
  if (fact.includes('.')) facts[`${fact.slice(0, fact.lastIndexOf('.'))}.count`] = countOf(value);
}

function factsOfPapers({ listed, papers }: PapersKnown): Writable {
  const facts: Writable = listed
    ? { 'papers.missing': papers.filter((one) => one.state === 'missing').length }
    : {};
  for (const { id, state, on } of papers) {
    facts[`papers.${id}.state`] = state;
    facts[`papers.${id}.on`] = state === 'have' ? (on ?? undefined) : undefined;
  }
  return facts;
}
