// How far along the phases of the road a dossier stands, or where it left.
import type { Step } from '../../../ui/show/Stepper.tsx';
import { type DossierView, type Phase, phases } from '../../../road/view.ts';

export type Where = Pick<DossierView, 'phase' | 'closedAs'>;
export const hasLeft = ({ closedAs }: Where) => closedAs !== null && closedAs !== 'recognised';

export function stateOf(phase: Phase, dossier: Where): Step['state'] {
  const left = hasLeft(dossier);
  if (phase === dossier.phase) return left ? 'stopped' : dossier.closedAs === null ? 'now' : 'done';
  if (left) return 'skipped';
  return phases.indexOf(phase) < phases.indexOf(dossier.phase) ? 'done' : 'next';
}
