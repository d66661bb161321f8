// Words that a list of records gives away and takes back without telling anything: where its next page begins, and what
// tells its rows apart. They open only for the reader and the question that they were given to, so that no page is read of a
// list whose opening was not logged.
import { createHmac, hkdfSync } from 'node:crypto';
import { Invalid } from '../../platform/errors.ts';
import { open, seal } from '../../platform/cipher.ts';
import type { Actor } from '../../platform/http.ts';
import type { RecordsQuery } from './view.ts';

let cursorKey: Buffer | null = null;

/** Puts the key of this installation into force for lists of records. */
export function useRecordCursors(masterKey: Buffer): void {
  cursorKey = Buffer.from(hkdfSync('sha256', masterKey, '', 'nguon record cursor 1', 32));
}

function key(): Buffer {
  if (!cursorKey) throw new Error('lists of records have no key');
  return cursorKey;
}

/** After the rows before it of that key, so many of which were shown. */
export interface Mark {
  key: string;
  same: number;
}

/** A list left open overnight is opened, and logged, anew. */
const hoursOpen = 12;

export interface Marks {
  write(mark: Mark): string;
  read(cursor: string): Mark;
  /** of a row by its key: the same in each answer of this list, and nowhere else */
  idOf(key: string): string;
}

export function marksOf(actor: Actor, figure: string, query: RecordsQuery): Marks {
  const { cursor: _cursor, limit: _limit, ...asked } = query;
  const words = Object.entries(asked).filter(([, value]) => value !== undefined);
  const list = JSON.stringify([actor.accountId, actor.officeId, figure, words.toSorted()]);
  return {
    write: ({ key: at, same }) =>
      seal(key(), JSON.stringify([at, same, Date.now()]), list).toString('base64url'),
    read: (cursor) => opened(cursor, list),
    idOf: (at) => createHmac('sha256', key()).update(`${list} ${at}`).digest('base64url').slice(0, 16),
  };
}

function opened(cursor: string, list: string): Mark {
  try {
    const text = open(key(), Buffer.from(cursor, 'base64url'), list);
    const [at, same, givenAt] = JSON.parse(text) as [string, number, number];
    if (Date.now() - givenAt < hoursOpen * 3_600_000) return { key: at, same };
  } catch {
    // falls through to the same answer as a cursor of long ago
  }
  throw new Invalid('statistics.cursor');
}
