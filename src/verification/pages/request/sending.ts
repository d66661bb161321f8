// What the forms of a request send alike.
import type { RequestView } from '../../view.ts';

export interface Changed {
  request: RequestView | null;
}

/** Reads that every write about a request makes stale. */
export const refreshed = ['/verifications', '/dossiers', '/worklist', '/waiting'];

export const documentOf = (number: string, on: string) =>
  number.trim() || on ? { number: number.trim() || null, on: on || null } : null;
