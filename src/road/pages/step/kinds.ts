// The shapes of composite answers while they are typed.
import type { Choice } from '../../../ui/field/LookupField.tsx';

export type { Choice };

export type PaperState = 'have' | 'missing' | 'not_needed';
export interface PaperRow {
  id: string;
  state: PaperState | '';
  on: string;
  keptAt: string;
}
