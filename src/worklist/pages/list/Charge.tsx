// Whoever has cells in charge reads which they are: the list goes exactly so far.
import { hrefOf, To, useAddress } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useOffice } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { words } from '../words.ts';
import css from '../worklist.module.css';
import { useUnits } from './Filters.tsx';

export function Charge() {
  const office = useOffice();
  return office?.kind === 'committee_member' ? <Cells /> : null;
}

/** More than these are chosen in the filter. */
const mostNamed = 8;

function Cells() {
  const t = useWords(words);
  const { path, words: address } = useAddress();
  const units = useUnits();
  if (units.length === 0) return <Notice>{t('page.charge_none')}</Notice>;
  return (
    <p className={css.charge}>
      {t('page.charge', { count: units.length })}{' '}
      {(units.length > mostNamed ? [] : units).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ' · '}
          <To href={hrefOf(path, { ...address, unit: String(id) })}>{name}</To>
        </span>
      ))}
    </p>
  );
}
