// A number that opens: a link to the list of its own records, named for those who hear it.
import { hrefOf, To, useAddress } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import css from './statistics.module.css';
import { words } from './words.ts';

interface NumberProps {
  figure: string;
  count: number;
  label: string;
  opens: Record<string, string> | null;
}

export function OpenNumber({ figure, count, label, opens }: NumberProps) {
  const t = useWords(words);
  const { words: address, path } = useAddress();
  const written = formatNumber(count);
  if (!opens || count === 0) return <>{written}</>;
  const { print: _print, ...here } = address;
  const href = hrefOf(`/statistics/${figure}/records`, { ...opens, back: hrefOf(path, here) });
  return (
    <To href={href} className={css.number} aria-label={t('stat.open_list', { label, count })}>
      {written}
    </To>
  );
}
