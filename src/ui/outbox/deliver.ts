// Takes the waiting writes to the server, one after another in the order they were made. Before each the server is
// asked who is signed in: a write never goes out under another account or another office than its own.
import { ApiError } from '../api.ts';
import { dropPost, listPosts, markPost, outboxOwner, type Post, sendable } from './box.ts';

export interface Courier {
  /** account and office that the server would write under now */
  whoIsIn(): Promise<{ account: string | null; office: string | number | null }>;
  send(post: Post): Promise<unknown>;
  /** after the server has it */
  delivered(post: Post): void;
  /** somebody else, or nobody, is signed in by now */
  changedHands(): void;
}
/** What became of one that its maker still waits for. */
export type Outcome = { out: unknown } | { error: ApiError };

let running: Promise<boolean> | null = null;
const awaited = new Map<string, Outcome | null>();

/** True when nothing of this office waits any more. A second call joins the first. */
export function deliver(courier: Courier): Promise<boolean> {
  running ??= deliverAll(courier).finally(() => {
    running = null;
  });
  return running;
}

/** Delivers, and says what became of this one; null while it still waits. */
export async function deliverAndTell(
  courier: Courier,
  clientId: string,
  atMostMs: number,
): Promise<Outcome | null> {
  awaited.set(clientId, null);
  await Promise.race([deliver(courier), pause(atMostMs)]);
  const outcome = awaited.get(clientId) ?? null;
  awaited.delete(clientId);
  return outcome;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function deliverAll(courier: Courier): Promise<boolean> {
  for (let next = sendable()[0]; next; next = sendable()[0]) {
    if (!(await deliverOne(courier, next))) return false;
  }
  return true;
}

/** False when it has to wait: no line, or not its own account and office. */
async function deliverOne(courier: Courier, post: Post): Promise<boolean> {
  try {
    const { account, office } = await courier.whoIsIn();
    const owner = outboxOwner();
    if (!owner || account !== owner.account || office !== post.office) {
      courier.changedHands();
      return false;
    }
    tell(post, { out: await courier.send(post) });
    dropPost(post.clientId);
    courier.delivered(post);
    return true;
  } catch (error) {
    return stays(post, error);
  }
}

function stays(post: Post, error: unknown): boolean {
  if (!(error instanceof ApiError)) throw error;
  if (error.passing || error.status === 401) return false;
  tell(post, { error });
  const { kind, code, words, details } = error;
  markPost(post.clientId, { kind, code, words, details });
  // One that can be neither sent nor marked would be tried for ever.
  return listPosts().every((one) => one.clientId !== post.clientId || one.refused !== null);
}

function tell(post: Post, outcome: Outcome): void {
  if (awaited.has(post.clientId)) awaited.set(post.clientId, outcome);
}
