// What moving lays onto the page of a dossier; fetched with it, not with the first page of the application.
import { type ComponentProps, lazy, Suspense } from 'react';
import type { Section } from '../../admission/pages/sections.ts';

const Move = lazy(async () => ({ default: (await import('./dossier/MovePanel.tsx')).MovePanel }));
const Return = lazy(async () => ({ default: (await import('./dossier/ReturnPanel.tsx')).ReturnPanel }));

function MoveSection(props: ComponentProps<Section['Part']>) {
  return (
    <Suspense fallback={null}>
      <Move {...props} />
    </Suspense>
  );
}

function ReturnSection(props: ComponentProps<Section['Part']>) {
  return (
    <Suspense fallback={null}>
      <Return {...props} />
    </Suspense>
  );
}

export const movingSections: readonly Section[] = [
  { id: 'returns', Part: ReturnSection },
  { id: 'moving', Part: MoveSection },
];
