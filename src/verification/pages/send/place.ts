// A place as the field of a form holds it: chosen from the lists, its codes in the value, what is said about it beside.
import { placeWritten } from '../../../places/search.ts';
import type { Choice } from '../../../ui/field/LookupField.tsx';
import type { PlaceView } from '../../view.ts';

export interface PlaceChoice extends Choice {
  found: PlaceView;
}

/** Asked by its old name a place shows that name; today's stands below. */
export const placeChoice =
  (now: (name: string) => string, here: (name: string) => string) =>
  (found: PlaceView): PlaceChoice => {
    const { code, name, old, addressee } = found;
    const second = [old && now(name), addressee && here(addressee.name)].filter(Boolean).join(' · ');
    return {
      value: old ? `old:${old.code}` : code,
      label: old ? old.name : name,
      found,
      ...(second ? { second } : {}),
    };
  };

export const codesOf = (choice: Choice | null): { code: string | null; oldCode: string | null } => {
  const value = choice?.value ?? '';
  return value.startsWith('old:')
    ? { code: null, oldCode: value.slice(4) }
    : { code: value || null, oldCode: null };
};

/** The text under which the dossier and the letter will know it. */
export function writtenOf(choice: Choice | null): string {
  const found = (choice as Partial<PlaceChoice> | null)?.found;
  return found ? placeWritten(found) : '';
}

/** Code of today's unit. */
export const todayOf = (choice: Choice | null): string | null =>
  (choice as Partial<PlaceChoice> | null)?.found?.code ?? null;
