// A mark begins, and ends.
import { Checkbox, NativeSelect } from '@mantine/core';
import { type DocumentChoice, DocumentField } from '../../documents/pages/DocumentField.tsx';
import { send } from '../../ui/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { useCan, useToday } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type Mark, markIds, marks } from '../area.ts';
import type { AreaView } from '../view.ts';
import { words } from './words.ts';

interface FormProps {
  area: AreaView;
  close: () => void;
}

/** Every write on a place sends the version that was seen, and says that it is done. */
export function usePlaceForm<V extends object>(
  { area, close }: FormProps,
  { initial, to, bodyOf }: { initial: V; to: (values: V) => string; bodyOf: (values: V) => object },
) {
  const t = useWords(words);
  const toast = useToast();
  return useForm<V, AreaView>({
    initial,
    send: (values, clientId) =>
      send('POST', `/areas/${area.unitId}/${to(values)}`, {
        clientId,
        version: area.version,
        ...bodyOf(values),
      }),
    refresh: ['/areas'],
    done: () => {
      toast(t('part.done'));
      close();
    },
  });
}

export function MarkForm({ area, close }: FormProps) {
  const t = useWords(words);
  const { language } = useLanguage();
  const today = useToday();
  const cites = useCan('document.read');
  const carried = new Set<Mark>(area.marks.map(({ mark }) => mark));
  const free = markIds.filter((mark) => !carried.has(mark));
  const initial: { mark: string; on: string; document: DocumentChoice | null } = {
    mark: free[0] ?? '',
    on: today,
    document: null,
  };
  const form = usePlaceForm(
    { area, close },
    {
      initial,
      to: () => 'marks',
      bodyOf: ({ mark, on, document }) => ({ mark, on, documentId: document?.id ?? null }),
    },
  );
  return (
    <Dialog title={t('part.add_mark')} onClose={close}>
      <FormFrame form={form} submit={t('form.save')} cancel={close}>
        <NativeSelect
          label={t('form.mark')}
          data={free.map((mark) => ({ value: mark, label: marks[mark][language] }))}
          {...form.text('mark')}
        />
        <DayField label={t('form.from')} required max={today} {...form.field('on')} />
        {cites && <DocumentField {...form.field('document')} />}
      </FormFrame>
    </Dialog>
  );
}

export function UnmarkForm({ area, close, mark }: FormProps & { mark: Mark }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const today = useToday();
  const entry = area.marks.find((one) => one.mark === mark)?.entry;
  const form = usePlaceForm(
    { area, close },
    {
      initial: { on: today, mistake: false },
      to: ({ mistake }) => (mistake ? 'withdraw' : 'unmark'),
      bodyOf: ({ on, mistake }) => (mistake ? { entry } : { mark, on }),
    },
  );
  return (
    <Dialog title={`${t('part.drop')} – ${marks[mark][language]}`} onClose={close}>
      <FormFrame form={form} submit={t('form.save')} cancel={close}>
        {!form.values.mistake && <DayField label={t('form.to')} required max={today} {...form.field('on')} />}
        <Checkbox
          label={t('form.mistake')}
          checked={form.values.mistake}
          onChange={(event) => form.set('mistake', event.currentTarget.checked)}
        />
      </FormFrame>
    </Dialog>
  );
}
