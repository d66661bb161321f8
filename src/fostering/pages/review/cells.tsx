// The cells whose list this reader may review.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { fold } from '../../../platform/text.ts';
import { useBook } from '../../../road/pages/book.ts';
import { hrefOf, To, useOn } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useRead } from '../../../ui/query.tsx';
import css from '../fostering.module.css';
import { words } from '../words.ts';

interface Cell {
  id: number;
  name: string;
  kind: string;
}

const none: Cell[] = [];

export function useCells(): Cell[] {
  const { on } = useOn();
  const book = useBook();
  const { data } = useRead<{ items: Cell[] }>('/units', {
    params: { on },
    keep: true,
    staleTime: 300_000,
  });
  if (!data || !book) return none;
  const cells = new Set(
    book.regulations.organisation.unit_kinds.filter(({ cell }) => cell).map(({ id }) => id),
  );
  return data.items.filter(({ kind }) => cells.has(kind));
}

const mostShown = 60;

export function ChooseCell({ cells }: { cells: Cell[] }) {
  const t = useWords(words);
  const [text, setText] = useState('');
  const found = cells.filter(({ name }) => fold(name).includes(fold(text))).slice(0, mostShown);
  return (
    <>
      <TextInput
        type="search"
        label={t('review.choose_cell')}
        maw={420}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={css.plain}>
        {found.map(({ id, name }) => (
          <li key={id}>
            <To href={hrefOf('/fostering/review', { unit: String(id) })}>{name}</To>
          </li>
        ))}
      </ul>
    </>
  );
}
