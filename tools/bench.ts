// `npm run bench [-- --json] [-- --large] [-- --long-list] [-- --forecast]`: start-up, memory, pages, work lists, rules, import and shell size,
// measured on a training ward of its own over HTTP on loopback; with --large a province of 51,000 members, too. Numbers
// are of this machine and this run; compare ratios, not runs. With --forecast only the back-test of the forecast runs,
// with --plans only the targets of the province.
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { measureForecast } from './bench/forecast.ts';
import { bringIn } from './bench/import.ts';
import { measureJudging } from './bench/judging.ts';
import { note, printJson } from './bench/measure.ts';
import { measureProvince } from './bench/province.ts';
import { memory, newFolder, remove, signIn, start } from './bench/server.ts';
import { measurePages, measureWorklists } from './bench/ward.ts';

const wanted = (flag: string): boolean => process.argv.includes(flag);

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

async function measureWard(folder: string): Promise<void> {
  const first = await start(folder, { demo: true });
  note('first start with the training ward', first.readyMs / 1000, 's', { bar: 10 });
  await first.stop();
  const server = await start(folder, { demo: true });
  try {
    note('later start', server.readyMs / 1000, 's', { bar: 2 });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const idle = memory(server.pid, folder);
    if (idle !== null) note('idle memory of all processes', idle, 'MB', { bar: 350 });
    await copyNow(server.url);
    const asked = await signIn(server.url, /Ban Xây dựng Đảng/);
    await measurePages(asked);
    await measureWorklists(server.url, asked);
    const more = await peakDuring(server.pid, folder, () => bringIn(asked, 5000, { preview: 3, run: 4 }));
    note('5000 rows: more memory', more, 'MB', { bar: 300 });
    if (wanted('--long-list')) await bringIn(asked, 100_000, { run: 300 });
  } finally {
    await server.stop();
  }
}

/** The daily copy, which would otherwise fall due in the middle. */
async function copyNow(url: string): Promise<void> {
  const administrator = await signIn(url, /Quản trị hệ thống/);
  await administrator.send('POST', '/api/admin/backups', { clientId: crypto.randomUUID() });
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = newFolder();
  await work(folder).finally(() => remove(folder));
}

async function measureMachine(): Promise<void> {
  await inFolder(measureWard);
  note('app shell, gzip', shellSize(), 'KB', { bar: 300 });
  measureJudging();
  if (wanted('--large')) await inFolder(measureProvince);
}

const forecast = wanted('--forecast') ? measureForecast() : null;
if (wanted('--plans')) await inFolder((folder) => measureProvince(folder, 'plans'));
else if (!forecast) await measureMachine();
printJson({
  on: new Date().toISOString(),
  machine: `${cpus().length} × ${cpus()[0]?.model}`,
  ...(forecast ? { forecast } : {}),
});
