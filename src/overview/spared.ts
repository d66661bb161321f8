// Small counts of persons in what leaves the house: of another unit a count below the least is not given away, and neither
// is a second one from which it could be reckoned. The unit’s own readers take everything.
import { sparedOf } from '../workbook/spare.ts';
import type { Message } from '../platform/messages.ts';
import type { OverviewView } from './view.ts';

type Guarded = Pick<OverviewView, 'own' | 'least' | 'people'>;

export interface Band {
  code: string;
  label: Message;
  /** null: not given away */
  men: number | null;
  women: number | null;
}

/** `away`: it leaves the house. Each sex stands with its own sum, so each is spared by itself. */
export function shownBands({ people: { bands }, own, least }: Guarded, away: boolean): Band[] {
  const side = (counts: readonly number[]) => {
    const spared = away && !own ? sparedOf(counts, least) : new Set<number>();
    return counts.map((count, at) => (spared.has(at) ? null : count));
  };
  const men = side(bands.map((band) => band.men.count));
  const women = side(bands.map((band) => band.women.count));
  return bands.map(({ code, label }, at) => ({
    code,
    label,
    men: men[at] ?? null,
    women: women[at] ?? null,
  }));
}

/** Where one sex as a whole is so small that its sum must not be given away, nothing of the ages is. */
export function agesMayLeave({ people: { bands }, own, least }: Guarded): boolean {
  const sum = (of: 'men' | 'women') => bands.reduce((all, band) => all + band[of].count, 0);
  return own || [sum('men'), sum('women')].every((count) => count === 0 || count >= least);
}

export interface Part {
  label: Message;
  count: number | null;
}

/** Parts overlap, so that none can be reckoned from the others; but what is left of the whole must not be small either. */
export function shownParts({ people: { parts, total }, own, least }: Guarded, away: boolean): Part[] {
  const small = (count: number) => count > 0 && count < least;
  const hidden = (count: number) => away && !own && (small(count) || small(total.count - count));
  return parts
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => ({ label, count: hidden(count) ? null : count }));
}
