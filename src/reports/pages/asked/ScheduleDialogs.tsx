// A period is passed over, or the reports are not asked again any more: each with its reason.
import { send } from '../../../ui/api.ts';
import { ReasonDialog } from '../../../ui/field/ReasonDialog.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { ScheduleView } from '../../view.ts';
import { words } from '../words.ts';

interface DialogProps {
  schedule: ScheduleView;
  close: () => void;
}

const stale = ['/reports', '/worklist'];

/** What every reason of a round or a schedule is asked by. */
export function useReason() {
  const t = useWords(words);
  return {
    label: t('round.why'),
    hint: t('round.why_hint'),
    short: t('round.why_short'),
    shortest: 3,
    maxLength: 300,
  };
}

export function SkipDialog({
  schedule: { id },
  next: { period, periodLabel },
  close,
}: DialogProps & { next: NonNullable<ScheduleView['next']> }) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const label = tell(periodLabel);
  return (
    <ReasonDialog
      {...useReason()}
      title={t('again.skip_title', { period: label })}
      submit={t('again.skip')}
      send={(reason, clientId) => send('POST', `/reports/schedules/${id}/skip`, { clientId, period, reason })}
      refresh={stale}
      done={() => toast(t('again.skipped', { period: label }))}
      close={close}
    >
      <p>{t('again.skip_text')}</p>
    </ReasonDialog>
  );
}

export function WithdrawDialog({ schedule: { id }, close }: DialogProps) {
  const t = useWords(words);
  const toast = useToast();
  return (
    <ReasonDialog
      {...useReason()}
      title={t('again.withdraw')}
      submit={t('again.withdraw')}
      send={(reason, clientId) => send('POST', `/reports/schedules/${id}/withdraw`, { clientId, reason })}
      refresh={stale}
      done={() => toast(t('again.withdrawn_done'))}
      close={close}
    >
      <p>{t('again.withdraw_text')}</p>
    </ReasonDialog>
  );
}
