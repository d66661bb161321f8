// The rows of one list: asked from the server with the words of the address, page after page by cursor.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useAddress } from '../address.tsx';
import { type ApiError, get, type QueryWords } from '../api.ts';
import type { Answer, Filter } from './column.ts';

const pageSize = 50;

export interface ListingSpec {
  path: string;
  params?: QueryWords;
  filters?: Filter[];
}

export function useListing<T>({ path, params = {}, filters = [] }: ListingSpec) {
  const { words } = useAddress();
  const own = Object.fromEntries(filters.map(({ id }) => [id, words[id] ?? null]));
  const asked: QueryWords = { ...params, q: words.q ?? null, sort: words.sort ?? null, ...own };
  const query = useInfiniteQuery<
    Answer<T>,
    ApiError,
    { pages: Answer<T>[] },
    readonly unknown[],
    string | null
  >({
    queryKey: [path, 'list', asked],
    queryFn: ({ pageParam, signal }) =>
      get<Answer<T>>(path, { ...asked, cursor: pageParam, limit: pageSize }, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const total = pages[0]?.total ?? 0;
  const narrowed = [asked.q, ...Object.values(own)].some(Boolean);
  return { query, asked, items, total, narrowed, nextCount: Math.min(pageSize, total - items.length) };
}
