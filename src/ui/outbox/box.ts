// Writes that wait on this device until the server has them. They belong to the account and the office that made them:
// nobody else sees or sends them, and they outlive a reload, a closed browser and signing out.
import type { Message } from '../../platform/messages.ts';
import type { Method } from '../api.ts';
import { keep, kept, keptNames } from '../device.ts';

export interface Post {
  clientId: string;
  /** what sort of form it came from, so that its page can show its own: 'charge_note' */
  kind: string;
  /** as the person will know it again */
  title: string;
  method: Method;
  path: string;
  body: object;
  office: string | number | null;
  officeLabel: string;
  keptAt: string;
  /** paths of the reads that this write makes stale */
  refresh: string[];
  /** where its form is opened again, with these values under this draft name */
  reopen: { href: string; draft: string; values: object } | null;
  refused: Refusal | null;
}
/** What the server said when it did not take it. */
export interface Refusal {
  kind: string;
  code: string;
  words: Message;
  details: unknown;
}
export interface Owner {
  account: string;
  office: string | number | null;
  officeLabel: string;
}

let owner: Owner | null = null;
let shown: Post[] = [];
const listeners = new Set<() => void>();

/** Set by the frame when it is known who reads, in which office; null when nobody is signed in. */
export function setOutboxOwner(next: Owner | null): void {
  if (next?.account === owner?.account && next?.office === owner?.office) return;
  owner = next;
  look();
}
export const outboxOwner = (): Owner | null => owner;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Read anew from the device: another window of the same account may have added or sent some. */
export function look(): void {
  const start = owner && placeOf(owner.account);
  const found = start ? keptNames(start).map(readPost) : [];
  shown = found
    .filter((post) => post !== null)
    .sort((a, b) => compare(a.keptAt, b.keptAt) || compare(a.clientId, b.clientId));
  for (const listener of listeners) listener();
}

/** Everything of this account, oldest first; the same array until something changes. */
export const listPosts = (): Post[] => shown;

/** Those that may be sent now: made in the office acted in, and not yet refused. */
export const sendable = (): Post[] =>
  shown.filter((post) => post.refused === null && post.office === owner?.office);

/** False when the device cannot keep it; then it must not be shown as safe. */
export function keepPost(post: Post): boolean {
  if (!owner || !keep(nameOf(owner.account, post.clientId), JSON.stringify(post))) return false;
  look();
  return true;
}

export function dropPost(clientId: string): void {
  if (!owner) return;
  keep(nameOf(owner.account, clientId), null);
  look();
}

/** Marks what became of it; nothing when it was thrown away meanwhile. */
export function markPost(clientId: string, refused: Refusal | null): void {
  const post = shown.find((one) => one.clientId === clientId);
  if (post) keepPost({ ...post, refused });
}

export function dropMyPosts(): void {
  for (const { clientId } of shown) dropPost(clientId);
}

/** After everything that waits already, also when the clock of the device was set back. */
export function nextInstant(now: Date): string {
  const last = shown.at(-1)?.keptAt;
  return new Date(Math.max(now.getTime(), last ? Date.parse(last) + 1 : 0)).toISOString();
}

/** How the names of posts begin on the device. */
export const placeOfPosts = 'outbox.';
const placeOf = (account: string) => `${placeOfPosts}${account}.`;
const nameOf = (account: string, clientId: string) => placeOf(account) + clientId;
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function readPost(name: string): Post | null {
  try {
    const post = JSON.parse(kept(name) ?? 'null') as Partial<Post> | null;
    return post?.clientId && post.path && post.method ? (post as Post) : null;
  } catch {
    return null;
  }
}
