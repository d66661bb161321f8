// Asks the server what a draft would change; nothing is written.
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ApiError, send } from '../../../ui/api.ts';
import type { WhatIfBody, WhatIfView } from '../../view.ts';

export type Draft = WhatIfBody['draft'];
const pause = 400;

/** null = there is no complete draft yet. */
export function useWhatIf(draft: Draft | null) {
  const asked = draft && JSON.stringify(draft);
  const [settled] = useDebouncedValue(asked, pause);
  const query = useQuery<WhatIfView, ApiError>({
    queryKey: ['/regulations/what-if', settled],
    queryFn: () => send<WhatIfView>('POST', '/regulations/what-if', { draft: JSON.parse(settled ?? 'null') }),
    enabled: settled !== null && settled === asked,
    staleTime: 60_000,
    gcTime: 120_000,
    // One question is reckoned at a time: wait for the other reader's.
    retry: (count, error) => error.passing && count < 4,
  });
  return { query, ready: settled === asked };
}
