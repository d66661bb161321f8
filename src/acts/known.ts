// Every fact that a procedure knows, and of which kind it is: declared ones, and those that follow from the steps and
// their inputs. A case that names another is mistaken, one whose value is of another kind is impossible.
import type { Regulations } from '../rules/content.ts';
import { type Input, partsOf, type Step } from '../rules/procedure.ts';

export interface KnownFact {
  kind: 'day' | 'count' | 'number' | 'choice' | 'flag' | 'text' | 'list';
  /** of a choice whose codes are known */
  codes: readonly string[];
  min: number | null;
  max: number | null;
}

const plain = (kind: KnownFact['kind']): KnownFact => ({ kind, codes: [], min: null, max: null });

const kept = new WeakMap<Regulations, ReadonlyMap<string, KnownFact>>();

export function knownFacts(regulations: Regulations): ReadonlyMap<string, KnownFact> {
  const held = kept.get(regulations) ?? allFacts(regulations);
  kept.set(regulations, held);
  return held;
}

/** All versions of all procedures: a case may lie on any day. */
export const allSteps = ({ procedures }: Regulations): Step[] =>
  procedures.flatMap((one) => one.versions.flatMap((version) => version.steps));

function allFacts(regulations: Regulations): Map<string, KnownFact> {
  const facts = new Map<string, KnownFact>();
  const add = (name: string, fact: KnownFact) => facts.set(name, joined(facts.get(name), fact));
  for (const { id, kind, catalogue } of regulations.declared)
    add(id, { ...plain(kind), codes: catalogue ? codesOf(regulations, catalogue) : [] });
  for (const paper of regulations.procedures.flatMap(({ dossier }) => dossier)) {
    add(`papers.${paper.id}.on`, plain('day'));
    add(`papers.${paper.id}.state`, { ...plain('choice'), codes: ['have', 'missing', 'not_needed'] });
  }
  for (const step of allSteps(regulations)) {
    add(`${step.id}.on`, plain('day'));
    add(`${step.id}.count`, plain('count'));
    add(`${step.id}.passed`, plain('flag'));
    for (const input of step.inputs)
      for (const [name, fact] of factsOf(regulations, step, input)) add(name, fact);
  }
  return facts;
}

/** Said in several places: the codes of all of them, the kind of the first. */
function joined(held: KnownFact | undefined, fact: KnownFact): KnownFact {
  if (!held) return fact;
  return { ...held, codes: [...new Set([...held.codes, ...fact.codes])] };
}

const codesOf = (regulations: Regulations, catalogue: string): string[] =>
  regulations.catalogue(catalogue).items.map(({ code }) => code);

const ownKinds: Partial<Record<Input['kind'], KnownFact['kind']>> = {
  day: 'day',
  month_day: 'day',
  document: 'day',
  number: 'number',
  choice: 'choice',
  flag: 'flag',
  people: 'list',
  choices: 'list',
};
const partKinds: Readonly<Record<string, KnownFact['kind']>> = {
  on: 'day',
  number: 'text',
  by: 'text',
  status: 'text',
  excluded: 'list',
};

function factsOf(regulations: Regulations, step: Step, input: Input): [string, KnownFact][] {
  const fact = input.fact ?? `${step.id}.${input.id}`;
  const codes = input.choices?.map(({ code }) => code) ?? [];
  const own: KnownFact = {
    kind: ownKinds[input.kind] ?? 'text',
    codes: input.catalogue ? codesOf(regulations, input.catalogue) : codes,
    min: input.min ?? null,
    max: input.max ?? null,
  };
  const parts = partsOf(input.kind).map((part): [string, KnownFact] => [
    `${fact}.${part}`,
    plain(partKinds[part] ?? 'count'),
  ]);
  return [[fact, own], ...parts];
}
