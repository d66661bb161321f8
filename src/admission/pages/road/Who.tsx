// Who the road is about – the least that tells two people apart.
import { formatDay, isDay, monthsBetween } from '../../../platform/day.ts';
import { To } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useCan } from '../../../ui/session.tsx';
import type { DossierView } from '../../../road/view.ts';
import type { Book } from '../../../road/pages/book.ts';
import { words } from '../words.ts';
import css from './road.module.css';

export function Who({ dossier, book }: { dossier: DossierView; book: Book }) {
  const t = useWords(words);
  const tell = useTell();
  const mayOpen = useCan('person.read');
  const { person, unit, today } = dossier;
  const of = (catalogue: string, code: string | null) => {
    const found = book.catalogue(catalogue).find((one) => one.code === code);
    return found ? tell(found.label) : null;
  };
  const age = isDay(person.bornOn) ? Math.floor(monthsBetween(person.bornOn, today) / 12) : null;
  const facts = [
    of('gender', person.sex),
    person.bornOn && t('page.born', { day: formatDay(person.bornOn) }),
    age !== null && t('page.age', { age }),
    of('education_general', person.education),
  ];
  return (
    <div className={css.who}>
      <p>{facts.filter(Boolean).join(' · ')}</p>
      <p>{[unit.name, ...unit.trail.toReversed().filter((name) => name !== unit.name)].join(' · ')}</p>
      {mayOpen && (
        <p className="no-print">
          <To href={`/people/${person.id}`}>{t('page.person')}</To>
        </p>
      )}
    </div>
  );
}
