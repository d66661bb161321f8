// The due days in the calendar of one's own telephone: off until turned on, the address shown once, ended at any time.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useAct } from '../../../ui/act.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { formatInstant } from '../../../ui/numbers.ts';
import { useRead } from '../../../ui/query.tsx';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { Feed } from '../../view.ts';
import { words } from '../words.ts';

export function FeedDialog({ close }: { close: () => void }) {
  const t = useWords(words);
  const query = useRead<Feed>('/worklist/feed');
  return (
    <Dialog onClose={close} title={t('way.feed')} size="lg">
      <Stack gap="md">
        <p>{t('feed.what')}</p>
        <KeyValue
          items={[
            { label: t('feed.holds'), value: t('feed.holds_text') },
            { label: t('feed.holds_not'), value: t('feed.holds_not_text') },
          ]}
        />
        <Loaded of={query} rows={3}>
          {(feed) => <Switch feed={feed} />}
        </Loaded>
        <Notice>{t('feed.care')}</Notice>
      </Stack>
    </Dialog>
  );
}

function Switch({ feed }: { feed: Feed }) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const [address, setAddress] = useState<string | null>(null);
  const path = '/worklist/feed';
  const start = useAct<void, Feed>({
    to: path,
    refresh: [path],
    done: (made) => setAddress(made.address && new URL(made.address, location.origin).href),
  });
  const stop = useAct<void, unknown>({
    to: path,
    method: 'DELETE',
    refresh: [path],
    done: () => {
      setAddress(null);
      toast(t('feed.stopped'));
    },
  });
  const error = start.error ?? stop.error;
  return (
    <Stack gap="md">
      <p role="status">
        {feed.on ? t('feed.on', { at: formatInstant(feed.createdAt) }) : t('feed.off')}
        {feed.on && !address && ` ${t('feed.renew_text')}`}
      </p>
      {error && (
        <Notice tone="act" alert>
          {tell(error.words)}
        </Notice>
      )}
      {address && <Address address={address} />}
      <Group gap="sm">
        {!feed.on && (
          <Button loading={start.busy} onClick={() => start.run()}>
            {t('feed.start')}
          </Button>
        )}
        {feed.on && (
          <>
            <Button variant="default" loading={start.busy} onClick={() => start.run()}>
              {t('feed.renew')}
            </Button>
            <Button variant="default" loading={stop.busy} onClick={() => stop.run()}>
              {t('feed.stop')}
            </Button>
          </>
        )}
      </Group>
    </Stack>
  );
}

function Address({ address }: { address: string }) {
  const t = useWords(words);
  const toast = useToast();
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    // Browsers give the clipboard only to https and to the machine itself; elsewhere the reader copies by hand.
    const copied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    toast(t(copied ? 'feed.copied' : 'feed.copy_by_hand'));
  };
  return (
    <Stack gap="xs">
      <TextInput
        ref={field}
        readOnly
        label={t('feed.address')}
        description={t('feed.once')}
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group>
        <Button onClick={() => void copy()}>{t('feed.copy')}</Button>
      </Group>
    </Stack>
  );
}
