// What every field of a step form is given, whatever its kind.
import type { DossierView } from '../../view.ts';
import type { Input } from '../../../rules/procedure.ts';
import type { Share } from '../../../rules/parameter.ts';

export interface FieldProps<T> {
  input: Input;
  /** id of the first control, so that the list of problems can lead there */
  id: string;
  name: string;
  label: string;
  error: string | undefined;
  value: T;
  onChange: (value: T) => void;
  asked: Asked;
}

/** What the fields may draw on beside their own value. */
export interface Asked {
  /** the day the act happened; who was on the roll is asked for this day */
  on: string;
  unit: { id: number; name: string };
  dossier: DossierView | null;
  /** the share a vote of this step must reach, as far as the judgement says it */
  share: Share | null;
}
