// What the form of a routine holds while it is filled, and what of it is sent.
import type { Input } from '../../../rules/procedure.ts';

export type Typed = string | number | null;
export type Values = Record<string, Typed>;

/** What routine work asks; anything about persons belongs to their own pages. */
const drawn = new Set<Input['kind']>(['document', 'text', 'note', 'number', 'flag', 'choice', 'day']);
export const asked = (inputs: readonly Input[]): Input[] => inputs.filter(({ kind }) => drawn.has(kind));

export const paperDay = (id: string): string => `${id}.on`;

/** Nothing is ticked before; only the day is given, and can be changed. */
export function startOf(inputs: readonly Input[], today: string): Values {
  const empty = inputs.flatMap(({ id, kind }): [string, Typed][] =>
    kind === 'document'
      ? [
          [id, ''],
          [paperDay(id), ''],
        ]
      : [[id, kind === 'number' ? null : '']],
  );
  return { happenedOn: today, ...Object.fromEntries(empty) };
}

/** Names of the answers that are missing: the required ones, and of a paper that is given its number and its day. */
export function missing(inputs: readonly Input[], values: Values): string[] {
  const isEmpty = (name: string) => values[name] === null || String(values[name] ?? '').trim() === '';
  return inputs.flatMap(({ id, kind, required }) => {
    const parts = kind === 'document' ? [id, paperDay(id)] : [id];
    const empty = parts.filter(isEmpty);
    return required || empty.length < parts.length ? empty : [];
  });
}

/** The answers as the server takes them; what was left empty is left out. */
export function inputsOf(inputs: readonly Input[], values: Values): Record<string, unknown> {
  const given = inputs.flatMap((input): [string, unknown][] => {
    const value = answerOf(input, values);
    return value === null ? [] : [[input.id, value]];
  });
  return Object.fromEntries(given);
}

function answerOf({ id, kind }: Input, values: Values): unknown {
  const value = values[id];
  if (kind === 'number') return typeof value === 'number' ? value : null;
  const text = String(value ?? '').trim();
  if (kind === 'document') {
    const on = String(values[paperDay(id)] ?? '');
    return text && on ? { number: text, on, by: null } : null;
  }
  if (text === '') return null;
  return kind === 'flag' ? text === 'true' : text;
}
