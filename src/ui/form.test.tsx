// @vitest-environment jsdom
// A form in use: what is wrong is named, one press is one write, nothing typed is lost.
import { MantineProvider, TextInput } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from './api.ts';
import { findDraft, setDraftOwner } from './draft.ts';
import { FormFrame } from './field/FormFrame.tsx';
import { NumberField } from './field/NumberField.tsx';
import { useForm } from './form.ts';
import { createQueryClient } from './query.tsx';

type Values = { name: string; yes: number | null };
type Send = (values: Values, clientId: string) => Promise<string>;

function Form({ send, done }: { send: Send; done: (out: string) => void }) {
  const form = useForm<Values, string>({ initial: { name: '', yes: null }, draft: 'test', send, done });
  return (
    <FormFrame form={form} submit="Ghi">
      <TextInput label="Họ và tên" required {...form.text('name')} />
      <NumberField label="Số phiếu" max={60} {...form.field('yes')} />
    </FormFrame>
  );
}

let host: HTMLElement;
let leave = () => {};

async function show(send: Send, done: (out: string) => void = () => {}) {
  const root = createRoot(host);
  leave = () => act(() => root.unmount());
  await act(() =>
    root.render(
      <MantineProvider>
        <QueryClientProvider client={createQueryClient()}>
          <Form send={send} done={done} />
        </QueryClientProvider>
      </MantineProvider>,
    ),
  );
}

const input = (name: string) => host.querySelector<HTMLInputElement>(`input[name="${name}"]`);
async function type(name: string, text: string) {
  const field = input(name);
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  await act(async () => {
    setter?.call(field, text);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const submit = () =>
  act(async () =>
    host.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  );

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  localStorage.clear();
  setDraftOwner('a1');
  host = document.createElement('div');
  document.body.append(host);
});
afterEach(() => {
  leave();
  host.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a form that is not good names each field and sends nothing', async () => {
  const send = vi.fn<Send>();
  await show(send);
  await type('yes', '61');
  await submit();
  expect(send).not.toHaveBeenCalled();
  expect(host.textContent).toContain('Còn 2 chỗ cần sửa');
  expect(host.textContent).toContain('Họ và tên: Chưa điền.');
  expect(host.textContent).toContain('Số phiếu: Không được lớn hơn 60.');
});

test('whoever mends one of several places stays at the field, and is led to the rest by the next press', async () => {
  await show(vi.fn<Send>());
  await type('yes', '61');
  await submit();
  const summary = document.activeElement;
  expect(summary?.textContent).toContain('Còn 2 chỗ cần sửa');
  input('name')?.focus();
  await type('name', 'H');
  expect(document.activeElement).toBe(input('name'));
  expect(host.textContent).toContain('Còn 1 chỗ cần sửa');
  await submit();
  expect(document.activeElement).toBe(summary);
});

test('a second press while the first is on its way sends nothing more', async () => {
  let finish: (out: string) => void = () => {};
  const send = vi.fn<Send>(() => new Promise((resolve) => (finish = resolve)));
  const done = vi.fn<(out: string) => void>();
  await show(send, done);
  await type('name', 'Nguyễn Văn An');
  await type('yes', '8');
  await submit();
  await submit();
  await act(async () => finish('đã ghi'));
  expect(send).toHaveBeenCalledTimes(1);
  expect(send.mock.calls[0]?.[0]).toEqual({ name: 'Nguyễn Văn An', yes: 8 });
  expect(done).toHaveBeenCalledWith('đã ghi');
});

test('what was typed is kept until it is sent, and sent again under the same id', async () => {
  const failing = vi.fn<Send>(() =>
    Promise.reject(new ApiError(409, { kind: 'Refused', code: 'x', message: { vi: 'Chưa được', en: 'No' } })),
  );
  await show(failing);
  vi.useFakeTimers();
  await type('name', 'Hòa');
  await act(() => vi.advanceTimersByTimeAsync(500));
  vi.useRealTimers();
  expect(findDraft<Values>('test')?.values.name).toBe('Hòa');
  await submit();
  expect(host.textContent).toContain('Chưa được');
  leave();

  const sending = vi.fn<Send>(() => Promise.resolve('ok'));
  await show(sending);
  expect(input('name')?.value).toBe('Hòa');
  expect(host.textContent).toContain('bản nháp');
  await submit();
  expect(sending.mock.calls[0]?.[1]).toBe(failing.mock.calls[0]?.[1]);
  expect(findDraft('test')).toBeNull();
});

test('fields that the server names are marked', async () => {
  const details = [{ field: 'name', message: { vi: 'Tên này đã có.', en: 'Known.' } }];
  const error = new ApiError(400, {
    kind: 'Invalid',
    code: 'x',
    message: { vi: 'Chưa ghi', en: 'No' },
    details,
  });
  await show(() => Promise.reject(error));
  await type('name', 'Hòa');
  await submit();
  expect(host.textContent).toContain('Họ và tên: Tên này đã có.');
  expect(input('name')?.getAttribute('aria-invalid')).toBe('true');
  expect(host.querySelectorAll('[role="alert"]')).toHaveLength(1);
});

test('what the server says of one field is told once above the fields, with the way to it', async () => {
  const message = { vi: 'Số thẻ này đã có người mang.', en: 'Taken.' };
  const details = [{ field: 'name', message }];
  await show(() => Promise.reject(new ApiError(400, { kind: 'Invalid', code: 'x', message, details })));
  await type('name', 'Hòa');
  await type('yes', '5');
  await submit();
  const [said, ...more] = host.querySelectorAll('[role="alert"]');
  expect(more).toEqual([]);
  expect(said?.textContent).toBe('Chưa ghi đượcHọ và tên: Số thẻ này đã có người mang.');
  expect(document.activeElement?.contains(said ?? null)).toBe(true);
  await type('name', 'Hoa');
  expect(host.querySelectorAll('[role="alert"]')).toHaveLength(0);
});

test('what was said of a field that is mended is not said again beside the rest', async () => {
  const [first, second] = ['Ngày sai.', 'Số sai.'].map((vi) => ({ vi, en: vi }));
  const details = [
    { field: 'name', message: first },
    { field: 'yes', message: second },
  ];
  const told = { kind: 'Invalid', code: 'x', message: first as { vi: string; en: string }, details };
  await show(() => Promise.reject(new ApiError(400, told)));
  await type('name', 'Hòa');
  await type('yes', '5');
  await submit();
  await type('name', 'Hoa');
  expect(host.querySelector('[role="alert"]')?.textContent).toBe('Chưa ghi đượcSố phiếu: Số sai.');
});

test('what was typed a moment before leaving is kept, and nothing comes back after it was sent', async () => {
  const send = vi.fn<Send>(() => Promise.resolve('ok'));
  await show(send);
  await type('name', 'Hà');
  leave();
  expect(findDraft<Values>('test')?.values.name).toBe('Hà');

  await show(send);
  await type('yes', '5');
  await submit();
  leave();
  expect(findDraft<Values>('test')).toBeNull();
});
