// Reads from the server and what is remembered of them. A read is known by its path; after a write, the reads
// that start with the paths it touched are asked again.
import {
  MutationCache,
  QueryCache,
  QueryClient,
  keepPreviousData,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import { ApiError, type QueryWords, get } from './api.ts';
import { getCarried } from './outbox/carried.ts';

/** How useRead('/session') is remembered. */
export const sessionKey = ['/session', {}];
const endedKey = ['/session-ended'];

/** The session ended elsewhere: ask for it again; the frame then shows the sign-in page, and what was typed stays. */
export function noteEnd(error: Error, client: QueryClient): void {
  if (!(error instanceof ApiError) || error.status !== 401) return;
  if (!client.getQueryData<{ account: unknown }>(sessionKey)?.account) return;
  client.setQueryData(endedKey, true);
  void client.invalidateQueries({ queryKey: ['/session'] });
}

/** Did the session end by itself, rather than by signing out? */
export const useEnded = (): boolean => useQueryClient().getQueryData(endedKey) === true;

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => (query.queryKey[0] === '/session' ? undefined : noteEnd(error, client)),
    }),
    mutationCache: new MutationCache({ onError: (error) => noteEnd(error, client) }),
    defaultOptions: {
      // A machine without any network still reaches its own server: never wait for the browser's "online".
      queries: { networkMode: 'always', staleTime: 15_000, retry: (count, error) => mayRetry(count, error) },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}

const mayRetry = (count: number, error: Error) => count < 2 && error instanceof ApiError && error.passing;

interface ReadOptions {
  params?: QueryWords;
  enabled?: boolean;
  /** Keep showing the last answer while the next one with other params is on its way. */
  keep?: boolean;
  staleTime?: number;
  /** Ask again so often while the page is being looked at. */
  everyMs?: number;
  /** Carry the answer in this window, for a page that must open again without a network. */
  carry?: boolean;
}

export function useRead<T>(
  path: string,
  { params = {}, enabled = true, keep = false, staleTime, everyMs, carry = false }: ReadOptions = {},
) {
  return useQuery<T, ApiError>({
    queryKey: [path, params],
    queryFn: ({ signal }) => (carry ? getCarried<T> : get<T>)(path, params, signal),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(staleTime === undefined ? {} : { staleTime }),
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  });
}

/** refresh('/people', '/dossiers') asks again whatever started so; refresh() everything. */
export function useRefresh() {
  const client = useQueryClient();
  return useCallback(
    (...paths: string[]) =>
      client.invalidateQueries({
        predicate: ({ queryKey: [path] }) =>
          paths.length === 0 || paths.some((start) => String(path).startsWith(start)),
      }),
    [client],
  );
}
