// Who signs, on whose behalf, under which number and day.
import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { formatDay } from '../../../platform/day.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import type { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import type { DraftView } from '../../view.ts';
import { signersOn, type Typed } from './values.ts';
import { words } from './words.ts';

interface SignFieldsProps {
  form: ReturnType<typeof useForm<Typed, { id: string }>>;
  draft: DraftView;
}

export function SignFields({ form, draft }: SignFieldsProps) {
  const t = useWords(words);
  const today = useToday();
  const { signers: all, capacities, body } = draft;
  if (all.length === 0)
    return <Notice tone="act">{t('draft.no_signer', { day: formatDay(body.closesOn) })}</Notice>;
  const { signedOn } = form.values;
  const signers = signersOn(draft, signedOn);
  const last =
    all
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? today;
  const option = (value: string) => ({ value, label: value });
  return (
    <Stack gap="md">
      {last < today && <Notice>{t('draft.signers_until', { day: formatDay(last) })}</Notice>}
      <DayField
        label={t('draft.signed_on')}
        required
        min={body.closesOn}
        max={last}
        {...form.field('signedOn')}
      />
      <NativeSelect
        label={t('draft.signer')}
        required
        description={signedOn && signers.length === 0 ? t('draft.no_signer_then') : undefined}
        data={[
          { value: '', label: t('draft.pick_signer') },
          ...signers.map(({ officeId, name, title }) => ({
            value: String(officeId),
            label: `${name}, ${title}`,
          })),
        ]}
        {...form.text('officeId')}
      />
      <NativeSelect
        label={t('draft.capacity')}
        data={[...capacities.map(option), { value: '', label: t('draft.no_capacity') }]}
        {...form.text('capacity')}
      />
      <TextInput
        label={t('draft.number')}
        description={t('draft.number_hint')}
        maxLength={40}
        {...form.text('number')}
      />
    </Stack>
  );
}
