// The words of an answer of a step, as the regulations name them.
import type { Message } from '../../../platform/messages.ts';
import type { Book } from '../../../road/pages/book.ts';

const unknown: Message = { vi: '', en: '' };

export function codeWord(book: Book | null, step: string, input: string, code: string | null): Message {
  const choices = book?.stepOf(step)?.inputs.find(({ id }) => id === input)?.choices ?? [];
  return choices.find((one) => one.code === code)?.label ?? (code ? { vi: code, en: code } : unknown);
}
