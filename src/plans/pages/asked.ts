// What the page of targets is asked for: period and figure stand in the address, unit and day are set by the frame.
import { useAddress, useOn, useUnit } from '../../ui/address.tsx';
import { isFilter, type Filter } from './tree/need.ts';

export interface Asked {
  period: string | null;
  /** null: the one of the office – introductions for mass organisations, else admissions */
  figure: string | null;
  unit: string | null;
  on: string;
  filter: Filter | null;
  /** the order of rows: as in the tree, or where help is needed first */
  byNeed: boolean;
}

export function useAsked(): Asked {
  const { words } = useAddress();
  const unit = useUnit();
  const { on } = useOn();
  return {
    period: words.period ?? null,
    figure: words.figure ?? null,
    unit,
    on,
    filter: isFilter(words.show) ? words.show : null,
    byNeed: words.order === 'need',
  };
}

/** Words that a link to another page of targets carries on. */
export const carried = ({ period, figure }: Asked): Record<string, string | null> => ({
  period,
  figure,
});
