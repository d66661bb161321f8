// How a year stands to the year before, as it is said: a share, a few persons where the share would be nought, or equal.
import { leastShare } from '../../ui/numbers.ts';

export type YearChange =
  | { key: 'years.same' }
  | { key: 'years.up' | 'years.down'; share: number }
  | { key: 'years.more' | 'years.fewer'; count: number };

/** null: of nobody there is no share. */
export function yearChange(before: number, last: number): YearChange | null {
  if (before === 0) return null;
  const count = Math.abs(last - before);
  if (count === 0) return { key: 'years.same' };
  const share = count / before;
  if (share < leastShare) return { key: last > before ? 'years.more' : 'years.fewer', count };
  return { key: last > before ? 'years.up' : 'years.down', share };
}
