// How sure a value is, in one of a few words.
import type { Resolved } from '../../rules/index.ts';
import type { valueWords } from './value-words.ts';

export type Knowing = 'sure' | 'unsure' | 'assumed' | 'unknown' | 'two';
type Value = Pick<Resolved, 'value' | 'readings' | 'confidence' | 'assumed' | 'gap'>;

export function knowingOf({ value, readings, confidence, assumed, gap }: Value): Knowing {
  if (value === null) return readings.length > 0 && !gap ? 'two' : 'unknown';
  if (assumed) return 'assumed';
  return confidence === 'S' ? 'sure' : 'unsure';
}

export const knowingKey = (knowing: Knowing): keyof typeof valueWords => `known.${knowing}`;
