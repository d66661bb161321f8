// Whose reports a page is about: the unit chosen in the top bar, else that of the office.
import { useUnit } from '../../ui/address.tsx';
import { useOffice } from '../../ui/session.tsx';

/** null: a committee member looks after some cells of the committee, and chooses one of them. */
export function useReportUnit(): string | null {
  const chosen = useUnit();
  const office = useOffice();
  if (chosen !== null) return chosen;
  return office && office.kind !== 'committee_member' ? String(office.unitId) : null;
}
