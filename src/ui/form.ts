// One form: its values, problems by field, one write at a time. The frame around the fields is FormFrame's.
import { useQueryClient } from '@tanstack/react-query';
import { type ChangeEvent, useRef, useState } from 'react';
import type { Language, Message } from '../platform/messages.ts';
import { persist } from './act.ts';
import { ApiError } from './api.ts';
import { useDrafted } from './drafted.ts';
import { useLanguage } from './i18n.tsx';
import { newId } from './ids.ts';
import { messages } from './messages.ts';
import { noteEnd, useRefresh } from './query.tsx';

export type Problems<V> = { [K in keyof V]?: string | null };

interface FormSpec<V, Out> {
  initial: V;
  /** Name under which the typed values are kept on the device until they are sent. */
  draft?: string;
  /** Problems that the fields do not see themselves; empty or null where a field is good. */
  check?: (values: V) => Problems<V>;
  send: (values: V, clientId: string) => Promise<Out>;
  /** Paths of the reads that this write makes stale. */
  refresh?: string[];
  done?: (out: Out) => void;
}

/** What FormFrame needs of a form, whatever its values are. */
export interface FormState {
  busy: boolean;
  error: ApiError | null;
  problems: Record<string, string>;
  draftFrom: string | null;
  fieldId: (name: string) => string;
  /** Problems that the fields reported themselves; `good` is false when one of them belongs to no value of the form. */
  submit: (reported: Record<string, string>, good: boolean) => Promise<void>;
  reset: () => void;
}

export function useForm<V extends object, Out = unknown>(spec: FormSpec<V, Out>) {
  const drafted = useDrafted(spec.initial, spec.draft);
  const { values } = drafted;
  const [problems, setProblems] = useState<Record<string, string>>({});
  const delivery = useDelivery(setProblems);
  const refresh = useRefresh();
  const [formId] = useState(() => `f${newId().slice(0, 8)}`);
  const fieldId = (name: string) => `${formId}-${name}`;

  const set = <K extends keyof V & string>(name: K, value: V[K]) => {
    drafted.set(name, value);
    setProblems(({ [name]: _gone, ...others }) => others);
  };
  const submit = async (reported: Record<string, string>, good: boolean) => {
    const found = spec.check?.(values) ?? {};
    const checked = Object.entries(found).filter((entry): entry is [string, string] => !!entry[1]);
    // What the field says itself comes first: “not filled in” before “too short”.
    const named = { ...Object.fromEntries(checked), ...reported };
    setProblems(named);
    if (!good || Object.keys(named).length > 0) return delivery.setError(null);
    await delivery.run(async () => {
      const out = await persist(() => spec.send(values, drafted.clientId()));
      drafted.forget();
      if (spec.refresh) await refresh(...spec.refresh);
      spec.done?.(out);
    });
  };
  const reset = () => {
    drafted.startAgain();
    setProblems({});
    delivery.setError(null);
  };
  const { busy } = delivery;
  // What the server said of fields was of what stood there.
  const error = delivery.isOfFields && Object.keys(problems).length === 0 ? null : delivery.error;
  const state = { busy, error, problems, draftFrom: drafted.draftFrom, fieldId, submit, reset };
  return {
    ...state,
    values,
    set,
    ...bindings(values, set, (name) => ({ id: fieldId(name), name, error: problems[name] })),
  };
}

/** One write at a time; what the server refused stays as the error until the next try. */
function useDelivery(setProblems: (problems: Record<string, string>) => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const { language } = useLanguage();
  const client = useQueryClient();
  const running = useRef(false);
  const run = async (work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      noteEnd(thrown, client);
      setError(thrown);
      setProblems(problemsOf(thrown, language));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const isOfFields = error !== null && Object.keys(problemsOf(error, language)).length > 0;
  return { busy, error, isOfFields, setError, run };
}

type TypedEvent = ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;
type Base = (name: string) => { id: string; name: string; error: string | undefined };
type Set<V> = <K extends keyof V & string>(name: K, value: V[K]) => void;

function bindings<V extends object>(values: V, set: Set<V>, base: Base) {
  return {
    field: <K extends keyof V & string>(name: K) => ({
      ...base(name),
      value: values[name],
      onChange: (value: V[K]) => set(name, value),
    }),
    text: <K extends keyof V & string>(name: K) => ({
      ...base(name),
      value: values[name] as string,
      onChange: (event: TypedEvent) => set(name, event.currentTarget.value as V[K]),
    }),
    tick: <K extends keyof V & string>(name: K) => ({
      ...base(name),
      checked: values[name] as boolean,
      onChange: (event: TypedEvent) => set(name, (event.currentTarget as HTMLInputElement).checked as V[K]),
    }),
  };
}

interface FieldProblem {
  field: string;
  message: Message;
}

const isNamed = (item: Partial<FieldProblem> | null): item is FieldProblem =>
  !!item?.field && !!item.message?.vi;

/**
 * The fields that the server named in `details`: with words of their own ([{field, message}]), or only by name
 * ({fields: ['bornOn']}), in the language of the page.
 */
export function problemsOf(error: ApiError, language: Language): Record<string, string> {
  const { details } = error;
  if (Array.isArray(details)) {
    return Object.fromEntries(
      details.filter(isNamed).map(({ field, message }) => [field, message[language]]),
    );
  }
  const fields = (details as { fields?: unknown } | undefined)?.fields;
  if (!Array.isArray(fields)) return {};
  const last = (field: unknown) => String(field).split('.').at(-1) ?? '';
  return Object.fromEntries(fields.map((field) => [last(field), messages['ui.field_not_good'][language]]));
}
