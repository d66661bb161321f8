// From the acts of a dossier to the flat facts the guards compare: mechanical, by the kinds of the inputs, so that
// a new step needs no code here. What the caller looked up itself (`held`) goes over what follows from acts.
import type { PartialDay } from '../platform/day.ts';
import { isHeld } from '../rules/conditions.ts';
import { derived } from './derived.ts';
import { type InputNames, namesOf } from './fact-names.ts';
import { noPapers, type PapersTold, tellPapers } from './papers.ts';
import type { DeclaredFact, Procedure, Step } from '../rules/procedure.ts';
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

/** What the acts so far say by themselves. */
interface Told {
  acts: readonly ActRecord[];
  facts: Writable;
  papers: PapersTold;
}
const nothingTold = (): Told => ({ acts: [], facts: {}, papers: noPapers });

export const buildFacts = ({ regulations, ...asked }: FactsAsked): Facts => factsAlong(regulations)(asked);

/**
 * The same for whoever asks of a case act by act: what the acts up to the last question say is kept, so that a road of n
 * acts is told in n steps and not in n².
 */
export function factsAlong(regulations: FactSources): (asked: Omit<FactsAsked, 'regulations'>) => Facts {
  let told = nothingTold();
  return ({ held, acts, act }) => {
    told = tellOn(told, acts, regulations);
    const facts = { ...told.facts };
    if (act) tellAct(facts, told.papers, act, regulations);
    putDerived(facts, acts, act, regulations);
    putHeld(facts, held);
    putDefaults(facts, regulations);
    return facts;
  };
}

function tellOn(told: Told, acts: readonly ActRecord[], regulations: FactSources): Told {
  const goesOn = told.acts.length <= acts.length && told.acts.every((act, at) => act === acts[at]);
  const { facts, papers, acts: before } = goesOn ? told : nothingTold();
  const more = acts.slice(before.length);
  const after = more.reduce((all, act) => tellAct(facts, all, act, regulations), papers);
  return { acts: [...acts], facts, papers: after };
}

/** What it says by itself and of the papers goes over what was told; gives the papers as they are then. */
function tellAct(facts: Writable, before: PapersTold, act: ActRecord, regulations: FactSources): PapersTold {
  applyAct(facts, act, regulations.findStep(act.step));
  const papers = tellPapers(before, act, regulations);
  if (papers !== before) Object.assign(facts, factsOfPapers(papers));
  return papers;
}

function putDerived(
  facts: Writable,
  earlier: readonly ActRecord[],
  act: ActRecord | null,
  { declared, findStep }: FactSources,
): void {
  const all = act ? [...earlier, act] : earlier;
  for (const { id, derive } of declared)
    if (derive && !isHeld(facts, id)) facts[id] = derived(derive, { earlier, all, findStep });
}

function putDefaults(facts: Writable, { declared }: FactSources): void {
  for (const { id, default: otherwise } of declared)
    if (otherwise && !isHeld(facts, id) && isHeld(facts, otherwise.once)) facts[id] = otherwise.is;
}

function putHeld(facts: Writable, held: Facts): void {
  for (const [id, value] of Object.entries(held)) if (value !== undefined) facts[id] = value;
}

function applyAct(facts: Writable, act: ActRecord, step: Step | null): void {
  const names = namesOf(act.step, step);
  facts[names.on] = act.on;
  facts[names.count] = Number(facts[names.count] ?? 0) + 1;
  facts[names.passed] = act.passed ?? undefined;
  for (const input of names.inputs) {
    const value = act.inputs[input.id];
    if (value !== undefined && value !== null && value !== '') tellInput(facts, input, value);
  }
}

type Part = Readonly<Record<string, FactValue | undefined>>;

function tellInput(facts: Writable, names: InputNames, value: unknown): void {
  const part = value as Part;
  const { fact } = names;
  switch (names.kind) {
    case 'document':
      facts[fact] = part.on;
      facts[names.number] = part.number;
      facts[names.on] = part.on;
      facts[names.by] = part.by;
      return;
    case 'ballot':
      for (const one of names.ballot) facts[one.fact] = part[one.part];
      facts[names.excluded] = groundsOf(value);
      return;
    case 'people':
      facts[names.count] = countOf(value);
      if (names.countAbove) facts[names.countAbove] = countOf(value);
      break;
    case 'choices':
      facts[names.count] = countOf(value);
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

function factsOfPapers({ listed, states }: PapersTold): Writable {
  const papers = [...states.values()];
  const facts: Writable = listed
    ? { 'papers.missing': papers.filter((one) => one.state === 'missing').length }
    : {};
  for (const { id, state, on } of papers) {
    facts[`papers.${id}.state`] = state;
    facts[`papers.${id}.on`] = state === 'have' ? (on ?? undefined) : undefined;
  }
  return facts;
}
