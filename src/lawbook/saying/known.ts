// How sure a value is, in one of a few words.
import type { Resolved } from '../../rules/index.ts';
import type { valueWords } from './value-words.ts';

export type Knowing = 'sure' | 'unsure' | 'assumed' | 'unknown' | 'unsaid' | 'two';
type Value = Pick<Resolved, 'value' | 'readings' | 'confidence' | 'assumed' | 'gap'>;

export function knowingOf({ value, readings, confidence, assumed, gap }: Value): Knowing {
  if (value === null) return gap ? 'unknown' : openOf(readings.length);
  if (assumed) return 'assumed';
  return confidence === 'S' ? 'sure' : 'unsure';
}

/** One reading alone is how some places do what no text sets. */
const openOf = (readings: number): Knowing => (readings > 1 ? 'two' : readings === 1 ? 'unsaid' : 'unknown');

/** What stands where the value would: of what no text sets that is known, of all else nothing. */
export const openKey = (knowing: Knowing): keyof typeof valueWords =>
  knowing === 'unsaid' ? 'known.unsaid' : 'value.unknown';

export const knowingKey = (knowing: Knowing): keyof typeof valueWords => `known.${knowing}`;
