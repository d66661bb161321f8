// Why nothing can be shown: no right, not found, or a failure – and what to do.
import { Button } from '@mantine/core';
import type { ApiError } from '../api.ts';
import { useTell, useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import { Empty } from './Empty.tsx';

interface FailureProps {
  error: ApiError;
  retry?: () => void;
  page?: boolean;
}

export function Failure({ error, retry, page = false }: FailureProps) {
  const t = useWords(messages);
  const tell = useTell();
  const words = wordsFor(error.status);
  const text = error.code === 'ui.unreachable' ? t('ui.unreachable_read') : tell(error.words);
  const again = retry && (
    <Button variant="default" onClick={retry}>
      {t('ui.retry')}
    </Button>
  );
  return (
    <div role="alert">
      {words ? (
        <Empty page={page} title={t(words[0])} text={t(words[1])} />
      ) : (
        <Empty page={page} title={t('ui.failed')} text={text} action={again} />
      )}
    </div>
  );
}

function wordsFor(
  status: number,
): ['ui.no_right' | 'ui.missing', 'ui.no_right_way' | 'ui.missing_way'] | null {
  if (status === 403) return ['ui.no_right', 'ui.no_right_way'];
  if (status === 404) return ['ui.missing', 'ui.missing_way'];
  return null;
}
