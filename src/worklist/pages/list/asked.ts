// What the page asks the server for: the words of the address – unit, field of work, one kind of work, search.
import { useAddress } from '../../../ui/address.tsx';
import type { QueryWords } from '../../../ui/api.ts';
import { useCan } from '../../../ui/session.tsx';
import { type Group, groups } from '../../view.ts';

export const caseKinds = ['dossier', 'person', 'unit', 'plan', 'report'] as const;

/** Those that must be looked at; the rest stand quietly at the foot of the page. */
export const mainGroups = ['overdue', 'week', 'month', 'others'] as const satisfies Group[];
export const quietGroups = ['later', 'unknown', 'settled'] as const satisfies Group[];

export const groupOf = (word: string | undefined): Group | null =>
  groups.find((group) => group === word) ?? null;

/** `kind` names the field of work, `clock` one kind of work in it. */
export function askedOf({ unit, kind, clock, q }: Record<string, string>): QueryWords {
  return { unit: unit ?? null, kind: kind ?? null, clock: clock ?? null, q: q ?? null };
}

export function useAsked() {
  const { words } = useAddress();
  const asked = askedOf(words);
  return { asked, narrowed: Boolean(words.kind ?? words.clock ?? words.q ?? words.unit) };
}

/** Does this office only follow what others must do? */
export const useFollows = (): boolean => !useCan('worklist.settle');
