// Failed candidacies whose time runs out. An entitled officer looks at the names once more and erases them for good.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { useBook } from '../../../road/pages/book.ts';
import { useAct } from '../../../ui/act.ts';
import { To, useUnit } from '../../../ui/address.tsx';
import { useConfirm } from '../../../ui/Confirm.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Failure } from '../../../ui/show/Failure.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { expiryMonths } from '../../values.ts';
import type { ErasedView, ExpiryList, ExpiryRow } from '../../view.ts';
import css from '../fostering.module.css';
import { helperWords as words } from '../helper-words.ts';
import { words as listWords } from '../words.ts';

export function ExpiryTab() {
  const unit = useUnit();
  const query = useRead<ExpiryList>('/fostering/expiring', { params: { unit } });
  return <Loaded of={query}>{(data) => <Expiring list={data} />}</Loaded>;
}

type Say = ReturnType<typeof useWords<typeof words>>;

function Expiring({ list }: { list: ExpiryList }) {
  const t = useWords(words);
  const l = useWords(listWords);
  const tell = useTell();
  const book = useBook();
  const stepName = (step: string) => {
    const known = book?.stepOf(step);
    return known ? tell(known.label) : '';
  };
  if (list.months === null && list.items.length === 0) return <Unset />;
  const rule = list.months !== null && t('expiry.rule', { months: list.months, days: list.warningDays ?? 0 });
  return (
    <Panel title={t('expiry.title')} second={rule}>
      <SmallTable<ExpiryRow>
        name={t('expiry.title')}
        rows={list.items}
        keyOf={(row) => row.id}
        href={(row) => `/dossiers/${row.id}`}
        columns={columnsOf(t, l('list.person'), { stepName, tell })}
        empty={{ title: t('expiry.none'), text: t('expiry.none_text') }}
      />
      {list.can.includes('erase') && <Erasing rows={list.items.filter((row) => row.due && !row.kept)} />}
    </Panel>
  );
}

function Unset() {
  const t = useWords(words);
  return (
    <Notice
      title={t('expiry.unset')}
      action={<To href={`/regulations/rules/${expiryMonths}`}>{t('expiry.set')}</To>}
    >
      {t('expiry.unset_text')}
    </Notice>
  );
}

interface Naming {
  stepName: (step: string) => string;
  tell: ReturnType<typeof useTell>;
}

const columnsOf = (t: Say, person: string, { stepName, tell }: Naming): Column<ExpiryRow>[] => [
  { id: 'name', label: person, cell: (row) => row.name, second: (row) => row.unitName },
  {
    id: 'closed',
    label: t('expiry.closed'),
    cell: (row) => `${stepName(row.closedAs)} – ${formatDay(row.closedOn)}`,
  },
  { id: 'expires', label: t('expiry.expires'), tight: true, cell: (row) => formatDay(row.expiresOn) },
  {
    id: 'state',
    label: t('expiry.state'),
    cell: (row) => {
      if (row.kept) return tell(row.kept);
      return row.due ? (
        <StatusMark tone="act">{t('expiry.due')}</StatusMark>
      ) : (
        <StatusMark tone="wait">{t('expiry.soon')}</StatusMark>
      );
    },
  },
];

function Erasing({ rows }: { rows: ExpiryRow[] }) {
  const t = useWords(words);
  const tell = useTell();
  const ask = useConfirm();
  const toast = useToast();
  const [left, setLeft] = useState<ErasedView['left']>([]);
  const erase = useAct<{ ids: string[] }, ErasedView>({
    to: '/fostering/expiring/erase',
    refresh: ['/fostering', '/dossiers', '/people'],
    done: (out) => {
      setLeft(out.left);
      toast(t('expiry.erased', { count: out.done }));
    },
  });
  const run = async () => {
    const text = <Names rows={rows} text={t('expiry.erase_text')} />;
    if (await ask({ title: t('expiry.erase_title'), text, yes: t('expiry.erase_yes') }))
      erase.run({ ids: rows.map(({ personId }) => personId) });
  };
  return (
    <div className={css.stack}>
      {erase.error && <Failure error={erase.error} />}
      {left.length > 0 && (
        <Notice tone="act" title={t('expiry.left', { count: left.length })} alert>
          {[...new Set(left.map(({ why }) => tell(why)))].join(' ')}
        </Notice>
      )}
      {rows.length > 0 && (
        <div className={css.foot}>
          <Button loading={erase.busy} onClick={() => void run()}>
            {t('expiry.erase', { count: rows.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

function Names({ rows, text }: { rows: ExpiryRow[]; text: string }) {
  return (
    <>
      {text}
      <ul className={css.lines}>
        {rows.map((row) => (
          <li key={row.id}>
            {row.name} – {row.unitName}
          </li>
        ))}
      </ul>
    </>
  );
}
