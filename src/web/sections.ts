// Parts that rooms lay onto the pages of others, in order: onto a dossier, and onto the sheet of a unit's targets.
import { lazy } from 'react';
import { useSections } from '../admission/pages/sections.ts';
import { movingSections } from '../moving/pages/sections.tsx';
import { useSheetParts } from '../plans/pages/parts.tsx';
import { verificationSections } from '../verification/pages/sections.tsx';

/** Called once, before anything is drawn. */
export function laySections(): void {
  useSections([...verificationSections, ...movingSections]);
  useSheetParts({
    RegisterForm: lazy(async () => ({
      default: (await import('../cascade/pages/RegisterForm.tsx')).RegisterForm,
    })),
    MeasurePart: lazy(async () => ({
      default: (await import('../measures/pages/MeasurePart.tsx')).MeasurePart,
    })),
    UrgePart: lazy(async () => ({ default: (await import('../measures/pages/UrgePart.tsx')).UrgePart })),
  });
}
