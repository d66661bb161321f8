// What keeps a step form from being sent: answers that are missing, papers half named, ballots that cannot be.
import type { Input } from '../../../rules/index.ts';
import type { Problems } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { type BallotTyped, ballotFault } from './ballot.ts';
import { type DocumentTyped, isAnswered, isShown, nameOf, type Values } from './values.ts';
import { lowerFirst } from '../verdict/read.ts';
import { formWords } from './words.ts';

/** Reasons are read by people; a word is none. The server asks for the same length. */
export const leastReason = 5;

/** Says what is wrong with the answers, in the language of the page. */
export function useProblems(inputs: readonly Input[]): (values: Values) => Problems<Values> {
  const t = useWords(formWords);
  const tell = useTell();
  return (values) => ({
    ...missingAnswers(inputs, values, (input) =>
      t(hasParts(input) ? 'form.required_parts' : 'form.required', { label: lowerFirst(tell(input.label)) }),
    ),
    ...halfDocuments(inputs, values, (input) =>
      t('form.document_half', { label: lowerFirst(tell(input.label)) }),
    ),
    ...ballotFaults(inputs, values, (input) =>
      t('form.ballot_fault', { label: lowerFirst(tell(input.label)) }),
    ),
  });
}

/** Of an answer in several fields the first one is named; the whole must be named beside it. */
const hasParts = ({ kind }: Input) => kind === 'document' || kind === 'ballot' || kind === 'papers';

export const isReason = (text: unknown): boolean => String(text ?? '').trim().length >= leastReason;

export function missingAnswers(
  inputs: readonly Input[],
  values: Values,
  say: (input: Input) => string,
): Problems<Values> {
  const needed = inputs.filter((input) => input.required && isShown(input, inputs, values));
  const empty = needed.filter((input) => !isAnswered(input, values[nameOf(input)] ?? null));
  return Object.fromEntries(empty.map((input) => [nameOf(input), say(input)]));
}

/** A document names itself: a number without its day, or a day alone, is no document. */
export function halfDocuments(
  inputs: readonly Input[],
  values: Values,
  say: (input: Input) => string,
): Problems<Values> {
  const documents = inputs.filter((input) => input.kind === 'document' && isShown(input, inputs, values));
  const half = documents.filter((input) => isHalf(values[nameOf(input)] as DocumentTyped));
  return Object.fromEntries(half.map((input) => [nameOf(input), say(input)]));
}

const isHalf = ({ number, on, by }: DocumentTyped) =>
  [number, on, by].some((part) => part.trim() !== '') && (number.trim() === '' || on === '');

/** Numbers that cannot be are said by the ballot itself; here they only hold the form back. */
export function ballotFaults(
  inputs: readonly Input[],
  values: Values,
  say: (input: Input) => string,
): Problems<Values> {
  const ballots = inputs.filter((input) => input.kind === 'ballot');
  const faulty = ballots.filter((input) => ballotFault(values[nameOf(input)] as BallotTyped) !== null);
  return Object.fromEntries(faulty.map((input) => [nameOf(input), say(input)]));
}
