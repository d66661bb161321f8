// How sure a value is: word and shape.
import { useWords } from '../../ui/i18n.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { type Knowing, knowingKey } from '../saying/known.ts';
import { valueWords } from '../saying/value-words.ts';

export function Known({ knowing }: { knowing: Knowing }) {
  const t = useWords(valueWords);
  return <StatusMark tone={knowing === 'sure' ? 'plain' : 'unsure'}>{t(knowingKey(knowing))}</StatusMark>;
}
