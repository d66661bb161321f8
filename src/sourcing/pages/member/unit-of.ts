// The unit that gives a task: the cell of the members when they are of one cell, else the reader’s own unit.
import { useOffice } from '../../../ui/session.tsx';

export function useGivingUnit(rows: readonly { unitId: number }[]): number {
  const own = Number(useOffice()?.unitId ?? 0);
  const [first] = rows;
  return first && rows.every(({ unitId }) => unitId === first.unitId) ? first.unitId : own;
}
