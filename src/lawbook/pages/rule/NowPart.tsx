// What the rule says on the day of the page at the reader's place – the largest thing on the page.
import { formatDay } from '../../../platform/day.ts';
import type { Laid, Parameter, Regulations, Resolved } from '../../../rules/index.ts';
import { To, useAddress, useOn } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { documentHref } from '../chain/Bands.tsx';
import { Known } from '../Known.tsx';
import { type Knowing, knowingOf, openKey } from '../../saying/known.ts';
import { rulesWords } from '../words/rules-words.ts';
import { ruleWords } from '../words/rule-words.ts';
import { isTable, type Sayer } from '../../saying/value.ts';
import { readingsOf, weightiest } from './rows.ts';
import css from './rule.module.css';
import { ValueTable } from './ValueTable.tsx';

interface NowProps {
  law: Regulations;
  parameter: Parameter;
  resolved: Resolved;
  sayer: Sayer;
}

export function NowPart({ law, parameter, resolved, sayer }: NowProps) {
  const t = useWords(ruleWords);
  const { on } = useOn();
  const knowing = knowingOf(resolved);
  const entry = parameter.values.findLast(({ from }) => from <= on);
  const touched = weightiest(resolved.laid);
  return (
    <section aria-label={t('rule.now')} className={css.now}>
      <p className={css.value}>{sayer.value(parameter, resolved.value) || sayer.words(openKey(knowing))}</p>
      {touched && <Touched kind={touched} />}
      <Readings
        name={knowing === 'unsaid' ? sayer.words('value.practice') : t('rule.readings')}
        lines={readingsOf(parameter, resolved, sayer)}
      />
      {isOpen(knowing) && <p className={css.hint}>{t(`rule.${knowing}_hint`)}</p>}
      {isTable(parameter, resolved.value) && (
        <>
          <ValueTable parameter={parameter} rows={resolved.value} sayer={sayer} name={t('rule.now')} />
          <p className={css.hint}>{t('rule.rows')}</p>
        </>
      )}
      <KeyValue
        items={[
          { label: t('rule.article'), value: <Articles law={law} resolved={resolved} /> },
          { label: t('rule.known'), value: <Known knowing={knowing} /> },
          ...(entry ? [{ label: t('rule.checked_on'), value: formatDay(entry.last_checked_on) }] : []),
        ]}
      />
    </section>
  );
}

const isOpen = (knowing: Knowing) => knowing === 'unknown' || knowing === 'unsaid' || knowing === 'two';

function Touched({ kind }: { kind: Laid['kind'] }) {
  const t = useWords(rulesWords);
  return <StatusMark tone="done">{t(`rules.${kind}`)}</StatusMark>;
}

function Readings({ name, lines }: { name: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className={css.readings} aria-label={name}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Articles({ law, resolved: { citations } }: Pick<NowProps, 'law' | 'resolved'>) {
  const { words } = useAddress();
  const shipped = new Set(law.documents.map(({ id }) => id));
  const lines = citations.filter(
    (one, at) =>
      citations.findIndex((other) => other.document === one.document && other.clause === one.clause) === at,
  );
  return (
    <ul>
      {lines.map(({ document, clause }) => (
        <li key={`${document} ${clause}`}>
          {shipped.has(document) ? <To href={documentHref(document, words)}>{document}</To> : document},{' '}
          {clause}
        </li>
      ))}
    </ul>
  );
}
