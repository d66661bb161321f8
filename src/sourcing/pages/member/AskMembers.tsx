// Asks the chosen members to introduce somebody by a day; with the resolution of the cell, where there is one.
import { TextInput } from '@mantine/core';
import { useGivingUnit } from './unit-of.ts';
import { addDays } from '../../../platform/day.ts';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { MemberRow } from '../../view.ts';
import css from '../sourcing.module.css';
import { words } from '../words.ts';

interface AskMembersProps {
  rows: MemberRow[];
  clear: () => void;
  close: () => void;
}

const usualDays = 60;

function useAsking({ rows, clear, close }: AskMembersProps) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  const unitId = useGivingUnit(rows);
  return useForm({
    initial: { happenedOn: today, dueOn: addDays(today, usualDays), number: '', numberOn: '' },
    check: ({ number, numberOn }) => ({ numberOn: number.trim() && !numberOn ? t('task.number_day') : null }),
    send: ({ happenedOn, dueOn, number, numberOn }, clientId) =>
      send('POST', '/sourcing-tasks', {
        clientId,
        kind: 'introduce',
        unitId,
        personIds: rows.map(({ personId }) => personId),
        happenedOn,
        dueOn,
        document: number.trim() ? { number: number.trim(), on: numberOn } : null,
      }),
    refresh: ['/nominations/members', '/sourcing-tasks'],
    done: () => {
      toast(t('member.assigned', { count: rows.length }));
      clear();
      close();
    },
  });
}

export function AskMembers(props: AskMembersProps) {
  const t = useWords(words);
  const today = useToday();
  const form = useAsking(props);
  const { rows, close } = props;
  return (
    <Dialog onClose={close} title={t('member.assign_title', { count: rows.length })}>
      <FormFrame form={form} submit={t('task.give')} cancel={close}>
        <p className={css.hint}>{rows.map(({ fullName }) => fullName).join(', ')}</p>
        <DayField label={t('task.on')} required max={today} {...form.field('happenedOn')} />
        <DayField label={t('task.due')} required min={form.values.happenedOn} {...form.field('dueOn')} />
        <TextInput label={t('task.number')} maxLength={60} autoComplete="off" {...form.text('number')} />
        {form.values.number.trim() && (
          <DayField label={t('task.number_on')} max={today} {...form.field('numberOn')} />
        )}
      </FormFrame>
    </Dialog>
  );
}
