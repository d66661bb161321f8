// A bridge in one sentence: “+14: 9 kết nạp, 6 chuyển đến, 1 xóa tên”.
import type { Language, Message } from '../../../platform/messages.ts';
import type { Term } from '../view.ts';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

const same: Message = { vi: 'Không đổi', en: 'Unchanged' };

export function sayBridge(difference: number, terms: readonly Term[]): Message {
  const told = terms.filter(({ count }) => count !== 0);
  const say = (language: Language): string => {
    const number = (count: number) => count.toLocaleString(locales[language]);
    const head =
      difference === 0 ? same[language] : `${difference > 0 ? '+' : '−'}${number(Math.abs(difference))}`;
    return `${head}: ${told.map((term) => `${number(term.count)} ${small(term, language)}`).join(', ')}`;
  };
  return told.length === 0
    ? { vi: 'Không có biến động', en: 'Nothing changed' }
    : { vi: say('vi'), en: say('en') };
}

/** Names of units, and of the Party, keep their capital. */
function small({ label, figure }: Term, language: Language): string {
  const word = label[language];
  return figure === 'members'
    ? `${word.slice(0, 1).toLocaleLowerCase('vi')}${word.slice(1)}`
    : word.toLocaleLowerCase('vi').replace('đảng', 'Đảng');
}
