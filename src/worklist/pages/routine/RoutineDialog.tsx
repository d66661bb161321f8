// The form of a piece of routine work – the monthly review was done: on which day, by which resolution – opened from
// its line and kept in the address, so that a reminder can lead straight to it.
import { Stack } from '@mantine/core';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { messages } from '../../../ui/messages.ts';
import { useToday } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { Waiting } from '../../../ui/show/Waiting.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { Step } from '../../../rules/index.ts';
import { readRoutineWord, type RoutinePlace } from '../../view.ts';
import { useLaw } from '../../../org/pages/law.ts';
import { doneOf, lowerFirst, periodWords } from '../due.ts';
import { useUnits } from '../list/Filters.tsx';
import { words } from '../words.ts';
import css from '../worklist.module.css';
import { RoutineField } from './RoutineField.tsx';
import { asked, inputsOf, missing, startOf, type Values } from './values.ts';

export function RoutineDialog({ word, close }: { word: string; close: () => void }) {
  const tell = useTell();
  const t = useWords(words);
  const { law } = useLaw();
  const place = readRoutineWord(word);
  const step = place && law?.findStep(place.step);
  return (
    <Dialog onClose={close} title={step ? tell(step.label) : t('page.title')} size="lg">
      {!law && <Waiting rows={5} />}
      {step && <Routine place={place} step={step} close={close} />}
      {law && !step && <Notice title={t('routine.missing')}>{t('routine.missing_text')}</Notice>}
    </Dialog>
  );
}

interface RoutineProps {
  place: RoutinePlace;
  step: Step;
  close: () => void;
}

function Routine({ place, step, close }: RoutineProps) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const unit = useUnits().find(({ id }) => id === place.unitId);
  const period = periodWords(place.period);
  const where = [unit?.name, period && tell(period.message, period.params)].filter(Boolean).join(' · ');
  const form = useRoutine({ place, step, close }, `${lowerFirst(tell(doneOf(step.label)))} – ${where}`);
  return (
    <Stack gap="md">
      <p className={css.work}>{where}</p>
      <FormFrame form={form} submit={t('routine.submit')} cancel={close}>
        <DayField
          label={t('routine.on')}
          description={t('routine.on_hint')}
          required
          max={today}
          {...form.field('happenedOn')}
          value={String(form.values.happenedOn ?? '')}
        />
        {asked(step.inputs).map((input) => (
          <RoutineField key={input.id} input={input} form={form} />
        ))}
        <Notice>{t('routine.no_persons')}</Notice>
      </FormFrame>
    </Stack>
  );
}

function useRoutine({ place, step, close }: RoutineProps, what: string) {
  const t = useWords(words);
  const empty = useWords(messages)('ui.required');
  const today = useToday();
  const toast = useToast();
  const inputs = asked(step.inputs);
  return useForm<Values>({
    initial: startOf(inputs, today),
    draft: `routine.${place.unitId}.${place.step}.${place.period}`,
    check: (values) => Object.fromEntries(missing(inputs, values).map((name) => [name, empty])),
    send: (values, clientId) =>
      send('POST', '/routines', {
        clientId,
        ...place,
        happenedOn: values.happenedOn,
        inputs: inputsOf(inputs, values),
      }),
    refresh: ['/worklist', '/routines'],
    done: () => {
      close();
      toast(t('routine.done', { what }));
    },
  });
}
