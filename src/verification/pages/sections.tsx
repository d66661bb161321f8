// What this room lays onto the page of a dossier; loaded with the first dossier that is opened.
import { lazy, Suspense } from 'react';
import type { Section } from '../../admission/pages/sections.ts';
import type { DossierView } from '../../road/view.ts';
import { Waiting } from '../../ui/show/Waiting.tsx';

const Part = lazy(async () => ({ default: (await import('./part/VerificationPart.tsx')).VerificationPart }));

function LazyPart({ dossier }: { dossier: DossierView }) {
  return (
    <Suspense fallback={<Waiting rows={3} />}>
      <Part dossier={dossier} />
    </Suspense>
  );
}

export const verificationSections: Section[] = [{ id: 'verification', Part: LazyPart }];
