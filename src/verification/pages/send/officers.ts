// Who may be put in charge, as a list to choose from.
import { useTell } from '../../../ui/i18n.tsx';
import { useRead } from '../../../ui/query.tsx';
import type { OfficerList } from '../../view.ts';

export function useOfficers(dossier: string | null): { value: string; label: string }[] {
  const tell = useTell();
  const { data } = useRead<OfficerList>('/verifications/officers', {
    params: { dossier },
    enabled: dossier !== null,
  });
  return (data?.items ?? []).map(({ id, name, title, unitName }) => ({
    value: id,
    label: `${name} – ${tell(title)}, ${unitName}`,
  }));
}
