// What a document says of itself, the chain it stands in, where it is cited, and who wrote what into the register.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatDay } from '../../platform/day.ts';
import { To, useGo } from '../../ui/address.tsx';
import { useLanguage, useTell, useWords } from '../../ui/i18n.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { useCan } from '../../ui/session.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { TimeLine } from '../../ui/show/TimeLine.tsx';
import { documentTypes } from '../type.ts';
import type { Changeable, ChainRow, DocumentView } from '../view.ts';
import css from './documents.module.css';
import { periodOf, stateTones } from './said.ts';
import { words } from './words.ts';

interface Part {
  document: DocumentView;
}
type Link = DocumentView['cites'][number];

export function Facts({ document }: Part) {
  const t = useWords(words);
  const { language } = useLanguage();
  const readsUnits = useCan('unit.read');
  const { issuer, issuerUnitId, scopeName, scopeUnitId, state, endedOn, ground } = document;
  const unit = (id: number | null, name: string): ReactNode =>
    id !== null && readsUnits ? <To href={`/units/${id}`}>{name}</To> : name;
  const optional = [
    { label: t('list.period'), value: periodOf(t, document) },
    { label: t('one.ended'), value: endedOn && formatDay(endedOn), second: ground },
    { label: t('form.replaces'), value: document.replaces && <Links links={[document.replaces]} /> },
    { label: t('one.replaced_by'), value: listOf(document.replacedBy) },
    { label: t('form.cites'), value: listOf(document.cites) },
    { label: t('one.cited_by_documents'), value: listOf(document.citedBy) },
  ].filter(({ value }) => value);
  return (
    <Panel title={t('one.facts')}>
      <KeyValue
        items={[
          { label: t('list.type'), value: documentTypes[document.type][language] },
          { label: t('one.number'), value: document.number },
          { label: t('one.subject'), value: document.subject },
          { label: t('list.issuer'), value: unit(issuerUnitId, issuer) },
          { label: t('list.issued'), value: formatDay(document.issuedOn) },
          {
            label: t('list.scope'),
            value: unit(scopeUnitId, scopeName),
            second: t('one.scope_below'),
          },
          {
            label: t('list.state'),
            value: <StatusMark tone={stateTones[state]}>{t(`state.${state}`)}</StatusMark>,
          },
          ...optional,
        ]}
      />
    </Panel>
  );
}

const listOf = (links: Link[]): ReactNode => (links.length > 0 ? <Links links={links} /> : null);

function Links({ links }: { links: Link[] }) {
  return (
    <ul className={css.lines}>
      {links.map(({ id, label, subject }) => (
        <li key={id}>
          <To href={`/documents/${id}`}>{label}</To>
          {!label.includes(subject) && <span className={css.second}>{subject}</span>}
        </li>
      ))}
    </ul>
  );
}

const indented = (level: number) => ({ '--level': level }) as React.CSSProperties;

/** From the top of the chain down to here, and everything that carries it out. */
export function Chain({ document }: Part) {
  const t = useWords(words);
  const go = useGo();
  const writes = useCan('document.write');
  const { above, below, moreBelow, id, label } = document;
  const level = above.length;
  const add = writes && (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={() => go(`/documents?new=1&parent=${id}`)}
    >
      {t('one.add_below')}
    </Button>
  );
  const alone = above.length === 0 && below.length === 0;
  return (
    <Panel title={t('one.chain')} second={alone ? t('one.alone') : t('one.chain_text')} action={add}>
      {!alone && (
        <ol className={css.chain}>
          {above.map((row) => (
            <ChainLine key={row.id} row={row} level={row.depth} />
          ))}
          <li className={css.link} style={indented(level)} data-here aria-current="page">
            {label}
            <span className={css.second}>{t('one.here')}</span>
          </li>
          {below.map((row) => (
            <ChainLine key={row.id} row={row} level={level + row.depth} />
          ))}
        </ol>
      )}
      {moreBelow > 0 && <p>{t('one.more_below', { count: moreBelow })}</p>}
    </Panel>
  );
}

function ChainLine({ row, level }: { row: ChainRow; level: number }) {
  const t = useWords(words);
  const past = row.state !== 'in_force' && t(`state.${row.state}`);
  const second = [!row.label.includes(row.subject) && row.subject, past].filter(Boolean).join(' · ');
  return (
    <li className={css.link} style={indented(level)}>
      <To href={`/documents/${row.id}`}>{row.label}</To>
      {second && <span className={css.second}>{second}</span>}
    </li>
  );
}

/** What the other rooms say: plans, targets, urgings that name it. */
export function Citing({ document: { citing } }: Part) {
  const t = useWords(words);
  const tell = useTell();
  return (
    <Panel title={t('one.citing')} second={citing.length === 0 && t('one.citing_none')}>
      {citing.map(({ id, label, items }) => (
        <section key={id}>
          <h3 className={css.head}>{tell(label)}</h3>
          <ul className={css.lines}>
            {items.map((item) => (
              <li key={item.id}>
                <To href={item.href}>{item.label}</To>
                <span className={css.second}>
                  {[formatDay(item.on), item.second].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

export function History({ document: { history } }: Part) {
  const t = useWords(words);
  const items = history.map(({ entry, act, at, by, changes }) => ({
    id: entry,
    on: formatInstant(at),
    title: t(`history.${act}`),
    second: by,
    body: changes.length > 0 && <Changes changes={changes} />,
  }));
  return (
    <Panel title={t('one.history')}>
      <TimeLine name={t('one.history')} items={items.toReversed()} />
    </Panel>
  );
}

function Changes({ changes }: Pick<DocumentView['history'][number], 'changes'>) {
  const t = useWords(words);
  return (
    <ul className={css.lines}>
      {changes.map(({ field, before }) => {
        const name = t(labels[field]);
        return <li key={field}>{before ? t('history.before', { field: name, before }) : name}</li>;
      })}
    </ul>
  );
}

const labels = {
  type: 'form.type',
  number: 'form.number',
  issuer: 'form.issuer',
  issuerUnitId: 'form.issuer_unit',
  subject: 'form.subject',
  issuedOn: 'form.issued',
  from: 'form.from',
  to: 'form.to',
  scopeUnitId: 'form.scope',
  parentId: 'form.parent',
  replacesId: 'form.replaces',
  cites: 'form.cites',
} as const satisfies Record<Changeable, keyof typeof words>;
