// Parts that other rooms lay onto the page of a dossier: src/web composes them, the page draws them in order after
// what lies ahead.
import type { ComponentType } from 'react';
import type { DossierView } from '../../road/view.ts';

export interface Section {
  id: string;
  Part: ComponentType<{ dossier: DossierView }>;
}

let current: readonly Section[] = [];

export function useSections(sections: readonly Section[]): void {
  current = sections;
}
export const sections = (): readonly Section[] => current;
