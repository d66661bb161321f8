// Writing to units behind pace: which of them, what is to be done, by which document, until when they answer.
import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type DocumentChoice, DocumentField } from '../../documents/pages/DocumentField.tsx';
import { send } from '../../ui/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import { mostUrged } from '../urging.ts';
import type { Suggested } from '../view.ts';
import { figureIds, useFigureName } from './figures.ts';
import { words } from './words.ts';
import { UnitChoices } from './UnitChoices.tsx';

interface UrgeDialogProps {
  unitId: number;
  period: string;
  figure?: string | undefined;
  close: () => void;
}

export function UrgeDialog({ unitId, period, figure: first, close }: UrgeDialogProps) {
  const t = useWords(words);
  const name = useFigureName();
  const [figure, setFigure] = useState(first ?? 'admission');
  const query = useRead<{ items: Suggested[] }>('/urgings/suggest', {
    params: { unit: unitId, period, figure },
  });
  return (
    <Dialog onClose={close} title={t('urge.title')} size="lg">
      <NativeSelect
        label={t('measure.figure')}
        data={figureIds.map((id) => ({ value: id as string, label: name(id) }))}
        value={figure}
        onChange={(event) => setFigure(event.currentTarget.value)}
      />
      <Loaded of={query} rows={6}>
        {({ items }) => (
          <UrgeForm key={figure} about={{ unitId, period, figure }} items={items} close={close} />
        )}
      </Loaded>
    </Dialog>
  );
}

interface UrgeFormProps {
  about: { unitId: number; period: string; figure: string };
  items: readonly Suggested[];
  close: () => void;
}

interface Typed {
  to: number[];
  words: string;
  document: DocumentChoice | null;
  answerBy: string;
}

/** Those behind, one level down; the unit itself when it is looked at from above. */
const chosenFirst = (items: readonly Suggested[]): number[] =>
  items
    .filter(({ behind, near }) => behind && near)
    .slice(0, mostUrged)
    .map(({ unitId }) => unitId);

function useUrging({ about, items, close }: UrgeFormProps) {
  const t = useWords(words);
  const toast = useToast();
  return useForm<Typed>({
    initial: { to: chosenFirst(items), words: '', document: null, answerBy: '' },
    check: (typed) => ({
      to:
        typed.to.length === 0
          ? t('urge.pick')
          : typed.to.length > mostUrged
            ? t('urge.too_many', { count: mostUrged })
            : null,
      words: typed.words.trim().length >= 3 ? null : t('measure.words_short'),
    }),
    send: (typed, clientId) =>
      send('POST', '/urgings', {
        clientId,
        to: typed.to,
        period: about.period,
        figure: about.figure,
        words: typed.words.trim(),
        documentId: typed.document?.id ?? null,
        answerBy: typed.answerBy || null,
      }),
    refresh: ['/urgings'],
    done: () => {
      toast(t('urge.done'));
      close();
    },
  });
}

function UrgeForm(props: UrgeFormProps) {
  const t = useWords(words);
  const today = useToday();
  const form = useUrging(props);
  const { id, error, value } = form.field('to');
  return (
    <FormFrame form={form} submit={t('urge.submit')} cancel={props.close}>
      <UnitChoices
        id={id}
        items={props.items}
        chosen={value}
        error={error}
        choose={(to) => form.set('to', to)}
      />
      <Textarea
        label={t('urge.words')}
        description={t('urge.words_hint')}
        required
        autosize
        minRows={3}
        maxLength={300}
        {...form.text('words')}
      />
      <DocumentField {...form.field('document')} />
      <DayField
        label={t('urge.by')}
        description={t('urge.by_hint')}
        min={today}
        {...form.field('answerBy')}
      />
    </FormFrame>
  );
}
