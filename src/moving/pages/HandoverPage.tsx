// One hand-over: what was proposed, the person both ends look at while it waits, the answer – and the one thing that this
// reader may do.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useBook } from '../../road/pages/book.ts';
import { To, useParam } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { HandoverView } from '../view.ts';
import css from './moving.module.css';
import { AcceptForm } from './one/AcceptForm.tsx';
import { EndDialog } from './one/EndDialog.tsx';
import { Answer, Proposal } from './one/Facts.tsx';
import { Shared } from './one/Shared.tsx';
import { wordFor, words } from './words.ts';

export function HandoverPage() {
  const t = useWords(words);
  const id = useParam('id');
  const query = useRead<HandoverView>(`/handovers/${id}`);
  const name = query.data?.fullName;
  return (
    <Page
      title={query.data && !name ? t('one.title_hidden') : t('one.title', { name: name ?? '' })}
      purpose={t('one.purpose')}
      back={{ href: '/handovers', label: t('list.back') }}
    >
      <Loaded of={query} rows={10} page>
        {(handover) => <One key={handover.id} handover={handover} />}
      </Loaded>
    </Page>
  );
}

const tones = {
  open: 'wait',
  accepted: 'done',
  arrived: 'done',
  declined: 'ended',
  taken_back: 'ended',
  left: 'plain',
} as const;

function One({ handover }: { handover: HandoverView }) {
  const t = useWords(words);
  const book = useBook();
  return (
    <>
      <p>
        <StatusMark tone={tones[handover.state]}>{t(wordFor('state', handover.state))}</StatusMark>
      </p>
      <Links handover={handover} />
      <Proposal handover={handover} />
      {handover.shared && <Shared handover={handover} shared={handover.shared} book={book} />}
      {handover.can.includes('accept') && <AcceptForm handover={handover} />}
      <Answer handover={handover} />
      <Ends handover={handover} />
    </>
  );
}

function Links({ handover }: { handover: HandoverView }) {
  const t = useWords(words);
  if (!handover.opens) return null;
  return (
    <div className={`${css.actions} no-print`}>
      <To href={`/dossiers/${handover.dossierId}`}>{t('one.open')}</To>
      {handover.state === 'left' && handover.sheet && (
        <To href={`/dossiers/${handover.dossierId}/sheet/${handover.sheet}`}>{t('one.print')}</To>
      )}
    </div>
  );
}

/** Saying no, or taking it back. */
function Ends({ handover }: { handover: HandoverView }) {
  const t = useWords(words);
  const [open, setOpen] = useState<'decline' | 'take_back' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className={`${css.actions} no-print`}>
      {handover.can.includes('decline') && (
        <Button variant="default" onClick={() => setOpen('decline')}>
          {t('one.decline')}
        </Button>
      )}
      {handover.can.includes('take_back') && (
        <Button variant="default" onClick={() => setOpen('take_back')}>
          {t('one.take_back')}
        </Button>
      )}
      {open && <EndDialog handover={handover} kind={open} close={close} />}
    </div>
  );
}
