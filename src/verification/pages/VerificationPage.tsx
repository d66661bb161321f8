// One request: what was asked of whom, how it stands, and what may be done about it – for the office that asks and, while
// it is open, for the office asked.
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { formatDay } from '../../platform/day.ts';
import { To, useAddress, useGo, useParam } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { type Fact, KeyValue } from '../../ui/show/KeyValue.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { Waiting } from '../../ui/show/Waiting.tsx';
import type { RequestView } from '../view.ts';
import { Acts } from './request/Acts.tsx';
import { Letter } from './request/Letter.tsx';
import { Stand } from './request/Stand.tsx';
import css from './verification.module.css';
import { words } from './words.ts';

export function VerificationPage() {
  const t = useWords(words);
  const id = useParam('id');
  const { words: address } = useAddress();
  const query = useRead<RequestView>(`/verifications/${id}`, { keep: true, enabled: !address.print });
  if (address.print) return <Letter id={id} />;
  if (query.data) return <Request request={query.data} />;
  return (
    <Page
      title={t('list.title')}
      purpose={t('one.purpose')}
      back={{ href: '/verifications', label: t('one.back') }}
    >
      <Loaded of={query} rows={10} page>
        {() => <Waiting rows={10} />}
      </Loaded>
    </Page>
  );
}

function Request({ request }: { request: RequestView }) {
  const t = useWords(words);
  const go = useGo();
  const { id, person, as, can, dossierId } = request;
  const print = can.includes('letter') && (
    <Button
      variant="default"
      leftSection={<IconPrinter size={20} aria-hidden />}
      onClick={() => go(`/verifications/${id}?print=1`)}
    >
      {t('one.print')}
    </Button>
  );
  return (
    <Page
      title={t('one.title', { name: person })}
      purpose={t(as === 'asked' ? 'one.purpose_asked' : 'one.purpose')}
      asOf={formatDay(request.today)}
      back={{
        href: as === 'asked' ? '/verifications?state=asked' : '/verifications',
        label: t('one.back'),
      }}
      actions={print}
    >
      <p>
        <Stand request={request} />
      </p>
      <Acts request={request} />
      <What request={request} />
      <People request={request} />
      {request.result && <Answer request={request} />}
      {dossierId && (
        <p className={css.head}>
          <To href={`/dossiers/${dossierId}`}>{t('one.dossier')}</To>
        </p>
      )}
    </Page>
  );
}

function useDocument() {
  const t = useWords(words);
  return (letter: RequestView['letter']): string | null =>
    letter ? t('one.doc', { number: letter.number ?? '…', day: formatDay(letter.on) || '…' }) : null;
}

function What({ request }: { request: RequestView }) {
  const t = useWords(words);
  const said = useDocument();
  const asked = request.as === 'asked';
  const items: Fact[] = [
    { label: t('list.person'), value: request.person },
    { label: t('one.born'), value: formatDay(request.bornOn) },
    { label: t(asked ? 'one.asks' : 'one.unit'), value: request.unitName },
    { label: t('one.place'), value: request.place },
    { label: t('one.persons'), value: t('list.persons', { count: request.persons }) },
    { label: t('one.way'), value: t(`way.${request.way}`) },
    { label: t('one.letter'), value: said(request.letter) },
    { label: t('one.sent'), value: formatDay(request.sentOn) },
    { label: t('one.received'), value: formatDay(request.receivedOn) },
    ...(asked ? [] : ownFacts(t, request)),
  ];
  return (
    <Panel title={t('one.what')}>
      <KeyValue items={items} />
    </Panel>
  );
}

type Words = ReturnType<typeof useWords<typeof words>>;

const ownFacts = (t: Words, { addressee, code, officer }: RequestView): Fact[] => [
  { label: t('one.addressee'), value: addressee?.name ?? t('one.on_paper', { code }) },
  { label: t('one.officer'), value: officer?.name ?? t('figures.nobody') },
  { label: t('one.code'), value: code },
];

function People({ request: { people } }: { request: RequestView }) {
  const t = useWords(words);
  if (!people) return <p className={css.quiet}>{t('one.people_hidden')}</p>;
  return (
    <Panel title={t('one.people')}>
      <SmallTable<NonNullable<RequestView['people']>[number]>
        name={t('one.people')}
        rows={people}
        keyOf={({ relation, fullName }) => `${relation}${fullName}`}
        columns={[
          { id: 'name', label: t('send.name'), cell: ({ fullName }) => fullName },
          { id: 'relation', label: t('send.relation'), cell: ({ relation }) => t(`relation.${relation}`) },
          { id: 'born', label: t('send.born'), cell: ({ bornOn }) => formatDay(bornOn) },
        ]}
        empty={{ title: t('one.people_hidden') }}
      />
    </Panel>
  );
}

function Answer({ request }: { request: RequestView }) {
  const t = useWords(words);
  const said = useDocument();
  const { result, answeredOn, reply, answeredHere, inDossier } = request;
  return (
    <Panel title={t('one.answer')}>
      <KeyValue
        items={[
          { label: t('answer.result'), value: result && t(`status.${result}`) },
          { label: t('one.answered'), value: formatDay(answeredOn) },
          { label: t('one.reply'), value: said(reply) },
          { label: t('one.how'), value: t(answeredHere ? 'one.here' : 'one.from_paper') },
        ]}
      />
      {inDossier === false && <Notice>{t('one.not_in_dossier')}</Notice>}
    </Panel>
  );
}
