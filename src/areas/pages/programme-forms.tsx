// Units take part and come further, one was put in by mistake, the programme ends or was begun by mistake.
import { MultiSelect, NativeSelect, Textarea } from '@mantine/core';
import type { UnitItem } from '../../org/answers.ts';
import { send } from '../../ui/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { type Problems, useForm } from '../../ui/form.ts';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import { partStateIds, partStates } from '../programme.ts';
import type { ProgrammeView } from '../view.ts';
import { words } from './words.ts';

interface FormProps {
  programme: ProgrammeView;
  close: () => void;
}
interface Sending<V> {
  initial: V;
  to: string;
  bodyOf: (values: V) => object;
  check?: (values: V) => Problems<V>;
}

function useActForm<V extends object>(
  { programme, close }: FormProps,
  { initial, to, bodyOf, check }: Sending<V>,
) {
  const t = useWords(words);
  const toast = useToast();
  return useForm<V, unknown>({
    initial,
    ...(check ? { check } : {}),
    send: (values, clientId) =>
      send('POST', `/programmes/${programme.id}/${to}`, {
        clientId,
        version: programme.version,
        ...bodyOf(values),
      }),
    refresh: ['/programmes'],
    done: () => {
      toast(t('part.done'));
      close();
    },
  });
}

/** So many of a long list are shown at once: typing finds the others. */
const mostShown = 50;

export function PartsForm({ programme, close }: FormProps) {
  const t = useWords(words);
  const { language } = useLanguage();
  const today = useToday();
  const units = useRead<{ items: UnitItem[] }>('/units', { params: { on: today } }).data?.items ?? [];
  const lead = units.find(({ id }) => id === programme.unitId)?.path ?? '?';
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const initial: { unitIds: string[]; state: string; on: string; plan: string } = {
    unitIds: [],
    state: 'doing',
    on: today,
    plan: '',
  };
  const form = useActForm(
    { programme, close },
    {
      initial,
      to: 'units',
      check: ({ unitIds }) => ({ unitIds: unitIds.length === 0 ? t('prog.nothing_chosen') : null }),
      bodyOf: ({ unitIds, plan, ...said }) => ({
        ...said,
        unitIds: unitIds.map(Number),
        plan: plan.trim() || null,
      }),
    },
  );
  return (
    <Dialog title={t('prog.add_units')} onClose={close} size="lg">
      <FormFrame form={form} submit={t('form.save')} cancel={close}>
        <MultiSelect
          label={t('prog.choose_units')}
          description={t('prog.choose_hint')}
          searchable
          limit={mostShown}
          hidePickedOptions
          data={units
            .filter(({ path }) => path.startsWith(lead))
            .map(({ id, name, parentId }) => ({
              value: String(id),
              label: [name, names.get(parentId ?? 0)].filter(Boolean).join(' – '),
            }))}
          {...form.field('unitIds')}
        />
        <NativeSelect
          label={t('prog.state')}
          data={partStateIds.map((state) => ({ value: state, label: partStates[state][language] }))}
          {...form.text('state')}
        />
        <DayField label={t('prog.on')} required max={today} {...form.field('on')} />
        <Textarea
          label={t('prog.plan')}
          description={t('prog.plan_hint')}
          maxLength={300}
          autosize
          minRows={2}
          {...form.text('plan')}
        />
      </FormFrame>
    </Dialog>
  );
}

export function LeaveForm({ unitId, name, ...props }: FormProps & { unitId: number; name: string }) {
  const t = useWords(words);
  const form = useActForm(props, { initial: {}, to: 'leave', bodyOf: () => ({ unitId }) });
  return (
    <Dialog title={t('prog.leave_of', { unit: name })} onClose={props.close}>
      <FormFrame form={form} submit={t('prog.leave')} cancel={props.close}>
        <p>{t('prog.leave_ask')}</p>
      </FormFrame>
    </Dialog>
  );
}

export function EndForm(props: FormProps) {
  const t = useWords(words);
  const today = useToday();
  const form = useActForm(props, {
    initial: { endedOn: today },
    to: 'end',
    bodyOf: ({ endedOn }) => ({ endedOn }),
  });
  return (
    <Dialog title={t('prog.end')} onClose={props.close}>
      <FormFrame form={form} submit={t('prog.end')} cancel={props.close}>
        <DayField label={t('prog.end_on')} required max={today} {...form.field('endedOn')} />
      </FormFrame>
    </Dialog>
  );
}

export function WithdrawForm({ done, ...props }: FormProps & { done: () => void }) {
  const t = useWords(words);
  const form = useActForm({ ...props, close: done }, { initial: {}, to: 'withdraw', bodyOf: () => ({}) });
  return (
    <Dialog title={t('prog.withdraw')} onClose={props.close}>
      <FormFrame form={form} submit={t('prog.withdraw')} cancel={props.close}>
        <p>{t('prog.withdraw_ask')}</p>
      </FormFrame>
    </Dialog>
  );
}
