// Where documents are cited: rooms that cite them – plans, targets, urgings – register here how to list it, so that this
// room knows none of them.
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import type { Message } from '../platform/messages.ts';

export interface CitingLine {
  id: string;
  /** what cites it, in the words of the office: “Kế hoạch năm 2021 của Đảng bộ xã Châu Thới” */
  label: string;
  second?: string | null;
  href: string;
  /** day of the citing act */
  on: string | null;
}

export interface CitingSource {
  id: string;
  /** a noun in the plural sense: “Kế hoạch”, “Lời đôn đốc” */
  label: Message;
  /** the action an office must have to be told */
  needs: string;
  /** those within reach of this office, newest first, at most `most` */
  list(db: Queryable, actor: Actor, documentId: string, most: number): Promise<CitingLine[]>;
  /** how many there are for anybody: a document that is cited cannot be taken back */
  count(db: Queryable, documentId: string): Promise<number>;
}

let sources: readonly CitingSource[] = [];

/** All rooms that cite documents, named at composition. */
export function useCitingSources(list: readonly CitingSource[]): void {
  sources = list;
}

export interface Citing {
  id: string;
  label: Message;
  items: CitingLine[];
}

const most = 50;

export async function listCiting(db: Queryable, actor: Actor, documentId: string): Promise<Citing[]> {
  const told = sources.filter(({ needs }) => actor.can.has(needs));
  const lists = await Promise.all(
    told.map(async ({ id, label, list }) => ({ id, label, items: await list(db, actor, documentId, most) })),
  );
  return lists.filter(({ items }) => items.length > 0);
}

export async function countCiting(db: Queryable, documentId: string): Promise<number> {
  const counts = await Promise.all(sources.map(({ count }) => count(db, documentId)));
  return counts.reduce((sum, count) => sum + count, 0);
}
