// What the review form holds and sends: the decision of each person, and from it the lines of the resolution.
import { send } from '../../../ui/api.ts';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { newId } from '../../../ui/ids.ts';
import { useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { ManyView, OutcomeLine, PreviewView, ReviewPage, ReviewRow } from '../../view.ts';
import { isFine } from '../list/fine.ts';
import { words } from '../words.ts';

export interface Decision {
  choice: 'list' | 'keep' | 'strike';
  reason: string;
  parents: boolean;
}

/** Nobody comes or goes by default. */
export const startOf = (rows: readonly ReviewRow[]): Record<string, Decision> =>
  Object.fromEntries(
    rows.map(({ id }): [string, Decision] => [id, { choice: 'keep', reason: '', parents: false }]),
  );

export function countsOf(rows: readonly ReviewRow[], decisions: Readonly<Record<string, Decision>>) {
  const of = (row: ReviewRow) => decisions[row.id]?.choice ?? 'keep';
  return {
    list: rows.filter((row) => of(row) === 'list').length,
    strike: rows.filter((row) => of(row) === 'strike').length,
    keep: rows.filter((row) => of(row) === 'keep' && row.stage !== 'nominated').length,
  };
}

/** Only those who come or go are named in the write; whoever stays needs no act. */
export const linesOf = (rows: readonly ReviewRow[], decisions: Readonly<Record<string, Decision>>) =>
  rows.flatMap(({ id }) => {
    const made = decisions[id];
    if (!made || made.choice === 'keep') return [];
    return [
      made.choice === 'strike'
        ? { id, choice: made.choice, reason: made.reason }
        : { id, choice: made.choice, ...(made.parents ? { parentOpinion: true } : {}) },
    ];
  });

interface Held {
  look: PreviewView | null;
  decisions: Readonly<Record<string, Decision>>;
}
interface Ways {
  setLook: (look: PreviewView | null) => void;
  setLeft: (left: OutcomeLine[]) => void;
}

/** First the look, then the write. */
export function useReviewForm(review: ReviewPage, { look, decisions }: Held, { setLook, setLeft }: Ways) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  const form = useForm<{ number: string; on: string }, PreviewView | ManyView>({
    initial: { number: '', on: today },
    check: ({ number }) => ({ number: number.trim() ? null : t('doc.number_needed') }),
    send: ({ number, on }, clientId) => {
      const fine = new Set(look?.lines.filter(isFine).map(({ id }) => id));
      const lines = linesOf(review.rows, decisions).filter(({ id }) => !look || fine.has(id));
      const body = { unitId: review.unit.id, resolution: { number: number.trim(), on }, lines };
      return look
        ? send('POST', '/fostering/reviews', { clientId, ...body })
        : send('POST', '/fostering/reviews/preview', { clientId: newId(), ...body });
    },
    refresh: ['/fostering', '/dossiers', '/worklist', '/routines'],
    done: (out) => {
      if ('lines' in out) return setLook(out);
      toast(t('review.done', { number: form.values.number }));
      setLook(null);
      setLeft(out.left);
      form.reset();
    },
  });
  return form;
}
