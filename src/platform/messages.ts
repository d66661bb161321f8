// What people read: every sentence stands in Vietnamese and English side by side, with {named} places.

export type Language = 'vi' | 'en';
export interface Message {
  vi: string;
  en: string;
}
export type Params = Record<string, string | number | null | undefined>;

export function say(message: Message, params: Params = {}, language: Language = 'vi'): string {
  return message[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return value === null || value === undefined ? '' : formatValue(value, language);
  });
}

const numbers = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') };

function formatValue(value: string | number, language: Language): string {
  return typeof value === 'number' ? numbers[language].format(value) : value;
}

export const bothLanguages = (message: Message, params: Params = {}): Message => ({
  vi: say(message, params, 'vi'),
  en: say(message, params, 'en'),
});

/** The ids of a list of words, as a schema wants them: in the order of the list, and at least one. */
export const idsOf = <Id extends string>(words: Readonly<Record<Id, Message>>): [Id, ...Id[]] =>
  Object.keys(words) as [Id, ...Id[]];
