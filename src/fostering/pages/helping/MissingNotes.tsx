// Whose monthly note is missing before the next meeting of the cell, by helper.
import { NativeSelect } from '@mantine/core';
import { useAddress, useUnit } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { DataList } from '../../../ui/list/DataList.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { monthOf, nextMonth } from '../../charge.ts';
import type { MissingList, MissingNote } from '../../view.ts';
import { monthWords } from '../choices.ts';
import { helperWords as words } from '../helper-words.ts';

type Say = ReturnType<typeof useWords<typeof words>>;

const columnsOf = (t: Say): Column<MissingNote>[] => [
  { id: 'helper', label: t('notes.helper'), cell: (row) => row.helperName, second: (row) => row.unitName },
  { id: 'about', label: t('notes.about'), cell: (row) => row.name },
  {
    id: 'last',
    label: t('notes.last'),
    tight: true,
    cell: (row) => (row.lastMonth ? monthWords(row.lastMonth) : t('notes.never')),
  },
];

export function MissingNotes() {
  const t = useWords(words);
  const unit = useUnit();
  const { words: address, set } = useAddress();
  const now = monthOf(useToday());
  const month = address.month ?? now;
  const params = { unit, month };
  const { data } = useRead<MissingList>('/fostering/notes', { params: { ...params, limit: 1 }, keep: true });
  const months = [0, 1, 2, 3, 4, 5].map((back) => nextMonth(now, -back));
  const told = data && {
    month: monthWords(data.month),
    missing: data.total,
    expected: data.expected,
  };
  return (
    <Panel
      title={t('notes.title')}
      second={told && t('notes.second', told)}
      action={
        <NativeSelect
          aria-label={t('notes.month')}
          data={months.map((value) => ({ value, label: monthWords(value) }))}
          value={month}
          onChange={({ currentTarget: { value } }) => set({ month: value === now ? null : value })}
        />
      }
    >
      <DataList<MissingNote>
        path="/fostering/notes"
        params={params}
        name={t('notes.title')}
        keyOf={(row) => row.id}
        columns={columnsOf(t)}
        empty={{ title: t('notes.none'), text: t('notes.none_text') }}
      />
    </Panel>
  );
}
