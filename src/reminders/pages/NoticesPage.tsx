// “Nhắc việc”: what this office was reminded of, newest first. Opening one marks it read and leads to its line; one
// that a person wrote shows the words and gives the receipt.
import { Button } from '@mantine/core';
import { hrefOf, To, useAddress } from '../../ui/address.tsx';
import { useAct } from '../../ui/act.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { useListing } from '../../ui/list/listing.ts';
import { More } from '../../ui/list/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan } from '../../ui/session.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Failure } from '../../ui/show/Failure.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Waiting } from '../../ui/show/Waiting.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { NoticeView } from '../view.ts';
import { NoticeLine } from './list/NoticeLine.tsx';
import css from './reminders.module.css';
import { words } from './words.ts';

export function NoticesPage() {
  const t = useWords(words);
  const { words: address } = useAddress();
  const configures = useCan('reminder.configure');
  const unread = address.unread === 'true';
  return (
    <Page
      title={t('list.title')}
      purpose={t('list.purpose')}
      help={[t('list.help1'), t('list.help2'), t('list.help3')]}
      actions={configures && <To href="/notices/settings">{t('list.settings')}</To>}
    >
      <div className={css.head}>
        <Choice unread={unread} />
        <ReadAll />
      </div>
      <Notices key={String(unread)} unread={unread} />
    </Page>
  );
}

function Choice({ unread }: { unread: boolean }) {
  const t = useWords(words);
  const { path } = useAddress();
  return (
    <nav aria-label={t('list.show')} className={`${css.choice} no-print`}>
      <To href={path} aria-current={unread ? undefined : 'true'}>
        {t('list.all')}
      </To>
      <To href={hrefOf(path, { unread: 'true' })} aria-current={unread ? 'true' : undefined}>
        {t('list.unread')}
      </To>
    </nav>
  );
}

function ReadAll() {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const { data } = useRead<{ unread: number }>('/notices/count', { keep: true });
  const all = useAct<void, { unread: number }>({
    to: '/notices/read',
    refresh: ['/notices'],
    done: ({ unread }) => toast(t(unread > 0 ? 'list.read_left' : 'list.read_done', { count: unread })),
  });
  if (!data || data.unread === 0) return null;
  return (
    <div className="no-print">
      <Button variant="default" loading={all.busy} onClick={() => all.run()}>
        {t('list.read_all')}
      </Button>
      {all.error && (
        <Notice tone="act" alert>
          {tell(all.error.words)}
        </Notice>
      )}
    </div>
  );
}

function Notices({ unread }: { unread: boolean }) {
  const t = useWords(words);
  const listing = useListing<NoticeView>({
    path: '/notices',
    params: { unread: unread ? 'true' : null },
  });
  const { query, items, total } = listing;
  if (query.data === undefined)
    return query.error ? (
      <Failure error={query.error} retry={() => void query.refetch()} />
    ) : (
      <Waiting rows={8} />
    );
  if (items.length === 0) {
    const why = unread ? 'list.none_unread' : 'list.none';
    return <Empty title={t(why)} text={t(`${why}_text`)} />;
  }
  const all = items.length >= total;
  return (
    <>
      <p className={css.total} role="status">
        {all ? t('list.total', { count: total }) : t('list.shown', { shown: items.length, count: total })}
      </p>
      <ul className={css.lines} aria-label={t('list.title')}>
        {items.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
      <More listing={listing} />
    </>
  );
}
