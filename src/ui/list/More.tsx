// The button that brings the next page of a list; nothing where all of it is shown.
import { Button } from '@mantine/core';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import type { useListing } from './listing.ts';

export function More<T>({ listing }: { listing: ReturnType<typeof useListing<T>> }) {
  const t = useWords(messages);
  const { query, nextCount } = listing;
  if (!query.hasNextPage) return null;
  return (
    <Button
      variant="default"
      className="no-print"
      mt="md"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {t('ui.more', { count: nextCount })}
    </Button>
  );
}
