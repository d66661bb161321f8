// Gives memory back to the machine when nobody asks. After a large piece of work – the forecast, a report, an import – V8 keeps
// the emptied pages for itself; only its most thorough collection lets them go, and that one stops the answers for a moment.
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const lookEveryMs = 5000;
/** Above this share of the time somebody is being served. */
const quietShare = 0.05;
/** Worth a moment of silence: so many bytes, and so large a part of what was needed after the last time. */
const leastBytes = 40 * 1024 * 1024;
const leastPart = 0.2;

export interface Look {
  /** share of the time since the last look in which something was done */
  busy: number;
  /** bytes the process takes now, and took after memory was last given back; 0: never yet */
  rss: number;
  before: number;
}

/** Nobody is served, and enough has come together. */
export const isWorth = ({ busy, rss, before }: Look): boolean =>
  busy < quietShare && rss - before > Math.max(leastBytes, before * leastPart);

type Collect = (options: { type: 'major'; flavor: 'last-resort' }) => void;

/** All that can go, now. */
export function giveBack(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', flavor: 'last-resort' });
}

/** Looks now and again until told to stop. */
export function startGivingBack(): () => Promise<void> {
  let last = performance.eventLoopUtilization();
  let before = 0;
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    if (!isWorth({ busy: utilization, rss: process.memoryUsage.rss(), before })) return;
    giveBack();
    before = process.memoryUsage.rss();
    last = performance.eventLoopUtilization();
  }, lookEveryMs).unref();
  return async () => clearInterval(timer);
}
