// The whole page is not for the office acted in; said before anything of it is drawn.
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import { Empty } from './Empty.tsx';

export function NoRight() {
  const t = useWords(messages);
  return <Empty page title={t('ui.no_right')} text={t('ui.no_right_way')} />;
}
