// Words for the codes that the record of a person holds: catalogues of the regulations and kinds of office.
import { useMemo } from 'react';
import { useLaw } from '../../org/pages/law.ts';
import { useTell } from '../../ui/i18n.tsx';

export function useBook() {
  const tell = useTell();
  const { law } = useLaw();
  return useMemo(() => {
    const items = (catalogue: string) => law?.catalogues.find((one) => one.id === catalogue)?.items ?? [];
    const label = (catalogue: string, code: string | null | undefined): string => {
      const item = items(catalogue).find((one) => one.code === code);
      return item ? tell(item.label) : (code ?? '');
    };
    return {
      label,
      choices: (catalogue: string) =>
        items(catalogue).map(({ code }) => ({ value: code, label: label(catalogue, code) })),
      office: (kind: string): string => {
        const found = law?.organisation.office_kinds.find((one) => one.id === kind);
        return found ? tell(found.label) : '';
      },
      isCell: (kind: string): boolean =>
        law?.organisation.unit_kinds.some((one) => one.id === kind && one.cell) ?? false,
    };
  }, [law, tell]);
}
