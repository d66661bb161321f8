// The provinces to choose from at set-up, as the regulations' list of places has them.
import list from '../../regulations/places/provinces.csv?raw';

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
    .toSorted((a, b) => a.label.localeCompare(b.label, 'vi'))
    .map(({ value, label, kind }) => ({ value, label: `${kind} ${label}`.trim() }));
}

export const provinces: Province[] = readProvinces(list);
