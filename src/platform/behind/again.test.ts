import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nowAndAgain } from './again.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const everyMs = 100;
const failures: unknown[] = [];
const report = (failure: unknown) => void failures.push(failure);

test('waits for the first while, or begins at once', async () => {
  const [late, soon] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
  const stops = [
    nowAndAgain(late, { everyMs, report }),
    nowAndAgain(soon, { everyMs, atOnce: true, report }),
  ];
  expect([late.mock.calls.length, soon.mock.calls.length]).toEqual([0, 1]);
  await vi.advanceTimersByTimeAsync(everyMs);
  expect([late.mock.calls.length, soon.mock.calls.length]).toEqual([1, 2]);
  await Promise.all(stops.map((stop) => stop()));
  await vi.advanceTimersByTimeAsync(3 * everyMs);
  expect([late.mock.calls.length, soon.mock.calls.length]).toEqual([1, 2]);
});

test('never twice at once, not while something else is made, and a failure is told and tried anew', async () => {
  let end = (): void => undefined;
  let isReady = false;
  const work = vi.fn(() => new Promise<void>((_, fail) => (end = () => fail(new Error('away')))));
  const stop = nowAndAgain(work, { everyMs, ready: () => isReady, report });
  await vi.advanceTimersByTimeAsync(3 * everyMs);
  expect(work).not.toHaveBeenCalled();
  isReady = true;
  await vi.advanceTimersByTimeAsync(3 * everyMs);
  expect(work).toHaveBeenCalledTimes(1);
  end();
  await vi.advanceTimersByTimeAsync(everyMs);
  expect([work.mock.calls.length, failures.map(String)]).toEqual([2, ['Error: away']]);
  const stopped = vi.fn();
  const stopping = stop().then(stopped);
  await vi.advanceTimersByTimeAsync(everyMs);
  expect(stopped).not.toHaveBeenCalled();
  end();
  await stopping;
});
