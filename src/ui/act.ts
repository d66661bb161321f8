// One write: an id of its own made here, a second click ignored, and the same id sent again when the network
// failed – the server answers a known id with the first result, so nothing can be written twice.
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiError, send } from './api.ts';
import { newId } from './ids.ts';
import { useRefresh } from './query.tsx';

const pauses = [800, 2_000, 5_000];

/** Runs a write; while the server is out of reach or busy, again after 0,8 · 2 · 5 seconds, then gives the error up. */
export async function persist<T>(write: () => Promise<T>, waits: number[] = pauses): Promise<T> {
  const [wait, ...rest] = waits;
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof ApiError) || !error.passing || wait === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return persist(write, rest);
  }
}

interface Act<In, Out> {
  to: string | ((input: In) => string);
  method?: 'POST' | 'PUT' | 'DELETE';
  /** The body beside the clientId; the input itself when left out. */
  body?: (input: In) => object;
  /** Paths of the reads that this write makes stale. */
  refresh?: string[];
  done?: (out: Out, input: In) => void;
}

export function useAct<In = void, Out = unknown>({ to, method = 'POST', body, refresh, done }: Act<In, Out>) {
  const again = useRefresh();
  const clientId = useRef(newId());
  const running = useRef(false);
  const mutation = useMutation<Out, ApiError, In>({
    mutationFn: (input) => {
      const path = typeof to === 'string' ? to : to(input);
      const content = body ? body(input) : isObject(input) ? input : {};
      return persist(() => send<Out>(method, path, { clientId: clientId.current, ...content }));
    },
    onSuccess: async (out, input) => {
      if (refresh) await again(...refresh);
      done?.(out, input);
    },
    onSettled: (_out, error) => {
      running.current = false;
      // An unknown outcome keeps its id, so that pressing again can never write a second time.
      if (!error?.passing) clientId.current = newId();
    },
  });
  const run = (input: In) => {
    if (running.current) return;
    running.current = true;
    mutation.mutate(input);
  };
  return {
    run,
    busy: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
    result: mutation.data,
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
