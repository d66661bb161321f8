import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answered, behind, breath, breathing } from './breathe.ts';

let hour = 0;
beforeEach(() => {
  vi.useFakeTimers();
  // The clock begins anew for each test: what was answered in an earlier one is long past.
  hour += 1;
  vi.advanceTimersByTime(hour * 3_600_000);
});
afterEach(() => void vi.useRealTimers());

/** A piece of work of so many milliseconds. */
const takes = (ms: number) => void vi.advanceTimersByTime(ms);

/** What goes on after one breath, and whether it did. */
function piece(ms: number) {
  const done = vi.fn();
  const work = async () => {
    takes(ms);
    await breath();
    done();
  };
  return { work, done };
}

test('what nobody waits for rests three times as long as it took, while answers go out', async () => {
  const { work, done } = piece(10);
  answered();
  const working = behind(work);
  await vi.advanceTimersByTimeAsync(29);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toHaveBeenCalled();
  await working;
});

test('never longer than a moment, so that it comes to its end', async () => {
  const { work, done } = piece(400);
  answered();
  const working = behind(work);
  await vi.advanceTimersByTimeAsync(60);
  expect(done).toHaveBeenCalled();
  await working;
});

test('when nobody is answered, or somebody waits for it, it goes on at once', async () => {
  const [quiet, waited] = [piece(10), piece(10)];
  answered();
  takes(600);
  const working = [behind(quiet.work)];
  answered();
  working.push(waited.work());
  await vi.advanceTimersByTimeAsync(0);
  expect([quiet.done.mock.calls.length, waited.done.mock.calls.length]).toEqual([1, 1]);
  await Promise.all(working);
});

test('a work in steps breathes every few milliseconds, behind the answers more often', async () => {
  function* steps() {
    for (let step = 0; step < 12; step += 1) {
      takes(5);
      yield;
    }
  }
  const breathsOf = async (run: (work: () => Promise<void>) => Promise<void>) => {
    using breaths = vi.spyOn(globalThis, 'setImmediate');
    const working = run(() => breathing(steps()));
    await vi.runAllTimersAsync();
    await working;
    return breaths.mock.calls.length;
  };
  expect(await breathsOf((work) => work())).toBe(4);
  expect(await breathsOf(behind)).toBe(12);
});
