// Helpers: whose note is missing before the meeting, whom each one follows, who left without handing over, and –
// opened by itself – whose charge was not recognised.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useUnit } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { formatDay } from '../../../platform/day.ts';
import type { HandOverRow } from '../../view.ts';
import { useTakes } from '../choices.ts';
import { ActDialog } from '../charges/ActDialog.tsx';
import { helperWords as words } from '../helper-words.ts';
import { words as listWords } from '../words.ts';
import { HistoryDialog } from './HistoryDialog.tsx';
import { Loads } from './Loads.tsx';
import { MissingNotes } from './MissingNotes.tsx';
import { Unrecognised } from './Unrecognised.tsx';

export interface Shown {
  id: string;
  name: string;
}

export function HelpersTab() {
  const [helper, setHelper] = useState<Shown | null>(null);
  return (
    <>
      <MissingNotes />
      <HandOvers />
      <Loads show={setHelper} />
      <Unrecognised show={setHelper} />
      {helper && <HistoryDialog key={helper.id} helper={helper} close={() => setHelper(null)} />}
    </>
  );
}

type Say = ReturnType<typeof useWords<typeof words>>;

const columnsOf = (
  t: Say,
  person: string,
  write: ((row: HandOverRow) => void) | null,
): Column<HandOverRow>[] => [
  { id: 'helper', label: t('notes.helper'), cell: (row) => row.helperName, second: (row) => row.unitName },
  { id: 'name', label: person, cell: (row) => row.name },
  {
    id: 'from',
    label: t('handover.from'),
    tight: true,
    cell: (row) => (row.fromOn ? formatDay(row.fromOn) : ''),
  },
  { id: 'until', label: t('handover.until'), tight: true, cell: (row) => formatDay(row.replacedOn) },
  ...(write
    ? [
        {
          id: 'do',
          label: t('handover.write'),
          cell: (row: HandOverRow) => (
            <Button variant="default" onClick={() => write(row)}>
              {t('handover.write')}
            </Button>
          ),
        },
      ]
    : []),
];

function HandOvers() {
  const t = useWords(words);
  const l = useWords(listWords);
  const unit = useUnit();
  const mayAct = useTakes('hand_over_note');
  const [writing, setWriting] = useState<HandOverRow | null>(null);
  const query = useRead<{ items: HandOverRow[]; total: number }>('/fostering/hand-overs', {
    params: { unit },
  });
  if (query.data?.total === 0) return null;
  return (
    <Panel title={t('handover.title')} second={t('handover.second')}>
      <Loaded of={query}>
        {(data) => (
          <SmallTable<HandOverRow>
            name={t('handover.title')}
            rows={data.items}
            keyOf={(row) => `${row.id} ${row.helperId}`}
            columns={columnsOf(t, l('list.person'), mayAct ? setWriting : null)}
            empty={{ title: t('handover.title') }}
          />
        )}
      </Loaded>
      {writing && (
        <ActDialog
          what="hand_over_note"
          about={{ id: writing.id, name: writing.name, helperId: writing.helperId }}
          close={() => setWriting(null)}
        />
      )}
    </Panel>
  );
}
