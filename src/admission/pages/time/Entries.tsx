// The time line as words: a table, or on a narrow screen one thing under another.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { Articles } from './Articles.tsx';
import type { Entry } from './entries.ts';
import css from './time.module.css';
import { timeWords } from './words.ts';

const columnsOf = (t: (key: keyof typeof timeWords) => string): Column<Entry>[] => [
  { id: 'on', label: t('entry.day'), cell: ({ on }) => on, width: '13rem' },
  { id: 'what', label: t('entry.what'), cell: (entry) => <What entry={entry} /> },
  { id: 'law', label: t('entry.law'), cell: ({ articles }) => <Articles articles={articles} /> },
];

export function EntriesTable({ entries }: { entries: Entry[] }) {
  const t = useWords(timeWords);
  return (
    <SmallTable
      name={t('time.title')}
      rows={entries}
      keyOf={({ id }) => id}
      columns={columnsOf(t)}
      empty={{ title: t('entry.none') }}
    />
  );
}

/** Of what was recorded a narrow screen shows the latest; the rest is one press away. */
const shownActs = 3;

export function EntriesList({ entries }: { entries: Entry[] }) {
  const t = useWords(timeWords);
  const [all, setAll] = useState(false);
  const acts = entries.filter(({ kind }) => kind === 'act');
  const hidden = all ? [] : acts.slice(0, -shownActs);
  const last = hidden.at(-1);
  const shown = entries.filter(({ sort, kind }) => !last || sort > last.sort || kind === 'due');
  return (
    <>
      {hidden.length > 0 && (
        <Button variant="default" className="no-print" mb="xs" onClick={() => setAll(true)}>
          {t('entry.all', { count: acts.length })}
        </Button>
      )}
      <ol className={css.entries} aria-label={t('time.title')}>
        {shown.map((entry) => (
          <li key={entry.id} data-kind={entry.kind}>
            <p className={css.entryDay}>{entry.on}</p>
            <What entry={entry} />
            <Articles articles={entry.articles} />
          </li>
        ))}
      </ol>
    </>
  );
}

function What({ entry: { mark, titles, second } }: { entry: Entry }) {
  return (
    <div className={css.entryWhat}>
      <StatusMark tone={mark.tone}>{mark.word}</StatusMark>
      {titles.map((title) => (
        <p key={title} className={css.name}>
          {title}
        </p>
      ))}
      {second.map((line) => (
        <p key={line} className={css.quiet}>
          {line}
        </p>
      ))}
    </div>
  );
}
