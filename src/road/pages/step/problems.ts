// What keeps a step form from being sent: answers that are missing, papers half named, ballots that cannot be.
import type { Input } from '../../../rules/index.ts';
import type { Problems } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { type BallotTyped, ballotFault } from './ballot.ts';
import { type DocumentTyped, isAnswered, isShown, nameOf, type Typed, type Values } from './values.ts';
import { lowerFirst } from '../verdict/read.ts';
import { formWords } from './words.ts';

/** Reasons are read by people; a word is none. The server asks for the same length. */
export const leastReason = 5;

/** Says what is wrong with the answers, in the language of the page. */
export function useProblems(inputs: readonly Input[]): (values: Values) => Problems<Values> {
  const t = useWords(formWords);
  const tell = useTell();
  return (values) => {
    const found = inputs.flatMap((input): [string, string][] => {
      const problem = isShown(input, inputs, values) && problemOf(input, values[nameOf(input)] ?? null);
      return problem ? [[nameOf(input), t(problem, { label: lowerFirst(tell(input.label)) })]] : [];
    });
    return Object.fromEntries(found);
  };
}

/** Numbers that cannot be are said by the ballot itself; here they only hold the form back. */
export function problemOf(input: Input, typed: Typed): keyof typeof formWords | null {
  if (input.kind === 'ballot' && ballotFault(typed as BallotTyped)) return 'form.ballot_fault';
  if (input.kind === 'document' && isHalf(typed as DocumentTyped)) return 'form.document_half';
  if (!input.required || isAnswered(input, typed)) return null;
  return hasParts(input) ? 'form.required_parts' : 'form.required';
}

/** A document names itself: a number without its day, or a day alone, is no document. */
const isHalf = ({ number, on, by }: DocumentTyped) =>
  [number, on, by].some((part) => part.trim() !== '') && (number.trim() === '' || on === '');

/** Of an answer in several fields the first one is named; the whole must be named beside it. */
const hasParts = ({ kind }: Input) => kind === 'document' || kind === 'ballot' || kind === 'papers';

export const isReason = (text: unknown): boolean => String(text ?? '').trim().length >= leastReason;
