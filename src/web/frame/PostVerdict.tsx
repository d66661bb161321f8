// The judgement that came back with a write sent later from the outbox, in the words of the rules.
import type { Verdict } from '../../rules/verdict.ts';
import { VerdictView } from '../../road/pages/verdict/VerdictView.tsx';

export function PostVerdict({ verdict }: { verdict: unknown }) {
  if (!isVerdict(verdict)) return null;
  return <VerdictView verdict={verdict} here={verdict.step} onWayOut={() => {}} bare />;
}

const isVerdict = (value: unknown): value is Verdict =>
  typeof value === 'object' && value !== null && 'reasons' in value && 'step' in value;
