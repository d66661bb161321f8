// The answers a step offers, with their words, as regulations/procedures declares them.
import type { Message } from '../../platform/messages.ts';
import { useBook } from '../../road/pages/book.ts';
import { useTell } from '../../ui/i18n.tsx';
import { useOffice } from '../../ui/session.tsx';

export interface Offered {
  label: string;
  choices: { value: string; label: string }[];
  /** the words of a code; the code's place stays empty while the regulations are on their way */
  say: (code: string | null | undefined) => string;
}

/** `offered('assess', 'motive')` → its label, its answers, and the words of one. */
export function useOffered(): (step: string, input: string) => Offered {
  const book = useBook();
  const tell = useTell();
  return (step, id) => {
    const input = book?.stepOf(step)?.inputs.find((one) => one.id === id);
    const choices = (input?.choices ?? []).map((one: { code: string; label: Message }) => ({
      value: one.code,
      label: tell(one.label),
    }));
    return {
      label: input ? tell(input.label) : '',
      choices,
      say: (code) => choices.find(({ value }) => value === code)?.label ?? '',
    };
  };
}

/** Whether this office takes the step itself; entering it for a cell from its minutes is done on the dossier. */
export function useTakes(step: string): boolean {
  const office = useOffice()?.kind ?? '';
  return useBook()?.stepOf(step)?.actor.includes(office) ?? false;
}

/** 'YYYY-MM' as people write it. */
export const monthWords = (month: string): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`;
