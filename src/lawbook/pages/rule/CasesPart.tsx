// The worked cases that prove the rule: reckoned by hand from the text, judged again by the rules that run here.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import type { Regulations } from '../../../rules/index.ts';
import { To, useAddress } from '../../../ui/address.tsx';
import { useLanguage, useTell, useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { CaseList, CaseView } from '../../view.ts';
import type { Sayer } from '../../saying/value.ts';
import { documentHref } from '../chain/Bands.tsx';
import { caseWords } from '../words/case-words.ts';
import { ruleWords } from '../words/rule-words.ts';
import { expectedLines, factLines, type Line, type Speech } from './case-lines.ts';
import css from './rule.module.css';

const atFirst = 4;

interface CasesProps {
  parameter: string;
  law: Regulations;
  sayer: Sayer;
}

export function CasesPart({ parameter, law, sayer }: CasesProps) {
  const t = useWords(ruleWords);
  const { language } = useLanguage();
  const speech = { law, sayer, language };
  const query = useRead<CaseList>('/regulations/cases', { params: { parameter }, staleTime: 300_000 });
  const second =
    query.data && query.data.total > 0
      ? t('rule.cases_second', { agreeing: query.data.agreeing, total: query.data.total })
      : undefined;
  return (
    <Panel title={t('rule.cases')} second={second}>
      <Loaded of={query} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('rule.no_cases')} text={t('rule.no_cases_text')} />
          ) : (
            <Cases items={items.toSorted(byText(law))} speech={speech} />
          )
        }
      </Loaded>
    </Panel>
  );
}

/** Cases about a text before those about the product’s own conventions. */
const byText = (law: Regulations) => {
  const conventions = new Set(law.documents.filter(({ kind }) => kind === 'convention').map(({ id }) => id));
  const rank = ({ cites }: CaseView) => Number(conventions.has(cites.document));
  return (a: CaseView, b: CaseView) => rank(a) - rank(b);
};

function Cases({ items, speech }: { items: CaseView[]; speech: Speech }) {
  const t = useWords(ruleWords);
  const [all, setAll] = useState(false);
  const rest = items.length - atFirst;
  return (
    <>
      <ul className={css.cases}>
        {(all ? items : items.slice(0, atFirst)).map((one) => (
          <Case key={one.id} one={one} speech={speech} />
        ))}
      </ul>
      {!all && rest > 0 && (
        <Button variant="default" mt="md" onClick={() => setAll(true)}>
          {t('rule.case_more', { count: rest })}
        </Button>
      )}
    </>
  );
}

function Case({ one, speech }: { one: CaseView; speech: Speech }) {
  const t = useWords(ruleWords);
  const tc = useWords(caseWords);
  const tell = useTell();
  const { words } = useAddress();
  const facts = factLines(one.facts, speech);
  const expected = expectedLines(one.expect, one.step, speech);
  return (
    <li className={css.case}>
      <h3>{one.title}</h3>
      <p className={css.quiet}>
        {formatDay(one.on)}
        {one.stepLabel && ` · ${tell(one.stepLabel)}`}
        {' · '}
        <To href={documentHref(one.cites.document, words)}>{one.cites.document}</To>, {one.cites.clause}
      </p>
      <KeyValue
        items={[
          ...(facts.length > 0 ? [{ label: tc('case.given'), value: <Facts lines={facts} /> }] : []),
          ...(expected.length > 0
            ? [{ label: tc('case.expected'), value: <Expectations lines={expected} /> }]
            : []),
        ]}
      />
      <p>
        {tc('case.arithmetic')}: {one.arithmetic}
      </p>
      <StatusMark tone={one.agrees ? 'done' : 'act'}>
        {t(one.agrees ? 'rule.agrees' : 'rule.differs')}
      </StatusMark>
    </li>
  );
}

function Facts({ lines }: { lines: Line[] }) {
  return (
    <ul>
      {lines.map(({ label, value }) => (
        <li key={`${label} ${value}`}>
          {label}: {value}
        </li>
      ))}
    </ul>
  );
}

function Expectations({ lines }: { lines: string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
