// Work behind the answers that is looked at now and again for as long as the program runs.
import { behind } from './breathe.ts';

export interface Again {
  everyMs: number;
  /** the first time at once, not after the first while */
  atOnce?: boolean;
  /** false: something else is being made for everybody just now */
  ready?: () => boolean;
  /** told of a failure; the next time tries anew */
  report: (failure: unknown) => void;
}

/** Never twice at once; whoever stops it waits until what has begun is done. */
export function nowAndAgain(
  work: () => Promise<unknown>,
  { everyMs, atOnce = false, ready = () => true, report }: Again,
): () => Promise<void> {
  let busy: Promise<unknown> | null = null;
  const look = () => {
    if (busy || !ready()) return;
    busy = behind(work)
      .catch(report)
      .finally(() => (busy = null));
  };
  if (atOnce) look();
  const timer = setInterval(look, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await busy;
  };
}
