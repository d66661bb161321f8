// The organisation's own words in the browser: kinds of unit and office with what fits where, types of cell.
import { useMemo } from 'react';
import type { Message } from '../../platform/messages.ts';
import { load, type OfficeKind, type RegulationFiles, type UnitKind } from '../../rules/index.ts';
import { useTell } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';

interface Book {
  unitKinds: readonly UnitKind[];
  officeKinds: readonly OfficeKind[];
  types: readonly { code: string; label: Message }[];
}

const empty: Book = { unitKinds: [], officeKinds: [], types: [] };
const opened = new WeakMap<object, Book>();

function open(files: RegulationFiles): Book {
  const known = opened.get(files);
  if (known) return known;
  const { organisation, catalogue } = load(files);
  const book = {
    unitKinds: organisation.unit_kinds,
    officeKinds: organisation.office_kinds,
    types: catalogue('cell_type').items,
  };
  opened.set(files, book);
  return book;
}

export function useBook() {
  const tell = useTell();
  const { data } = useRead<{ files: RegulationFiles }>('/regulations', {
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => {
    const book = data ? open(data.files) : empty;
    const say = (items: readonly { label: Message }[], at: number) =>
      items[at] ? tell(items[at].label) : '';
    return {
      ...book,
      kind: (id: string) =>
        say(
          book.unitKinds,
          book.unitKinds.findIndex((kind) => kind.id === id),
        ),
      type: (code: string | null) =>
        say(
          book.types,
          book.types.findIndex((type) => type.code === code),
        ),
      office: (id: string) =>
        say(
          book.officeKinds,
          book.officeKinds.findIndex((kind) => kind.id === id),
        ),
      isCell: (kind: string) => book.unitKinds.some((item) => item.id === kind && item.cell),
      /** Kinds that may stand below this kind, as choices. */
      below: (kind: string) =>
        book.unitKinds
          .filter(({ id }) => book.unitKinds.find((above) => above.id === kind)?.children.includes(id))
          .map(({ id, label }) => ({ value: id, label: tell(label) })),
      /** Does this office reach by the cells named in it? */
      namesCells: (id: string) =>
        Object.values(book.officeKinds.find((kind) => kind.id === id)?.may ?? {}).includes('named_units'),
      /** Offices held at a unit of this kind. */
      officesAt: (kind: string) => book.officeKinds.filter((office) => office.held_at.includes(kind)),
    };
  }, [data, tell]);
}
export type Words = ReturnType<typeof useBook>;
