// Goes through a long list a hundred at a time.
import { Button } from '@mantine/core';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import css from './imports.module.css';
import { words } from './words.ts';

interface PagerProps {
  from: number;
  shown: number;
  found: number;
  go: (from: number) => void;
}

/** As many as the server answers at once. */
export const pageSize = 100;

export function Pager({ from, shown, found, go }: PagerProps) {
  const t = useWords(words);
  const { language } = useLanguage();
  if (found <= pageSize) return null;
  const range = `${formatNumber(from + 1, language)}–${formatNumber(from + shown, language)}`;
  return (
    <div className={`${css.pager} no-print`}>
      <p role="status">{t('page.range', { range, found })}</p>
      <Button variant="default" disabled={from === 0} onClick={() => go(Math.max(0, from - pageSize))}>
        {t('page.before')}
      </Button>
      <Button variant="default" disabled={from + shown >= found} onClick={() => go(from + pageSize)}>
        {t('page.after')}
      </Button>
    </div>
  );
}
