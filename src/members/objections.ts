// Faults of fields, and acts that no longer hold, told in words: for the answer of a write and for the page.
import { bothLanguages, type Message } from '../platform/messages.ts';
import { messages } from './messages.ts';
import type { Judged } from './person.ts';

export interface Objected {
  entry: string;
  kind: string;
  happenedOn: string | null;
  code: string;
  message: Message;
}

/** Each field with what is wrong with it, for the form to show beside it. */
export const inWords = (faults: readonly { field: string; code: string }[]) =>
  faults.map((fault) => ({
    ...fault,
    message: bothLanguages(messages[fault.code as keyof typeof messages]),
  }));

export const tellObjections = (judged: readonly Judged[]): Objected[] =>
  judged.map((item) => ({
    entry: item.clientId,
    kind: item.kind,
    happenedOn: item.happenedOn,
    code: item.code,
    message: bothLanguages(
      messages[item.code as keyof typeof messages] ?? { vi: item.code, en: item.code },
      item.params,
    ),
  }));
