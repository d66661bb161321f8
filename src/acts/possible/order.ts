// Days that cannot follow each other, whatever the law says: a paper received before it was issued, a reply before
// the request. A ceremony before its decision is no slip of the pen but a matter of law, and judged by a guard.
import { earliest, formatDay, isPartialDay, latest } from '../../platform/day.ts';
import type { Facts } from '../../rules/verdict.ts';
import type { Impossible } from './ballot.ts';
import type { ImpossibleCode } from './messages.ts';

interface Order {
  from: string;
  to: string;
  code: ImpossibleCode;
}

/** Of one act or of acts that follow each other once: `to` is never before `from`. */
export const orders: readonly Order[] = [
  {
    from: 'class_certificate.attendedFrom',
    to: 'class_certificate.attendedTo',
    code: 'admission.class_backwards',
  },
  { from: 'decide.decision.on', to: 'decision.receivedOn', code: 'admission.received_before_issued' },
  { from: 'cell_vote.on', to: 'decide.decision.on', code: 'admission.decided_before_vote' },
  { from: 'verify_send.on', to: 'verify_send.receivedOn', code: 'admission.received_before_sent' },
];

/** Between acts that may be taken again and again (a letter to each place): of the pair that belongs together. */
export const replyOrder: Order = {
  from: 'verify_send.on',
  to: 'verify_reply.on',
  code: 'admission.reply_before_request',
};

/** Days known only in part are backwards when they are so however they are read. */
export const isBackwards = (from: unknown, to: unknown): boolean =>
  isPartialDay(from) && isPartialDay(to) && latest(to) < earliest(from);

export function findDisorder(facts: Facts): (Impossible & { fact: string }) | null {
  const found = [...orders, replyOrder].find(({ from, to }) => isBackwards(facts[from], facts[to]));
  if (!found) return null;
  const said = (fact: string) => formatDay(String(facts[fact]));
  return { code: found.code, params: { from: said(found.from), to: said(found.to) }, fact: found.to };
}
