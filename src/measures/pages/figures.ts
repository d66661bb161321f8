// The targets by their names, as choices and in sentences.
import { findFigure, targetFigures } from '../../statistics/figure.ts';
import { useTell } from '../../ui/i18n.tsx';

export function useFigureName(): (id: string) => string {
  const tell = useTell();
  return (id) => tell(findFigure(id)?.label ?? { vi: id, en: id });
}

export const figureIds = targetFigures.map(({ id }) => id);
