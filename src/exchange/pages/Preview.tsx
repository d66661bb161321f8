// What a workbook would do: exact counts in words first, then what has to be chosen, what was remarked, how its
// columns are read, and its lines.
import type { ReactNode } from 'react';
import { hrefOf, To, useAddress } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { Tabs } from '../../ui/show/Tabs.tsx';
import type { BatchAnswer, PreviewAnswer } from '../batch/answers.ts';
import { type Kind, kinds } from '../../intake/kinds.ts';
import css from './imports.module.css';
import { Lines } from './Lines.tsx';
import { Remarks } from './Remarks.tsx';
import { type Action, hasWork, sayWritten, sumOf } from './sentences.ts';
import { Tables } from './Tables.tsx';
import { Waiting } from './Waiting.tsx';
import { words } from './words.ts';

export interface PreviewProps {
  batch: BatchAnswer;
  preview: PreviewAnswer;
}

export function Preview({ batch, preview }: PreviewProps) {
  const t = useWords(words);
  const open = batch.can.includes('correct');
  const waiting = open ? sumOf(preview, 'ask') : 0;
  const { notice, warning, error } = preview.issueCounts;
  const tab = (id: 'waiting' | 'remarks' | 'columns' | 'lines', content: ReactNode, count?: number) => ({
    id,
    label: t(`tab.${id}`),
    content,
    ...(count === undefined ? {} : { count }),
  });
  const tabs = [
    ...(waiting > 0 ? [tab('waiting', <Waiting batch={batch} />, waiting)] : []),
    tab('remarks', <Remarks batch={batch} preview={preview} />, notice + warning + error),
    ...(open ? [tab('columns', <Tables batch={batch} preview={preview} />)] : []),
    tab('lines', <Lines batch={batch} preview={preview} />, preview.linesTotal),
  ];
  return (
    <>
      <Summary batch={batch} preview={preview} />
      <Tabs name={t('tab.name')} tabs={tabs} />
    </>
  );
}

function Summary({ batch, preview }: PreviewProps) {
  const t = useWords(words);
  const held = kinds.filter((kind) => Object.values(preview.counts[kind]).some((count) => count > 0));
  const what = sayWritten(preview.writes, t, false);
  const done = batch.state === 'done';
  return (
    <Panel title={t(done ? 'sum.title_done' : 'sum.title')}>
      {!done && held.length > 0 && !hasWork(preview) && <NothingToDo preview={preview} />}
      {held.length === 0 && <NothingRead tables={preview.tables.length} />}
      <ul className={css.kinds}>
        {held.map((kind) => (
          <KindLine key={kind} kind={kind} counts={preview.counts[kind]} done={done} />
        ))}
      </ul>
      {!done && what && <p className={css.new}>{t('sum.new', { what })}</p>}
      {preview.newUnits.length > 0 && <NewUnits preview={preview} />}
    </Panel>
  );
}

function NothingToDo({ preview }: { preview: PreviewAnswer }) {
  const t = useWords(words);
  const stuck = sumOf(preview, 'ask') + sumOf(preview, 'leave') > 0;
  return <Notice title={t('file.nothing')}>{t(stuck ? 'file.nothing_waiting' : 'file.nothing_text')}</Notice>;
}

function NothingRead({ tables }: { tables: number }) {
  const t = useWords(words);
  if (tables > 0) return <Notice tone="act">{t('sum.unreadable')}</Notice>;
  return (
    <Notice tone="act" title={t('column.none')}>
      {t('column.none_text')}
    </Notice>
  );
}

const actions = ['create', 'change', 'same', 'ask', 'leave'] as const;

interface KindLineProps {
  kind: Kind;
  counts: Record<Action, number>;
  done: boolean;
}

/** “Đảng viên: sẽ thêm 463, đổi 2, …”: a number that lists its lines is a link to them. */
function KindLine({ kind, counts, done }: KindLineProps) {
  const t = useWords(words);
  const tense = done ? 'did' : 'will';
  const { path, words: address } = useAddress();
  const hrefFor = (action: Action) =>
    hrefOf(path, {
      ...address,
      ...(action === 'ask' && !done
        ? { tab: null, kind: null, action: null }
        : { tab: 'lines', kind, action, from: null }),
    });
  return (
    <li className={css.kind}>
      <strong>{t(`kind.${kind}`)}</strong>
      <span className={css.counts}>
        {actions.map((action) => (
          <span key={action} className={css.count} data-none={counts[action] === 0}>
            {counts[action] > 0 && action !== 'same' ? (
              <To href={hrefFor(action)}>{t(`${tense}.${action}`, { count: counts[action] })}</To>
            ) : (
              t(`${tense}.${action}`, { count: counts[action] })
            )}
          </span>
        ))}
      </span>
    </li>
  );
}

const shownUnits = 12;

function NewUnits({ preview: { newUnits, writes } }: { preview: PreviewAnswer }) {
  const t = useWords(words);
  const rest = (writes.units ?? newUnits.length) - Math.min(newUnits.length, shownUnits);
  const names = newUnits.slice(0, shownUnits).join(', ');
  return (
    <p>
      {t('sum.new_units', { names })}
      {rest > 0 && ` ${t('sum.more_units', { count: rest })}`}
    </p>
  );
}
