// One text: when it was in force, how well it is known, and the quantities taken from it with their clauses.
import { formatDay } from '../../platform/day.ts';
import type { Message } from '../../platform/messages.ts';
import type { Document, Regulations } from '../../rules/index.ts';
import { useParam } from '../../ui/address.tsx';
import { useLanguage, useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Page } from '../../ui/Page.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { messages } from '../regulations.messages.ts';
import { quantitiesOf, type QuantityLine, useRegulations } from '../regulations.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Known } from './RegulationsPage.tsx';

export function RegulationPage() {
  const id = useParam('id');
  const { query, regulations } = useRegulations();
  const document = regulations?.documents.find((one) => one.id === id);
  return (
    <Loaded of={query} rows={10} page>
      {() =>
        regulations && document ? <Text document={document} regulations={regulations} /> : <NotFoundPage />
      }
    </Loaded>
  );
}

type Say = (key: keyof typeof messages) => string;
type Tell = (message: Message) => string;

const columnsOf = (t: Say, tell: Tell): Column<QuantityLine>[] => [
  { id: 'label', label: t('reg.quantity'), cell: (line) => tell(line.label) },
  { id: 'value', label: t('reg.value'), cell: (line) => line.value },
  { id: 'from', tight: true, label: t('reg.value_from'), cell: (line) => formatDay(line.from) },
  { id: 'clause', label: t('reg.clause'), cell: (line) => line.clause },
  { id: 'known', label: t('reg.known'), cell: (line) => <Known confidence={line.confidence} /> },
];

function Text({ document, regulations }: { document: Document; regulations: Regulations }) {
  const t = useWords(messages);
  const tell = useTell();
  const { language } = useLanguage();
  return (
    <Page
      title={document.id}
      purpose={`${tell(document.title)}. ${t('reg.document_purpose')}`}
      back={{ href: '/regulations', label: t('reg.back') }}
      help={[t('reg.help_1'), t('reg.help_2'), t('reg.help_3')]}
    >
      <KeyValue
        items={[
          { label: t('reg.kind'), value: t(`reg.kind.${document.kind}`) },
          { label: t('reg.issued'), value: formatDay(document.issued_on) },
          { label: t('reg.from'), value: formatDay(document.in_force_from) },
          { label: t('reg.until'), value: formatDay(document.in_force_until) || t('reg.still') },
          { label: t('reg.known'), value: <Known confidence={document.confidence} /> },
          ...(document.replaces ? [{ label: t('reg.replaces'), value: document.replaces }] : []),
          ...(document.note ? [{ label: t('reg.note'), value: tell(document.note) }] : []),
        ]}
      />
      <Panel title={t('reg.quantities')}>
        <SmallTable
          name={t('reg.quantities')}
          rows={quantitiesOf(regulations, document.id, language)}
          keyOf={(line) => line.id}
          empty={{ title: t('reg.no_quantities'), text: t('reg.no_quantities_text') }}
          columns={columnsOf(t, tell)}
        />
      </Panel>
    </Page>
  );
}
