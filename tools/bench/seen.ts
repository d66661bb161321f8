// How long after the answer to an act a number has it.
import { pause } from './measure.ts';

const patience = 10_000;

/** In ms; the number must then have changed by one. */
export async function untilSeen(count: () => Promise<number>, act: () => Promise<unknown>): Promise<number> {
  const before = await count();
  await act();
  const began = performance.now();
  let now = before;
  while ((now = await count()) === before && performance.now() - began < patience) await pause(20);
  if (Math.abs(now - before) !== 1) throw new Error(`after one act a number went from ${before} to ${now}`);
  return performance.now() - began;
}
