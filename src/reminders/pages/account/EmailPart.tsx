// One’s own e-mail address for reminders: what it is for, given and taken back by the holder alone.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { send } from '../../../ui/api.ts';
import { useAct } from '../../../ui/act.ts';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { EmailView } from '../../view.ts';
import { words } from '../words.ts';

const path = '/account/email';

export function EmailPart() {
  const t = useWords(words);
  const query = useRead<EmailView>(path);
  return (
    <Panel title={t('email.title')} second={t('email.purpose')}>
      <Loaded of={query} rows={2}>
        {({ email, mail }) => (
          <Stack gap="md">
            {!mail && <Notice>{t('email.off')}</Notice>}
            {email === null ? <Give /> : <Given email={email} mail={mail} />}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

function Give() {
  const t = useWords(words);
  const toast = useToast();
  const form = useForm({
    initial: { email: '' },
    send: ({ email }) => send<EmailView>('PUT', path, { email: email.trim() }),
    refresh: [path],
    done: () => toast(t('email.saved')),
  });
  return (
    <FormFrame form={form} submit={t('email.save')}>
      <TextInput
        type="email"
        label={t('email.address')}
        required
        maxLength={200}
        autoComplete="email"
        {...form.text('email')}
      />
    </FormFrame>
  );
}

function Given({ email, mail }: { email: string; mail: boolean }) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const back = useAct({
    to: path,
    method: 'PUT',
    body: () => ({ email: null }),
    refresh: [path],
    done: () => toast(t('email.taken_back')),
  });
  return (
    <>
      <KeyValue items={[{ label: t(mail ? 'email.now' : 'email.kept'), value: email }]} />
      {back.error && (
        <Notice tone="act" alert>
          {tell(back.error.words)}
        </Notice>
      )}
      <Group mt="md">
        <Button variant="default" loading={back.busy} onClick={() => back.run()}>
          {t('email.take_back')}
        </Button>
      </Group>
    </>
  );
}
