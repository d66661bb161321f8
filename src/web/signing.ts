// Changing the office acted in, and leaving: afterwards nothing of the former reader stays in memory.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../ui/api.ts';
import { useAct } from '../ui/act.ts';
import { useGo } from '../ui/address.tsx';
import { useConfirm } from '../ui/Confirm.tsx';
import { countDrafts, dropMyDrafts } from '../ui/draft.ts';
import { useWords } from '../ui/i18n.tsx';
import { messages } from './frame/messages.ts';

/** Forgets every answer of the server and asks again who is reading. */
export function useNewReader() {
  const client = useQueryClient();
  return async () => {
    client.removeQueries({ predicate: ({ queryKey: [path] }) => path !== '/session' });
    await client.invalidateQueries({ queryKey: ['/session'] });
  };
}

export function useChooseOffice(done?: () => void) {
  const newReader = useNewReader();
  const go = useGo();
  return useAct<string | number>({
    to: '/session/office',
    method: 'PUT',
    body: (officeId) => ({ officeId }),
    done: () => {
      go('/');
      void newReader().then(done);
    },
  });
}

export function useSignOut() {
  const t = useWords(messages);
  const ask = useConfirm();
  const go = useGo();
  const newReader = useNewReader();
  return async () => {
    const count = countDrafts();
    if (count > 0) {
      const drop = await ask({
        title: t('web.drafts_title', { count }),
        text: t('web.drafts_text'),
        yes: t('web.drafts_drop'),
        no: t('web.drafts_keep'),
      });
      if (drop) dropMyDrafts();
    }
    await send('DELETE', '/session');
    go('/');
    await newReader();
  };
}
