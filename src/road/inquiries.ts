// The places that were asked about a candidate's life, each with its answer.
import type { PartialDay } from '../platform/day.ts';
import type { Act } from './fold.ts';
import type { Law } from './law.ts';
import { replyStep, sendingStep, verifiedStage } from './road.ts';
import type { Standing } from './standing.ts';

export interface Inquiry {
  /** null where whoever brought the case does not know it, and nobody has answered; so are the persons */
  place: string | null;
  persons: number | null;
  sentOn: PartialDay | null;
  sent: Act;
  reply: Act | null;
  /** a reply is still waited for: never once the verification is concluded */
  awaited: boolean;
}

/** In the order in which they were asked. A reply from a place that no letter names answers one whose place is unknown. */
export function inquiriesOf({ acts, stage }: Standing, law: Law): Inquiry[] {
  const isConcluded = law.order(stage) >= law.order(verifiedStage);
  const actsOf = (step: string) => acts.map(({ act }) => act).filter((act) => act.step === step);
  const sent = actsOf(sendingStep);
  // The last of each place counts.
  const replies = new Map(actsOf(replyStep).map((reply) => [placeOf(reply), reply]));
  const named = new Set(sent.map(placeOf));
  const others = [...replies]
    .filter(([place]) => place === null || !named.has(place))
    .map(([, reply]) => reply);
  return sent.map((act) => {
    const asked = placeOf(act);
    const reply = (asked === null ? others.shift() : replies.get(asked)) ?? null;
    const { persons } = act.inputs;
    return {
      place: asked ?? (reply && placeOf(reply)),
      persons: typeof persons === 'number' ? persons : null,
      sentOn: act.on,
      sent: act,
      reply,
      awaited: !reply && !isConcluded,
    };
  });
}

/** The place that a letter went to or a reply came from. */
export const placeOf = ({ inputs: { place } }: Pick<Act, 'inputs'>): string | null =>
  typeof place === 'string' && place !== '' ? place : null;
