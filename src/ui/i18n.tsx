// The language of the screen: Vietnamese first, English beside it, remembered on the device. Every word comes from
// a messages.ts; numbers inside a sentence are written in its language.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { type Language, type Message, type Params, say } from '../platform/messages.ts';
import { keep, kept } from './device.ts';

interface LanguageChoice {
  language: Language;
  setLanguage: (language: Language) => void;
}
const LanguageContext = createContext<LanguageChoice>({ language: 'vi', setLanguage: () => {} });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (kept('language') === 'en' ? 'en' : 'vi'));
  useEffect(() => {
    document.documentElement.lang = language;
    keep('language', language);
  }, [language]);
  const choice = useMemo(() => ({ language, setLanguage }), [language]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export const useLanguage = (): LanguageChoice => useContext(LanguageContext);

/** t('key', params) over one room's words; an unknown key does not compile. */
export function useWords<M extends Record<string, Message>>(messages: M) {
  const { language } = useLanguage();
  return useCallback(
    (key: keyof M & string, params?: Params): string => say(messages[key] as Message, params, language),
    [messages, language],
  );
}

/** tell({vi, en}, params): words that came with data. */
export function useTell() {
  const { language } = useLanguage();
  return useCallback(
    (message: Message, params?: Params): string => say(message, params, language),
    [language],
  );
}
