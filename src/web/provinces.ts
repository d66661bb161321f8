// The provinces to choose from at set-up, as the regulations' list of places has them.
import list from '../../regulations/places/provinces.csv?raw';
import { sortKey } from '../platform/text.ts';

export interface Province {
  value: string;
  label: string;
}

const kinds: Record<string, string> = { tinh: 'Tỉnh', thanh_pho: 'Thành phố' };

export function readProvinces(csv: string): Province[] {
  const [, ...lines] = csv.trim().split('\n');
  return lines
    .map((line) => line.split(','))
    .map(([code = '', name = '', kind = '']) => ({ value: code, label: name, kind: kinds[kind] ?? '' }))
    .toSorted((a, b) => (sortKey(a.label) < sortKey(b.label) ? -1 : 1))
    .map(({ value, label, kind }) => ({ value, label: `${kind} ${label}`.trim() }));
}

export const provinces: Province[] = readProvinces(list);
