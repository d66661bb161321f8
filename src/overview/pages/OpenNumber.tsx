// A number that opens the list of its own records, and leads back here.
import { hrefOf, To, useAddress } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import type { Opened } from '../view.ts';
import { words } from '../words.ts';

/** The way back from the list is this page as it stands. */
export function useBack(): (href: string) => string {
  const { path, words: address } = useAddress();
  return (href) => {
    if (!href.includes('/records')) return href;
    return `${href}&${new URLSearchParams({ back: hrefOf(path, address) }).toString()}`;
  };
}

export function OpenNumber({ of: { count, href }, what }: { of: Opened; what: string }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const back = useBack();
  const written = formatNumber(count, language);
  if (href === null) return <>{written}</>;
  return (
    <To href={back(href)} aria-label={t('over.open', { what, count })}>
      {written}
    </To>
  );
}
