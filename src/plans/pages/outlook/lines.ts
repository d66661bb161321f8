// Outlook lines for many cells of a table with few questions: cells that ask in the same moment are asked for together.
import { useQuery } from '@tanstack/react-query';
import { type ApiError, get } from '../../../ui/api.ts';
import type { OutlookLine, OutlookList } from '../../outlook/view.ts';

export interface LineAsked {
  unitId: number;
  period: string;
  figure: string;
  on: string;
}
export interface LineAnswer {
  line: OutlookLine | null;
  ready: boolean;
}

interface Batch {
  units: Map<number, ((answer: Promise<LineAnswer>) => void)[]>;
}
const waiting = new Map<string, Batch>();
const mostAtOnce = 200;
const gatherMs = 20;

function ask({ unitId, period, figure, on }: LineAsked): Promise<LineAnswer> {
  const key = `${period} ${figure} ${on}`;
  const batch = waiting.get(key) ?? { units: new Map() };
  if (batch.units.size === 0) {
    waiting.set(key, batch);
    setTimeout(() => send(key, { period, figure, on }), gatherMs);
  }
  return new Promise<LineAnswer>((resolve) => {
    batch.units.set(unitId, [...(batch.units.get(unitId) ?? []), resolve]);
  });
}

function send(key: string, asked: { period: string; figure: string; on: string }): void {
  const { units } = waiting.get(key) ?? { units: new Map() };
  waiting.delete(key);
  const ids = [...units.keys()];
  for (let at = 0; at < ids.length; at += mostAtOnce) {
    const some = ids.slice(at, at + mostAtOnce);
    const { on, ...rest } = asked;
    const words = { ...rest, ...(on ? { on } : {}), units: some.join(',') };
    const answer = get<OutlookList>('/outlook', words);
    for (const id of some)
      for (const resolve of units.get(id) ?? [])
        resolve(
          answer.then(({ items, ready }) => ({
            line: items.find((one) => one.unitId === id) ?? null,
            ready,
          })),
        );
  }
}

const againMs = 2_500;
/** Asked again while the server still works it out. */
export const againWhile = (waits: boolean | undefined): number | false => (waits ? againMs : false);

export function useOutlookLine(asked: LineAsked) {
  return useQuery<LineAnswer, ApiError>({
    queryKey: ['/outlook', asked],
    queryFn: () => ask(asked),
    refetchInterval: ({ state: { data } }) => againWhile(data && !data.ready),
  });
}
