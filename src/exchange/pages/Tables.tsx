// The tables found in a workbook and how each column is read; what is read wrongly is corrected here and, when wanted,
// remembered for the next file with the same headings.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import type { BatchAnswer } from '../batch/answers.ts';
import { useCorrection } from './correction.ts';
import css from './imports.module.css';
import type { PreviewProps } from './Preview.tsx';
import { type Mapping, tableKey } from './reading.ts';
import { TableReading } from './TableReading.tsx';
import { words } from './words.ts';

export function Tables({ batch, preview }: PreviewProps) {
  const t = useWords(words);
  const [edits, setEdits] = useState<Record<string, Mapping>>({});
  const current = preview.tables.map((table) => ({
    ...table,
    mapping: edits[tableKey(table.mapping)] ?? table.mapping,
  }));
  if (current.length === 0) return <Empty title={t('column.none')} text={t('column.none_text')} />;
  return (
    <>
      <p className={css.way_in}>{t('column.way')}</p>
      {current.map((table) => (
        <TableReading
          key={tableKey(table.mapping)}
          table={table}
          onChange={(mapping) => setEdits({ ...edits, [tableKey(mapping)]: mapping })}
        />
      ))}
      <ReadAgain
        batch={batch}
        shown={current.map(({ mapping }) => mapping)}
        changed={Object.values(edits)}
        drop={() => setEdits({})}
      />
    </>
  );
}

interface ReadAgainProps {
  batch: BatchAnswer;
  shown: Mapping[];
  changed: Mapping[];
  drop: () => void;
}

function ReadAgain({ batch, shown, changed, drop }: ReadAgainProps) {
  const t = useWords(words);
  const tell = useTell();
  const [remember, setRemember] = useState(false);
  const correction = useCorrection(batch);
  const told = shown.filter(({ kind, uses }) => kind !== null && uses.length > 0);
  // Remembering speaks of every table as it is shown, corrected or not.
  const apply = () => correction.run({ mappings: remember ? [...told, ...changed] : changed, remember });
  return (
    <div className={`${css.apply} no-print`}>
      {correction.error && (
        <Notice tone="act" alert>
          {tell(correction.error.words)}
        </Notice>
      )}
      <Checkbox
        label={t('column.remember')}
        checked={remember}
        onChange={(event) => setRemember(event.currentTarget.checked)}
      />
      <div className={css.ways}>
        {changed.length > 0 && (
          <Button variant="default" onClick={drop}>
            {t('column.drop')}
          </Button>
        )}
        <Button
          variant="default"
          disabled={changed.length === 0 && !remember}
          loading={correction.busy}
          onClick={apply}
        >
          {t('column.apply')}
        </Button>
      </div>
    </div>
  );
}
