// What waits on this device, in one line above the page; opened, each with its state and what can be done about it.
import { UnstyledButton } from '@mantine/core';
import { type ComponentType, useCallback, useState, useSyncExternalStore } from 'react';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import { Shape } from '../show/Shape.tsx';
import { formatInstant } from '../numbers.ts';
import { useCourier, useWaitingPosts } from '../outbox.ts';
import { useToast } from '../toast.tsx';
import { useDelivery } from './again.ts';
import type { Post } from './box.ts';
import { carriedSince, subscribeCarried } from './carried.ts';
import css from './Outbox.module.css';
import { OutboxDialog } from './OutboxDialog.tsx';

interface OutboxProps {
  /** draws the judgement that came with a refusal; the kit itself knows no rules */
  Verdict?: ComponentType<{ verdict: unknown }>;
}

export function Outbox({ Verdict }: OutboxProps) {
  const t = useWords(messages);
  const toast = useToast();
  const posts = useWaitingPosts();
  const since = useSyncExternalStore(subscribeCarried, carriedSince);
  const [open, setOpen] = useState(false);
  const done = useCallback((post: Post) => toast(t('ui.outbox_sent', { title: post.title })), [toast, t]);
  const send = useDelivery(useCourier(done));
  const refused = posts.filter((post) => post.refused !== null).length;
  const waiting = posts.length - refused;
  return (
    <div role="status" className="no-print">
      {since && (
        <div className={css.bar} data-plain="true">
          <Shape tone="unsure" />
          {t('ui.carried', { at: formatInstant(since) })}
        </div>
      )}
      {posts.length > 0 && (
        <div className={css.bar} data-refused={refused > 0}>
          <Shape tone={refused > 0 ? 'act' : 'wait'} />
          {waiting > 0 && <strong>{t('ui.outbox_waiting', { count: waiting })}</strong>}
          {refused > 0 && <strong>{t('ui.outbox_refused', { count: refused })}</strong>}
          <UnstyledButton className={css.open} aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {t('ui.outbox_open')}
          </UnstyledButton>
        </div>
      )}
      {open && posts.length > 0 && (
        <OutboxDialog
          posts={posts}
          send={send}
          close={() => setOpen(false)}
          {...(Verdict ? { Verdict } : {})}
        />
      )}
    </div>
  );
}
