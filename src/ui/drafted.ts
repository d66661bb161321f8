// The values of a form while they are typed, kept on the device under the form's draft name.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, openDraft, receiveDraft, recordDraft } from './draft.ts';
import { newId } from './ids.ts';

export interface Drafted<V> {
  values: V;
  set: <K extends keyof V & string>(name: K, value: V[K]) => void;
  /** Id of the write that will send these values. */
  clientId: () => string;
  /** When the values come from an earlier visit: the instant they were kept. */
  draftFrom: string | null;
  /** The values were sent (or thrown away): the draft goes, the next write is another one. */
  forget: () => void;
  startAgain: () => void;
}

export function useDrafted<V extends object>(initial: V, key: string | undefined): Drafted<V> {
  const [opened] = useState(() => openDraft(key, initial));
  const [values, setValues] = useState<V>(opened.values);
  const [draftFrom, setDraftFrom] = useState<string | null>(opened.savedAt || null);
  const id = useRef(opened.clientId);
  const touched = useRef(false);
  const initialRef = useRef(initial);

  useRecorded(values, key, { id, touched });

  useEffect(() => {
    if (!key) return;
    return receiveDraft(key, () => {
      const given = openDraft(key, initialRef.current);
      id.current = given.clientId;
      touched.current = false;
      setValues(given.values);
      setDraftFrom(given.savedAt || null);
    });
  }, [key]);

  const set = useCallback(<K extends keyof V & string>(name: K, value: V[K]) => {
    touched.current = true;
    setValues((now) => ({ ...now, [name]: value }));
  }, []);

  const forget = () => {
    touched.current = false;
    id.current = newId();
    if (key) dropDraft(key);
    setDraftFrom(null);
  };
  const startAgain = () => {
    forget();
    setValues(initial);
  };
  return { values, set, clientId: () => id.current, draftFrom, forget, startAgain };
}

interface Typing {
  id: RefObject<string>;
  touched: RefObject<boolean>;
}

/** Recorded when the typing rests, and at once where somebody leaves in the middle of a word. */
function useRecorded<V>(values: V, key: string | undefined, { id, touched }: Typing): void {
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (!key || !touched.current) return;
    const record = () => {
      clearTimeout(timer);
      waiting.current = null;
      if (touched.current) recordDraft(key, values, id.current);
    };
    const timer = setTimeout(record, 400);
    waiting.current = record;
    return () => clearTimeout(timer);
  }, [values, key, id, touched]);

  useEffect(() => {
    const flush = () => waiting.current?.();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
}
