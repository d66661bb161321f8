// The cursor of a list of days and ids, newest first: the last pair that was shown.
import { Invalid } from '../platform/errors.ts';

export const writeDayCursor = (on: string, id: string): string =>
  Buffer.from(JSON.stringify([on, id])).toString('base64url');

export function readDayCursor(cursor: string): [string, string] {
  try {
    const [on, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string];
    if (/^[\d-]{10}$/.test(on) && /^[0-9a-f-]{36}$/.test(id)) return [on, id];
  } catch {
    // falls through to the same answer as a cursor of another list
  }
  throw new Invalid('http.bad_request');
}
