// Returning a file: what is missing from the list – the papers that the record says are missing stand ticked – and in words
// where to mend what.
import { Checkbox, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { Book } from '../../../road/pages/book.ts';
import { Refusal } from '../../../road/pages/step/Refusal.tsx';
import type { DossierView } from '../../../road/view.ts';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useSession, useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { returnStep } from '../../returns.ts';
import css from '../moving.module.css';
import { returnWords as words } from '../returns/words.ts';
import { whatInput } from './ReturnPanel.tsx';

interface ReturnDialogProps {
  dossier: DossierView;
  book: Book;
  close: () => void;
}

/** Papers that are missing, as codes of the list where it has them. */
const missingIn = (dossier: DossierView, codes: readonly string[]): string[] =>
  dossier.papers.filter(({ id, state }) => state === 'missing' && codes.includes(id)).map(({ id }) => id);

function useReturn({ dossier, book, close }: ReturnDialogProps) {
  const t = useWords(words);
  const today = useToday();
  const toast = useToast();
  const { offices, office } = useSession();
  const kind = offices.find(({ id }) => id === office)?.kind;
  const codes = (whatInput(book)?.choices ?? []).map(({ code }) => code);
  return useForm({
    initial: {
      level: kind === 'superior_board' ? 'superior' : 'base',
      on: today,
      what: missingIn(dossier, codes),
      fields: '',
      number: '',
      numberOn: '',
    },
    check: ({ what, number, numberOn }) => ({
      what: what.length > 0 ? null : t('return.what_needed'),
      numberOn: number.trim() && !numberOn ? t('return.letter_on_needed') : null,
    }),
    send: (v, clientId) =>
      send('POST', `/dossiers/${dossier.id}/acts`, {
        clientId,
        version: dossier.version,
        step: returnStep,
        happenedOn: v.on,
        inputs: {
          level: v.level,
          what: v.what,
          ...(v.number.trim() ? { letter: { number: v.number.trim(), on: v.numberOn, by: null } } : {}),
          ...(v.fields.trim() ? { fields: v.fields.trim() } : {}),
        },
      }),
    refresh: ['/dossiers', '/worklist', '/returns'],
    done: () => {
      close();
      toast(t('return.done'));
    },
  });
}

export function ReturnDialog(props: ReturnDialogProps) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const form = useReturn(props);
  const { book, close } = props;
  const levels = book.stepOf(returnStep)?.inputs.find(({ id }) => id === 'level')?.choices ?? [];
  return (
    <Dialog onClose={close} title={t('return.title')} size="lg">
      <Stack gap="md">
        <p>{t('return.text')}</p>
        <FormFrame
          form={form}
          submit={t('return.submit')}
          cancel={close}
          ownRefusal
          before={<Refusal error={form.error} here={returnStep} />}
        >
          <What form={form} book={book} />
          <Textarea
            label={t('return.fields')}
            description={t('return.fields_hint')}
            autosize
            minRows={3}
            maxLength={5000}
            {...form.text('fields')}
          />
          <div className={css.pair}>
            <NativeSelect
              label={t('return.level')}
              {...form.text('level')}
              data={levels.map(({ code, label }) => ({ value: code, label: tell(label) }))}
            />
            <DayField label={t('return.on')} required max={today} {...form.field('on')} />
          </div>
          <div className={css.pair}>
            <TextInput label={t('return.letter')} maxLength={60} {...form.text('number')} />
            <DayField label={t('return.letter_on')} max={today} {...form.field('numberOn')} />
          </div>
        </FormFrame>
      </Stack>
    </Dialog>
  );
}

function What({ form, book }: { form: ReturnType<typeof useReturn>; book: Book }) {
  const t = useWords(words);
  const tell = useTell();
  const { what } = form.values;
  const turn = (code: string) =>
    form.set('what', what.includes(code) ? what.filter((one) => one !== code) : [...what, code]);
  const { id, error } = form.field('what');
  return (
    <Checkbox.Group label={t('return.what')} withAsterisk value={what} error={error}>
      <div className={css.checks}>
        {(whatInput(book)?.choices ?? []).map(({ code, label }, index) => (
          <Checkbox
            key={code}
            {...(index === 0 ? { id } : {})}
            value={code}
            label={tell(label)}
            checked={what.includes(code)}
            onChange={() => turn(code)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
