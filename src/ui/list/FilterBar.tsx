// Search, filters and order of a list – all kept in the address – and what is being filtered, said in words.
import { Button, NativeSelect, TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useAddress } from '../address.tsx';
import { useFollow } from '../follow.ts';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import type { Column, Filter } from './column.ts';
import css from './FilterBar.module.css';

interface FilterBarProps<T> {
  filters: Filter[];
  searchable: boolean;
  columns: Column<T>[];
  /** In a narrow place the filters wait behind one button, and the order is chosen there. */
  phone: boolean;
  children?: ReactNode;
}

export function FilterBar<T>({ filters, searchable, columns, phone, children }: FilterBarProps<T>) {
  const t = useWords(messages);
  const { words, set } = useAddress();
  const [open, setOpen] = useState(false);
  const active = filters.filter(({ id }) => words[id]);
  const hasMore = filters.length > 0 || columns.some(({ sort }) => sort);
  return (
    <div className="no-print">
      <div className={css.bar}>
        {searchable && <SearchWord />}
        {phone && hasMore && (
          <Button
            variant="default"
            aria-expanded={open}
            leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
            onClick={() => setOpen(!open)}
          >
            {active.length > 0 ? t('ui.filter_count', { count: active.length }) : t('ui.filter')}
          </Button>
        )}
        {(!phone || open) &&
          filters.map(({ id, label, options }) => (
            <NativeSelect
              key={id}
              aria-label={label}
              className={css.choice}
              value={words[id] ?? ''}
              onChange={(event) => set({ [id]: event.currentTarget.value || null })}
              data={[{ value: '', label: t('ui.filter_any', { label }) }, ...options]}
            />
          ))}
        {phone && open && <Order columns={columns} />}
        <div className={css.end}>{children}</div>
      </div>
      <Active filters={active} />
    </div>
  );
}

/** What is being filtered, each word with a way to drop it. */
function Active({ filters }: { filters: Filter[] }) {
  const t = useWords(messages);
  const { words, set } = useAddress();
  if (filters.length === 0) return null;
  const dropAll = () => set(Object.fromEntries(filters.map(({ id }) => [id, null])));
  return (
    <div className={css.active}>
      <span>{t('ui.filtering')}</span>
      {filters.map(({ id, label, options }) => (
        <UnstyledButton key={id} className={css.word} onClick={() => set({ [id]: null })}>
          <VisuallyHidden>{t('ui.filter_drop', { label })} </VisuallyHidden>
          {options.find(({ value }) => value === words[id])?.label ?? label}
          <IconX size={14} aria-hidden />
        </UnstyledButton>
      ))}
      {filters.length > 1 && (
        <UnstyledButton className={css.all} onClick={dropAll}>
          {t('ui.filter_drop_all')}
        </UnstyledButton>
      )}
    </div>
  );
}

function SearchWord() {
  const t = useWords(messages);
  const { words, set } = useAddress();
  const inAddress = words.q ?? '';
  const [text, setText] = useState(inAddress);
  const [sent, setSent] = useState(inAddress);
  // Follow the address when it was changed elsewhere, not when it only catches up with the typing.
  useFollow(inAddress, () => {
    if (inAddress === sent) return;
    setText(inAddress);
    setSent(inAddress);
  });
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === sent) return;
    const timer = setTimeout(() => {
      setSent(wanted);
      set({ q: wanted || null });
    }, 250);
    return () => clearTimeout(timer);
  }, [text, sent, set]);
  return (
    <TextInput
      type="search"
      className={css.search}
      aria-label={t('ui.search')}
      placeholder={t('ui.search_hint')}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

function Order<T>({ columns }: { columns: Column<T>[] }) {
  const t = useWords(messages);
  const { words, set } = useAddress();
  const choices = columns
    .filter(({ sort }) => sort)
    .flatMap(({ id, label }) => [
      { value: id, label: t('ui.sort_up', { label }) },
      { value: `-${id}`, label: t('ui.sort_down', { label }) },
    ]);
  if (choices.length === 0) return null;
  return (
    <NativeSelect
      aria-label={t('ui.sort_by')}
      className={css.choice}
      value={words.sort ?? ''}
      onChange={(event) => set({ sort: event.currentTarget.value || null })}
      data={[{ value: '', label: t('ui.sort_default') }, ...choices]}
    />
  );
}
