// Parts of the sheet and of the tree that other rooms keep: src/web composes them, each is loaded when it is first shown.
import { type ComponentType, lazy, Suspense } from 'react';

export interface PartProps {
  unitId: number;
  period: string;
  figure?: string;
  on?: string;
}
type Part = ComponentType<PartProps>;

export interface SheetParts {
  /** the unit registers and aims */
  RegisterForm: Part;
  MeasurePart: Part;
  UrgePart: Part;
}

let current: SheetParts | null = null;

export function useSheetParts(parts: SheetParts): void {
  current = parts;
}

/** What the other rooms lay onto the sheet; nothing before src/web has said it. */
export const sheetParts = (): Partial<SheetParts> => current ?? {};

export const OutlookPart = lazy(async () => ({
  default: (await import('./outlook/OutlookPart.tsx')).OutlookPart,
}));
const Cell = lazy(async () => ({ default: (await import('./outlook/OutlookCell.tsx')).OutlookCell }));

/** A row does not wait for its forecast. */
export const OutlookCell = (props: PartProps) => (
  <Suspense fallback={null}>
    <Cell {...props} />
  </Suspense>
);
