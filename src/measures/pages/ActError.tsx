// Why a one-button act was not written, beside its button.
import type { ApiError } from '../../ui/api.ts';
import { useTell } from '../../ui/i18n.tsx';
import { Notice } from '../../ui/show/Notice.tsx';

export function ActError({ error }: { error: ApiError }) {
  const tell = useTell();
  return (
    <div role="alert">
      <Notice tone="act">{tell(error.words)}</Notice>
    </div>
  );
}
