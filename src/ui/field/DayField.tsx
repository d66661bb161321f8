// A day typed as dd/MM/yyyy (month-only and year-only where asked), or picked on a calendar with Alt+↓.
import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import {
  type FocusEvent,
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useRef,
  useState,
} from 'react';
import { earliest, formatDay, type Precision } from '../../platform/day.ts';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import { useToday } from '../session.tsx';
import { parseDay, problemOf } from './day-text.ts';
import { useValidity } from './verify.ts';

const DayCalendar = lazy(() => import('./DayCalendar.tsx'));

export interface DayFieldProps {
  label: ReactNode;
  value: string;
  onChange: (day: string) => void;
  /** The coarsest that is accepted: 'day' (default), 'month' for MM/yyyy too, 'year' for yyyy too. */
  precision?: Precision;
  min?: string | undefined;
  max?: string | undefined;
  required?: boolean;
  disabled?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  id?: string;
  name?: string;
}

const hints = { day: 'ui.day_form', month: 'ui.day_form_month', year: 'ui.day_form_year' } as const;

export function DayField({
  value,
  onChange,
  precision = 'day',
  min,
  max,
  error,
  description,
  ...rest
}: DayFieldProps) {
  const t = useWords(messages);
  const [text, setText] = useState(formatDay(value));
  const [left, setLeft] = useState(true);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const found = problemOf(text, { precision, min, max });
  const problem = found && t(found.key, found.params);
  useValidity(input, problem);
  useEffect(() => {
    if (value) setText(formatDay(value));
    else setText((now) => (parseDay(now, precision) ? '' : now));
  }, [value, precision]);

  const type = (next: string) => {
    setText(next);
    setLeft(false);
    onChange(problemOf(next, { precision, min, max }) ? '' : (parseDay(next, precision) ?? ''));
  };
  const leave = (event: FocusEvent) => {
    // A message that appears now would move the button being pressed from under the pointer.
    setLeft(!(event.relatedTarget instanceof HTMLButtonElement));
    const day = parseDay(text, precision);
    if (day) setText(formatDay(day));
  };
  const pick = (day: string) => {
    setText(formatDay(day));
    onChange(day);
    setOpen(false);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || !event.altKey) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <TextInput
      ref={input}
      {...rest}
      description={description ?? t(hints[precision])}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={press}
      error={error || (left ? problem : null)}
      rightSectionPointerEvents="all"
      rightSection={
        <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('ui.day_pick')}
              disabled={rest.disabled ?? false}
              onClick={() => setOpen(!open)}
            >
              <IconCalendar size={20} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('ui.day_pick')}>
            <Suspense fallback={t('ui.loading')}>
              {open && <PickDay value={value} min={min} max={max} onPick={pick} />}
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}

interface PickDayProps {
  value: string;
  min: string | undefined;
  max: string | undefined;
  onPick: (day: string) => void;
}

function PickDay({ value, ...rest }: PickDayProps) {
  const today = useToday();
  const start = value ? earliest(value) : rest.max && rest.max < today ? rest.max : today;
  return <DayCalendar value={value.length === 10 ? value : null} start={start} {...rest} />;
}
