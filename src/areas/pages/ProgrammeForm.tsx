// A programme begins, or has other facts.
import { NativeSelect, TextInput } from '@mantine/core';
import { type DocumentChoice, DocumentField } from '../../documents/pages/DocumentField.tsx';
import { send } from '../../ui/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { NumberField } from '../../ui/field/NumberField.tsx';
import { useForm } from '../../ui/form.ts';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { useCan, useOffice, useToday } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import { programmeKindIds, programmeKinds } from '../programme.ts';
import type { ProgrammeView } from '../view.ts';
import css from './areas.module.css';
import { words } from './words.ts';

interface ProgrammeFormProps {
  /** amended, when given */
  programme: ProgrammeView | null;
  close: () => void;
  done?: (id: string) => void;
}

interface Values {
  kind: string;
  name: string;
  fromYear: number | null;
  toYear: number | null;
  document: DocumentChoice | null;
}

const empty: Values = { kind: programmeKindIds[0], name: '', fromYear: null, toYear: null, document: null };

export function ProgrammeForm({ programme, close, done }: ProgrammeFormProps) {
  const t = useWords(words);
  const { language } = useLanguage();
  const cites = useCan('document.read');
  const form = useProgrammeForm({ programme, close, ...(done ? { done } : {}) });
  return (
    <Dialog title={programme ? t('prog.amend') : t('prog.new')} onClose={close}>
      <FormFrame form={form} submit={t('form.save')} cancel={close}>
        <NativeSelect
          label={t('prog.kind')}
          data={programmeKindIds.map((kind) => ({ value: kind, label: programmeKinds[kind][language] }))}
          {...form.text('kind')}
        />
        <TextInput label={t('prog.name')} required minLength={3} maxLength={200} {...form.text('name')} />
        <div className={css.pair}>
          <NumberField
            label={t('prog.from_year')}
            required
            min={1930}
            max={2100}
            {...form.field('fromYear')}
          />
          <NumberField
            label={t('prog.to_year')}
            description={t('prog.to_year_hint')}
            min={1930}
            max={2100}
            {...form.field('toYear')}
          />
        </div>
        {cites && <DocumentField {...form.field('document')} />}
      </FormFrame>
    </Dialog>
  );
}

function useProgrammeForm({ programme, close, done }: ProgrammeFormProps) {
  const t = useWords(words);
  const toast = useToast();
  const unitId = useOffice()?.unitId;
  const year = Number(useToday().slice(0, 4));
  return useForm<Values, { id: string }>({
    initial: programme ?? { ...empty, fromYear: year },
    send: ({ kind, name, fromYear, toYear, document }, clientId) =>
      send('POST', programme ? `/programmes/${programme.id}/amend` : '/programmes', {
        clientId,
        kind,
        name,
        fromYear,
        toYear,
        documentId: document?.id ?? null,
        ...(programme ? { version: programme.version } : { unitId }),
      }),
    refresh: ['/programmes'],
    done: ({ id }) => {
      toast(programme ? t('part.done') : t('prog.begun'));
      close();
      done?.(id);
    },
  });
}
