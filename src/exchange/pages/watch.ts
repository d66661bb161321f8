// One workbook as it goes along: asked again each second while the server reads or writes it; what it changed is then
// asked anew wherever it is shown.
import { useEffect, useRef } from 'react';
import { useRead, useRefresh } from '../../ui/query.tsx';
import type { BatchAnswer } from '../batch/answers.ts';
import { isBusy, type State } from './sentences.ts';

const every = 900;
/** Reads that a written or undone workbook makes stale. */
export const touched = ['/imports', '/people', '/units', '/dossiers', '/offices'];

export function useWatched(id: string) {
  const query = useRead<BatchAnswer>(`/imports/${id}`, { keep: true });
  const refresh = useRefresh();
  const before = useRef<State | null>(null);
  const state = query.data?.state ?? null;
  const { refetch } = query;
  useEffect(() => {
    if (state === null || !isBusy(state)) return;
    // A slow answer is waited for; asking again would throw it away.
    const timer = setInterval(() => void refetch({ cancelRefetch: false }), every);
    return () => clearInterval(timer);
  }, [state, refetch]);
  useEffect(() => {
    const ended = before.current !== null && isBusy(before.current) && state !== null && !isBusy(state);
    before.current = state;
    if (ended) void refresh(...(state === 'done' ? touched : ['/imports']));
  }, [state, refresh]);
  return query;
}
