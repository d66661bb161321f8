// A workbook of members as an office would bring it in: preview and import timed, and what memory it took.
import { note, pause } from './measure.ts';
import type { Bench } from './opened.ts';
import { type Asked, peakDuring } from './server.ts';
import { memberBook } from './workbook.ts';

type Batch = { state: string; progress: unknown };

async function settle(asked: Asked, id: string): Promise<Batch> {
  for (;;) {
    const batch = (await asked.get(`/api/imports/${id}`)) as Batch;
    if (!batch.progress && !['reading', 'running'].includes(batch.state)) return batch;
    await pause(20);
  }
}

const rowsUsual = 5000;
const rowsLong = 100_000;

export async function measureImport({ server, top }: Bench): Promise<void> {
  const more = await peakDuring(server, () => bringIn(top.asked, rowsUsual, { preview: 3, run: 4 }));
  if (more !== null) note(`${rowsUsual} rows: more memory`, more, 'MB', { bar: 300 });
  if (process.argv.includes('--long-list')) await bringIn(top.asked, rowsLong, { run: 300 });
}

/** Bars in seconds. */
async function bringIn(asked: Asked, rows: number, bars: { preview?: number; run?: number }): Promise<void> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(await memberBook(rows))]), 'ds.xlsx');
  let began = performance.now();
  const { id } = (await asked.send('POST', '/api/imports', form)) as { id: string };
  const preview = await settle(asked, id);
  if (preview.state !== 'previewed') throw new Error(`preview of ${rows} rows: ${preview.state}`);
  note(`${rows} rows: preview`, (performance.now() - began) / 1000, 's', barOf(bars.preview));
  began = performance.now();
  await asked.send('POST', `/api/imports/${id}/run`, { clientId: crypto.randomUUID() });
  const done = await settle(asked, id);
  if (done.state !== 'done') throw new Error(`import of ${rows} rows: ${done.state}`);
  note(`${rows} rows: import`, (performance.now() - began) / 1000, 's', barOf(bars.run));
}

const barOf = (bar: number | undefined) => (bar === undefined ? {} : { bar });
