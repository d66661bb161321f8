// An address that leads nowhere.
import { Page } from '../../ui/Page.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { messages } from '../frame/messages.ts';

export function NotFoundPage() {
  const t = useWords(messages);
  return (
    <Page title={t('web.not_found')} purpose={t('web.not_found_text')}>
      {null}
    </Page>
  );
}
