// Answers that a form on a weak line needs, carried in this window until it is closed or somebody signs out: shown again
// when the page is reloaded without a network. Only reads that ask for it, and never on the device for longer.
import { ApiError, get, type QueryWords } from '../api.ts';
import { outboxOwner } from './box.ts';

interface Carried {
  at: string;
  answer: unknown;
}
const prefix = 'nguon.carried.';
let since: string | null = null;
const listeners = new Set<() => void>();

/** Since when what is shown was last fresh; null while the server answers. */
export const carriedSince = (): string | null => since;
export function subscribeCarried(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The server's answer, or – when it cannot be reached – the last one this window had. */
export async function getCarried<T>(path: string, params: QueryWords, signal: AbortSignal): Promise<T> {
  try {
    const answer = await get<T>(path, params, signal);
    carry(path, params, answer);
    note(null);
    return answer;
  } catch (error) {
    const lost = error instanceof ApiError && error.passing && !signal.aborted;
    const found = lost ? findCarried(nameOf(path, params)) : null;
    if (!found) throw error;
    note(found.at);
    return found.answer as T;
  }
}

export function carry(path: string, params: QueryWords, answer: unknown): void {
  try {
    const carried: Carried = { at: new Date().toISOString(), answer };
    sessionStorage.setItem(nameOf(path, params), JSON.stringify(carried));
  } catch {
    // Full or forbidden: without a network the page then says that it cannot be read.
  }
}

/** Somebody else reads, or nobody: nothing of the former reader stays. */
export function dropCarried(): void {
  try {
    const mine = Object.keys(sessionStorage).filter((name) => name.startsWith(prefix));
    for (const name of mine) sessionStorage.removeItem(name);
  } catch {
    // Forbidden storage holds nothing either.
  }
}

/** The session says itself whose it is; everything else belongs to an account in an office. */
function nameOf(path: string, params: QueryWords): string {
  const owner = outboxOwner();
  const whose = path === '/session' ? '' : `${owner?.account}.${owner?.office}`;
  return `${prefix}${whose}.${path}.${JSON.stringify(params)}`;
}

function findCarried(name: string): Carried | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as Carried | null;
  } catch {
    return null;
  }
}

function note(at: string | null): void {
  const next = at === null || since === null || at < since ? at : since;
  if (next === since) return;
  since = next;
  for (const listener of listeners) listener();
}
