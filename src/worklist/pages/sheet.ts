// The sheet of a unit, whole: asked page after page, because paper has no button for more.
import { useQuery } from '@tanstack/react-query';
import { type ApiError, get } from '../../ui/api.ts';
import type { WorkSheet } from '../view.ts';

export function useSheet(unit: string) {
  return useQuery<WorkSheet, ApiError>({
    queryKey: ['/worklist/sheet', { unit }],
    queryFn: ({ signal }) => readWhole((cursor) => get('/worklist/sheet', { unit, cursor }, signal)),
  });
}

export async function readWhole(read: (cursor: string | null) => Promise<WorkSheet>): Promise<WorkSheet> {
  const first = await read(null);
  const items = [...first.items];
  for (let { next } = first; next !== null; ) {
    const page = await read(next);
    items.push(...page.items);
    next = page.next;
  }
  return { ...first, items, next: null };
}
