// That the cases are being looked at, and after a while how many have been: numbers that change every second are for the eye alone.
import { useWords } from '../../../ui/i18n.tsx';
import type { HowFarView } from '../../view.ts';
import { whatIfWords } from '../words/what-if-words.ts';

export function HowFar({ far }: { far: HowFarView | undefined }) {
  const t = useWords(whatIfWords);
  return (
    <p>
      {t('what.waiting')}{' '}
      {far?.total ? (
        <span aria-hidden="true">{t('what.how_far', { looked: far.looked, total: far.total })}</span>
      ) : null}
    </p>
  );
}
