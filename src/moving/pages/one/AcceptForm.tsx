// Accepting: the receipt, the day the file came, the cell that follows – and at once the helper of the destination.
import { Checkbox, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { Refusal, verdictOf } from '../../../road/pages/step/Refusal.tsx';
import { send } from '../../../ui/api.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { type Choice, LookupField } from '../../../ui/field/LookupField.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { HandoverView } from '../../view.ts';
import css from '../moving.module.css';
import { words } from '../words.ts';

const start = (handover: HandoverView, today: string) => ({
  on: today,
  receipt: '',
  fileOn: '',
  // One cell, or the addressed one: nothing to choose.
  cell: handover.cells.length === 1 ? String(handover.cells[0]?.id) : '',
  withHelper: false,
  helper: null as Choice | null,
  resolution: '',
  resolutionOn: '',
  since: '',
  consent: '',
});
type Values = ReturnType<typeof start>;

const bodyOf = (v: Values) => ({
  happenedOn: v.on,
  receipt: { number: v.receipt.trim(), on: v.on },
  unitId: v.cell ? Number(v.cell) : null,
  fileReceivedOn: v.fileOn || null,
  helper: v.withHelper
    ? {
        helper: v.helper?.value,
        resolution: { number: v.resolution.trim(), on: v.resolutionOn },
        togetherSince: v.since || null,
      }
    : null,
  consent: v.consent.trim() ? { reason: v.consent.trim() } : null,
});

function useAccept(handover: HandoverView) {
  const t = useWords(words);
  const today = useToday();
  const toast = useToast();
  return useForm({
    initial: start(handover, today),
    draft: `handover.${handover.id}`,
    send: (values, clientId) =>
      send<HandoverView>('POST', `/handovers/${handover.id}/accept`, { clientId, ...bodyOf(values) }),
    refresh: ['/handovers', '/dossiers', '/people', '/units', '/worklist'],
    done: () => toast(t('accept.done')),
  });
}
type Form = ReturnType<typeof useAccept>;

export function AcceptForm({ handover }: { handover: HandoverView }) {
  const t = useWords(words);
  const today = useToday();
  const form = useAccept(handover);
  const early = handover.case === 'early';
  const uncertain = verdictOf(form.error)?.outcome === 'unverified' || form.values.consent !== '';
  return (
    <Panel title={t('accept.title')} second={t('accept.text')}>
      <FormFrame
        form={form}
        submit={t('accept.submit')}
        ownRefusal
        before={<Refusal error={form.error} here="move" />}
      >
        <div className={css.pair}>
          <DayField
            label={t('accept.on')}
            required
            min={handover.proposedOn}
            max={today}
            {...form.field('on')}
          />
          <TextInput label={t('accept.receipt')} required maxLength={60} {...form.text('receipt')} />
        </div>
        {handover.cells.length > 1 && <Cell form={form} handover={handover} />}
        {!early && handover.case !== 'probation' && (
          <DayField
            label={t('accept.file')}
            description={t('accept.file_hint')}
            max={today}
            {...form.field('fileOn')}
          />
        )}
        {!early && <Checkbox label={t('accept.with_helper')} {...form.tick('withHelper')} />}
        {form.values.withHelper && <Helper form={form} unit={form.values.cell} />}
        {uncertain && (
          <Textarea
            label={t('form.consent')}
            description={t('form.consent_hint')}
            autosize
            minRows={2}
            maxLength={2000}
            {...form.text('consent')}
          />
        )}
      </FormFrame>
    </Panel>
  );
}

function Cell({ form, handover }: { form: Form; handover: HandoverView }) {
  const t = useWords(words);
  return (
    <NativeSelect
      label={t('accept.cell')}
      required
      {...form.text('cell')}
      data={[
        { value: '', label: t('accept.cell_pick') },
        ...handover.cells.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
    />
  );
}

interface Member {
  id: string;
  name: string;
  unitName: string;
}

function Helper({ form, unit }: { form: Form; unit: string }) {
  const t = useWords(words);
  const today = useToday();
  return (
    <>
      <LookupField<Member>
        label={t('accept.helper')}
        description={t('accept.helper_hint')}
        required
        path="/people"
        params={{ status: 'official', ...(unit ? { unit } : {}) }}
        toChoice={(one) => ({ value: one.id, label: one.name, second: one.unitName })}
        {...form.field('helper')}
      />
      <div className={css.pair}>
        <TextInput label={t('accept.resolution')} required maxLength={60} {...form.text('resolution')} />
        <DayField label={t('accept.resolution_on')} required max={today} {...form.field('resolutionOn')} />
        <DayField label={t('accept.since')} precision="month" max={today} {...form.field('since')} />
      </div>
    </>
  );
}
