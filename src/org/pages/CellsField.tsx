// The cells that somebody is put in charge of, among those below the unit of the office.
import { Checkbox, Fieldset } from '@mantine/core';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useRead } from '../../ui/query.tsx';
import type { UnitItem } from '../answers.ts';
import { useBook } from './book.ts';
import { messages } from './messages.ts';
import css from './units.module.css';

interface CellsFieldProps {
  unitId: number;
  value: number[];
  onChange: (ids: number[]) => void;
}

export function CellsField({ unitId, value, onChange }: CellsFieldProps) {
  const t = useWords(messages);
  const book = useBook();
  const query = useRead<{ items: UnitItem[] }>('/units');
  const toggle = (id: number, on: boolean) =>
    onChange(on ? [...value, id] : value.filter((one) => one !== id));
  return (
    <Fieldset legend={t('page.cells')}>
      <Loaded of={query} rows={3}>
        {({ items }) => (
          <div className={css.cells}>
            {items
              .filter((item) => book.isCell(item.kind) && item.path.includes(`/${unitId}/`))
              .map(({ id, name }) => (
                <Checkbox
                  key={id}
                  label={name}
                  checked={value.includes(id)}
                  onChange={(event) => toggle(id, event.currentTarget.checked)}
                />
              ))}
          </div>
        )}
      </Loaded>
    </Fieldset>
  );
}
