// A value of a rule in both languages, for refusals: the words that the pages use.
import type { Message } from '../platform/messages.ts';
import type { Parameter, Regulations } from '../rules/index.ts';
import { sayerOf } from './saying/value.ts';

/** A value that is not of the rule's kind, or none, is said as it was written. */
export function sayValue(regulations: Regulations, parameter: Parameter, value: unknown): Message {
  const [vi, en] = [sayerOf(regulations, 'vi'), sayerOf(regulations, 'en')];
  if (value === null || value === undefined)
    return { vi: vi.words('value.unknown'), en: en.words('value.unknown') };
  try {
    const said = { vi: vi.value(parameter, value), en: en.value(parameter, value) };
    return said.vi === '' ? written(value) : said;
  } catch {
    return written(value);
  }
}

const written = (value: unknown): Message => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { vi: text, en: text };
};
