// “Chia giúp”: proposes a number for each unit by what it has, within bounds; every proposal is shown before it is filled
// in, and can be changed by hand after.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { NumberField } from '../../ui/field/NumberField.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Division } from '../divide.ts';
import { sayGiven } from '../typed.ts';
import { type Method, methods } from '../view.ts';
import css from './cascade.module.css';
import { type DivideForm, divisionOf, likelyMethod, linesOf, rowsFor } from './divide-form.ts';
import { DivideTable } from './DivideTable.tsx';
import { columnOf, ownOf } from './editor.ts';
import type { Editor } from './use-editor.ts';
import { type Say, useColumnName } from './words-of.ts';
import { words } from './words.ts';

interface DivideDialogProps {
  editor: Editor;
  columns: string[];
  close: () => void;
}

function startOf(editor: Editor, column: string): DivideForm {
  const own = ownOf(editor.view, columnOf(column));
  return {
    column,
    total: sayGiven(own?.assigned ?? own?.expected ?? null),
    method: likelyMethod(rowsFor(editor, columnOf(column)), columnOf(column)),
    least: null,
    most: null,
    keep: false,
    bounds: {},
  };
}

export function DivideDialog({ editor, columns, close }: DivideDialogProps) {
  const t = useWords(words);
  const toast = useToast();
  const [form, setForm] = useState(() => startOf(editor, columns[0] ?? 'admission'));
  const column = columnOf(form.column);
  const lines = linesOf(editor, column, form);
  const division = divisionOf(lines, form.total);
  const fill = () => {
    if (!('parts' in division)) return;
    const numbers = lines.flatMap(({ row, fixed }) => {
      const amount = fixed ? null : division.parts.get(row.unitId);
      return amount ? [{ unitId: row.unitId, given: { amount, share: null } }] : [];
    });
    editor.fill(column, numbers);
    toast(t('divide.filled', { count: numbers.length }));
    close();
  };
  return (
    <Dialog title={t('divide.title')} onClose={close} size="lg">
      <Asked
        form={form}
        columns={columns}
        change={(part) => setForm({ ...form, ...part })}
        start={(id) => setForm(startOf(editor, id))}
      />
      <Outcome division={division} total={form.total} />
      <DivideTable
        lines={lines}
        division={division}
        bound={(id, bound) =>
          setForm({ ...form, bounds: { ...form.bounds, [id]: { ...form.bounds[id], ...bound } } })
        }
      />
      <div className={css.tools}>
        <Button onClick={fill} disabled={!('parts' in division)}>
          {t('divide.fill')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('divide.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

interface AskedProps {
  form: DivideForm;
  columns: string[];
  change: (part: Partial<DivideForm>) => void;
  start: (column: string) => void;
}

function Asked({ form, columns, change, start }: AskedProps) {
  const t = useWords(words);
  const nameOf = useColumnName();
  return (
    <>
      <div className={css.pair}>
        <NativeSelect
          label={t('divide.column')}
          data={columns.map((id) => ({ value: id, label: nameOf(id) }))}
          value={form.column}
          onChange={(event) => start(event.currentTarget.value)}
        />
        <TextInput
          label={t('divide.total')}
          value={form.total}
          autoComplete="off"
          maxLength={40}
          onChange={(event) => change({ total: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('divide.method')}
          data={methods.map((method) => ({ value: method, label: t(`divide.${method}`) }))}
          value={form.method}
          onChange={(event) => change({ method: event.currentTarget.value as Method })}
        />
        <NumberField
          label={t('divide.least')}
          max={1_000_000}
          value={form.least}
          onChange={(least) => change({ least })}
        />
        <NumberField
          label={t('divide.most')}
          max={1_000_000}
          value={form.most}
          onChange={(most) => change({ most })}
        />
      </div>
      <Checkbox
        mt="sm"
        label={t('divide.keep')}
        checked={form.keep}
        onChange={(event) => change({ keep: event.currentTarget.checked })}
      />
    </>
  );
}

function Outcome({ division, total }: { division: Division; total: string }) {
  const t = useWords(words);
  const problem = obstacleWords(division, t);
  return (
    <div className={css.gap} role="status">
      {problem ? (
        <Notice tone="act">{problem}</Notice>
      ) : (
        <p className={css.hint}>{t('divide.exact', { number: total })}</p>
      )}
    </div>
  );
}

function obstacleWords(division: Division, t: Say): string | null {
  if (!('obstacle' in division)) return null;
  const { why, by } = division.obstacle;
  if (why === 'unknown' || why === 'bad_number') return t(`divide.${why}`);
  return t(`divide.too_${why}`, { by });
}
