// A number as the office writes it (2.070 · 61,5); whole numbers unless decimals are asked for.
import { TextInput } from '@mantine/core';
import { type FocusEvent, type ReactNode, useRef, useState } from 'react';
import { useFollow } from '../follow.ts';
import { useLanguage, useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import { formatNumber, parseNumber } from '../numbers.ts';
import { useValidity } from './verify.ts';

export interface NumberFieldProps {
  label: ReactNode;
  value: number | null;
  onChange: (value: number | null) => void;
  decimals?: number;
  min?: number;
  max?: number;
  required?: boolean;
  disabled?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  id?: string;
  name?: string;
}
interface Limits {
  decimals: number;
  min: number | undefined;
  max: number | undefined;
}
type NumberProblem = 'ui.number_form' | 'ui.number_whole' | 'ui.number_min' | 'ui.number_max';

export function numberProblem(value: number | null, { decimals, min, max }: Limits): NumberProblem | null {
  if (value === null) return 'ui.number_form';
  if (decimals === 0 && !Number.isInteger(value)) return 'ui.number_whole';
  if (min !== undefined && value < min) return 'ui.number_min';
  return max !== undefined && value > max ? 'ui.number_max' : null;
}

export function NumberField({
  value,
  onChange,
  decimals = 0,
  min = 0,
  max,
  error,
  ...rest
}: NumberFieldProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(formatNumber(value, language, decimals));
  const [left, setLeft] = useState(true);
  const parsed = parseNumber(text, language);
  const found = text.trim() === '' ? null : numberProblem(parsed, { decimals, min, max });
  const problem = found && t(found, { text, min, max: max ?? null });
  useValidity(input, problem);
  useFollow(value, () => {
    if (parsed !== value) setText(formatNumber(value, language, decimals));
  });

  const type = (next: string) => {
    setText(next);
    setLeft(false);
    const number = parseNumber(next, language);
    const good = number !== null && numberProblem(number, { decimals, min, max }) === null;
    if (good || next.trim() === '') onChange(good ? number : null);
  };
  const leave = (event: FocusEvent) => {
    // A message that appears now would move the button being pressed from under the pointer.
    setLeft(!(event.relatedTarget instanceof HTMLButtonElement));
    if (!problem) setText(formatNumber(parsed, language, decimals));
  };
  return (
    <TextInput
      ref={input}
      {...rest}
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      error={error || (left ? problem : null)}
    />
  );
}
