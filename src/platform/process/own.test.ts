// Work in a process of its own: its answer, what is refused, what breaks it, and whoever finds no seat.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { inOwnProcess, type Program } from './own.ts';

interface Job {
  what: 'answer' | 'refuse' | 'break' | 'leave' | 'fill' | 'never';
  bytes?: Uint8Array;
}
const folder = mkdtempSync(path.join(tmpdir(), 'nguon-own-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const url = (name: string) => JSON.stringify(pathToFileURL(path.join(import.meta.dirname, name)).href);
const file = path.join(folder, 'program.mjs');
writeFileSync(
  file,
  `import { answerJob } from ${url('own.ts')};
import { Refused } from ${url('../errors.ts')};
const works = {
  answer: async ({ bytes }) => ({ pid: process.pid, bytes }),
  refuse: async () => { throw new Refused('thing.closed', { day: '22/11/2026' }); },
  break: async () => { throw new Error('thought wrong'); },
  leave: async () => process.exit(3),
  fill: async () => { const all = []; for (;;) all.push(new Array(100_000).fill(all.length)); },
  never: () => new Promise(() => setInterval(() => undefined, 1000)),
};
answerJob((job) => works[job.what](job));
`,
);
const made = (more: Partial<Program> = {}) =>
  inOwnProcess<Job, { pid: number; bytes?: Uint8Array }>({
    file,
    megabytes: 64,
    slots: 2,
    seats: 2,
    busy: 'thing.busy',
    ...more,
  });

test('the answer comes from another process each time, bytes and all', async () => {
  const ask = made();
  const bytes = new Uint8Array([1, 2, 255]);
  const [one, two] = await Promise.all([ask({ what: 'answer', bytes }), ask({ what: 'answer' })]);
  expect(one.bytes).toEqual(bytes);
  expect(new Set([process.pid, one.pid, two.pid]).size).toBe(3);
});

test('what is refused is refused here, with its words', async () => {
  await expect(made()({ what: 'refuse' })).rejects.toMatchObject({
    kind: 'Refused',
    code: 'thing.closed',
    params: { day: '22/11/2026' },
  });
});

test('a fault is told with what the process said of it, or how it ended', async () => {
  await expect(made()({ what: 'break' })).rejects.toThrow(/ended with 1: .*thought wrong/s);
  await expect(made()({ what: 'leave' })).rejects.toThrow('ended with 3');
  await expect(made({ file: path.join(folder, 'nothing.mjs') })({ what: 'answer' })).rejects.toThrow(
    'nothing.mjs',
  );
});

test('work that never ends is ended', async () => {
  await expect(made({ longestMs: 500 })({ what: 'never' })).rejects.toThrow('ended with SIGTERM');
});

test('memory that does not suffice ends the process alone, and is told where there are words for it', async () => {
  const filled = made({ tooMuch: 'thing.too_much' })({ what: 'fill' });
  await expect(filled).rejects.toMatchObject({ kind: 'TooLarge', code: 'thing.too_much' });
});

test('so many at once, so many wait in their order, the next is told to come back; a failure frees its place', async () => {
  const ask = made({ slots: 1, seats: 2 });
  const ended: string[] = [];
  const note = (name: string, job: Promise<unknown>) =>
    job.then(
      () => ended.push(name),
      () => ended.push(`${name} failed`),
    );
  const all = [
    note('first', ask({ what: 'leave' })),
    note('second', ask({ what: 'answer' })),
    note('third', ask({ what: 'answer' })),
  ];
  await expect(ask({ what: 'answer' })).rejects.toMatchObject({ kind: 'Busy', code: 'thing.busy' });
  await Promise.all(all);
  expect(ended).toEqual(['first failed', 'second', 'third']);
  expect((await ask({ what: 'answer' })).pid).not.toBe(process.pid);
});
