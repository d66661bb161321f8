// The order in which verification goes: the history is certified and sealed before it is sent, replies come before the
// conclusion, and the cell comments last. What came too early is marked; the guards of the steps refuse it.
import type { PartialDay } from '../platform/day.ts';
import type { Inquiry } from '../road/inquiries.ts';
import { replyStep, sendingStep } from '../road/road.ts';
import type { Standing } from '../road/standing.ts';
import type { OrderStep } from './view.ts';

type Days = Record<OrderStep['id'], PartialDay | null>;

export function orderOf({ facts, acts }: Standing, inquiries: readonly Inquiry[]): OrderStep[] {
  const fact = (name: string) => (typeof facts[name] === 'string' ? (facts[name] as string) : null);
  const daysOf = (step: string) => acts.filter(({ act }) => act.step === step).map(({ act }) => act.on);
  // A letter whose place is not held waits here; the conclusion it does not refuse, as nothing that is not held does.
  const waits = facts['verification.open'] !== 0 || inquiries.some(isOpen);
  const days: Days = {
    sealed: fact('history.sealedOn'),
    sent: daysOf(sendingStep)[0] ?? null,
    replied: waits ? null : (daysOf(replyStep).at(-1) ?? null),
    concluded: fact('verify_conclude.on'),
    commented: fact('cell_vote.on'),
  };
  return markOrder(days);
}

const isOpen = ({ awaited, reply }: Inquiry): boolean => awaited || reply?.inputs.result === 'needs_more';

/** 'now' is the first step not done; a step done before the one it rests on is out of order. */
export function markOrder(days: Days): OrderStep[] {
  const ids = ['sealed', 'sent', 'replied', 'concluded', 'commented'] as const;
  let open = false;
  let last: PartialDay | null = null;
  return ids.map((id) => {
    const on = days[id];
    if (on === null) {
      const state: OrderStep['state'] =
        open || ids.slice(ids.indexOf(id)).some((next) => days[next] !== null) ? 'next' : 'now';
      open = open || state === 'now';
      return { id, on, state };
    }
    const early: boolean = last !== null && on < last.slice(0, on.length);
    last = early ? last : on;
    return { id, on, state: early ? 'out_of_order' : 'done' };
  });
}
