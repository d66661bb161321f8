// Long work in steps: answers to others go out in between, and what nobody waits for gives way to them.
import { AsyncLocalStorage } from 'node:async_hooks';

/** The longest stretch without a breath, in ms: of work that is waited for, and of work behind the answers. */
const longestMs = 15;
const longestBehindMs = 5;
/** For so long after an answer others are taken to be at work. */
const busyMs = 500;
/** Then work behind the answers rests so many times as long as it took, and at most so long. */
const restTimes = 3;
const longestRestMs = 60;

const behindAnswers = new AsyncLocalStorage<{ since: number }>();
let answeredAt = Number.NEGATIVE_INFINITY;

/** To be told of every answer that went out. */
export const answered = (): void => {
  answeredAt = performance.now();
};

/** What nobody waits for: at each breath it gives way while others are being answered. */
export const behind = <T>(work: () => T): T => behindAnswers.run({ since: performance.now() }, work);

/** Runs a work in steps to its end, and lets the rest of the server go on every few milliseconds. */
export async function breathing<T>(steps: Generator<void, T>): Promise<T> {
  const longest = behindAnswers.getStore() ? longestBehindMs : longestMs;
  let began = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < longest) continue;
    await breath();
    began = performance.now();
  }
}

/** Lets others go on. */
export async function breath(): Promise<void> {
  const own = behindAnswers.getStore();
  const now = performance.now();
  if (own && now - answeredAt < busyMs) await rest(Math.min(longestRestMs, restTimes * (now - own.since)));
  else await new Promise((resolve) => setImmediate(resolve));
  if (own) own.since = performance.now();
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
