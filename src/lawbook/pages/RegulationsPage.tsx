// Which texts hold on the day of the page, and how each took the place of the one before.
import { type Day, formatDay } from '../../platform/day.ts';
import type { Message } from '../../platform/messages.ts';
import type { Document } from '../../rules/index.ts';
import { To, useAddress, useOn } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { Bands, documentHref, DocumentKnown } from './chain/Bands.tsx';
import { bandKinds, chainOf, standingOn } from './chain/chain.ts';
import { useLaw } from '../../org/pages/law.ts';
import { LawbookNav } from './LawbookNav.tsx';
import { chainWords } from './words/chain-words.ts';

export function RegulationsPage() {
  const t = useWords(chainWords);
  const { on } = useOn();
  const { query, law } = useLaw();
  const documents = law?.documents ?? [];
  const chain = chainOf(documents, on);
  return (
    <Page
      title={t('reg.title')}
      purpose={t('reg.purpose')}
      help={[t('reg.help_1'), t('reg.help_2'), t('reg.help_3')]}
    >
      <LawbookNav />
      <Loaded of={query} rows={10}>
        {() => (
          <>
            <Now documents={documents} on={on} />
            <Panel title={t('reg.chain')} second={t('reg.chain_second')}>
              <Bands chain={chain} on={on} />
            </Panel>
            <Panel title={t('reg.others')}>
              <Others rows={chain.others} on={on} />
            </Panel>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** The answer first: what holds on this day. */
function Now({ documents, on }: { documents: readonly Document[]; on: Day }) {
  const t = useWords(chainWords);
  const items = bandKinds.map((kind) => {
    const held = documents.filter((one) => one.kind === kind && standingOn(one, on) === 'holds');
    return {
      label: t(`reg.band.${kind}`),
      value: held.length > 0 ? <Held documents={held} /> : t('reg.now_none'),
    };
  });
  return (
    <Panel title={t('reg.now', { day: formatDay(on) })}>
      <KeyValue items={items} />
    </Panel>
  );
}

function Held({ documents }: { documents: readonly Document[] }) {
  const { words } = useAddress();
  return documents.map(({ id, confidence }) => (
    <div key={id}>
      <To href={documentHref(id, words)}>{id}</To> <DocumentKnown confidence={confidence} />
    </div>
  ));
}

type Say = (key: keyof typeof chainWords) => string;
type Tell = (message: Message) => string;

const columnsOf = (t: Say, tell: Tell, on: Day): Column<Document>[] => [
  { id: 'id', label: t('reg.document'), cell: ({ id }) => id, second: ({ title }) => tell(title) },
  { id: 'kind', label: t('reg.kind'), cell: ({ kind }) => t(`reg.kind.${kind}`) },
  { id: 'from', tight: true, label: t('reg.from'), cell: (one) => formatDay(one.in_force_from) },
  {
    id: 'until',
    label: t('reg.until'),
    cell: (one) =>
      formatDay(one.in_force_until) || t(standingOn(one, on) === 'later' ? 'reg.later' : 'reg.still'),
  },
  { id: 'known', label: t('reg.known'), cell: ({ confidence }) => <DocumentKnown confidence={confidence} /> },
];

function Others({ rows, on }: { rows: Document[]; on: Day }) {
  const t = useWords(chainWords);
  const tell = useTell();
  const { words } = useAddress();
  return (
    <SmallTable
      name={t('reg.others')}
      rows={rows}
      keyOf={({ id }) => id}
      href={({ id }) => documentHref(id, words)}
      empty={{ title: t('reg.no_others') }}
      columns={columnsOf(t, tell, on)}
    />
  );
}
