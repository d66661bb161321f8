// The organisation's own words in the browser: kinds of unit and office with what fits where, types of cell.
import { useMemo } from 'react';
import type { Message } from '../../platform/messages.ts';
import type { OfficeKind, Regulations, UnitKind } from '../../rules/index.ts';
import { useTell } from '../../ui/i18n.tsx';
import { useLaw } from './law.ts';

interface Book {
  unitKinds: readonly UnitKind[];
  officeKinds: readonly OfficeKind[];
  types: readonly { code: string; label: Message }[];
}

const empty: Book = { unitKinds: [], officeKinds: [], types: [] };
const bookOf = ({ organisation, catalogue }: Regulations): Book => ({
  unitKinds: organisation.unit_kinds,
  officeKinds: organisation.office_kinds,
  types: catalogue('cell_type').items,
});

export function useBook() {
  const tell = useTell();
  const { law } = useLaw();
  return useMemo(() => {
    const book = law ? bookOf(law) : empty;
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
  }, [law, tell]);
}
export type Words = ReturnType<typeof useBook>;
