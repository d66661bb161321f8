// Everybody one helper has followed, and how each charge ended.
import { formatDay } from '../../../platform/day.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import type { ChargeHistory } from '../../view.ts';
import { helperWords as words } from '../helper-words.ts';
import { words as listWords } from '../words.ts';
import type { Shown } from './HelpersTab.tsx';

type Line = ChargeHistory['items'][number];
type Say = ReturnType<typeof useWords<typeof words>>;

const columnsOf = (t: Say, person: string): Column<Line>[] => [
  { id: 'name', label: person, cell: (row) => row.name ?? t('history.erased') },
  {
    id: 'from',
    label: t('history.from'),
    tight: true,
    cell: (row) => (row.fromOn ? formatDay(row.fromOn) : ''),
  },
  { id: 'to', label: t('history.to'), tight: true, cell: (row) => (row.toOn ? formatDay(row.toOn) : '') },
  {
    id: 'result',
    label: t('history.result'),
    cell: (row) => t(row.state === 'erased' ? 'history.closed' : `history.${row.state}`),
  },
  { id: 'notes', label: t('history.notes'), number: true, cell: (row) => String(row.notes) },
];

export function HistoryDialog({ helper, close }: { helper: Shown; close: () => void }) {
  const t = useWords(words);
  const l = useWords(listWords);
  const query = useRead<ChargeHistory>(`/fostering/helpers/${helper.id}`);
  return (
    <Dialog onClose={close} size="xl" title={t('history.title', { name: helper.name })}>
      <Loaded of={query} rows={4}>
        {(data) => (
          <SmallTable<Line>
            name={t('history.title', { name: helper.name })}
            rows={data.items}
            keyOf={(row) => `${row.id} ${row.fromOn ?? ''}`}
            columns={columnsOf(t, l('list.person'))}
            empty={{ title: t('history.none') }}
          />
        )}
      </Loaded>
    </Dialog>
  );
}
