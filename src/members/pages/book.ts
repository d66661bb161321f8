// Words for the codes that the record of a person holds: catalogues of the regulations and kinds of office.
import { useMemo } from 'react';
import { load, type RegulationFiles, type Regulations } from '../../rules/index.ts';
import { useTell } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';

const opened = new WeakMap<object, Regulations>();

function open(files: RegulationFiles): Regulations {
  const known = opened.get(files) ?? load(files);
  opened.set(files, known);
  return known;
}

export function useBook() {
  const tell = useTell();
  const { data } = useRead<{ files: RegulationFiles }>('/regulations', {
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => {
    const book = data ? open(data.files) : null;
    const items = (catalogue: string) => book?.catalogues.find((one) => one.id === catalogue)?.items ?? [];
    const label = (catalogue: string, code: string | null | undefined): string => {
      const item = items(catalogue).find((one) => one.code === code);
      return item ? tell(item.label) : (code ?? '');
    };
    return {
      label,
      choices: (catalogue: string) =>
        items(catalogue).map(({ code }) => ({ value: code, label: label(catalogue, code) })),
      office: (kind: string): string => {
        const found = book?.organisation.office_kinds.find((one) => one.id === kind);
        return found ? tell(found.label) : '';
      },
      isCell: (kind: string): boolean =>
        book?.organisation.unit_kinds.some((one) => one.id === kind && one.cell) ?? false,
    };
  }, [data, tell]);
}
