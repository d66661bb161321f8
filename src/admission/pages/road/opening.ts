// Which form stands open on the page – kept in the address, so that it can be linked to and the back key closes it.
import type { Step } from '../../../rules/index.ts';
import { useAddress } from '../../../ui/address.tsx';
import type { ActView, DossierView, NextView } from '../../../road/view.ts';
import type { Book } from '../../../road/pages/book.ts';

export interface Opened {
  step: Step;
  /** this reader may do it now, or enter it on behalf; null when it waits for another office */
  mine: { onBehalf: boolean } | null;
  /** nobody may do it now: it was recorded meanwhile, or the dossier stands elsewhere */
  shut?: boolean;
  actor: string[];
  correcting?: ActView;
  given: Record<string, string>;
}
export type Open = (step: string, given?: Record<string, string>) => void;

export function useOpening(dossier: DossierView, book: Book) {
  const { words, set } = useAddress();
  const open: Open = (step, given = {}) =>
    set({ step, correct: null, place: null, ...given }, { replace: false });
  const close = () => {
    set({ step: null, correct: null, place: null });
    // Whoever works by keyboard goes on from the head of the page.
    requestAnimationFrame(() => document.querySelector('h1')?.focus());
  };
  return { opened: findOpened(dossier, book, words), open, close };
}

export function findOpened(dossier: DossierView, book: Book, words: Record<string, string>): Opened | null {
  const given: Record<string, string> = words.place ? { place: words.place } : {};
  const act = dossier.acts.find(({ entry, can }) => entry === words.correct && can.includes('correct'));
  const step = book.stepOf(act?.step ?? words.step ?? '');
  if (!step) return null;
  if (act) return { step, mine: { onBehalf: false }, actor: step.actor, correcting: act, given };
  const known = [...dossier.next, ...dossier.asides].find((one) => one.step === step.id);
  return { step, mine: waysOf(known), shut: !known, actor: known?.actor ?? step.actor, given };
}

function waysOf(known: NextView | undefined): Opened['mine'] {
  if (known?.mine) return { onBehalf: false };
  return known?.onBehalf ? { onBehalf: true } : null;
}
