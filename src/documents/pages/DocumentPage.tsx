// One document: what it is and whom it concerns, the chain it stands in, who cites it, its file, and what may be done.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useGo, useOn, useParam } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead, useRefresh } from '../../ui/query.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { DocumentView } from '../view.ts';
import { DocumentForm } from './DocumentForm.tsx';
import css from './documents.module.css';
import { EndDialog, WithdrawDialog } from './EndDialog.tsx';
import { Chain, Citing, Facts, History } from './Facts.tsx';
import { FilePart } from './FilePart.tsx';
import { nameOf } from './said.ts';
import { words } from './words.ts';

export function DocumentPage() {
  const t = useWords(words);
  const { language } = useLanguage();
  const id = useParam('id');
  const { on, past } = useOn();
  const [amending, setAmending] = useState(false);
  const query = useRead<DocumentView>(`/documents/${id}`, { params: { on: past ? on : null } });
  const { data } = query;
  return (
    <Page
      title={data ? nameOf(data, language) : t('one.title')}
      purpose={data?.number ? data.subject : t('one.purpose')}
      back={{ href: '/documents', label: t('one.back') }}
      actions={data && !amending && <Actions document={data} amend={() => setAmending(true)} />}
    >
      <Loaded of={query} rows={8} page>
        {(document) =>
          amending ? (
            <Amending document={document} close={() => setAmending(false)} />
          ) : (
            <One document={document} />
          )
        }
      </Loaded>
    </Page>
  );
}

function One({ document }: { document: DocumentView }) {
  return (
    <div className={css.two}>
      <div>
        <Facts document={document} />
        <FilePart document={document} />
      </div>
      <div>
        <Chain document={document} />
        <Citing document={document} />
        <History document={document} />
      </div>
    </div>
  );
}

function Amending({ document, close }: { document: DocumentView; close: () => void }) {
  const t = useWords(words);
  const toast = useToast();
  const done = () => {
    toast(t('form.saved'));
    close();
  };
  return <DocumentForm key={document.version} document={document} close={close} done={done} />;
}

function Actions({ document, amend }: { document: DocumentView; amend: () => void }) {
  const t = useWords(words);
  const go = useGo();
  const [open, setOpen] = useState<'end' | 'reopen' | 'withdraw' | null>(null);
  const refresh = useRefresh();
  const close = () => setOpen(null);
  const leave = () => {
    go('/documents', { replace: true });
    // This page goes first: it would ask for a document that is no longer there.
    setTimeout(() => void refresh('/documents'));
  };
  const { can } = document;
  const button = (act: 'end' | 'reopen' | 'withdraw') =>
    can.includes(act) && (
      <Button variant="default" onClick={() => setOpen(act)}>
        {t(`one.${act}`)}
      </Button>
    );
  return (
    <>
      {can.includes('amend') && (
        <Button variant="default" onClick={amend}>
          {t('one.amend')}
        </Button>
      )}
      {button('end')}
      {button('reopen')}
      {button('withdraw')}
      {(open === 'end' || open === 'reopen') && <EndDialog document={document} act={open} close={close} />}
      {open === 'withdraw' && <WithdrawDialog document={document} close={close} done={leave} />}
    </>
  );
}
