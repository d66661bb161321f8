// “Chuyển giao”: who is coming, who is going, what is done, and who is away with the day expected back.
import { Button } from '@mantine/core';
import { useBook } from '../../road/pages/book.ts';
import { useAddress, useUnit } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { Tabs } from '../../ui/show/Tabs.tsx';
import type { Away, Counts, HandoverItem, Suggestion } from '../view.ts';
import { ArriveForm } from './ArriveForm.tsx';
import { awayColumns, handoverColumns, suggestionColumns } from './list/columns.tsx';
import { words } from './words.ts';

export function HandoversPage() {
  const t = useWords(words);
  const { words: address, set } = useAddress();
  const acts = useCan('handover.act');
  if (address.new === 'arrival' && acts) return <ArriveForm close={() => set({ new: null })} />;
  return (
    <Page
      title={t('list.title')}
      purpose={t('list.purpose')}
      help={[t('list.help1'), t('list.help2'), t('list.help3')]}
      action={
        acts && (
          <Button variant="default" onClick={() => set({ new: 'arrival' }, { replace: false })}>
            {t('list.arrive')}
          </Button>
        )
      }
    >
      <Parts />
    </Page>
  );
}

function Parts() {
  const t = useWords(words);
  const { data } = useRead<Counts>('/handovers/counts', { keep: true });
  const count = (value: number | undefined) => (value === undefined ? {} : { count: value });
  return (
    <Tabs
      name={t('list.tabs')}
      tabs={[
        { id: 'in', label: t('list.in'), ...count(data?.in), content: <Side key="in" side="in" /> },
        { id: 'out', label: t('list.out'), ...count(data?.out), content: <Going /> },
        { id: 'done', label: t('list.done'), content: <Side key="done" side="done" /> },
        { id: 'away', label: t('list.away'), ...count(data?.away), content: <AwayPart /> },
      ]}
    />
  );
}

function Going() {
  const acts = useCan('handover.act');
  return (
    <>
      <Side key="out" side="out" />
      {acts && <Suggested />}
    </>
  );
}

function Side({ side }: { side: 'in' | 'out' | 'done' }) {
  const t = useWords(words);
  const tell = useTell();
  const unit = useUnit();
  const book = useBook();
  const stageOf = (stage: string) => book?.stageLabel(stage) ?? null;
  const empty = {
    title: t(`list.none_${side}`),
    ...(side === 'done' ? {} : { text: t(`list.none_${side}_text`) }),
  };
  return (
    <DataList<HandoverItem>
      path="/handovers"
      params={{ side, unit }}
      name={t(`list.${side}`)}
      keyOf={(row) => row.id}
      href={(row) => `/handovers/${row.id}`}
      columns={handoverColumns({ t, tell, stageOf }, side)}
      searchable={side === 'done'}
      empty={empty}
    />
  );
}

function AwayPart() {
  const t = useWords(words);
  const tell = useTell();
  const book = useBook();
  const query = useRead<{ items: Away[] }>('/handovers/away', { params: { unit: useUnit() } });
  const reasonOf = (code: string) => {
    const input = book?.stepOf('pause')?.inputs.find(({ id }) => id === 'reason');
    const label = input && book?.law.labelOf(input, code);
    return label ? tell(label) : t('why.other');
  };
  return (
    <Loaded of={query} rows={6}>
      {({ items }) => {
        const late = items.filter((one) => one.late).length;
        return (
          <>
            {late > 0 && <Notice tone="act" title={t('away.overdue', { count: late })} />}
            <SmallTable<Away>
              name={t('list.away')}
              rows={items}
              keyOf={(row) => row.dossierId}
              href={(row) => `/dossiers/${row.dossierId}?step=resume`}
              columns={awayColumns(t, reasonOf)}
              empty={{ title: t('away.none'), text: t('away.none_text') }}
            />
          </>
        );
      }}
    </Loaded>
  );
}

/** Only where there is something to suggest. */
function Suggested() {
  const t = useWords(words);
  const query = useRead<{ items: Suggestion[] }>('/handovers/suggestions', { params: { unit: useUnit() } });
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('suggest.title')} second={t('suggest.second')}>
      <SmallTable<Suggestion>
        name={t('suggest.title')}
        rows={items}
        keyOf={(row) => row.dossierId}
        href={(row) => `/dossiers/${row.dossierId}?handover=${row.to.id}`}
        columns={suggestionColumns(t)}
        empty={{ title: '' }}
      />
    </Panel>
  );
}
