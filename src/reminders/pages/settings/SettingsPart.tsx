// When reminders are made and when mail may go out, for the whole installation; and how the mail stands.
import { Checkbox, Fieldset, NativeSelect, Stack, TextInput } from '@mantine/core';
import { send } from '../../../ui/api.ts';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { defaultSettings, type ReminderSettings } from '../../settings.ts';
import type { SettingsView } from '../../view.ts';
import css from '../reminders.module.css';
import { words } from '../words.ts';
import { hoursWith, readDays, writeDays } from './days.ts';
import { MailState } from './MailState.tsx';

const path = '/reminders/settings';

export function SettingsPart() {
  const query = useRead<SettingsView>(path);
  return (
    <Loaded of={query} rows={8}>
      {({ settings, mail }) => (
        <>
          <SettingsForm key={JSON.stringify(settings)} settings={settings} />
          <MailState mail={mail} />
        </>
      )}
    </Loaded>
  );
}

interface Typed {
  leads: string;
  late: string;
  from: string;
  to: string;
  daysOff: boolean;
  escalates: boolean;
  escalateAfter: number | null;
}

const typedOf = ({ leads, late, quiet, escalateAfter }: ReminderSettings): Typed => ({
  leads: writeDays(leads),
  late: writeDays(late.toReversed()),
  ...quiet,
  escalates: escalateAfter !== null,
  escalateAfter: escalateAfter ?? defaultSettings.escalateAfter,
});

const settingsOf = (typed: Typed): ReminderSettings => ({
  leads: readDays(typed.leads, 0) ?? [],
  late: readDays(typed.late, 1) ?? [],
  quiet: { from: typed.from, to: typed.to, daysOff: typed.daysOff },
  escalateAfter: typed.escalates ? typed.escalateAfter : null,
});

function useSettingsForm(settings: ReminderSettings) {
  const t = useWords(words);
  const toast = useToast();
  const problem = (text: string, from: number) =>
    readDays(text, from) === null ? t('settings.days_bad', { from }) : null;
  return useForm<Typed>({
    initial: typedOf(settings),
    check: ({ leads, late }) => ({ leads: problem(leads, 0), late: problem(late, 1) }),
    send: (typed) => send<SettingsView>('PUT', path, settingsOf(typed)),
    refresh: [path],
    done: () => toast(t('settings.saved')),
  });
}

function SettingsForm({ settings }: { settings: ReminderSettings }) {
  const t = useWords(words);
  const form = useSettingsForm(settings);
  return (
    <FormFrame form={form} submit={t('settings.save')}>
      <Fieldset legend={t('settings.days')}>
        <Stack gap="md">
          <TextInput
            label={t('settings.leads')}
            description={t('settings.leads_hint')}
            inputMode="numeric"
            autoComplete="off"
            {...form.text('leads')}
          />
          <TextInput
            label={t('settings.late')}
            description={t('settings.late_hint')}
            inputMode="numeric"
            autoComplete="off"
            {...form.text('late')}
          />
          <Checkbox label={t('settings.escalates')} {...form.tick('escalates')} />
          {form.values.escalates && (
            <NumberField
              label={t('settings.escalate_after')}
              required
              min={1}
              max={250}
              {...form.field('escalateAfter')}
            />
          )}
        </Stack>
      </Fieldset>
      <Fieldset legend={t('settings.quiet')}>
        <p className={css.hint}>{t('settings.quiet_hint')}</p>
        <div className={css.hours}>
          <NativeSelect
            label={t('settings.from')}
            data={hoursWith(settings.quiet.from)}
            {...form.text('from')}
          />
          <NativeSelect label={t('settings.to')} data={hoursWith(settings.quiet.to)} {...form.text('to')} />
        </div>
        <Checkbox label={t('settings.days_off')} {...form.tick('daysOff')} />
      </Fieldset>
    </FormFrame>
  );
}
