// What search finds: units by the tree already held, people by the server.
import { useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import { messages } from './messages.ts';
import { findUnits, type UnitLine } from './units.ts';

export interface Hit {
  key: string;
  href: string;
  label: string;
  second: string;
}
interface PersonLine {
  id: string;
  name: string;
  unitName?: string | null;
}

export function useHits(text: string, sees: { people: boolean; units: boolean }) {
  const t = useWords(messages);
  const asks = text.length >= 2;
  const people = useRead<{ items: PersonLine[] }>('/people', {
    params: { q: text, status: 'all', limit: 10 },
    enabled: asks && sees.people,
    keep: true,
  });
  const units = useRead<{ items: UnitLine[] }>('/units', { enabled: asks && sees.units, staleTime: 300_000 });
  if (!asks) return { hits: [], settled: false };
  const hits: Hit[] = [
    ...(people.data?.items ?? []).map(({ id, name, unitName }) => ({
      key: `p${id}`,
      href: `/people/${id}`,
      label: name,
      second: unitName ?? t('web.search_people'),
    })),
    ...findUnits(units.data?.items ?? [], text, 6).map(({ id, name }) => ({
      key: `u${id}`,
      href: `/units/${id}`,
      label: name,
      second: t('web.search_units'),
    })),
  ];
  return { hits, settled: !people.isFetching && !units.isFetching };
}
