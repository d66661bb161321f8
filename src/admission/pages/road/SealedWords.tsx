// Words of the most sensitive class: opened only by an office that may, for a purpose that is written down and logged.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { get } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useCan } from '../../../ui/session.tsx';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import type { Input } from '../../../rules/procedure.ts';
import { classOf } from '../../../road/inputs.ts';
import type { DossierView } from '../../../road/view.ts';
import type { Book } from '../../../road/pages/book.ts';
import { words } from '../words.ts';

interface Sealed {
  items: { entry: string; input: string; text: string }[];
}
interface SealedWordsProps {
  dossier: DossierView;
  book: Book;
}

export function SealedWords({ dossier, book }: SealedWordsProps) {
  const t = useWords(words);
  const may = useCan('dossier.sensitive');
  const [open, setOpen] = useState(false);
  const some = dossier.acts.some((act) =>
    book
      .stepOf(act.step)
      ?.inputs.some((input) => classOf(input) === 4 && Object.hasOwn(act.inputs, input.id)),
  );
  if (!may || !some) return null;
  return (
    <>
      <Button variant="default" className="no-print" mt="md" onClick={() => setOpen(true)}>
        {t('sealed.open')}
      </Button>
      {open && <Opening dossier={dossier} book={book} close={() => setOpen(false)} />}
    </>
  );
}

function Opening({ dossier, book, close }: SealedWordsProps & { close: () => void }) {
  const t = useWords(words);
  const [sealed, setSealed] = useState<Sealed | null>(null);
  const form = useForm<{ purpose: string }, Sealed>({
    initial: { purpose: '' },
    check: ({ purpose }) => ({ purpose: purpose.trim().length < 5 ? t('acts.reason_hint') : null }),
    send: ({ purpose }) => get<Sealed>(`/dossiers/${dossier.id}/sealed`, { purpose: purpose.trim() }),
    done: setSealed,
  });
  return (
    <Dialog onClose={close} title={t('sealed.open')} size="lg">
      {sealed ? (
        <Texts sealed={sealed} dossier={dossier} book={book} />
      ) : (
        <FormFrame form={form} submit={t('sealed.show')} cancel={close}>
          <p>{t('sealed.text')}</p>
          <TextInput
            label={t('sealed.purpose')}
            required
            maxLength={300}
            data-autofocus
            {...form.text('purpose')}
          />
        </FormFrame>
      )}
    </Dialog>
  );
}

function Texts({ sealed, dossier, book }: SealedWordsProps & { sealed: Sealed }) {
  const tell = useTell();
  const items = sealed.items.map(({ entry, input, text }) => {
    const act = dossier.acts.find((one) => one.entry === entry);
    const known = act && book.stepOf(act.step)?.inputs.find(({ id }) => id === input);
    return {
      label: [act && tell(act.label), known && tell(known.label)].filter(Boolean).join(' – '),
      value: known ? answerOf(known, text, { book, tell }) : text,
    };
  });
  return <KeyValue items={items} />;
}

/** Of a choice the words, not its code. */
function answerOf(
  input: Input,
  text: string,
  { book, tell }: { book: Book; tell: ReturnType<typeof useTell> },
): string {
  if (input.kind !== 'choice' && input.kind !== 'choices') return text;
  const choices = input.choices ?? (input.catalogue ? book.catalogue(input.catalogue) : []);
  const labels = text.split(',').map((code) => choices.find((one) => one.code === code)?.label);
  return labels.every((label) => label !== undefined) ? labels.map((label) => tell(label)).join('; ') : text;
}
