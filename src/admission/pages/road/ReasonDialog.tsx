// Withdrawing or contesting an act: one written reason, kept with it.
import { Textarea } from '@mantine/core';
import { useGo } from '../../../ui/address.tsx';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { ActView, ChangedView, DossierView } from '../../../road/view.ts';
import { words } from '../words.ts';

interface ReasonDialogProps {
  act: ActView;
  dossier: DossierView;
  what: 'withdraw' | 'contest';
  close: () => void;
}
const leastReason = 5;

export function ReasonDialog({ act, dossier, what, close }: ReasonDialogProps) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const go = useGo();
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim().length < leastReason ? t('acts.reason_hint') : null }),
    send: ({ reason }, clientId) =>
      send<ChangedView | DossierView>('POST', `/dossiers/${dossier.id}/acts/${act.entry}/${what}`, {
        clientId,
        reason: reason.trim(),
        ...(what === 'withdraw' ? { version: dossier.version } : {}),
      }),
    refresh: ['/dossiers', '/people', '/worklist'],
    done: (out) => {
      toast(doneWords('rejudged' in out ? out.rejudged.length : 0));
      close();
      // Its beginning was withdrawn: nothing of the road stands any more.
      if ('dossier' in out && out.dossier === null) go('/dossiers');
    },
  });
  const doneWords = (rejudged: number) => {
    if (what === 'contest') return t('acts.contest_done');
    return rejudged > 0 ? t('acts.withdrawn_rejudged', { count: rejudged }) : t('acts.withdrawn');
  };
  return (
    <Dialog onClose={close} title={t(`acts.${what}_title`, { step: tell(act.label) })} size="lg">
      <FormFrame form={form} submit={t(`acts.${what}`)} cancel={close}>
        <p>{t(`acts.${what}_text`)}</p>
        <Textarea
          label={t('acts.reason')}
          description={t('acts.reason_hint')}
          required
          rows={3}
          maxLength={2000}
          data-autofocus
          {...form.text('reason')}
        />
      </FormFrame>
    </Dialog>
  );
}
