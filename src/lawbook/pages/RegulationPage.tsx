// One text: when it was in force, how well it is known, what came before and after it, and what rests on it.
import { formatDay } from '../../platform/day.ts';
import type { Message } from '../../platform/messages.ts';
import type { Document, Regulations } from '../../rules/index.ts';
import { hrefOf, To, useAddress, useOn, useParam } from '../../ui/address.tsx';
import { useLanguage, useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { documentHref, DocumentKnown } from './chain/Bands.tsx';
import { standingOn } from './chain/chain.ts';
import { type RuleLine, rulesOn, type StepLine, stepsOn } from './chain/resting.ts';
import { Known } from './Known.tsx';
import { useLaw } from '../../org/pages/law.ts';
import { chainWords } from './words/chain-words.ts';

export function RegulationPage() {
  const t = useWords(chainWords);
  const id = useParam('id');
  const { query, law } = useLaw();
  const document = law?.documents.find((one) => one.id === id);
  return (
    <Loaded of={query} rows={10} page>
      {() =>
        law && document ? (
          <Text document={document} law={law} />
        ) : (
          <Empty
            page
            title={t('reg.missing')}
            text={t('reg.missing_text')}
            action={<To href="/regulations">{t('reg.title')}</To>}
          />
        )
      }
    </Loaded>
  );
}

interface TextProps {
  document: Document;
  law: Regulations;
}

function Text({ document, law }: TextProps) {
  const t = useWords(chainWords);
  const tell = useTell();
  const { words } = useAddress();
  return (
    <Page
      title={document.id}
      purpose={`${tell(document.title)}. ${t('reg.document_purpose')}`}
      back={{ href: hrefOf('/regulations', { on: words.on, unit: words.unit }), label: t('reg.title') }}
      help={[t('reg.help_1'), t('reg.help_2'), t('reg.help_3')]}
    >
      <Facts document={document} law={law} />
      <Panel title={t('reg.rules_here')}>
        <Rules document={document} law={law} />
      </Panel>
      <Panel title={t('reg.steps_here')}>
        <Steps document={document} law={law} />
      </Panel>
    </Page>
  );
}

const standings = { holds: 'reg.held_then', ended: 'reg.ended', later: 'reg.later' } as const;

function Facts({ document, law }: TextProps) {
  const t = useWords(chainWords);
  const tell = useTell();
  const { on } = useOn();
  const { words } = useAddress();
  const next = law.documents.find(({ replaces }) => replaces === document.id);
  const link = (id: string) => <To href={documentHref(id, words)}>{id}</To>;
  const standing = standingOn(document, on);
  return (
    <KeyValue
      items={[
        { label: t('reg.kind'), value: t(`reg.kind.${document.kind}`) },
        { label: t('reg.issued'), value: formatDay(document.issued_on) },
        { label: t('reg.from'), value: formatDay(document.in_force_from) },
        {
          label: t('reg.until'),
          value: formatDay(document.in_force_until) || t('reg.still'),
          second: (
            <StatusMark tone={standing === 'holds' ? 'done' : 'ended'}>{t(standings[standing])}</StatusMark>
          ),
        },
        { label: t('reg.known'), value: <DocumentKnown confidence={document.confidence} /> },
        ...(document.replaces ? [{ label: t('reg.replaces'), value: link(document.replaces) }] : []),
        ...(next ? [{ label: t('reg.replaced_by'), value: link(next.id) }] : []),
        ...(document.note ? [{ label: t('reg.note'), value: tell(document.note) }] : []),
      ]}
    />
  );
}

type Say = (key: keyof typeof chainWords) => string;
type Tell = (message: Message) => string;

const ruleColumns = (t: Say, tell: Tell): Column<RuleLine>[] => [
  { id: 'label', label: t('reg.rule'), cell: (line) => tell(line.label) },
  { id: 'value', label: t('reg.value'), cell: (line) => line.value },
  { id: 'from', tight: true, label: t('reg.value_from'), cell: (line) => formatDay(line.from) },
  { id: 'clause', label: t('reg.clause'), cell: (line) => line.clause },
  { id: 'known', label: t('reg.known'), cell: (line) => <Known knowing={line.knowing} /> },
];

function Rules({ document, law }: TextProps) {
  const t = useWords(chainWords);
  const tell = useTell();
  const { language } = useLanguage();
  const { words } = useAddress();
  return (
    <SmallTable
      name={t('reg.rules_here')}
      rows={rulesOn(law, document.id, language)}
      keyOf={({ key }) => key}
      href={({ id }) => hrefOf(`/regulations/rules/${id}`, { on: words.on, unit: words.unit })}
      empty={{ title: t('reg.no_rules'), text: t('reg.no_rules_text') }}
      columns={ruleColumns(t, tell)}
    />
  );
}

const stepColumns = (t: Say, tell: Tell): Column<StepLine>[] => [
  { id: 'label', label: t('reg.step'), cell: ({ label }) => tell(label) },
  { id: 'procedure', label: t('reg.procedure'), cell: ({ procedure }) => tell(procedure) },
  { id: 'clause', label: t('reg.clause'), cell: ({ clause }) => clause },
];

function Steps({ document, law }: TextProps) {
  const t = useWords(chainWords);
  const tell = useTell();
  return (
    <SmallTable
      name={t('reg.steps_here')}
      rows={stepsOn(law, document.id)}
      keyOf={({ id }) => id}
      empty={{ title: t('reg.no_steps') }}
      columns={stepColumns(t, tell)}
    />
  );
}
