// The workbooks brought in so far: what became of each, and undoing one.
import { Button } from '@mantine/core';
import { useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { useRead } from '../../ui/query.tsx';
import { useCan } from '../../ui/session.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { BatchItem } from '../batch/answers.ts';
import css from './imports.module.css';
import { sayWritten, tones } from './sentences.ts';
import { UndoRefused, useUndo } from './undo.tsx';
import { words } from './words.ts';

export function Earlier() {
  const t = useWords(words);
  const query = useRead<{ items: BatchItem[] }>('/imports');
  const undo = useUndo();
  const columns = useColumns(undo);
  return (
    <Panel title={t('list.earlier')}>
      {undo.error && <UndoRefused error={undo.error} file={undo.about?.fileName ?? ''} />}
      <Loaded of={query} rows={5}>
        {({ items }) => (
          <SmallTable<BatchItem>
            name={t('list.earlier')}
            rows={items}
            keyOf={({ id }) => id}
            href={({ id }) => `/imports/${id}`}
            columns={columns}
            empty={{ title: t('list.none'), text: t('list.none_text') }}
          />
        )}
      </Loaded>
    </Panel>
  );
}

function useColumns(undo: ReturnType<typeof useUndo>): Column<BatchItem>[] {
  const t = useWords(words);
  const mayUndo = useCan('import.undo');
  return [
    {
      id: 'name',
      label: t('list.name'),
      cell: ({ fileName }) => fileName,
      second: ({ unitName, createdBy }) => t('list.by', { unit: unitName, who: createdBy }),
      width: '30%',
    },
    {
      id: 'state',
      label: t('list.state'),
      cell: ({ state }) => <StatusMark tone={tones[state]}>{t(`state.${state}`)}</StatusMark>,
      tight: true,
    },
    { id: 'when', label: t('list.when'), cell: ({ createdAt }) => formatInstant(createdAt), tight: true },
    {
      id: 'written',
      label: t('list.written'),
      cell: ({ counts }) => counts && (sayWritten(counts, t) || t('noun.nothing')),
    },
    ...(mayUndo
      ? [
          {
            id: 'undo',
            label: t('undo.short'),
            cell: (item: BatchItem) =>
              item.state === 'done' ? (
                <Button
                  variant="default"
                  className={css.short}
                  aria-label={t('undo.ask', { file: item.fileName })}
                  loading={undo.busy && undo.about?.id === item.id}
                  onClick={() => void undo.start(item)}
                >
                  {t('undo.short')}
                </Button>
              ) : null,
          },
        ]
      : []),
  ];
}
