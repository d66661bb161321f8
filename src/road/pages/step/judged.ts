// What the rules say of the answers so far: at once from the rules in the browser, and again from the server, which
// also knows who the chosen persons are. Without network the browser's own judgement stays.
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isDay } from '../../../platform/day.ts';
import type { Verdict } from '../../../rules/verdict.ts';
import { type ApiError, send } from '../../../ui/api.ts';
import { judgeStep, type Typed } from '../../judge.ts';
import type { ActView, DossierView } from '../../view.ts';
import { type Book, useBook } from '../book.ts';

const pause = 400;

interface Asked {
  typed: Typed;
  correcting: ActView | undefined;
  /** everything required is answered: only then can the server judge */
  full: boolean;
}

export function useJudged(dossier: DossierView, { typed, correcting, full }: Asked) {
  const book = useBook();
  const here = useMemo(() => judgeHere(book, dossier, typed, correcting), [book, dossier, typed, correcting]);
  const asked = JSON.stringify(typed);
  const [settled] = useDebouncedValue(asked, pause);
  const server = useQuery<Verdict, ApiError>({
    queryKey: ['judge', dossier.id, dossier.version, settled],
    queryFn: () => send<Verdict>('POST', `/dossiers/${dossier.id}/judge`, JSON.parse(settled)),
    // A correction is judged as if the old act had not been: only the browser can ask that before it is written.
    enabled: full && !correcting && isDay(typed.happenedOn) && settled === asked,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  });
  const answered = settled === asked ? server.data : undefined;
  return { verdict: answered ?? here, judging: server.isFetching };
}

/** null while the rules are not here, the day is not typed, or the answers cannot be judged yet. */
function judgeHere(
  book: Book | null,
  dossier: DossierView,
  typed: Typed,
  correcting: ActView | undefined,
): Verdict | null {
  if (!book || !isDay(typed.happenedOn)) return null;
  try {
    const before = correcting ? asBefore(dossier, correcting) : dossier;
    return judgeStep(withoutBallots(before, typed.step, book), typed, book.regulations);
  } catch {
    // Half-typed answers may not be judgeable; the form itself says what is missing.
    return null;
  }
}

/** The dossier as it stood before the act that is being corrected. */
export function asBefore(dossier: DossierView, act: ActView): DossierView {
  const at = dossier.acts.findIndex(({ entry }) => entry === act.entry);
  return { ...dossier, acts: dossier.acts.slice(0, Math.max(at, 0)) };
}

/** The numbers of an earlier vote of the same step say nothing of the vote that is being typed. */
export function withoutBallots(dossier: DossierView, step: string, book: Pick<Book, 'stepOf'>): DossierView {
  const ballots = (book.stepOf(step)?.inputs ?? [])
    .filter(({ kind }) => kind === 'ballot')
    .map(({ id }) => id);
  const strip = (inputs: ActView['inputs']) =>
    Object.fromEntries(Object.entries(inputs).filter(([id]) => !ballots.includes(id)));
  return {
    ...dossier,
    acts: dossier.acts.map((act) => (act.step === step ? { ...act, inputs: strip(act.inputs) } : act)),
  };
}
