// Chooses one record by typing part of its name; the server searches, with or without accents.
import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import type { QueryWords } from '../api.ts';
import { useFollow } from '../follow.ts';
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

/** What is typed, what the server finds for it, and whether the typing ended in a choice. */
function useLookup<T>({ path, params, toChoice, value, onChange }: LookupFieldProps<T>) {
  const label = value?.label;
  const [text, setText] = useState(label ?? '');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const searching = asked.length >= 2 && asked !== label;
  const query = useRead<Answer<T>>(path, {
    params: { ...params, q: asked, limit: 12 },
    enabled: searching,
    keep: true,
  });
  const choices = searching ? (query.data?.items ?? []).map(toChoice) : [];
  useFollow(value, (before) => {
    // Typing on clears the choice and keeps the text; a form that starts again clears both.
    if (value) setText(value.label);
    else if (text === before?.label) setText('');
  });
  const choose = (choice: Choice | null) => {
    setText(choice?.label ?? '');
    onChange(choice);
  };
  const type = (next: string) => {
    setText(next);
    if (value) onChange(null);
  };
  const unfinished = text.trim() !== '' && text !== label;
  const nothing = choices.length === 0 && query.data !== undefined;
  return { text, type, choose, choices, searching, unfinished, nothing, busy: query.isFetching };
}

export function LookupField<T>(props: LookupFieldProps<T>) {
  const {
    path: _path,
    params: _params,
    toChoice: _toChoice,
    value: _value,
    onChange: _onChange,
    ...rest
  } = props;
  const t = useWords(messages);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const input = useRef<HTMLInputElement>(null);
  const found = useLookup(props);
  useValidity(input, found.unfinished ? t('ui.lookup_pick') : null);

  const submit = (id: string) => {
    found.choose(found.choices.find((one) => one.value === id) ?? null);
    combobox.closeDropdown();
  };
  const type = (next: string) => {
    found.type(next);
    combobox.openDropdown();
    combobox.updateSelectedOptionIndex();
  };
  const clear = () => {
    found.choose(null);
    input.current?.focus();
  };
  const cross = found.text && !rest.disabled && (
    <CloseButton size="sm" aria-label={t('ui.lookup_clear')} onClick={clear} />
  );
  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          ref={input}
          placeholder={t('ui.lookup_hint')}
          {...rest}
          autoComplete="off"
          value={found.text}
          onChange={(event) => type(event.currentTarget.value)}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          rightSection={found.busy ? <Loader size={18} color="gray" /> : cross}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!found.searching}>
        <Combobox.Options aria-label={t('ui.lookup_list')}>
          {found.choices.map((choice) => (
            <Combobox.Option key={choice.value} value={choice.value}>
              {choice.label}
              {choice.second && <span className={css.second}>{choice.second}</span>}
            </Combobox.Option>
          ))}
          {found.nothing && <Combobox.Empty>{t('ui.lookup_none')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
