// Why the server did not write: the judgement with its reasons, or the sentence that came with the refusal.
import type { Verdict } from '../../../rules/verdict.ts';
import type { ApiError } from '../../../ui/api.ts';
import { useTell } from '../../../ui/i18n.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { VerdictView } from '../verdict/VerdictView.tsx';

interface RefusalProps {
  error: ApiError | null;
  here: string;
  onWayOut?: (step: string) => void;
}

export function Refusal({ error, here, onWayOut }: RefusalProps) {
  const tell = useTell();
  if (error?.kind !== 'Refused') return null;
  const verdict = verdictOf(error);
  return (
    <>
      <Notice tone="act" title={tell(error.words)} alert />
      {verdict && <VerdictView verdict={verdict} here={here} bare onWayOut={onWayOut ?? (() => {})} />}
    </>
  );
}

export function verdictOf(error: ApiError | null): Verdict | null {
  const verdict = error?.verdict as Partial<Verdict> | null | undefined;
  return Array.isArray(verdict?.reasons) && typeof verdict.outcome === 'string' ? (verdict as Verdict) : null;
}
