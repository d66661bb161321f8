// Taking something back asks for one thing: why.
import { send } from '../../../ui/api.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { ReasonDialog } from '../../../ui/field/ReasonDialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { words } from '../words.ts';
import css from '../worklist.module.css';

interface ReasonFormProps {
  title: string;
  /** what is taken back */
  what: string;
  text: string;
  hint: string;
  submit: string;
  /** where it is sent */
  to: string;
  maxLength: number;
  said: string;
  close: () => void;
}

export function ReasonForm({ what, text, to, said, ...asked }: ReasonFormProps) {
  const t = useWords(words);
  const toast = useToast();
  return (
    <ReasonDialog
      {...asked}
      label={t('settle.reason')}
      short={t('settle.reason_short')}
      shortest={3}
      send={(reason, clientId) => send('POST', to, { clientId, reason })}
      refresh={['/worklist', '/routines']}
      done={() => toast(said)}
    >
      <p className={css.work}>{what}</p>
      <p>{text}</p>
    </ReasonDialog>
  );
}
