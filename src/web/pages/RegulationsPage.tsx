// Which texts the system applies, and which of them are in force on the day of the page.
import { formatDay } from '../../platform/day.ts';
import type { Message } from '../../platform/messages.ts';
import type { Document } from '../../rules/index.ts';
import { useOn } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { messages } from '../regulations.messages.ts';
import { confidenceKey, useRegulations } from '../regulations.ts';

export function RegulationsPage() {
  const t = useWords(messages);
  const { on } = useOn();
  const { query, regulations } = useRegulations();
  const newestFirst = (regulations?.documents ?? []).toSorted((a, b) =>
    a.in_force_from < b.in_force_from ? 1 : -1,
  );
  const holds = ({ in_force_from: from, in_force_until: until }: Document) =>
    from <= on && (!until || on <= until);
  return (
    <Page
      title={t('reg.title')}
      purpose={t('reg.purpose')}
      help={[t('reg.help_1'), t('reg.help_2'), t('reg.help_3')]}
    >
      <Loaded of={query} rows={10}>
        {() => (
          <>
            <Panel title={t('reg.in_force', { day: formatDay(on) })}>
              <Documents rows={newestFirst.filter(holds)} />
            </Panel>
            <Panel title={t('reg.others')}>
              <Documents rows={newestFirst.filter((one) => !holds(one))} />
            </Panel>
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Say = (key: keyof typeof messages) => string;
type Tell = (message: Message) => string;

const columnsOf = (t: Say, tell: Tell): Column<Document>[] => [
  { id: 'id', label: t('reg.document'), cell: ({ id }) => id, second: ({ title }) => tell(title) },
  { id: 'kind', label: t('reg.kind'), cell: ({ kind }) => t(`reg.kind.${kind}`) },
  { id: 'from', tight: true, label: t('reg.from'), cell: (one) => formatDay(one.in_force_from) },
  {
    id: 'until',
    label: t('reg.until'),
    cell: (one) => formatDay(one.in_force_until) || t('reg.still'),
  },
  { id: 'known', label: t('reg.known'), cell: ({ confidence }) => <Known confidence={confidence} /> },
];

function Documents({ rows }: { rows: Document[] }) {
  const t = useWords(messages);
  const tell = useTell();
  return (
    <SmallTable
      name={t('reg.title')}
      rows={rows}
      keyOf={({ id }) => id}
      href={({ id }) => `/regulations/${encodeURIComponent(id)}`}
      empty={{ title: t('reg.no_quantities') }}
      columns={columnsOf(t, tell)}
    />
  );
}

export function Known({ confidence }: { confidence: string }) {
  const t = useWords(messages);
  return (
    <StatusMark tone={confidence === 'S' ? 'plain' : 'unsure'}>{t(confidenceKey(confidence))}</StatusMark>
  );
}
