// The year that the page speaks of: the current one, unless another is chosen; the next one can be surveyed already.
import { useAddress } from '../../ui/address.tsx';
import { useToday } from '../../ui/session.tsx';

const back = 5;

export const yearsOffered = (today: string): number[] => {
  const now = Number(today.slice(0, 4));
  return Array.from({ length: back + 2 }, (_, index) => now + 1 - index);
};

export function useYear(): number {
  const today = useToday();
  const chosen = Number(useAddress().words.year);
  return yearsOffered(today).includes(chosen) ? chosen : Number(today.slice(0, 4));
}
