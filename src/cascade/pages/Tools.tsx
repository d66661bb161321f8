// Which figures the sheet shows, and the helpers that fill it.
import { Button, Checkbox, Menu, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { findFigure, targetFigures } from '../../statistics/figure.ts';
import { useAddress } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useToast } from '../../ui/toast.tsx';
import { BelowDialog } from './BelowDialog.tsx';
import css from './cascade.module.css';
import { DivideDialog } from './DivideDialog.tsx';
import { columnOf, type Settlement, settlementOf } from './editor.ts';
import type { Editor } from './use-editor.ts';
import { useColumnName } from './words-of.ts';
import { words } from './words.ts';

const partyFigures = targetFigures.filter(({ of }) => of === 'party').map(({ id }) => id as string);
export const massColumn = 'introduction';

/** Columns in the address; admissions and sourcing where nothing is said. */
export function useColumns(): { columns: string[]; show: (columns: string[]) => void } {
  const { words: address, set } = useAddress();
  const asked = (address.cols ?? '').split(',').filter((id) => partyFigures.includes(columnOf(id).figure));
  const columns = asked.length > 0 ? [...new Set(asked)] : ['admission', 'sourcing'];
  return { columns, show: (next) => set({ cols: next.join(',') }) };
}

export function Figures({ columns, show }: ReturnType<typeof useColumns>) {
  const t = useWords(words);
  const nameOf = useColumnName();
  const parts = columns.flatMap((id) =>
    columnOf(id).part ? [] : (findFigure(id)?.parts ?? []).map((part) => `${id}.${part}`),
  );
  const order = (list: string[]) =>
    partyFigures.flatMap((figure) => list.filter((id) => columnOf(id).figure === figure));
  const toggle = (id: string, on: boolean) => {
    const next = on ? [...columns, id] : columns.filter((one) => one !== id);
    if (next.length > 0) show(order(next));
  };
  const shown = [...partyFigures, ...columns.filter((id) => columnOf(id).part)];
  return (
    <div className={`${css.ticks} no-print`} role="group" aria-label={t('figures.show')}>
      {shown.map((id) => (
        <Checkbox
          key={id}
          label={nameOf(id)}
          checked={columns.includes(id)}
          onChange={(event) => toggle(id, event.currentTarget.checked)}
        />
      ))}
      <NativeSelect
        aria-label={t('figures.parts')}
        data={[
          { value: '', label: t('figures.parts') },
          ...parts.filter((id) => !columns.includes(id)).map((id) => ({ value: id, label: nameOf(id) })),
        ]}
        value=""
        onChange={(event) => event.currentTarget.value && toggle(event.currentTarget.value, true)}
      />
    </div>
  );
}

interface HelpersProps {
  editor: Editor;
  columns: string[];
}

export function Helpers({ editor, columns }: HelpersProps) {
  const t = useWords(words);
  const [open, setOpen] = useState<'divide' | 'below' | null>(null);
  const whole = columns.filter((id) => !columnOf(id).part);
  const deeper = editor.view.rows.some(({ children, mass }) => children > 0 && !mass);
  return (
    <div className={`${css.tools} no-print`}>
      <Button variant="default" onClick={() => setOpen('divide')}>
        {t('divide.open')}
      </Button>
      <SettleMenu editor={editor} columns={whole} />
      {deeper && editor.view.plan && (
        <Button variant="default" onClick={() => setOpen('below')}>
          {t('below.open')}
        </Button>
      )}
      {open === 'divide' && <DivideDialog editor={editor} columns={whole} close={() => setOpen(null)} />}
      {open === 'below' && <BelowDialog view={editor.view} columns={whole} close={() => setOpen(null)} />}
    </div>
  );
}

const settlements: Settlement[] = ['registered', 'registered_at_least', 'last'];

function SettleMenu({ editor, columns }: HelpersProps) {
  const t = useWords(words);
  const toast = useToast();
  const nameOf = useColumnName();
  const settle = (id: string, how: Settlement) => {
    const column = columnOf(id);
    const numbers = settlementOf(editor.view, editor.typings, { column, how });
    if (numbers.length === 0) return toast(t('settle.none'));
    editor.fill(column, numbers);
    toast(t('divide.filled', { count: numbers.length }));
  };
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default">{t('settle.open')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.flatMap((id) =>
          settlements.map((how) => (
            <Menu.Item key={`${id} ${how}`} onClick={() => settle(id, how)}>
              {t(`settle.${how}`, { column: nameOf(id) })}
            </Menu.Item>
          )),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
