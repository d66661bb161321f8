// The one form of a report, with what it is for; an old shape is said to be an example.
import { NativeSelect } from '@mantine/core';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import type { FormView } from '../../view.ts';
import { words } from '../words.ts';

interface FormFieldProps {
  forms: readonly FormView[];
  bound: React.ComponentProps<typeof NativeSelect> & { value?: string };
  choose: (form: string) => void;
}

export function FormField({ forms, bound, choose }: FormFieldProps) {
  const t = useWords(words);
  const tell = useTell();
  const form = forms.find(({ id }) => id === bound.value);
  return (
    <>
      <NativeSelect
        {...bound}
        label={t('ask.form')}
        required
        description={form && tell(form.about)}
        data={[
          { value: '', label: t('ask.pick') },
          ...forms.map(({ id, title }) => ({ value: id, label: tell(title) })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {form?.example && <Notice>{t('state.example_text')}</Notice>}
    </>
  );
}
