// Line by line: what becomes of each, what is new in it, and the choice made for it.
import { Button, NativeSelect } from '@mantine/core';
import { useAddress } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useRead } from '../../ui/query.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { Tone } from '../../ui/show/Shape.tsx';
import type { BatchAnswer, LineAnswer, PreviewAnswer } from '../batch/answers.ts';
import { kinds } from '../../intake/kinds.ts';
import { useCorrection } from './correction.ts';
import css from './imports.module.css';
import { Pager } from './Pager.tsx';
import type { PreviewProps } from './Preview.tsx';
import { columnOf } from './reading.ts';
import { type Action, sumOf } from './sentences.ts';
import { words } from './words.ts';

const listed = ['create', 'change', 'ask', 'leave'] as const satisfies Action[];
const tones: Record<Action, Tone> = {
  create: 'plain',
  change: 'plain',
  same: 'plain',
  ask: 'wait',
  leave: 'ended',
};
export const lineKey = ({ sheet, line }: Pick<LineAnswer, 'sheet' | 'line'>): string => `${sheet}!${line}`;

const heldKinds = ({ counts }: PreviewAnswer) =>
  kinds.filter((kind) => listed.some((action) => counts[kind][action] > 0));

export function Lines({ batch, preview }: PreviewProps) {
  const t = useWords(words);
  const { words: address, set } = useAddress();
  const from = Number(address.from ?? 0);
  const params = { kind: address.kind, action: address.action, linesFrom: from || null };
  const query = useRead<BatchAnswer>(`/imports/${batch.id}`, { params, keep: true });
  const columns = useColumns({ batch, preview });
  return (
    <>
      <Narrow preview={preview} />
      <Loaded of={query} rows={8}>
        {({ preview: found }) =>
          found && (
            <>
              <SmallTable<LineAnswer>
                name={t('tab.lines')}
                rows={found.lines}
                keyOf={(line) => `${line.kind} ${lineKey(line)}`}
                columns={columns}
                empty={{ title: t('line.none'), text: t('line.none_text') }}
              />
              <Pager
                from={from}
                shown={found.lines.length}
                found={found.linesFound}
                go={(next) => set({ from: next > 0 ? String(next) : null })}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function Narrow({ preview }: Pick<PreviewProps, 'preview'>) {
  const t = useWords(words);
  const { words: address, set } = useAddress();
  const any = { value: '', label: t('line.any') };
  const held = heldKinds(preview);
  const done = listed.filter((action) => sumOf(preview, action) > 0);
  return (
    <div className={`${css.narrow} no-print`}>
      {held.length > 1 && (
        <NativeSelect
          label={t('line.kind')}
          data={[any, ...held.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))]}
          value={address.kind ?? ''}
          onChange={(event) => set({ kind: event.currentTarget.value || null, from: null })}
        />
      )}
      <NativeSelect
        label={t('line.action')}
        data={[any, ...done.map((action) => ({ value: action, label: t(`line.${action}`) }))]}
        value={address.action ?? ''}
        onChange={(event) => set({ action: event.currentTarget.value || null, from: null })}
      />
      {preview.linesTotal > keptLines && (
        <p className={css.second}>{t('line.kept', { all: preview.linesTotal, kept: keptLines })}</p>
      )}
    </div>
  );
}

/** As many lines as a preview keeps to be looked at. */
const keptLines = 2000;

function useColumns({ batch, preview }: PreviewProps): Column<LineAnswer>[] {
  const t = useWords(words);
  const several = heldKinds(preview).length > 1;
  return [
    {
      id: 'name',
      label: t('line.name'),
      cell: ({ label }) => label,
      second: (line) =>
        [t('ask.place', { sheet: line.sheet, line: line.line }), line.unit === line.label ? null : line.unit]
          .filter(Boolean)
          .join(' · '),
      width: '40%',
    },
    ...(several
      ? [{ id: 'kind', label: t('line.kind'), cell: ({ kind }: LineAnswer) => t(`kind.${kind}`) }]
      : []),
    {
      id: 'action',
      label: t('line.action'),
      cell: (line) => (
        <>
          <StatusMark tone={tones[line.action]}>{t(`line.${line.action}`)}</StatusMark>
          {line.choice && <Chosen batch={batch} line={line} choice={line.choice} />}
        </>
      ),
    },
    ...(sumOf(preview, 'change') > 0
      ? [{ id: 'columns', label: t('line.columns'), cell: (line: LineAnswer) => <News line={line} /> }]
      : []),
  ];
}

/** A new line is new in everything; of a changed one the columns that changed. */
function News({ line }: { line: LineAnswer }) {
  const tell = useTell();
  if (line.action !== 'change') return null;
  return line.columns.map((key) => tell(columnOf(line.kind, key)?.label ?? { vi: key, en: key })).join(', ');
}

function Chosen({ batch, line, choice }: { batch: BatchAnswer; line: LineAnswer; choice: string }) {
  const t = useWords(words);
  const correction = useCorrection(batch);
  const chosen = choice.startsWith('same') ? 'same' : choice === 'new' ? 'new' : 'skip';
  return (
    <div className={css.second}>
      {t(`line.chosen_${chosen}`)}
      {batch.can.includes('correct') && (
        <Button
          variant="default"
          size="compact-sm"
          ml="xs"
          loading={correction.busy}
          onClick={() => correction.run({ choices: { [lineKey(line)]: null } })}
        >
          {t('line.rethink')}
        </Button>
      )}
    </div>
  );
}
