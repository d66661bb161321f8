// The writes that wait, one under another: sent by itself, or refused with the reasons – opened again, sent again or
// thrown away.
import { Button } from '@mantine/core';
import type { ComponentType } from 'react';
import { useGo } from '../address.tsx';
import { Dialog } from '../Dialog.tsx';
import { giveDraft } from '../draft.ts';
import { useConfirm } from '../Confirm.tsx';
import { useTell, useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import { formatInstant } from '../numbers.ts';
import { StatusMark } from '../show/StatusMark.tsx';
import { dropPost, markPost, outboxOwner, type Post, type Refusal } from './box.ts';
import css from './Outbox.module.css';

interface OutboxDialogProps {
  posts: Post[];
  send: () => void;
  close: () => void;
  Verdict?: ComponentType<{ verdict: unknown }>;
}

export function OutboxDialog({ posts, send, close, Verdict }: OutboxDialogProps) {
  const t = useWords(messages);
  const sends = posts.some((post) => post.refused === null && isMine(post));
  return (
    <Dialog title={t('ui.outbox_title')} onClose={close} size="lg">
      <p className={css.text}>{t('ui.outbox_text')}</p>
      <ul className={css.list}>
        {posts.map((post) => (
          <li key={post.clientId} className={css.item}>
            <strong>{post.title}</strong>
            <span className={css.second}>{t('ui.outbox_kept_at', { at: formatInstant(post.keptAt) })}</span>
            <State post={post} />
            {post.refused && <Reasons refused={post.refused} {...(Verdict ? { Verdict } : {})} />}
            <Ways post={post} send={send} close={close} />
          </li>
        ))}
      </ul>
      {sends && <Button onClick={send}>{t('ui.outbox_send_now')}</Button>}
    </Dialog>
  );
}

const isMine = (post: Post) => post.office === outboxOwner()?.office;

function State({ post }: { post: Post }) {
  const t = useWords(messages);
  if (post.refused) return <StatusMark tone="act">{t('ui.outbox_not_taken')}</StatusMark>;
  const words = isMine(post)
    ? t('ui.outbox_waits')
    : t('ui.outbox_other_office', { office: post.officeLabel });
  return <StatusMark tone="wait">{words}</StatusMark>;
}

function Reasons({ refused, Verdict }: { refused: Refusal; Verdict?: ComponentType<{ verdict: unknown }> }) {
  const tell = useTell();
  const fields = Array.isArray(refused.details)
    ? refused.details.filter((one) => typeof one?.message?.vi === 'string')
    : [];
  return (
    <div>
      <p className={css.words}>{tell(refused.words)}</p>
      {fields.map((one) => (
        <p key={String(one.field)} className={css.words}>
          {tell(one.message)}
        </p>
      ))}
      {Verdict && refused.kind === 'Refused' && <Verdict verdict={refused.details} />}
    </div>
  );
}

/** What can be done about one; only in the office that made it. */
function Ways({ post, send, close }: { post: Post; send: () => void; close: () => void }) {
  const t = useWords(messages);
  const go = useGo();
  const ask = useConfirm();
  const { reopen, refused, clientId, title } = post;
  const openAgain = () => {
    if (!reopen) return;
    // The same id: should the server have it after all, nothing is written twice.
    giveDraft(reopen.draft, reopen.values, clientId);
    dropPost(clientId);
    close();
    go(reopen.href);
  };
  const again = () => {
    markPost(clientId, null);
    send();
  };
  const drop = async () => {
    const yes = await ask({
      title: t('ui.outbox_drop_title', { title }),
      text: t('ui.outbox_drop_text'),
      yes: t('ui.outbox_drop'),
    });
    if (yes) dropPost(clientId);
  };
  return (
    <div className={css.ways}>
      {refused && reopen && isMine(post) && <Button onClick={openAgain}>{t('ui.outbox_reopen')}</Button>}
      {refused && isMine(post) && (
        <Button variant="default" onClick={again}>
          {t('ui.outbox_again')}
        </Button>
      )}
      <Button variant="default" onClick={() => void drop()}>
        {t('ui.outbox_drop')}
      </Button>
    </div>
  );
}
