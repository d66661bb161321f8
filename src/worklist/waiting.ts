// What waits for an answer of this office beside the lines with a due day: each room registers what it counts, the work
// list shows the sum of it above everything else.
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import type { Message } from '../platform/messages.ts';
import type { Waiting } from './view.ts';

export interface WaitingSource {
  id: string;
  /** what waits, as a noun: “Lời giới thiệu chờ trả lời” */
  label: Message;
  /** the page where it is answered */
  href: string;
  /** the action an office must have for it to be counted */
  needs: string;
  /** how many, within reach of this office */
  count(db: Queryable, actor: Actor): Promise<number>;
}

let sources: readonly WaitingSource[] = [];

/** All rooms that have something waiting, named at composition. */
export function useWaiting(list: readonly WaitingSource[]): void {
  sources = list;
}

export async function listWaiting(db: Queryable, actor: Actor): Promise<Waiting> {
  const own = sources.filter(({ needs }) => actor.can.has(needs));
  const counted = await Promise.all(
    own.map(async ({ id, label, href, count }) => ({ id, label, href, count: await count(db, actor) })),
  );
  return { items: counted.filter(({ count }) => count > 0) };
}
