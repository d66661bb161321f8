// Where the reader is: the address holds the page, the filters and the day, so that a link can be sent.
// Pages speak of addresses as plain text; the router stays behind this file.
import { useParams, useRouter, useRouterState } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, type MouseEvent, useCallback, useMemo } from 'react';
import { isDay } from '../platform/day.ts';
import { useToday } from './session.tsx';

export type Words = Record<string, string>;

/** Goes to an address inside the application: go('/people/1'), go('/people?q=an', { replace: true }). */
export function useGo() {
  const router = useRouter();
  return useCallback(
    (href: string, { replace = false }: { replace?: boolean } = {}) =>
      replace ? router.history.replace(href) : router.history.push(href),
    [router],
  );
}

export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params[name] ?? '';
}

export const wordsOf = (search: string): Words => Object.fromEntries(new URLSearchParams(search));

/** '/people' + {q: 'an', sort: ''} → '/people?q=an'. */
export function hrefOf(path: string, words: Record<string, string | null | undefined>): string {
  const given = Object.entries(words).filter((entry): entry is [string, string] => !!entry[1]);
  const query = new URLSearchParams(given).toString();
  return query ? `${path}?${query}` : path;
}

/** The words after '?', and a way to change some of them (null removes one). */
export function useAddress() {
  const go = useGo();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const words = useMemo(() => wordsOf(search), [search]);
  const set = useCallback(
    (patch: Record<string, string | null>, { replace = true }: { replace?: boolean } = {}) =>
      go(hrefOf(path, { ...words, ...patch }), { replace }),
    [go, path, words],
  );
  return { path, words, set };
}

/** The day that the page speaks of: today, or a past day chosen in the top bar. */
export function useOn(): { on: string; past: boolean } {
  const { words } = useAddress();
  const today = useToday();
  const chosen = words.on;
  return chosen && isDay(chosen) && chosen !== today
    ? { on: chosen, past: true }
    : { on: today, past: false };
}

/** Id of the unit chosen in the top bar; null means all that the office reaches. */
export const useUnit = (): string | null => useAddress().words.unit ?? null;

interface ToProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
}

const leaves = (event: MouseEvent<HTMLAnchorElement>) =>
  event.defaultPrevented ||
  event.button !== 0 ||
  event.metaKey ||
  event.ctrlKey ||
  event.shiftKey ||
  event.altKey;

/** A link inside the application. */
export function To({ href, onClick, ...rest }: ToProps) {
  const go = useGo();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (leaves(event) || rest.target || rest.download !== undefined || !href.startsWith('/')) return;
    event.preventDefault();
    go(href);
  };
  return <a href={href} onClick={follow} {...rest} />;
}
