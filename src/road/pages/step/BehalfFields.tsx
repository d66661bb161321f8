// Entering a cell's act on its behalf: from which minutes.
import { Fieldset, TextInput } from '@mantine/core';
import { DayField } from '../../../ui/field/DayField.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import type { StepFormState } from './step-form.ts';
import css from './step.module.css';
import { formWords } from './words.ts';

interface BehalfFieldsProps {
  form: Pick<StepFormState, 'text' | 'field' | 'values'>;
  unit: string;
}

export function BehalfFields({ form, unit }: BehalfFieldsProps) {
  const t = useWords(formWords);
  const today = useToday();
  return (
    <Fieldset className={css.behalf} legend={t('form.behalf')} variant="unstyled">
      <p className={css.quiet}>{t('form.behalf_text', { unit })}</p>
      <div className={css.pair}>
        <TextInput
          label={t('form.behalf_number')}
          required
          maxLength={60}
          {...form.text('onBehalf.number')}
        />
        <DayField
          label={t('form.behalf_on')}
          description=""
          required
          max={today}
          {...form.field('onBehalf.on')}
          value={String(form.values['onBehalf.on'] ?? '')}
        />
      </div>
    </Fieldset>
  );
}
