// `npm run bench [-- --json] [-- --large]`: start-up, memory, pages, import and shell size, measured on a training ward of
// its own over HTTP on loopback. Numbers are of this machine and this run; compare ratios, not runs.
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Asked, memory, newFolder, remove, signIn, start } from './bench/server.ts';
import { memberBook } from './bench/workbook.ts';

interface Line {
  what: string;
  value: number;
  unit: 'ms' | 'MB' | 'KB' | 's';
  bar: number | null;
}
const lines: Line[] = [];
const note = (what: string, value: number, unit: Line['unit'], bar: number | null = null): void => {
  lines.push({ what, value: Math.round(value * 10) / 10, unit, bar });
  if (!process.argv.includes('--json'))
    console.log(`${what}: ${Math.round(value * 10) / 10} ${unit}${bar ? ` (mốc ${bar})` : ''}`);
};

const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

async function times(count: number, work: (n: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    await work(n);
    taken.push(performance.now() - began);
  }
  return taken.toSorted((a, b) => a - b);
}

async function pages(asked: Asked): Promise<void> {
  const people = (await asked.get('/api/people?limit=50')) as { items: { id: string }[] };
  const dossiers = (await asked.get('/api/dossiers?limit=50')) as { items: { id: string }[] };
  const of = (list: { id: string }[], n: number) => list[n % list.length]?.id ?? '';
  const asks: [string, (n: number) => string][] = [
    ['roll, first page', () => '/api/people?limit=50'],
    [
      'search without accents',
      (n) => `/api/people?q=${['nguyen van', 'tran thi', 'le', 'pham thi h'][n % 4]}`,
    ],
    ['person page', (n) => `/api/people/${of(people.items, n)}`],
    ['tree', () => '/api/units'],
    ['candidates, first page', () => '/api/dossiers?limit=50'],
    ['dossier page', (n) => `/api/dossiers/${of(dossiers.items, n)}`],
  ];
  for (const [what, url] of asks) {
    await times(30, (n) => asked.get(url(n)));
    const taken = await times(200, (n) => asked.get(url(n)));
    note(`${what} p50`, at(taken, 0.5), 'ms');
    note(`${what} p95`, at(taken, 0.95), 'ms', 25);
  }
}

type Batch = { state: string; progress: unknown; preview: { counts: { members: Record<string, number> } } };

async function settle(asked: Asked, id: string): Promise<Batch> {
  for (;;) {
    const batch = (await asked.get(`/api/imports/${id}`)) as Batch;
    if (!batch.progress && !['reading', 'running'].includes(batch.state)) return batch;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function bringIn(asked: Asked, rows: number, bars: [number | null, number | null]): Promise<void> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(await memberBook(rows))]), 'ds.xlsx');
  let began = performance.now();
  const { id } = (await asked.send('POST', '/api/imports', form)) as { id: string };
  const preview = await settle(asked, id);
  if (preview.state !== 'previewed') throw new Error(`preview of ${rows} rows: ${preview.state}`);
  note(`${rows} rows: preview`, (performance.now() - began) / 1000, 's', bars[0]);
  began = performance.now();
  await asked.send('POST', `/api/imports/${id}/run`, { clientId: crypto.randomUUID() });
  const done = await settle(asked, id);
  if (done.state !== 'done') throw new Error(`import of ${rows} rows: ${done.state}`);
  note(`${rows} rows: import`, (performance.now() - began) / 1000, 's', bars[1]);
}

/** Highest memory while something runs, above what was there before. */
async function peakDuring(pid: number, folder: string, work: () => Promise<void>): Promise<number> {
  const before = memory(pid, folder) ?? 0;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, memory(pid, folder) ?? 0);
  }, 200);
  await work().finally(() => clearInterval(watch));
  return peak - before;
}

/** What the first page asks for: the entry script with its preloads, and the styles. */
function shellSize(): number {
  const web = path.join(import.meta.dirname, '..', 'dist', 'web');
  const html = readFileSync(path.join(web, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.(?:js|css))"/g)].map(
    (match) => match[1] as string,
  );
  const sizes = named.map((name) => gzipSync(readFileSync(path.join(web, name))).length);
  if (sizes.length === 0) throw new Error(`no built web in ${readdirSync(web).join(', ')}`);
  return sizes.reduce((sum, size) => sum + size, gzipSync(html).length) / 1024;
}

async function main(): Promise<void> {
  const folder = newFolder();
  try {
    const first = await start(folder, { demo: true });
    note('first start with the training ward', first.readyMs / 1000, 's', 10);
    await first.stop();
    const server = await start(folder, { demo: true });
    note('later start', server.readyMs / 1000, 's', 2);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const idle = memory(server.pid, folder);
    if (idle !== null) note('idle memory of all processes', idle, 'MB', 350);
    const asked = await signIn(server.url, /Ban Xây dựng Đảng/);
    await pages(asked);
    const more = await peakDuring(server.pid, folder, () => bringIn(asked, 5000, [3, 4]));
    note('5000 rows: more memory', more, 'MB', 300);
    if (process.argv.includes('--large')) await bringIn(asked, 100_000, [null, 300]);
    note('app shell, gzip', shellSize(), 'KB', 300);
    await server.stop();
  } finally {
    remove(folder);
  }
  if (process.argv.includes('--json'))
    console.log(
      JSON.stringify(
        { on: new Date().toISOString(), machine: `${cpus().length} × ${cpus()[0]?.model}`, lines },
        null,
        2,
      ),
    );
}

await main();
