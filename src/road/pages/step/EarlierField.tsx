// An act recorded before, to which this one answers: a task of which the result is told. Those answered already are
// not offered again.
import { Radio } from '@mantine/core';
import { formatDay } from '../../../platform/day.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Input } from '../../../rules/procedure.ts';
import { taskStep } from '../../road.ts';
import type { ActView, DossierView } from '../../view.ts';
import type { FieldProps } from './asked.ts';
import { Legend } from './DocumentField.tsx';
import css from './step.module.css';
import { formWords } from './words.ts';

export function EarlierField({ id, name, label, input, error, value, onChange, asked }: FieldProps<string>) {
  const t = useWords(formWords);
  const tell = useTell();
  const open = openActs(asked.dossier, input, value);
  if (open.length === 0)
    return (
      <p className={css.quiet}>
        {label}: {t('form.nothing_open')}
      </p>
    );
  return (
    <Radio.Group
      name={name}
      label={<Legend label={label} required={input.required} />}
      error={error}
      value={value}
      onChange={onChange}
    >
      <div className={css.choices}>
        {open.map((act, index) => (
          <Radio
            key={act.entry}
            {...(index === 0 ? { id } : {})}
            value={act.entry}
            label={wordsOf(act, asked.dossier) ?? tell(act.label)}
            description={formatDay(act.happenedOn)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

/** Acts of the named step to which no act has answered; the one a correction speaks of stays among them. */
export function openActs(
  dossier: Pick<DossierView, 'acts' | 'tasks'> | null,
  { id, of }: Pick<Input, 'id' | 'of'>,
  chosen: string,
): ActView[] {
  const standing = (dossier?.acts ?? []).filter(({ state }) => state === 'standing');
  const told = of === taskStep ? (dossier?.tasks ?? []).filter(({ result }) => result !== null) : [];
  const answered = new Set([
    ...told.map(({ entry }) => entry),
    ...standing.map(({ inputs }) => inputs[id]).filter((one) => typeof one === 'string'),
  ]);
  return standing.filter(({ step, entry }) => step === of && (entry === chosen || !answered.has(entry)));
}

/** What the task says, where this reader may read it. */
function wordsOf(act: ActView, dossier: DossierView | null): string | null {
  const task = dossier?.tasks.find(({ entry }) => entry === act.entry)?.task ?? act.inputs.task ?? act.note;
  return typeof task === 'string' && task !== '' ? task : null;
}
