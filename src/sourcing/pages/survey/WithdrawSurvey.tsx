// Takes a survey back, with a reason; the numbers stay in the log.
import { send } from '../../../ui/api.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { ReasonDialog } from '../../../ui/field/ReasonDialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { SurveyRow } from '../../view.ts';
import { words } from '../words.ts';

export function WithdrawSurvey({ row, close }: { row: SurveyRow; close: () => void }) {
  const t = useWords(words);
  const toast = useToast();
  return (
    <ReasonDialog
      title={`${t('survey.withdraw')} – ${row.unitName}`}
      label={t('survey.why')}
      hint={t('survey.why_hint')}
      short={t('survey.why_needed')}
      maxLength={300}
      submit={t('survey.withdraw')}
      send={(reason, clientId) => send('POST', `/surveys/${row.own?.entry}/withdraw`, { clientId, reason })}
      refresh={['/surveys', '/pool']}
      done={() => toast(t('survey.withdrawn', { unit: row.unitName }))}
      close={close}
    />
  );
}
