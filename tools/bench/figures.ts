// Figures of the whole reach on days gone by: asked for the first time and again, by unit below and by what members are, down to
// the records; how the members moved; and how soon an act is seen in a number.
import { note, type SetName, timed } from './measure.ts';
import type { Bench, Past } from './opened.ts';
import { get, measurePage } from './page.ts';
import { untilSeen } from './seen.ts';

const coldBar = 300;
const warmBars: Record<SetName, number> = { S: 15, M: 15, L10: 150 };

interface Catalogue {
  items: { id: string; nature: 'flow' | 'stock'; measure: string; by: { id: string }[] }[];
}
/** Stocks on a past day, flows of a past year. */
const tableOf = (figure: Catalogue['items'][0], { past, year }: Past, by = 'child'): string =>
  `/api/statistics/${figure.id}?by=${by}&${figure.nature === 'flow' ? `period=${year}` : `on=${past}`}`;

export async function measureFigures(bench: Bench): Promise<void> {
  const { top, today } = bench;
  const days = bench.gone;
  const { items } = (await top.asked.get('/api/statistics')) as Catalogue;
  const asked = items.filter(({ measure }) => measure !== 'identity');
  await measureCold(bench, asked, days);
  await measureWarm(bench, asked, days);
  const members = asked.find(({ id }) => id === 'members');
  if (!members) throw new Error('the catalogue has no members');
  const warm = (what: string, path: string, query = 'members') =>
    measurePage(bench, {
      what,
      office: top,
      asks: get(path),
      bare: { query, words: [{ on: days.past }] },
      lowest: bench.secretary,
      crowd: true,
      bars: { p50: warmBars[bench.set], lowest: 1.3 },
    });
  await warm('members by unit below on a past day', tableOf(members, days));
  for (const by of ['sex', 'age', 'occupation'])
    await warm(`members by ${by} on a past day`, tableOf(members, days, by));
  await warm('movement of a year by unit below', `/api/statistics/movement?period=${days.year}`);
  await warm('why two days differ', `/api/statistics/members/bridge?from=${days.past}&to=${today}`);
  const records = `/api/statistics/members/records?limit=50&on=${days.past}`;
  await warm('records behind a number, first page', records, 'records');
}

/** The very first question of each after a start. */
async function measureCold(bench: Bench, figures: Catalogue['items'], days: Past): Promise<void> {
  const times: { id: string; ms: number }[] = [];
  for (const figure of figures)
    times.push({ id: figure.id, ms: await timed(() => bench.top.asked.get(tableOf(figure, days))) });
  const [slowest] = times.toSorted((a, b) => b.ms - a.ms);
  note('figures in the catalogue', times.length, '');
  if (slowest)
    note(
      `the slowest figure asked for the first time (${slowest.id})`,
      slowest.ms,
      'ms',
      bench.set === 'L10' ? {} : { bar: coldBar },
    );
}

/** Every figure of the catalogue by unit below; the slowest speaks for all. */
async function measureWarm(bench: Bench, figures: Catalogue['items'], days: Past): Promise<void> {
  const targets = figures.map((figure) => ({
    url: bench.server.url,
    headers: bench.top.headers,
    asks: get(tableOf(figure, days)),
  }));
  const taken = await bench.load.turns({ targets, warm: 3, count: 20 });
  const sorted = taken
    .map(({ p50 }, at) => ({ id: figures[at]?.id ?? '', p50 }))
    .toSorted((a, b) => b.p50 - a.p50);
  const [slowest, middle] = [sorted[0], sorted[Math.floor(sorted.length / 2)]];
  if (!slowest || !middle) return;
  const bar = warmBars[bench.set];
  note(`the slowest figure by unit below, asked again (${slowest.id}) p50`, slowest.p50, 'ms', { bar });
  note('the middle figure by unit below, asked again p50', middle.p50, 'ms', { bar });
}

interface Table {
  total: { count: number };
}

/** From the answer to a write until the number of the whole reach has it. */
export async function measureSeen(bench: Bench, write: () => Promise<unknown>, path: string): Promise<void> {
  const count = async () => ((await bench.top.asked.get(path)) as Table).total.count;
  note('figure after an act: right after', (await untilSeen(count, write)) / 1000, 's', { bar: 2 });
}
