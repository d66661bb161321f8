// Words that a list gives away and takes back without telling anything: where its next page begins, and what tells its rows
// apart. They open only for the list that gave them – whatever names it: the reader, the question – so that no page is read of
// a list whose opening was not logged.
import { createHmac, hkdfSync } from 'node:crypto';
import { open, seal } from './cipher.ts';

let markKey: Buffer | null = null;

/** Puts the key of this installation into force. */
export function useMarks(masterKey: Buffer): void {
  markKey = Buffer.from(hkdfSync('sha256', masterKey, '', 'nguon list marks 1', 32));
}

function key(): Buffer {
  if (!markKey) throw new Error('lists have no key for their marks');
  return markKey;
}

/** A list left open overnight is opened, and logged, anew. */
const hoursOpen = 12;

export interface Marks<Place> {
  write(place: Place): string;
  /** null: of another list, of long ago, or of nobody's */
  read(cursor: string): Place | null;
  /** of a row by its key: the same in each answer of this list, and nowhere else */
  idOf(key: string): string;
}

export const marksOf = <Place>(list: string): Marks<Place> => ({
  write: (place) => seal(key(), JSON.stringify([place, Date.now()]), list).toString('base64url'),
  read: (cursor) => opened<Place>(cursor, list),
  idOf: (row) => createHmac('sha256', key()).update(`${list} ${row}`).digest('base64url').slice(0, 16),
});

function opened<Place>(cursor: string, list: string): Place | null {
  try {
    const text = open(key(), Buffer.from(cursor, 'base64url'), list);
    const [place, givenAt] = JSON.parse(text) as [Place, number];
    return Date.now() - givenAt < hoursOpen * 3_600_000 ? place : null;
  } catch {
    return null;
  }
}
