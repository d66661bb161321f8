// What can be done about a round: remind those who have not sent, extend the day, take it back.
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { ReasonDialog } from '../../../ui/field/ReasonDialog.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { MoreActs } from '../../../ui/show/MoreActs.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { RoundView } from '../../view.ts';
import { words } from '../words.ts';
import { RemindDialog } from './RemindDialog.tsx';
import { useReason } from './ScheduleDialogs.tsx';

const stale = ['/reports', '/worklist', '/reminders'];
type Asked = 'remind' | 'extend' | 'take_back';

export function RoundActs({ round }: { round: RoundView }) {
  const t = useWords(words);
  const [open, setOpen] = useState<Asked | null>(null);
  const close = () => setOpen(null);
  const owe = round.units.filter(({ line }) => line !== null);
  const more = round.can.filter((act) => act !== 'remind');
  return (
    <>
      <MoreActs
        label={t('round.more')}
        acts={more.map((act) => ({ label: t(`round.${act}`), act: () => setOpen(act) }))}
      />
      {round.can.includes('remind') && owe.length > 0 && !round.dropped && (
        <Button onClick={() => setOpen('remind')}>{t('round.remind')}</Button>
      )}
      {open === 'remind' && <RemindDialog round={round} units={owe} close={close} />}
      {open === 'extend' && <ExtendDialog round={round} close={close} />}
      {open === 'take_back' && <TakeBackDialog round={round} close={close} />}
    </>
  );
}

interface DialogProps {
  round: RoundView;
  close: () => void;
}

const short = (reason: string): boolean => reason.trim().length < 3;

function ExtendDialog({ round, close }: DialogProps) {
  const t = useWords(words);
  const toast = useToast();
  const form = useForm({
    initial: { unit: '', dueOn: '', reason: '' },
    check: ({ reason }) => ({ reason: short(reason) ? t('round.why_short') : null }),
    send: ({ unit, dueOn, reason }, clientId) =>
      send('POST', `/reports/rounds/${round.id}/extend`, {
        clientId,
        units: unit ? [Number(unit)] : [],
        dueOn,
        reason: reason.trim(),
      }),
    refresh: stale,
    done: () => {
      toast(t('round.extended'));
      close();
    },
  });
  const open = round.units.filter(({ line }) => line !== null);
  return (
    <Dialog onClose={close} title={t('round.extend')} size="lg">
      <FormFrame form={form} submit={t('round.extend')} cancel={close}>
        <NativeSelect
          label={t('round.extend_for')}
          data={[
            { value: '', label: t('round.extend_all') },
            ...open.map(({ unitId, unitName }) => ({ value: String(unitId), label: unitName })),
          ]}
          {...form.text('unit')}
        />
        <DayField label={t('round.extend_due')} required min={round.closesOn} {...form.field('dueOn')} />
        <Reason bound={form.text('reason')} />
      </FormFrame>
    </Dialog>
  );
}

export function TakeBackDialog({ round, close }: DialogProps) {
  const t = useWords(words);
  const toast = useToast();
  return (
    <ReasonDialog
      {...useReason()}
      title={t('round.take_back')}
      submit={t('round.take_back')}
      send={(reason, clientId) => send('POST', `/reports/rounds/${round.id}/take-back`, { clientId, reason })}
      refresh={stale}
      done={() => toast(t('round.taken_back'))}
      close={close}
    >
      <p>{t('round.take_back_text')}</p>
    </ReasonDialog>
  );
}

function Reason({ bound }: { bound: React.ComponentProps<typeof Textarea> }) {
  const t = useWords(words);
  return (
    <Textarea
      label={t('round.why')}
      description={t('round.why_hint')}
      required
      autosize
      minRows={2}
      maxLength={300}
      {...bound}
    />
  );
}
