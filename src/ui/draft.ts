// What is being typed, kept on the device until it is sent: per account, fourteen days at most. The draft carries
// the id of the write, so that a form sent, lost on the way and opened again is still written once.
import { keep, kept, keptNames } from './device.ts';
import { newId } from './ids.ts';

export interface Draft<V> {
  clientId: string;
  values: V;
  savedAt: string;
}
const daysKept = 14;
let owner = 'guest';

/** Set by the frame when the account is known; drafts of another account on the same machine stay hidden. */
export function setDraftOwner(accountId: string | null): void {
  owner = accountId ?? 'guest';
  dropOldDrafts(new Date());
}

const nameOf = (key: string) => `draft.${owner}.${key}`;

export function findDraft<V>(key: string): Draft<V> | null {
  const text = kept(nameOf(key));
  if (!text) return null;
  try {
    return JSON.parse(text) as Draft<V>;
  } catch {
    return null;
  }
}

export function recordDraft<V>(key: string, values: V, clientId: string): void {
  keep(
    nameOf(key),
    JSON.stringify({ clientId, values, savedAt: new Date().toISOString() } satisfies Draft<V>),
  );
}

const receivers = new Map<string, () => void>();

/** Values handed back to a form, whether it stands open on the page or is opened next. */
export function giveDraft<V>(key: string, values: V, clientId: string): void {
  recordDraft(key, values, clientId);
  receivers.get(key)?.();
}

/** The open form of this draft hears when values are handed to it. */
export function receiveDraft(key: string, receive: () => void): () => void {
  receivers.set(key, receive);
  return () => void receivers.delete(key);
}

export const dropDraft = (key: string): void => void keep(nameOf(key), null);

export const countDrafts = (): number => keptNames(`draft.${owner}.`).length;

export function dropMyDrafts(): void {
  for (const name of keptNames(`draft.${owner}.`)) keep(name, null);
}

export function dropOldDrafts(now: Date): void {
  for (const name of keptNames('draft.')) {
    const savedAt = savedAtOf(kept(name));
    if (now.getTime() - savedAt > daysKept * 86_400_000) keep(name, null);
  }
}

function savedAtOf(text: string | null): number {
  try {
    return Date.parse((JSON.parse(text ?? '') as Draft<unknown>).savedAt) || 0;
  } catch {
    return 0;
  }
}

/** The draft kept under this key, or a fresh one. */
export function openDraft<V>(key: string | undefined, initial: V): Draft<V> {
  const found = key ? findDraft<V>(key) : null;
  return found
    ? { ...found, values: { ...initial, ...found.values } }
    : { clientId: newId(), values: initial, savedAt: '' };
}
