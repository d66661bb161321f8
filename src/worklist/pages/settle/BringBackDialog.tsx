// Bringing a closed line back to the list.
import { useWords } from '../../../ui/i18n.tsx';
import type { WorkItem } from '../../view.ts';
import { words } from '../words.ts';
import { ReasonForm } from './ReasonForm.tsx';

interface BringBackDialogProps {
  item: WorkItem;
  what: string;
  close: () => void;
}

export function BringBackDialog({ item, what, close }: BringBackDialogProps) {
  const t = useWords(words);
  const aboutUnit = item.caseKind === 'unit';
  return (
    <ReasonForm
      title={t('back.title')}
      what={what}
      text={t('back.text')}
      hint={t(aboutUnit ? 'settle.reason_unit' : 'settle.reason_person')}
      submit={t('line.bring_back')}
      to={`/worklist/settlements/${item.settled?.entry ?? ''}/withdraw`}
      maxLength={aboutUnit ? 300 : 2000}
      said={t('back.done', { what })}
      close={close}
    />
  );
}
