// Taking in somebody from a place that keeps no book here: who, from where, what the papers show, with which receipt.
import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { AlikeView } from '../../road/view.ts';
import { useBook } from '../../road/pages/book.ts';
import { formatDay } from '../../platform/day.ts';
import { useGo } from '../../ui/address.tsx';
import { send } from '../../ui/api.ts';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { arrivalStages } from '../state.ts';
import css from './moving.module.css';
import { words } from './words.ts';

const start = (today: string) => ({
  fullName: '',
  bornOn: '',
  sex: '',
  unit: '',
  from: '',
  stage: '',
  certificateOn: '',
  helpedOn: '',
  sentUp: 'no',
  letter: '',
  letterOn: '',
  on: today,
  receipt: '',
  fileOn: '',
});
type Values = ReturnType<typeof start>;

const bodyOf = (v: Values) => ({
  happenedOn: v.on,
  unitId: Number(v.unit),
  person: { fullName: v.fullName, bornOn: v.bornOn || null, sex: v.sex || null },
  from: v.from,
  stage: v.stage,
  sentUp: v.sentUp === 'yes',
  certificateOn: v.certificateOn || null,
  helpedOn: v.helpedOn || null,
  letter: v.letter.trim() && v.letterOn ? { number: v.letter.trim(), on: v.letterOn } : null,
  receipt: { number: v.receipt.trim(), on: v.on },
  fileReceivedOn: v.fileOn || null,
});

interface Cells {
  items: { id: number; name: string }[];
}

function useArrive() {
  const t = useWords(words);
  const today = useToday();
  const toast = useToast();
  const go = useGo();
  const sure = useRef(false);
  const form = useForm({
    initial: start(today),
    draft: 'handover.arrival',
    check: (v) => ({ letterOn: v.letter.trim() && !v.letterOn ? t('propose.letter_on') : null }),
    send: async (values, clientId) => {
      const body = { clientId, ...bodyOf(values), ...(sure.current ? { sure: true } : {}) };
      const { dossierId } = await send<{ dossierId: string }>('POST', '/handovers/arrivals', body);
      return { dossierId, name: values.fullName };
    },
    refresh: ['/handovers', '/dossiers', '/people', '/worklist'],
    done: ({ dossierId, name }) => {
      toast(t('arrive.done', { name }));
      go(`/dossiers/${dossierId}`);
    },
  });
  const goOn = () => {
    sure.current = true;
    void form.submit({}, true);
  };
  return { form, goOn };
}
type Form = ReturnType<typeof useArrive>['form'];

export function ArriveForm({ close }: { close: () => void }) {
  const t = useWords(words);
  const { form, goOn } = useArrive();
  const alike = form.error?.code === 'moving.alike' ? (form.error.details as AlikeView) : null;
  return (
    <Page
      title={t('arrive.title')}
      purpose={t('arrive.purpose')}
      back={{ href: '/handovers', label: t('list.back') }}
    >
      <FormFrame
        form={form}
        submit={t('arrive.submit')}
        cancel={close}
        ownRefusal
        before={alike && <Alike alike={alike} goOn={goOn} busy={form.busy} />}
      >
        <Person form={form} />
        <State form={form} />
        <Papers form={form} />
      </FormFrame>
    </Page>
  );
}

function Person({ form }: { form: Form }) {
  const t = useWords(words);
  const today = useToday();
  const { data } = useRead<Cells>('/dossiers/cells');
  return (
    <>
      <TextInput
        label={t('arrive.name')}
        required
        maxLength={80}
        autoComplete="off"
        {...form.text('fullName')}
      />
      <div className={css.pair}>
        <DayField label={t('arrive.born')} precision="year" max={today} {...form.field('bornOn')} />
        <Radio.Group label={t('arrive.sex')} {...form.field('sex')}>
          <div className={css.actions}>
            <Radio value="M" label={t('arrive.male')} />
            <Radio value="F" label={t('arrive.female')} />
          </div>
        </Radio.Group>
      </div>
      <NativeSelect
        label={t('arrive.cell')}
        required
        {...form.text('unit')}
        data={[
          { value: '', label: t('accept.cell_pick') },
          ...(data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <TextInput label={t('arrive.from')} required minLength={3} maxLength={200} {...form.text('from')} />
    </>
  );
}

const voted = new Set(['cell_voted', 'base_voted']);

function State({ form }: { form: Form }) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const book = useBook();
  return (
    <>
      <NativeSelect
        label={t('arrive.stage')}
        required
        {...form.text('stage')}
        data={[
          { value: '', label: t('arrive.stage_pick') },
          ...arrivalStages.map((stage) => ({
            value: stage,
            label: book ? tell(book.stageLabel(stage)) : '…',
          })),
        ]}
      />
      {voted.has(form.values.stage) && (
        <Radio.Group label={t('propose.sent_up')} {...form.field('sentUp')}>
          <div className={css.actions}>
            <Radio value="yes" label={t('case.sent_up')} />
            <Radio value="no" label={t('case.resolved')} />
          </div>
        </Radio.Group>
      )}
      <div className={css.pair}>
        <DayField
          label={t('arrive.certificate')}
          precision="month"
          max={today}
          {...form.field('certificateOn')}
        />
        <DayField label={t('arrive.helped')} precision="month" max={today} {...form.field('helpedOn')} />
      </div>
    </>
  );
}

function Papers({ form }: { form: Form }) {
  const t = useWords(words);
  const today = useToday();
  return (
    <>
      <div className={css.pair}>
        <TextInput label={t('propose.letter')} maxLength={60} {...form.text('letter')} />
        <DayField label={t('propose.letter_on')} max={today} {...form.field('letterOn')} />
      </div>
      <div className={css.pair}>
        <DayField label={t('accept.on')} required max={today} {...form.field('on')} />
        <TextInput label={t('accept.receipt')} required maxLength={60} {...form.text('receipt')} />
        <DayField
          label={t('accept.file')}
          description={t('accept.file_hint')}
          max={today}
          {...form.field('fileOn')}
        />
      </div>
    </>
  );
}

function Alike({ alike, goOn, busy }: { alike: AlikeView; goOn: () => void; busy: boolean }) {
  const t = useWords(words);
  return (
    <Notice
      tone="act"
      title={t('arrive.alike')}
      alert
      action={
        <Button variant="default" disabled={busy} onClick={goOn}>
          {t('arrive.sure')}
        </Button>
      }
    >
      {alike.askAbove && <p>{t('arrive.alike_above')}</p>}
      <ul>
        {alike.items.map((one) => (
          <li key={one.personId}>
            {[one.fullName, one.bornOn && formatDay(one.bornOn), one.unitName].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
