// What the load generator is asked and answers, and how it goes about it: several targets asked in turn over one connection each,
// or a crowd of clients who ask one target as fast as it answers.
import { openConnection, type Connection } from './connection.ts';

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT';
  path: string;
  /** JSON; every '@uuid@' in it becomes a new id */
  body?: string;
}
export interface Target {
  url: string;
  headers: Record<string, string>;
  asks: readonly Ask[];
  /** the only status that is right, where it is none of 200–299 */
  expect?: number;
}
export interface Quantiles {
  p50: number;
  p95: number;
}
export interface Crowd extends Quantiles {
  /** answers per second */
  rate: number;
  count: number;
}

export interface TurnsOrder {
  kind: 'turns';
  targets: readonly Target[];
  warm: number;
  count: number;
}
export interface CrowdOrder {
  kind: 'crowd';
  target: Target;
  clients: number;
  /** where everybody asks for so long */
  ms?: number;
  /** where each ask is made once, from this one on */
  onceFrom?: number;
  asks?: number;
}
export type Order = TurnsOrder | CrowdOrder;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
export const quantilesOf = (taken: readonly number[]): Quantiles => {
  const sorted = taken.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
};

interface Asker {
  ask(n: number): Promise<number>;
  close(): void;
}

async function openAsker({ url, headers, asks, expect }: Target): Promise<Asker> {
  const { hostname, port, host } = new URL(url);
  const connection: Connection = await openConnection(hostname, Number(port));
  const written = asks.map((each) => writer(each, { ...headers, host }));
  const ask = async (n: number): Promise<number> => {
    const { status, ms, text } = await connection.ask(written[n % written.length]?.() ?? '');
    const right = expect === undefined ? status >= 200 && status < 300 : status === expect;
    if (!right) throw new Error(`${asks[n % asks.length]?.path}: ${status} ${text.slice(0, 300)}`);
    return ms;
  };
  return { ask, close: () => connection.close() };
}

const mark = '@uuid@';

function writer({ method = 'GET', path, body }: Ask, headers: Record<string, string>): () => string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const start = `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n`;
  if (body === undefined) return () => `${start}\r\n`;
  return () => {
    const made = body.includes(mark) ? body.replaceAll(mark, () => crypto.randomUUID()) : body;
    return `${start}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(made)}\r\n\r\n${made}`;
  };
}

export async function inTurns({ targets, warm, count }: Omit<TurnsOrder, 'kind'>): Promise<Quantiles[]> {
  const askers = await Promise.all(targets.map(openAsker));
  const taken = targets.map((): number[] => []);
  for (let n = 0; n < warm + count; n += 1)
    for (const [at, asker] of askers.entries()) {
      const ms = await asker.ask(n);
      if (n >= warm) taken[at]?.push(ms);
    }
  for (const asker of askers) asker.close();
  return taken.map(quantilesOf);
}

export async function inCrowd({
  target,
  clients,
  ms,
  onceFrom,
  asks,
}: Omit<CrowdOrder, 'kind'>): Promise<Crowd> {
  const askers = await Promise.all(Array.from({ length: clients }, () => openAsker(target)));
  const taken: number[] = [];
  const first = onceFrom ?? 0;
  let next = first;
  const began = performance.now();
  const over = (): boolean =>
    ms === undefined ? next >= first + (asks ?? 0) : performance.now() - began >= ms;
  const one = async (asker: Asker) => {
    while (!over()) {
      next += 1;
      taken.push(await asker.ask(next - 1));
    }
  };
  await Promise.all(askers.map(one));
  const seconds = (performance.now() - began) / 1000;
  for (const asker of askers) asker.close();
  return { ...quantilesOf(taken), rate: taken.length / seconds, count: taken.length };
}
