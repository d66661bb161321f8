// The page of a unit with what other rooms know of it: the page itself knows none of them.
import { lazy } from 'react';
import { UnitPage } from '../../org/pages/UnitPage.tsx';
import { UnitParts } from '../../org/pages/unit-parts.ts';

const YearPart = lazy(async () => ({
  default: (await import('../../measures/pages/YearPart.tsx')).YearPart,
}));
const PlacePart = lazy(async () => ({
  default: (await import('../../areas/pages/PlacePart.tsx')).PlacePart,
}));
const parts = [PlacePart, YearPart];

export function WholeUnitPage() {
  return (
    <UnitParts value={parts}>
      <UnitPage />
    </UnitParts>
  );
}
