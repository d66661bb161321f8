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

/** Facts that are put down for good, or until all that was put since is taken away again. */
interface Sheet {
  facts: Record<string, FactValue | undefined>;
  /** what stood there before, of all that is put for the time being; null = for good */
  before: [fact: string, value: FactValue | undefined][] | null;
}

function put({ facts, before }: Sheet, fact: string, value: FactValue | undefined): void {
  before?.push([fact, facts[fact]]);
  facts[fact] = value;
}

function takeAway(sheet: Sheet): void {
  const { facts, before } = sheet;
  for (const [fact, value] of before?.toReversed() ?? []) facts[fact] = value;
  sheet.before = null;
}

/** What the acts so far say by themselves. */
interface Told {
  acts: readonly ActRecord[];
  sheet: Sheet;
  papers: PapersTold;
}
const nothingTold = (): Told => ({ acts: [], sheet: { facts: {}, before: null }, papers: noPapers });

export const buildFacts = ({ regulations, ...asked }: FactsAsked): Facts => factsAlong(regulations)(asked);

/**
 * The same for whoever asks of a case act by act: what the acts up to the last question say is kept, so that a road of n
 * acts is told in n steps and not in n². The answer is one sheet, never copied: it holds until the next question.
 */
export function factsAlong(regulations: FactSources): (asked: Omit<FactsAsked, 'regulations'>) => Facts {
  let told = nothingTold();
  return ({ held, acts, act }) => {
    takeAway(told.sheet);
    told = tellOn(told, acts, regulations);
    const { sheet, papers } = told;
    sheet.before = [];
    if (act) tellAct(sheet, papers, act, regulations);
    putDerived(sheet, acts, act, regulations);
    putHeld(sheet, held);
    putDefaults(sheet, regulations);
    return sheet.facts;
  };
}

function tellOn(told: Told, acts: readonly ActRecord[], regulations: FactSources): Told {
  const goesOn = told.acts.length <= acts.length && told.acts.every((act, at) => act === acts[at]);
  const { sheet, papers, acts: before } = goesOn ? told : nothingTold();
  const more = acts.slice(before.length);
  const after = more.reduce((all, act) => tellAct(sheet, all, act, regulations), papers);
  return { acts: [...acts], sheet, papers: after };
}

/** What it says by itself and of the papers goes over what was told; gives the papers as they are then. */
function tellAct(sheet: Sheet, before: PapersTold, act: ActRecord, regulations: FactSources): PapersTold {
  applyAct(sheet, act, regulations.findStep(act.step));
  const papers = tellPapers(before, act, regulations);
  if (papers !== before) putPapers(sheet, papers);
  return papers;
}

function putDerived(
  sheet: Sheet,
  earlier: readonly ActRecord[],
  act: ActRecord | null,
  { declared, findStep }: FactSources,
): void {
  const all = act ? [...earlier, act] : earlier;
  for (const { id, derive } of declared)
    if (derive && !isHeld(sheet.facts, id)) put(sheet, id, derived(derive, { earlier, all, findStep }));
}

function putDefaults(sheet: Sheet, { declared }: FactSources): void {
  const { facts } = sheet;
  for (const { id, default: otherwise } of declared)
    if (otherwise && !isHeld(facts, id) && isHeld(facts, otherwise.once)) put(sheet, id, otherwise.is);
}

function putHeld(sheet: Sheet, held: Facts): void {
  for (const [id, value] of Object.entries(held)) if (value !== undefined) put(sheet, id, value);
}

function applyAct(sheet: Sheet, act: ActRecord, step: Step | null): void {
  const names = namesOf(act.step, step);
  put(sheet, names.on, act.on);
  put(sheet, names.count, Number(sheet.facts[names.count] ?? 0) + 1);
  put(sheet, names.passed, act.passed ?? undefined);
  for (const input of names.inputs) {
    const value = act.inputs[input.id];
    if (value !== undefined && value !== null && value !== '') tellInput(sheet, input, value);
  }
}

type Part = Readonly<Record<string, FactValue | undefined>>;

function tellInput(sheet: Sheet, names: InputNames, value: unknown): void {
  const part = value as Part;
  const { fact } = names;
  switch (names.kind) {
    case 'document':
      put(sheet, fact, part.on);
      put(sheet, names.number, part.number);
      put(sheet, names.on, part.on);
      put(sheet, names.by, part.by);
      return;
    case 'ballot':
      for (const one of names.ballot) put(sheet, one.fact, part[one.part]);
      put(sheet, names.excluded, groundsOf(value));
      return;
    case 'people':
      put(sheet, names.count, countOf(value));
      if (names.countAbove) put(sheet, names.countAbove, countOf(value));
      break;
    case 'choices':
      put(sheet, names.count, countOf(value));
      break;
    case 'papers':
    case 'note':
      return;
  }
  put(sheet, fact, value as FactValue);
}

/** The grounds on which somebody was left out of the base. */
const groundsOf = (ballot: unknown): string[] =>
  Object.entries((ballot as { excluded?: Record<string, number> }).excluded ?? {})
    .filter(([, count]) => count > 0)
    .map(([ground]) => ground);

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

function putPapers(sheet: Sheet, { listed, states }: PapersTold): void {
  const papers = [...states.values()];
  if (listed) put(sheet, 'papers.missing', papers.filter((one) => one.state === 'missing').length);
  for (const { id, state, on } of papers) {
    put(sheet, `papers.${id}.state`, state);
    put(sheet, `papers.${id}.on`, state === 'have' ? (on ?? undefined) : undefined);
  }
}
