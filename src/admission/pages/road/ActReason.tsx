// Withdrawing or contesting an act: one written reason, kept with it.
import { useGo } from '../../../ui/address.tsx';
import { send } from '../../../ui/api.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { ReasonDialog } from '../../../ui/field/ReasonDialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { ActView, ChangedView, DossierView } from '../../../road/view.ts';
import { words } from '../words.ts';

interface ActReasonProps {
  act: ActView;
  dossier: DossierView;
  what: 'withdraw' | 'contest';
  close: () => void;
}

export function ActReason({ act, dossier, what, close }: ActReasonProps) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const go = useGo();
  const doneWords = (rejudged: number) => {
    if (what === 'contest') return t('acts.contest_done');
    return rejudged > 0 ? t('acts.withdrawn_rejudged', { count: rejudged }) : t('acts.withdrawn');
  };
  const version = what === 'withdraw' ? { version: dossier.version } : {};
  return (
    <ReasonDialog<ChangedView | DossierView>
      title={t(`acts.${what}_title`, { step: tell(act.label) })}
      label={t('acts.reason')}
      hint={t('acts.reason_hint')}
      short={t('acts.reason_hint')}
      maxLength={2000}
      submit={t(`acts.${what}`)}
      send={(reason, clientId) =>
        send('POST', `/dossiers/${dossier.id}/acts/${act.entry}/${what}`, { clientId, reason, ...version })
      }
      refresh={['/dossiers', '/people', '/worklist']}
      done={(out) => {
        toast(doneWords('rejudged' in out ? out.rejudged.length : 0));
        // Its beginning was withdrawn: nothing of the road stands any more.
        if ('dossier' in out && out.dossier === null) go('/dossiers');
      }}
      close={close}
    >
      <p>{t(`acts.${what}_text`)}</p>
    </ReasonDialog>
  );
}
