// Changing the office acted in, and leaving: afterwards nothing of the former reader stays in memory.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../ui/api.ts';
import { useAct } from '../ui/act.ts';
import { useGo } from '../ui/address.tsx';
import { useConfirm } from '../ui/Confirm.tsx';
import { countDrafts, dropMyDrafts } from '../ui/draft.ts';
import { carry, dropCarried } from '../ui/outbox/carried.ts';
import { dropMyPosts, listPosts } from '../ui/outbox/box.ts';
import { sessionKey } from '../ui/query.tsx';
import { useWords } from '../ui/i18n.tsx';
import type { Session } from '../ui/session.tsx';
import { messages } from './frame/messages.ts';

/** Another reader, or another office: every answer of the server is forgotten, the new session takes effect at once. */
export function useNewReader() {
  const client = useQueryClient();
  const forget = () => client.removeQueries({ predicate: ({ queryKey: [path] }) => path !== '/session' });
  return (session: Session) => {
    if (session.account) forget();
    client.setQueryData(sessionKey, session);
    dropCarried();
    carry('/session', {}, session);
    // Pages that still stand would ask again for what is forgotten; without an account they go first.
    if (!session.account) setTimeout(forget);
  };
}

export function useChooseOffice() {
  const newReader = useNewReader();
  const go = useGo();
  return useAct<string | number, Session>({
    to: '/session/office',
    method: 'PUT',
    body: (officeId) => ({ officeId }),
    done: (session) => {
      newReader(session);
      go('/');
    },
  });
}

export function useSignOut() {
  const t = useWords(messages);
  const ask = useConfirm();
  const go = useGo();
  const newReader = useNewReader();
  const askPosts = async () => {
    const count = listPosts().length;
    if (count === 0) return;
    const drop = await ask({
      title: t('web.posts_title', { count }),
      text: t('web.posts_text'),
      yes: t('web.posts_drop'),
      no: t('web.posts_keep'),
    });
    if (drop) dropMyPosts();
  };
  return async () => {
    await askPosts();
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
    newReader(await send<Session>('DELETE', '/session'));
    go('/');
  };
}
