// What a step form holds while it is typed, and the body it becomes: one value per input of the procedure file, by
// the kind of the input alone. Nothing here knows a single step.
import { holds, type Input } from '../../../rules/index.ts';
import type { FactValue } from '../../../rules/verdict.ts';
import type { Choice, PaperRow } from './kinds.ts';
import type { BallotTyped } from './ballot.ts';
import { emptyBallot, sendBallot } from './ballot.ts';

export interface DocumentTyped {
  number: string;
  on: string;
  by: string;
}
export type Typed =
  | string
  | number
  | boolean
  | null
  | DocumentTyped
  | BallotTyped
  | Choice
  | Choice[]
  | string[]
  | PaperRow[];
export type Values = Record<string, Typed>;

/** Values go by the ids of their inputs, the names by which the server speaks of them too. */
export const nameOf = (input: Pick<Input, 'id'>) => input.id;

const empty: Record<Input['kind'], () => Typed> = {
  day: () => '',
  month_day: () => '',
  number: () => null,
  choice: () => '',
  flag: () => null,
  text: () => '',
  note: () => '',
  places: () => '',
  document: () => ({ number: '', on: '', by: '' }),
  person: () => null,
  people: () => [],
  ballot: emptyBallot,
  papers: () => [],
  earlier: () => '',
  choices: () => [],
};

/** The values a form starts with: what is known is filled in, the rest is empty. */
export function startValues(inputs: readonly Input[], known: Record<string, Typed | undefined>): Values {
  return Object.fromEntries(inputs.map((input) => [nameOf(input), known[input.id] ?? empty[input.kind]()]));
}

const isGiven = (value: unknown) => value !== '' && value !== null && value !== undefined;
const optional = (entries: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => isGiven(value)));

const send: Partial<Record<Input['kind'], (typed: Typed) => unknown>> = {
  text: (typed) => String(typed ?? '').trim() || undefined,
  note: (typed) => String(typed ?? '').trim() || undefined,
  places: (typed) => String(typed ?? '').trim() || undefined,
  document: (typed) => sendDocument(typed as DocumentTyped),
  person: (typed) => (typed as Choice | null)?.value,
  people: (typed) => listOrNothing((typed as Choice[]).map(({ value }) => value)),
  choices: (typed) => listOrNothing(typed as string[]),
  ballot: (typed) => sendBallot(typed as BallotTyped),
  papers: (typed) => listOrNothing((typed as PaperRow[]).filter((row) => row.state !== '').map(sendPaper)),
};

const listOrNothing = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

function sendDocument({ number, on, by }: DocumentTyped) {
  const given = optional({ number: number.trim(), on, by: by.trim() });
  return Object.keys(given).length > 0 ? given : undefined;
}

const sendPaper = ({ id, state, on, keptAt }: PaperRow) => ({
  id,
  state,
  ...optional({ on, keptAt: keptAt.trim() }),
});

/** The `inputs` of the body: what was not answered is left out, so that it reads as not known. */
export function sendInputs(inputs: readonly Input[], values: Values): Record<string, unknown> {
  const shown = inputs.filter((input) => isShown(input, inputs, values));
  const sent = shown.map((input): [string, unknown] => [input.id, answerTo(input, values)]);
  return Object.fromEntries(sent.filter(([, value]) => isGiven(value)));
}

/** As it is sent: the empty fields of a document are no document. */
const answerTo = (input: Input, values: Values): unknown => {
  const typed = values[nameOf(input)];
  return typed === undefined ? undefined : (send[input.kind] ?? ((value: Typed) => value))(typed);
};

/** An input with `when` is asked only while the answers it depends on are so. */
export function isShown(input: Input, inputs: readonly Input[], values: Values): boolean {
  return (input.when ?? []).every((condition) => {
    const other = inputs.find((one) => isFactOf(one, condition.fact));
    const answer = other && (answerTo(other, values) as FactValue | undefined);
    return !other || holds([condition], { [condition.fact]: isGiven(answer) ? answer : null }) === true;
  });
}

const isFactOf = (input: Input, fact: string) => input.fact === fact || fact.split('.').at(-1) === input.id;

/** Is a required input still unanswered? A document counts as answered when it has a number or a day. */
export function isAnswered(input: Input, typed: Typed): boolean {
  if (input.kind === 'document') {
    const { number, on } = typed as DocumentTyped;
    return number.trim() !== '' || on !== '';
  }
  if (input.kind === 'ballot') return isBallotFull(typed as BallotTyped);
  if (Array.isArray(typed)) return typed.length > 0;
  return typeof typed === 'string' ? typed.trim() !== '' : typed !== null;
}

/** The minutes name the members, who came, for and against; a blank left empty is none. */
const isBallotFull = ({ total, present, yes, no }: BallotTyped) =>
  [total, present, yes, no].every((count) => count !== null);
