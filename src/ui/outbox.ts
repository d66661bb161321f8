// Writes for places with a weak line: kept on the device first, sent at once when the server can be reached, else as
// soon as it can – each once, because its id stays the same. A refusal while the person still looks is an error of the
// form like any other; a later one stays in the outbox with its reasons.
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { persist } from './act.ts';
import { ApiError, get, type Method, send } from './api.ts';
import { newId } from './ids.ts';
import {
  dropPost,
  keepPost,
  listPosts,
  nextInstant,
  outboxOwner,
  type Post,
  subscribe,
} from './outbox/box.ts';
import { type Courier, deliverAndTell } from './outbox/deliver.ts';
import { noteEnd, useRefresh } from './query.tsx';
import type { Session } from './session.tsx';

interface Spec<In> {
  /** names this sort of write, for useWaitingPosts */
  kind: string;
  to: string | ((input: In) => string);
  method?: Method;
  /** The body beside the clientId; the input itself when left out. */
  body?: (input: In) => object;
  /** As the person knows it again: “Nhận xét tháng 11/2026 – Nguyễn Văn An”. */
  title: (input: In) => string;
  /** Paths of the reads that this write makes stale. */
  refresh?: string[];
  /** The page with its form and the form's draft name, so that a refused one can be mended. */
  reopen?: (input: In) => { href: string; draft: string };
}
/** Kept: it waits on this device. Not kept: the server has it and answered `out`. */
export type Posted<Out> = { kept: true } | { kept: false; out: Out };

/** A line that hangs is left to the outbox after so long; the person need not stand there. */
const patienceMs = 10_000;
const sendWithinMs = 30_000;

/** Who carries: asks the server who is signed in, sends, and makes the stale reads new. */
export function useCourier(done?: (post: Post) => void): Courier {
  const refresh = useRefresh();
  const client = useQueryClient();
  return useMemo(
    () => ({
      whoIsIn: async () => {
        const { account, office } = await get<Session>('/session', {}, AbortSignal.timeout(patienceMs));
        return { account: account?.id ?? null, office };
      },
      // A line that hangs counts as one that is cut.
      send: ({ method, path, body }) => send(method, path, body, AbortSignal.timeout(sendWithinMs)),
      delivered: (post) => {
        if (post.refresh.length > 0) void refresh(...post.refresh);
        done?.(post);
      },
      changedHands: () => void client.invalidateQueries({ queryKey: ['/session'] }),
    }),
    [refresh, client, done],
  );
}

/** `post(values, clientId)` is for a form's `send`; `run(input)` for a button. */
export function useOutbox<In extends object, Out = unknown>(spec: Spec<In>) {
  const courier = useCourier();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const clientId = useRef(newId());
  const running = useRef(false);

  const post = (input: In, id: string) => deliverPost<Out>(courier, postOf(spec, input, id));
  const run = async (input: In): Promise<Posted<Out> | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      const posted = await post(input, clientId.current);
      clientId.current = newId();
      return posted;
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      if (!thrown.passing) clientId.current = newId();
      noteEnd(thrown, client);
      setError(thrown);
      return null;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { post, run, busy, error };
}

/** Those of one kind that wait on this device, for a page to show beside what the server knows. */
export function useWaitingPosts(kind?: string): Post[] {
  const posts = useSyncExternalStore(subscribe, listPosts);
  return useMemo(() => (kind ? posts.filter((post) => post.kind === kind) : posts), [posts, kind]);
}

function postOf<In extends object>(spec: Spec<In>, input: In, clientId: string): Post {
  const { kind, to, method = 'POST', body, title, refresh = [], reopen } = spec;
  const owner = outboxOwner();
  return {
    clientId,
    kind,
    title: title(input),
    method,
    path: typeof to === 'string' ? to : to(input),
    body: { clientId, ...(body ? body(input) : input) },
    office: owner?.office ?? null,
    officeLabel: owner?.officeLabel ?? '',
    keptAt: nextInstant(new Date()),
    refresh,
    reopen: reopen ? { ...reopen(input), values: input } : null,
    refused: null,
  };
}

export async function deliverPost<Out>(courier: Courier, post: Post): Promise<Posted<Out>> {
  if (!keepPost(post)) {
    // A device that keeps nothing: an ordinary write, with the ordinary error when the line is cut.
    const out = await persist(() => courier.send(post));
    courier.delivered(post);
    return { kept: false, out: out as Out };
  }
  const outcome = await deliverAndTell(courier, post.clientId, patienceMs);
  if (!outcome) return { kept: true };
  if ('out' in outcome) return { kept: false, out: outcome.out as Out };
  // The person is still there and sees the error in the form.
  dropPost(post.clientId);
  throw outcome.error;
}
