// The load generator as who measures sees it.
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Crowd, CrowdOrder, Order, Quantiles, TurnsOrder } from './work.ts';

export interface Generator {
  turns(order: Omit<TurnsOrder, 'kind'>): Promise<Quantiles[]>;
  crowd(order: Omit<CrowdOrder, 'kind'>): Promise<Crowd>;
  stop(): void;
}

interface Told {
  id: number;
  result?: unknown;
  failure?: string;
}
interface Waiting {
  resolve(result: unknown): void;
  reject(cause: Error): void;
}

export function startGenerator(): Generator {
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'worker.ts'), { execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  child.on('message', ({ id, result, failure }: Told) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (failure === undefined) one?.resolve(result);
    else one?.reject(new Error(failure));
  });
  child.on('exit', () => {
    for (const one of waiting.values()) one.reject(new Error('the load generator ended'));
  });
  const tell = (order: Order): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      child.send({ id: last, order });
    });
  return {
    turns: (order) => tell({ kind: 'turns', ...order }) as Promise<Quantiles[]>,
    crowd: (order) => tell({ kind: 'crowd', ...order }) as Promise<Crowd>,
    stop: () => child.disconnect(),
  };
}
