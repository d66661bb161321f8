// Which forms are asked: one, or several of one period at once; those that share no period cannot go together.
import { Checkbox } from '@mantine/core';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import type { FormView } from '../../view.ts';
import css from '../reports.module.css';
import { words } from '../words.ts';
import type { ClosingForm } from './ClosingFields.tsx';

/** What several forms have in common: periods for which all are made, every closing day that a text gives. */
export function commonOf(forms: readonly FormView[]): ClosingForm | undefined {
  const [first, ...others] = forms;
  if (!first) return undefined;
  const given = forms.flatMap(({ closings }) => closings);
  return {
    periods: first.periods.filter((kind) => others.every(({ periods }) => periods.includes(kind))),
    closings: [...new Map(given.map((one) => [`${one.day} ${one.basis}`, one])).values()],
  };
}

interface FormPicksProps {
  id: string;
  forms: readonly FormView[];
  chosen: readonly string[];
  error: string | undefined;
  choose: (forms: string[]) => void;
}

export function FormPicks({ id, forms, chosen, error, choose }: FormPicksProps) {
  const t = useWords(words);
  const tell = useTell();
  const picked = forms.filter((form) => chosen.includes(form.id));
  const errorId = `${id}-error`;
  const toggle = (form: string, on: boolean) =>
    choose(forms.map((one) => one.id).filter((one) => (one === form ? on : chosen.includes(one))));
  return (
    <fieldset id={id} className={css.field} tabIndex={-1} aria-describedby={error ? errorId : undefined}>
      <legend>{t('ask.forms')}</legend>
      <p className={css.second}>{t('ask.forms_hint')}</p>
      <div className={css.picks}>
        {forms.map(({ id: form, title, about }) => (
          <Checkbox
            key={form}
            label={tell(title)}
            description={tell(about)}
            checked={chosen.includes(form)}
            onChange={(event) => toggle(form, event.currentTarget.checked)}
          />
        ))}
      </div>
      {picked.some(({ example }) => example) && <Notice>{t('state.example_text')}</Notice>}
      {commonOf(picked)?.periods.length === 0 && <Notice tone="act">{t('ask.forms_apart')}</Notice>}
      {error && (
        <p id={errorId} className={css.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
