// The quality of those admitted, unit by unit: asked for after the tree, so that the tree never waits for it.
import { useCallback, useMemo } from 'react';
import { useRead } from '../../../ui/query.tsx';
import type { Beside } from '../../beside/view.ts';

export type Quality = Beside['items'][number]['quality'];
export type QualityOf = (unitId: number) => Quality | null;

interface Question {
  period: string;
  figure: string;
  /** null: all that the reader looks after */
  unit: string | number | null;
  on: string;
}

/** Only those admitted have a quality to look at; other figures are counted before anybody is a member. */
export function useQuality(
  { period, figure, unit, on }: Question,
  view: 'children' | 'all' = 'children',
): QualityOf {
  const { data } = useRead<Beside>('/plans/quality', {
    params: { period, unit, on, view },
    enabled: figure === 'admission',
    keep: true,
  });
  const known = useMemo(() => new Map(data?.items.map(({ unitId, quality }) => [unitId, quality])), [data]);
  return useCallback(
    (unitId) => (figure === 'admission' ? (known.get(unitId) ?? null) : null),
    [known, figure],
  );
}
