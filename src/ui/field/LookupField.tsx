// Chooses one record by typing part of its name; the server searches, with or without accents.
import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { QueryWords } from '../api.ts';
import { useWords } from '../i18n.tsx';
import type { Answer } from '../list/column.ts';
import { messages } from '../messages.ts';
import { useRead } from '../query.tsx';
import css from './LookupField.module.css';
import { useValidity } from './verify.ts';

export interface Choice {
  value: string;
  label: string;
  /** What tells two of one name apart. */
  second?: string;
}
export interface LookupFieldProps<T> {
  label: ReactNode;
  /** A list of the server that understands ?q= and ?limit=. */
  path: string;
  params?: QueryWords;
  toChoice: (item: T) => Choice;
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  required?: boolean;
  disabled?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
  id?: string;
  name?: string;
}

export function LookupField<T>({ path, params, toChoice, value, onChange, ...rest }: LookupFieldProps<T>) {
  const t = useWords(messages);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value?.label ?? '');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const searching = asked.length >= 2 && asked !== value?.label;
  const query = useRead<Answer<T>>(path, {
    params: { ...params, q: asked, limit: 12 },
    enabled: searching,
    keep: true,
  });
  const choices = searching ? (query.data?.items ?? []).map(toChoice) : [];
  const unfinished = text.trim() !== '' && text !== value?.label;
  useValidity(input, unfinished ? t('ui.lookup_pick') : null);
  useEffect(() => setText((now) => value?.label ?? (now === '' ? '' : now)), [value]);

  const choose = (id: string) => {
    const choice = choices.find((one) => one.value === id) ?? null;
    setText(choice?.label ?? '');
    onChange(choice);
    combobox.closeDropdown();
  };
  const type = (next: string) => {
    setText(next);
    if (value) onChange(null);
    combobox.openDropdown();
    combobox.updateSelectedOptionIndex();
  };
  const clear = () => {
    setText('');
    onChange(null);
    input.current?.focus();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          ref={input}
          placeholder={t('ui.lookup_hint')}
          {...rest}
          autoComplete="off"
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          rightSection={
            query.isFetching ? (
              <Loader size={18} color="gray" />
            ) : (
              text &&
              !rest.disabled && <CloseButton size="sm" aria-label={t('ui.lookup_clear')} onClick={clear} />
            )
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!searching}>
        <Combobox.Options aria-label={t('ui.lookup_list')}>
          {choices.map((choice) => (
            <Combobox.Option key={choice.value} value={choice.value}>
              {choice.label}
              {choice.second && <span className={css.second}>{choice.second}</span>}
            </Combobox.Option>
          ))}
          {choices.length === 0 && query.data && <Combobox.Empty>{t('ui.lookup_none')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
