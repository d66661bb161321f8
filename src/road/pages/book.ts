// The regulations as the steps ask them in the browser: they name steps, stages, papers and articles, and judge while typing.
import type { Message } from '../../platform/messages.ts';
import type { DeclaredFact, Due, Stage, Step } from '../../rules/procedure.ts';
import { useLaw } from '../../org/pages/law.ts';
import type { Regulations } from '../../rules/index.ts';
import { type Words, wordsOf } from '../../wording/explain.ts';
import { type Law, lawOf } from '../law.ts';

export interface Book {
  regulations: Regulations;
  law: Law;
  /** names of facts, stages and levels for the sentences of a judgement */
  names: Words;
  stages: readonly Stage[];
  stepOf: (id: string) => Step | undefined;
  stageLabel: (id: string) => Message;
  catalogue: (id: string) => readonly { code: string; label: Message }[];
  /** id of the document of a rule set: '294' → '294-QĐ/TW' */
  ruleSetOf: (set: string) => string | null;
  documentOf: (id: string) => { id: string; label: Message } | null;
  parameterOf: (id: string) => { label: Message; kind: string; unit: string | null } | null;
  factOf: (name: string) => KnownFact | null;
  clockOf: (id: string) => Due | null;
  officeLabel: (kind: string) => Message;
  unitKind: (kind: string) => Message | null;
  paperLabel: (id: string) => Message | null;
}

/** A fact by its dotted name: what it is called and how its codes read. */
export interface KnownFact {
  label: Message;
  codes: readonly { code: string; label: Message }[];
}

/** null while the regulations are on their way. */
export function useBook(): Book | null {
  const { law } = useLaw();
  return law ? openBook(law) : null;
}

/** Every part of a page asks for the book; it is made once per law. */
const opened = new WeakMap<Regulations, Book>();

function openBook(regulations: Regulations): Book {
  const book = opened.get(regulations) ?? bookOf(regulations);
  opened.set(regulations, book);
  return book;
}

const plain = (text: string): Message => ({ vi: text, en: text });
const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));

export function bookOf(regulations: Regulations): Book {
  const stages = byId(regulations.stages);
  const documents = byId(regulations.documents);
  const parameters = byId(regulations.parameters);
  const lists = byId(regulations.catalogues);
  const facts = factsOf(regulations);
  const clocks = byId(stepsOf(regulations).flatMap((step) => step.due));
  const offices = byId(regulations.organisation.office_kinds);
  const unitKinds = byId(regulations.organisation.unit_kinds);
  const papers = byId(regulations.procedures.flatMap(({ dossier }) => dossier));
  return {
    regulations,
    law: lawOf(regulations),
    names: wordsOf(regulations),
    stages: regulations.stages,
    stepOf: (id) => regulations.findStep(id) ?? undefined,
    stageLabel: (id) => stages.get(id)?.label ?? plain(id),
    catalogue: (id) => lists.get(id)?.items ?? [],
    ruleSetOf: (set) => regulations.documents.find((one) => one.set === set)?.id ?? null,
    documentOf: (id) => {
      const found = documents.get(id);
      return found ? { id, label: found.title } : null;
    },
    parameterOf: (id) => parameters.get(id) ?? null,
    factOf: (name) => facts.get(name) ?? null,
    clockOf: (id) => clocks.get(id) ?? null,
    unitKind: (kind) => unitKinds.get(kind)?.label ?? null,
    paperLabel: (id) => papers.get(id)?.label ?? null,
    officeLabel: (kind) => offices.get(kind)?.label ?? plain(kind),
  };
}

const stepsOf = (regulations: Regulations): Step[] =>
  regulations.procedures.flatMap((procedure) => procedure.versions.flatMap(({ steps }) => steps));

/** Facts declared beside the steps, and the answers of every step under the names the guards use. */
function factsOf(regulations: Regulations): Map<string, KnownFact> {
  const lists = byId(regulations.catalogues);
  const codesOf = (catalogue: string | undefined) => (catalogue ? (lists.get(catalogue)?.items ?? []) : []);
  const declared = regulations.declared.map((fact: DeclaredFact): [string, KnownFact] => [
    fact.id,
    {
      label: fact.label,
      codes:
        fact.id === 'dossier.stage' || fact.id === 'dossier.takenOverStage'
          ? stageCodes(regulations)
          : codesOf(fact.catalogue),
    },
  ]);
  const answered = stepsOf(regulations).flatMap((step) => [
    [`${step.id}.on`, { label: step.label, codes: [] }] as [string, KnownFact],
    [`${step.id}.passed`, { label: step.label, codes: [] }] as [string, KnownFact],
    ...step.inputs.map((input): [string, KnownFact] => [
      input.fact ?? `${step.id}.${input.id}`,
      { label: input.label, codes: input.choices ?? codesOf(input.catalogue) },
    ]),
  ]);
  return new Map([...answered, ...declared]);
}

const stageCodes = ({ stages }: Regulations) => stages.map(({ id, label }) => ({ code: id, label }));
