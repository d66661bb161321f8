// The places that were asked about a candidate's life, each with its answer.
import type { PartialDay } from '../platform/day.ts';
import type { Act } from './fold.ts';
import type { Law } from './law.ts';
import { replyStep, sendingStep, verifiedStage } from './road.ts';
import type { Standing } from './standing.ts';

type Told = Pick<Act, 'step' | 'on' | 'inputs'>;

/** A letter that went out, and the last reply to it. */
export interface Letter<A extends Told = Act> {
  sent: A;
  /** where it went or, where that is not held, whence it was answered; else null */
  place: string | null;
  reply: A | null;
}

export interface Inquiry extends Letter {
  persons: number | null;
  sentOn: PartialDay | null;
  /** a reply is still waited for: never once the verification is concluded */
  awaited: boolean;
}

/** In the order in which they were asked. */
export function inquiriesOf({ acts, stage }: Standing, law: Law): Inquiry[] {
  const isConcluded = law.order(stage) >= law.order(verifiedStage);
  return lettersOf(acts.map(({ act }) => act)).map((letter) => {
    const { on: sentOn, inputs } = letter.sent;
    const persons = typeof inputs.persons === 'number' ? inputs.persons : null;
    return { ...letter, persons, sentOn, awaited: letter.reply === null && !isConcluded };
  });
}

/** In the order of the acts; a reply whose day is not held may stand before its letter. */
export function lettersOf<A extends Told>(acts: readonly A[]): Letter<A>[] {
  const letters: Letter<A>[] = [];
  const early: A[] = [];
  const take = (reply: A): boolean => {
    const found = answeredBy(letters, reply);
    for (const letter of found) Object.assign(letter, { reply, place: placeOf(reply) });
    return found.length > 0;
  };
  for (const act of acts) {
    if (act.step === sendingStep) letters.push({ sent: act, place: placeOf(act), reply: null });
    if (act.step === replyStep && !take(act)) early.push(act);
  }
  for (const reply of early) take(reply);
  return letters;
}

/** Those that went to its place; a reply from a place that none went to answers one whose place is not held. */
export function answeredBy<A extends Told>(
  letters: readonly Letter<A>[],
  reply: Pick<Told, 'inputs'>,
): Letter<A>[] {
  const place = placeOf(reply);
  const there = letters.filter((letter) => place !== null && letter.place === place);
  if (there.length > 0) return there;
  return letters.filter((letter) => letter.place === null && letter.reply === null).slice(0, 1);
}

/** The place that a letter went to or a reply came from. */
export const placeOf = ({ inputs: { place } }: Pick<Told, 'inputs'>): string | null =>
  typeof place === 'string' && place !== '' ? place : null;
