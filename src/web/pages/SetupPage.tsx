// The first run: which committee, which deployment profile (in plain words), and the first administrator.
import { Fieldset, NativeSelect, PasswordInput, Radio, Stack, TextInput } from '@mantine/core';
import { send } from '../../ui/api.ts';
import { DayField } from '../../ui/field/DayField.tsx';
import { NumberField } from '../../ui/field/NumberField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { type Session, useToday } from '../../ui/session.tsx';
import { messages } from '../doors.messages.ts';
import { shortestPassword } from '../password.ts';
import { Plain } from '../Plain.tsx';
import { provinces } from '../provinces.ts';
import { committeeKinds, emptySetup, mostMonths, profiles, setupBody, setupProblems } from '../setup.ts';
import { useNewReader } from '../signing.ts';
import css from './SignInPage.module.css';

function useSetup() {
  const t = useWords(messages);
  const newReader = useNewReader();
  return useForm({
    initial: emptySetup,
    check: (values) => setupProblems(values, t),
    send: (values, clientId) => send<Session>('POST', '/setup', { clientId, ...setupBody(values) }),
    done: newReader,
  });
}
type SetupForm = ReturnType<typeof useSetup>;

export function SetupPage() {
  const t = useWords(messages);
  const form = useSetup();
  return (
    <Plain wide>
      <Page title={t('door.set_up')} purpose={t('door.set_up_purpose')}>
        <div className={css.form}>
          <FormFrame form={form} submit={t('door.begin')}>
            <Committee form={form} />
            <Profile form={form} />
            <Keeping form={form} />
            <Administrator form={form} />
          </FormFrame>
        </div>
      </Page>
    </Plain>
  );
}

function Committee({ form }: { form: SetupForm }) {
  const t = useWords(messages);
  const today = useToday();
  const none = { value: '', label: t('door.choose') };
  return (
    <Fieldset legend={t('door.committee')}>
      <Stack>
        <TextInput
          label={t('door.committee_name')}
          description={t('door.committee_name_hint')}
          required
          {...form.text('name')}
        />
        <NativeSelect
          label={t('door.committee_kind')}
          required
          data={committeeKinds.map((kind) => ({ value: kind, label: t(`door.kind.${kind}`) }))}
          {...form.text('kind')}
        />
        <NativeSelect
          label={t('door.province')}
          required
          data={[none, ...provinces]}
          {...form.text('provinceId')}
        />
        <DayField label={t('door.founded')} precision="year" max={today} {...form.field('foundedOn')} />
        <TextInput label={t('door.superior')} {...form.text('superiorName')} />
      </Stack>
    </Fieldset>
  );
}

function Profile({ form }: { form: SetupForm }) {
  const t = useWords(messages);
  return (
    <Fieldset legend={t('door.profile')}>
      <Radio.Group
        aria-label={t('door.profile')}
        description={t('door.profile_hint')}
        value={form.values.profile}
        onChange={(profile) => form.set('profile', profile)}
      >
        <Stack mt="sm">
          {profiles.map((profile) => (
            <Radio
              key={profile}
              value={profile}
              label={t(`door.profile.${profile}`)}
              description={t(`door.profile.${profile}_text`)}
              color="dark"
            />
          ))}
        </Stack>
      </Radio.Group>
    </Fieldset>
  );
}

/** Left empty, nothing expires until the committee decides on the page of the rule. */
function Keeping({ form }: { form: SetupForm }) {
  const t = useWords(messages);
  const today = useToday();
  const decided = form.values.keepMonths !== null;
  return (
    <Fieldset legend={t('door.keep')}>
      <Stack>
        <p className={css.second}>{t('door.keep_hint')}</p>
        <NumberField label={t('door.keep_months')} min={1} max={mostMonths} {...form.field('keepMonths')} />
        {decided && (
          <>
            <TextInput label={t('door.keep_number')} required maxLength={60} {...form.text('keepNumber')} />
            <DayField label={t('door.keep_on')} required max={today} {...form.field('keepOn')} />
          </>
        )}
      </Stack>
    </Fieldset>
  );
}

function Administrator({ form }: { form: SetupForm }) {
  const t = useWords(messages);
  const eye = { visibilityToggleButtonProps: { 'aria-label': t('door.show') } };
  return (
    <Fieldset legend={t('door.administrator')}>
      <Stack>
        <p className={css.second}>{t('door.administrator_hint')}</p>
        <TextInput
          label={t('door.display_name')}
          required
          autoComplete="name"
          {...form.text('displayName')}
        />
        <TextInput
          label={t('door.user_name')}
          description={t('door.user_name_hint')}
          required
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...form.text('userName')}
        />
        <PasswordInput
          label={t('door.password')}
          description={t('door.rules', { length: shortestPassword })}
          required
          autoComplete="new-password"
          {...eye}
          {...form.text('password')}
        />
        <PasswordInput
          label={t('door.password_repeat')}
          required
          autoComplete="new-password"
          {...eye}
          {...form.text('again')}
        />
      </Stack>
    </Fieldset>
  );
}
