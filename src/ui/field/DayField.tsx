// A day typed as dd/MM/yyyy (month-only and year-only where asked), or picked on a calendar with Alt+↓.
import { ActionIcon, Modal, Popover, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { earliest, formatDay, type Precision } from '../../platform/day.ts';
import { useFollow } from '../follow.ts';
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
  useFollow(value, () => {
    const typed = parseDay(text, precision) ?? '';
    if (typed !== value) setText(formatDay(value));
  });

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
        !rest.disabled && (
          <Picker label={t('ui.day_pick')} open={open} setOpen={setOpen}>
            <PickDay value={value} min={min} max={max} onPick={pick} />
          </Picker>
        )
      }
    />
  );
}

interface PickerProps {
  label: string;
  open: boolean;
  setOpen: (open: boolean) => void;
  children: ReactNode;
}

/** The calendar: beside the field on a wide screen, a dialog of its own on a phone. */
function Picker({ label, open, setOpen, children }: PickerProps) {
  const t = useWords(messages);
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const icon = (
    <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => setOpen(!open)}>
      <IconCalendar size={20} aria-hidden />
    </ActionIcon>
  );
  const calendar = <Suspense fallback={t('ui.loading')}>{open && children}</Suspense>;
  if (phone) {
    return (
      <>
        {icon}
        <Modal opened={open} onClose={() => setOpen(false)} title={label} padding="xs">
          {calendar}
        </Modal>
      </>
    );
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>{icon}</Popover.Target>
      <Popover.Dropdown aria-label={label}>{calendar}</Popover.Dropdown>
    </Popover>
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
