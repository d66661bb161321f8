// A page that broke while being drawn: says that nothing was lost, and how to go on.
import { Button } from '@mantine/core';
import { ApiError } from './api.ts';
import { useWords } from './i18n.tsx';
import { messages } from './messages.ts';
import { Empty } from './show/Empty.tsx';
import { Failure } from './show/Failure.tsx';

export function ErrorPage({ error }: { error: unknown }) {
  const t = useWords(messages);
  if (error instanceof ApiError) return <Failure error={error} retry={() => location.reload()} />;
  const unbrought = isUnbrought(error);
  return (
    <div role="alert">
      <Empty
        title={t(unbrought ? 'ui.failed' : 'ui.broken')}
        text={t(unbrought ? 'ui.not_brought_way' : 'ui.broken_way')}
        action={<Button onClick={() => location.reload()}>{t('ui.retry')}</Button>}
      />
    </div>
  );
}

/** The program of the page itself did not come: no network, or files of a version that is gone. */
const isUnbrought = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|importing a module/i.test(error.message);
