// The place whose rules are asked for: the unit chosen in the top bar, else the unit of the reader's office.
import { useOn, useUnit } from '../../ui/address.tsx';
import { useRead } from '../../ui/query.tsx';
import { useOffice } from '../../ui/session.tsx';

export interface Spot {
  id: number;
  name: string;
  path: string;
}

/** Where the reader asks from; null while it is on its way, or where no unit is within reach. */
export function useSpot(): Spot | null {
  const chosen = useUnit();
  const office = useOffice();
  const { on } = useOn();
  // The same read as the switch of units in the frame. Whoever is in charge of cells may not see the office's own unit.
  const within = useRead<{ items: { id: number }[] }>('/units', {
    params: { on },
    keep: true,
    staleTime: 300_000,
  });
  const ids = within.data?.items.map(({ id }) => id) ?? [];
  const own = ids.find((id) => id === Number(office?.unitId)) ?? ids[0];
  const id = chosen ?? own ?? null;
  const { data } = useRead<Spot>(`/units/${id}`, { enabled: id !== null, staleTime: 300_000 });
  return data ?? null;
}
