// Which papers a dossier holds, as its acts tell it one after the other: a list of papers says the state of each, and
// some acts bring a paper themselves (a certificate that is recorded is held), as the procedure files say.
import type { PartialDay } from '../platform/day.ts';
import type { ActRecord, FactSources } from './facts.ts';
import type { BroughtBy, Input, Step } from '../rules/procedure.ts';

export interface PaperState {
  id: string;
  state: 'have' | 'missing' | 'not_needed';
  on?: PartialDay | null;
  keptAt?: string | null;
}

export interface PapersKnown {
  /** a list was recorded: only then can it be said that nothing is missing */
  listed: boolean;
  papers: PaperState[];
}

/** Papers that a step may bring, by step: of the many declared only these are looked at. */
type Bringing = ReadonlyMap<string, readonly { id: string; from: readonly BroughtBy[] }[]>;
const bringing = new WeakMap<object, Bringing>();

function bringingOf({ procedures }: FactSources): Bringing {
  const known = bringing.get(procedures);
  if (known) return known;
  const rules = procedures
    .flatMap(({ dossier }) => dossier)
    .flatMap(({ id, from = [] }) =>
      [...Map.groupBy(from, ({ step }) => step)].map(([step, own]) => ({ id, step, from: own })),
    );
  const made = Map.groupBy(rules, ({ step }) => step);
  bringing.set(procedures, made);
  return made;
}

/** Papers as acts told them one after the other. */
export interface PapersTold {
  listed: boolean;
  states: ReadonlyMap<string, PaperState>;
}
export const noPapers: PapersTold = { listed: false, states: new Map() };

/** The later act goes over the earlier, whichever way it speaks; what says nothing of papers leaves them as they are. */
export function tellPapers(told: PapersTold, act: ActRecord, sources: FactSources): PapersTold {
  const step = sources.findStep(act.step);
  if (!step) return told;
  const rules = bringingOf(sources).get(act.step) ?? [];
  const lists = listsIn(act, step);
  if (rules.length === 0 && lists.length === 0) return told;
  const states = new Map(told.states);
  for (const { id, from } of rules) bring(states, id, statesBy(from, act, step));
  for (const paper of lists.flat()) states.set(paper.id, paper);
  return { listed: told.listed || lists.length > 0, states };
}

const statesBy = (from: readonly BroughtBy[], act: ActRecord, step: Step): Brought | undefined =>
  from.map((rule) => brought(rule, act, step)).find((one) => one !== null) ?? undefined;

function bring(states: Map<string, PaperState>, id: string, state: Brought | undefined): void {
  if (state) states.set(id, { id, keptAt: states.get(id)?.keptAt ?? null, ...state });
}

export function papersAfter(acts: readonly ActRecord[], sources: FactSources): PapersKnown {
  const { listed, states } = acts.reduce((told, act) => tellPapers(told, act, sources), noPapers);
  return { listed, papers: [...states.values()] };
}

const listsIn = ({ inputs }: ActRecord, step: Step): (readonly PaperState[])[] =>
  step.inputs
    .filter((input) => input.kind === 'papers')
    .flatMap((input) => {
      const list = inputs[input.id] as readonly PaperState[] | undefined;
      return list ? [list] : [];
    });

type Brought = Pick<PaperState, 'state' | 'on'>;

function brought(rule: BroughtBy, act: ActRecord, step: Step): Brought | null {
  const input = step.inputs.find((one) => one.id === rule.input);
  if (!input || !isBrought(rule, input, act.inputs[input.id])) return null;
  return { state: rule.state, on: rule.state === 'have' ? dayOf(input, act) : null };
}

/** Of an act taken over, an answer that had to be given may not be known: that it was done says enough. */
function isBrought({ is }: BroughtBy, input: Input, value: unknown): boolean {
  if (value === undefined || value === null) return is === undefined && input.required;
  return is === undefined ? value !== false : value === is;
}

/** A document or a signature has its own day; that something is ticked or concluded does not date a paper. */
function dayOf(input: Input, { inputs, on }: ActRecord): PartialDay | null {
  const value = inputs[input.id];
  if (input.kind === 'document') return (value as { on?: PartialDay | null } | undefined)?.on ?? on;
  return input.kind === 'day' ? ((value as PartialDay | undefined) ?? on) : null;
}
