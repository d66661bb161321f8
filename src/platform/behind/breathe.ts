// Long work in steps: answers to others go out in between.
const longestMs = 15;

/** Runs a work in steps to its end, and lets the rest of the server go on every few milliseconds. */
export async function breathing<T>(steps: Generator<void, T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < longestMs) continue;
    await breath();
    began = performance.now();
  }
}

export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
