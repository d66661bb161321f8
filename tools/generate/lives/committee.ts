// The committee of a commune: how many sit in it, and since when there is one.
import { numberOf } from '../days.ts';
import { reorganisedOn } from '../past.ts';
import type { CommunePlan } from '../plan.ts';

/** A: nine to fifteen below a commune, fifteen to twenty-nine in one. */
export const committeeSize = ({ index, cells }: Pick<CommunePlan, 'index' | 'cells'>): number =>
  cells.length >= 30 ? 15 + 2 * (index % 8) : 9 + 2 * (index % 4);

export const reorganisation = numberOf(reorganisedOn);
