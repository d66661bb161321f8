// The bare address leads to the first part of the work that the office may use.
import { useEffect } from 'react';
import { useGo } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { entriesFor } from '../frame/entries.ts';
import { useReader } from '../frame/reader.ts';
import { messages } from '../frame/messages.ts';

export function StartPage() {
  const t = useWords(messages);
  const go = useGo();
  const first = entriesFor(useReader())[0]?.href;
  useEffect(() => {
    if (first) go(first, { replace: true });
  }, [first, go]);
  if (first) return null;
  return (
    <Page title={t('web.nothing_to_open')} purpose={t('web.nothing_to_open_text')}>
      {null}
    </Page>
  );
}
