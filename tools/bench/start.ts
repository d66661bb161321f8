// How soon Nguồn answers after it is started, what memory it takes when nobody asks, and what the first page weighs.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { note, pause, quantilesOf } from './measure.ts';
import { type Measured, memory, untilQuiet } from './server.ts';
import type { Ready } from './sets.ts';

const starts = 3;
const behindMs = 20_000;
const givenBackMs = 12_000;

/** Several starts, of which the middle one counts; the last keeps running. */
export async function measureStart(ready: Ready): Promise<Measured> {
  const taken: number[] = [];
  let server: Measured | null = null;
  for (let at = 0; at < starts; at += 1) {
    await server?.stop();
    server = await ready.start();
    taken.push(server.readyMs);
  }
  note('start', quantilesOf(taken).p50 / 1000, 's', { bar: 1.5 });
  const running = server as Measured;
  note('quiet after a start', (await untilQuiet(running)) / 1000, 's');
  // What large installations make ready behind the answers begins later, and leaves memory to be given back.
  await pause(behindMs);
  await untilQuiet(running);
  await pause(givenBackMs);
  const idle = memory(running.pid, running.folder);
  if (idle !== null) note('idle memory of all processes', idle, 'MB', { bar: 350 });
  return running;
}

/** What the first page asks for: the entry script with its preloads, and the styles; as the server sends them to a browser. */
export function measureShell(): void {
  const web = path.join(import.meta.dirname, '..', '..', 'dist', 'web');
  const html = readFileSync(path.join(web, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.(?:js|css))"/g)].map(
    (match) => match[1] as string,
  );
  if (named.length === 0) throw new Error(`no built web in ${readdirSync(web).join(', ')}`);
  const total = ['index.html', ...named].reduce(
    (sum, name) => sum + statSync(path.join(web, `${name}.br`)).size,
    0,
  );
  note('app shell, as sent (brotli)', total / 1024, 'KB', { bar: 300 });
}
