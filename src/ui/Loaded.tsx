// A read from the server in its four states: on its way, failed, no right or not found, and here.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiError } from './api.ts';
import { Failure } from './show/Failure.tsx';
import { Waiting } from './show/Waiting.tsx';

interface LoadedProps<T> {
  of: UseQueryResult<T, ApiError>;
  /** Lines of the skeleton: about the height of what comes. */
  rows?: number;
  /** The whole page waits for it: a failure is the page's heading. */
  page?: boolean;
  children: (data: T) => ReactNode;
}

export function Loaded<T>({ of, rows = 6, page = false, children }: LoadedProps<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Failure error={of.error} retry={() => void of.refetch()} page={page} />;
  return <Waiting rows={rows} />;
}
