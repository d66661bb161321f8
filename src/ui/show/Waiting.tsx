// The shape of what is coming, while it is on its way.
import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';

const widths = ['62%', '88%', '74%', '93%', '55%', '81%'];

export function Waiting({ rows = 6 }: { rows?: number }) {
  const t = useWords(messages);
  return (
    <div role="status">
      <VisuallyHidden>{t('ui.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={16} my={12} width={widths[row % widths.length] ?? '80%'} />
      ))}
    </div>
  );
}
