// The forecast: how soon it answers after its first question, all units of the reach, and one unit with why.
import { note, pause, timed } from './measure.ts';
import type { Bench } from './opened.ts';
import { get, measurePage } from './page.ts';

interface Outlook {
  ready: boolean;
  items: { unitId: number; percent: number | null }[];
}
const atOnce = 300;

/** All units below, as somebody who opens every branch would ask. */
export async function measureOutlook(bench: Bench): Promise<void> {
  const { top, commune, today } = bench;
  const period = today.slice(0, 4);
  const addressOf = (query: string) => `/api/outlook?period=${period}&figure=admission&${query}`;
  const ask = async (query: string) => (await top.asked.get(addressOf(query))) as Outlook;
  const began = performance.now();
  const lists: number[] = [];
  while (!(await ask(`unit=${top.unitId}`)).ready) {
    lists.push(await timed(() => top.asked.get('/api/worklist?limit=50')));
    await pause(50);
  }
  note('forecast: ready after the first question', (performance.now() - began) / 1000, 's', { bar: 10 });
  if (lists.length > 0)
    note('forecast: the slowest work list meanwhile', Math.max(...lists), 'ms', { bar: 150 });
  const tree = `/api/plans?period=${period}&figure=admission&view=all`;
  const units = ((await top.asked.get(tree)) as Outlook).items.map(({ unitId }) => unitId);
  let told = 0;
  const all = await timed(async () => {
    for (let at = 0; at < units.length; at += atOnce) {
      const { items } = await ask(`units=${units.slice(at, at + atOnce).join(',')}`);
      told += items.filter(({ percent }) => percent !== null).length;
    }
  });
  note('forecast: units asked', units.length, '');
  note('forecast: units with a probability', told, '');
  note('forecast of all units', all / 1000, 's', { bar: 10 });
  for (const [what, path] of [
    ['forecast of a commune and what is directly below it', addressOf(`unit=${commune.unitId}`)],
    ['forecast of one unit, why and what would raise it', `/api/outlook/${commune.unitId}?period=${period}`],
  ] as const)
    await measurePage(bench, {
      what,
      office: top,
      asks: get(path),
      bare: { query: 'plan', words: [{ year: period }] },
      effort: { warm: 5, count: 60 },
      bars: { p95: 100 },
    });
}
