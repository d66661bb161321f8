// Somebody alike is already recorded: the evidence, and two ways on. Nothing was written yet.
import { Button } from '@mantine/core';
import { formatDay } from '../../platform/day.ts';
import { To } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { useCan } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { useBook } from '../../road/pages/book.ts';
import type { AlikeView } from '../../road/view.ts';
import css from './dossiers.module.css';
import { words } from './words.ts';

interface AlikePeopleProps {
  alike: AlikeView;
  busy: boolean;
  goOn: (way: { sure?: true; personId?: string }) => void;
}

export function AlikePeople({ alike, busy, goOn }: AlikePeopleProps) {
  const t = useWords(words);
  const mayOpen = useCan('person.read');
  return (
    <Notice tone="act" title={t('alike.title')} alert>
      <p>{t('alike.text')}</p>
      {alike.askAbove && <Whom ask={alike.ask} />}
      <ul className={css.alike}>
        {alike.items.map((person) => (
          <li key={person.personId}>
            <p className={css.alikeName}>
              {person.fullName}
              {person.bornOn && ` · ${t('page.born', { day: formatDay(person.bornOn) })}`}
            </p>
            <p>
              {person.unitName}
              {isMember(person.status) && ` · ${t('alike.is_member')}`}
              {person.dossierId && ` · ${t('alike.on_road')}`}
            </p>
            <p>
              {t('alike.evidence', { what: person.evidence.map((code) => evidenceWord(code, t)).join(', ') })}
            </p>
            <div className={css.alikeActions}>
              {!isMember(person.status) && (
                <Button variant="default" disabled={busy} onClick={() => goOn({ personId: person.personId })}>
                  {t(person.dossierId ? 'alike.same_open' : 'alike.same')}
                </Button>
              )}
              {mayOpen && (
                <To href={`/people/${person.personId}`} target="_blank">
                  {t('alike.open')}
                </To>
              )}
            </div>
          </li>
        ))}
      </ul>
      <Button variant="default" disabled={busy} onClick={() => goOn({ sure: true })}>
        {t('alike.other')}
      </Button>
    </Notice>
  );
}

const isMember = (status: string): boolean => status === 'official' || status === 'probationary';

/** Somebody out of reach: no more than whom to ask. */
function Whom({ ask }: Pick<AlikeView, 'ask'>) {
  const t = useWords(words);
  const tell = useTell();
  const book = useBook();
  if (!ask || !book) return <p>{t('alike.above')}</p>;
  return (
    <p>{t('alike.ask', { office: lowerFirst(tell(book.officeLabel(ask.office))), unit: ask.unitName })}</p>
  );
}
const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

const evidences = ['card', 'birth', 'part'] as const;
type Say = (key: `alike.by_${(typeof evidences)[number]}`) => string;

/** A code that has no word of its own comes as words from the server. */
function evidenceWord(code: string, say: Say): string {
  const known = evidences.find((one) => one === code);
  return known ? say(`alike.by_${known}`) : code;
}
