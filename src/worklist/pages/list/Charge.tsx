// Whoever has cells in charge reads which they are, where to go this week, and prints what to bring: the list goes
// exactly so far.
import { hrefOf, To, useAddress } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useOffice } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { Counts, Worklist } from '../../view.ts';
import { words } from '../words.ts';
import css from '../worklist.module.css';
import { type UnitLine, useUnits } from './Filters.tsx';

export function Charge() {
  const office = useOffice();
  return office?.kind === 'committee_member' ? <Cells /> : null;
}

/** More than these are chosen in the filter. */
const mostNamed = 8;

function Cells() {
  const t = useWords(words);
  const units = useUnits();
  if (units.length === 0) return <Notice>{t('page.charge_none')}</Notice>;
  return (
    <div className={css.charge}>
      <p>{t('page.charge', { count: units.length })}</p>
      {units.length <= mostNamed && (
        <ul>
          {units.map((unit) => (
            <Cell key={unit.id} unit={unit} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Cell({ unit: { id, name } }: { unit: UnitLine }) {
  const t = useWords(words);
  const { path, words: address } = useAddress();
  const unit = String(id);
  const { data } = useRead<Worklist>('/worklist', { params: { unit, limit: 1 }, keep: true });
  return (
    <li>
      <To href={hrefOf(path, { ...address, unit })}>{name}</To>
      {data && <Pressing counts={data.counts} />}
      <To href={hrefOf('/worklist/print', { unit })} aria-label={t('charge.print_named', { unit: name })}>
        {t('way.print')}
      </To>
    </li>
  );
}

function Pressing({ counts: { overdue, week } }: { counts: Counts }) {
  const t = useWords(words);
  if (overdue + week === 0) return <span>{t('charge.nothing')}</span>;
  return (
    <>
      {overdue > 0 && <StatusMark tone="act">{t('charge.overdue', { count: overdue })}</StatusMark>}
      {week > 0 && <StatusMark tone="wait">{t('charge.week', { count: week })}</StatusMark>}
    </>
  );
}
