// Turning on the one-time code: the key for the authenticator, then one code to prove that it works.
import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../ui/act.ts';
import { send } from '../ui/api.ts';
import { FormFrame } from '../ui/field/FormFrame.tsx';
import { useForm } from '../ui/form.ts';
import { useTell, useWords } from '../ui/i18n.tsx';
import { useSession } from '../ui/session.tsx';
import { Notice } from '../ui/show/Notice.tsx';
import { messages } from './doors.messages.ts';

interface Key {
  secret: string;
  address: string;
}

export function OneTimeCode() {
  const t = useWords(messages);
  const tell = useTell();
  const [key, setKey] = useState<Key | null>(null);
  const { account } = useSession();
  const [on, setOn] = useState(account?.totp ?? false);
  const start = useAct<void, Key>({ to: '/session/totp', done: setKey });
  if (on) return <Notice tone="done">{t('door.totp_done')}</Notice>;
  if (key) return <ProveCode code={key} done={() => setOn(true)} />;
  return (
    <Stack align="flex-start">
      {start.error && (
        <Notice tone="act" alert>
          {tell(start.error.words)}
        </Notice>
      )}
      <Button variant="default" loading={start.busy} onClick={() => start.run()}>
        {t('door.totp_start')}
      </Button>
    </Stack>
  );
}

function ProveCode({ code: { secret, address }, done }: { code: Key; done: () => void }) {
  const t = useWords(messages);
  const form = useForm({
    initial: { code: '' },
    send: ({ code }, clientId) => send('POST', '/session/totp', { clientId, secret, code }),
    done,
  });
  return (
    <Stack>
      <p>{t('door.totp_key')}</p>
      <p>
        <code>{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      <a href={address}>{t('door.totp_open')}</a>
      <FormFrame form={form} submit={t('door.totp_confirm')}>
        <TextInput
          label={t('door.code')}
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          {...form.text('code')}
        />
      </FormFrame>
    </Stack>
  );
}
