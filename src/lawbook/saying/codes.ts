// What the codes inside a rule's value are called: by the question of the step that the rule is held against, by the
// ladder it is compared on, or by the product's own words. A code nobody named stays empty, never shown as it is.
import type { Message } from '../../platform/messages.ts';
import type { Parameter, Regulations } from '../../rules/index.ts';
import { messages as ruleMessages } from '../../wording/messages.ts';
import type { Input } from '../../rules/procedure.ts';
import { usesOf } from '../../rules/uses.ts';
import { codeWords } from './code-words.ts';

type Choices = readonly { code: string; label: Message }[];
export type CodeNames = (parameter: string, code: string, column?: string) => Message | null;

const ruled: Readonly<Record<string, Message>> = ruleMessages;
const own: Readonly<Record<string, Message>> = codeWords;
const labelIn = (choices: Choices | undefined, code: string) =>
  choices?.find((one) => one.code === code)?.label;

export function codeNamesOf(law: Regulations): CodeNames {
  const lists = listsOf(law);
  const kinds = new Map(
    [...law.organisation.unit_kinds, ...law.organisation.office_kinds].map(({ id, label }) => [id, label]),
  );
  return (parameter, code, column) =>
    (column && (own[`code.${column}.${code}`] ?? columnLabel(law, column, code))) ||
    own[`code.${parameter}.${code}`] ||
    labelIn(lists.get(parameter), code) ||
    own[`code.${code}`] ||
    ruled[`rules.code.${code}`] ||
    kinds.get(code) ||
    catalogued(law, code) ||
    plainNumber(code);
}

/** A milestone is its own name. */
const plainNumber = (code: string): Message | null => (/^\d+$/.test(code) ? { vi: code, en: code } : null);

/** A column of a table may hold the codes of a catalogue. */
const catalogueOfColumn: Readonly<Record<string, string>> = {
  type: 'cell_type',
  level: 'education_general',
};
const columnLabel = (law: Regulations, column: string, code: string): Message | undefined =>
  labelIn(law.catalogues.find(({ id }) => id === catalogueOfColumn[column])?.items, code);

/** A code that stands in one catalogue alone needs no further hint. */
function catalogued(law: Regulations, code: string): Message | null {
  const found = law.catalogues.flatMap(({ items }) => items.filter((item) => item.code === code));
  return found.length === 1 ? found[0]!.label : null;
}

const known = new WeakMap<Regulations, Map<string, Choices>>();

function listsOf(law: Regulations): Map<string, Choices> {
  const lists = known.get(law) ?? choicesByParameter(law);
  known.set(law, lists);
  return lists;
}

/** Of every question that is answered beside this rule where a step asks for it. */
function choicesByParameter(law: Regulations): Map<string, Choices> {
  const found = new Map<string, Choices>();
  const steps = law.procedures.flatMap(({ versions }) => versions.flatMap((one) => one.steps));
  const inputs = new Map(
    steps.flatMap((step) =>
      step.inputs.map((input) => [input.fact ?? `${step.id}.${input.id}`, input] as const),
    ),
  );
  for (const { facts, parameters } of steps.flatMap(usesOf)) {
    const choices = facts.flatMap((fact) => choicesOf(law, inputs.get(fact)));
    for (const id of parameters) found.set(id, [...(found.get(id) ?? []), ...choices]);
  }
  for (const parameter of law.parameters)
    found.set(parameter.id, [...(found.get(parameter.id) ?? []), ...readingsOf(parameter)]);
  return found;
}

/** A reading of a choice names what is chosen. */
const readingsOf = ({ kind, values }: Parameter): Choices =>
  kind === 'choice'
    ? values.flatMap(({ readings = [] }) =>
        readings.map(({ label, value }) => ({ code: String(value), label })),
      )
    : [];

const choicesOf = (law: Regulations, input: Input | undefined): Choices =>
  input?.choices ?? law.catalogues.find(({ id }) => id === input?.catalogue)?.items ?? [];
