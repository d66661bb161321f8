// Asks a mass organisation to learn what its members think, or to help a candidate, by a day.
import { NativeSelect } from '@mantine/core';
import { addDays } from '../../../platform/day.ts';
import type { DossierRow } from '../../../road/view.ts';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { type Choice, LookupField } from '../../../ui/field/LookupField.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useOffice, useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { words } from '../words.ts';

const usualDays = 60;
const massKinds = ['understand', 'educate'] as const;
interface Mass {
  id: number;
  name: string;
}

const candidateChoice = (row: DossierRow): Choice => ({
  value: row.id,
  label: row.fullName,
  second: row.unitName,
});

function useAsking(close: () => void) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  const own = Number(useOffice()?.unitId ?? 0);
  return useForm({
    initial: {
      kind: 'understand',
      toUnitId: '',
      candidate: null as Choice | null,
      happenedOn: today,
      dueOn: addDays(today, usualDays),
    },
    send: ({ kind, toUnitId, candidate, happenedOn, dueOn }, clientId) =>
      send('POST', '/sourcing-tasks', {
        clientId,
        kind,
        unitId: own,
        toUnitId: Number(toUnitId),
        dossierId: kind === 'educate' ? (candidate?.value ?? null) : null,
        happenedOn,
        dueOn,
      }),
    refresh: ['/sourcing-tasks'],
    done: () => {
      toast(t('task.given'));
      close();
    },
  });
}

export function AskMass({ close }: { close: () => void }) {
  const t = useWords(words);
  const today = useToday();
  const mass = useRead<{ items: Mass[] }>('/sourcing-tasks/mass').data?.items ?? [];
  const form = useAsking(close);
  return (
    <Dialog onClose={close} title={t('task.mass_title')}>
      <FormFrame form={form} submit={t('task.give')} cancel={close}>
        <NativeSelect
          label={t('task.mass')}
          required
          data={[
            { value: '', label: t('task.mass_pick') },
            ...mass.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          {...form.text('toUnitId')}
        />
        <NativeSelect
          label={t('task.kind')}
          data={massKinds.map((kind) => ({ value: kind, label: t(`task.${kind}`) }))}
          {...form.text('kind')}
        />
        {form.values.kind === 'educate' && (
          <LookupField<DossierRow>
            label={t('task.candidate')}
            path="/dossiers"
            params={{ open: 'true' }}
            toChoice={candidateChoice}
            {...form.field('candidate')}
          />
        )}
        <DayField label={t('task.on')} required max={today} {...form.field('happenedOn')} />
        <DayField label={t('task.due')} required min={form.values.happenedOn} {...form.field('dueOn')} />
      </FormFrame>
    </Dialog>
  );
}
