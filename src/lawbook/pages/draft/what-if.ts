// Asks the server what a draft would change, and how far it is meanwhile; nothing is written.
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiError, send } from '../../../ui/api.ts';
import { newId } from '../../../ui/ids.ts';
import { useRead } from '../../../ui/query.tsx';
import type { HowFarView, WhatIfBody, WhatIfView } from '../../view.ts';

export type Draft = WhatIfBody['draft'];
const pause = 400;
const everyMs = 1000;

/** null = there is no complete draft yet. */
export function useWhatIf(draft: Draft | null) {
  const asked = draft && JSON.stringify(draft);
  const [settled] = useDebouncedValue(asked, pause);
  const [ask, setAsk] = useState<string | null>(null);
  const query = useQuery<WhatIfView, ApiError>({
    queryKey: ['/regulations/what-if', settled],
    // Whoever turns to another draft, or leaves, does not wait for this one: the server ends it.
    queryFn: ({ signal }) => {
      const name = newId();
      setAsk(name);
      const body: WhatIfBody = { draft: JSON.parse(settled ?? 'null'), ask: name };
      return send<WhatIfView>('POST', '/regulations/what-if', body, signal);
    },
    enabled: settled !== null && settled === asked,
    staleTime: 60_000,
    gcTime: 120_000,
    // Only so many questions are reckoned at a time: wait for the others.
    retry: (count, error) => error.passing && count < 4,
  });
  // Most are answered before anybody would ask.
  const [long] = useDebouncedValue(query.isFetching, everyMs);
  const waiting = query.isFetching && long;
  const far = useRead<HowFarView>(`/regulations/what-if/${ask}`, {
    enabled: ask !== null && waiting,
    everyMs,
    staleTime: 0,
  });
  return { query, ready: settled === asked, far: waiting ? far.data : undefined };
}
