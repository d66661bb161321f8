// A cascade of 4,000 numbers saved and approved, and its editor opened.
import { note, timed } from './measure.ts';
import type { Bench } from './opened.ts';
import { get, measurePage } from './page.ts';

interface Cascade {
  rows: { unitId: number; kind: string; mass: boolean }[];
}
interface Written {
  version: number;
}
const figures = ['admission', 'sourcing', 'class', 'recognition'];
const parts = [
  '',
  'women',
  'youth_union',
  'youth',
  'minority',
  'religious',
  'worker',
  'farmer',
  'student',
  'degree',
];
const most = 4000;

/** Units below the widest office, four figures, whole and nine parts each. */
export async function measureCascade(bench: Bench): Promise<void> {
  const { top, today } = bench;
  const period = today.slice(0, 4);
  const url = `/api/plans/${top.unitId}/cascade`;
  const send = async (step: string, body: object) =>
    (await top.asked.send('POST', `${url}/${step}`, {
      clientId: crypto.randomUUID(),
      period,
      ...body,
    })) as Written;
  await send('open', {});
  const { rows } = (await top.asked.get(`${url}?period=${period}`)) as Cascade;
  const lines = rows
    .filter(({ kind, mass }) => !mass && kind !== 'political_centre')
    .flatMap(({ unitId }) => figures.flatMap((figure) => parts.map((part) => ({ unitId, figure, part }))))
    .slice(0, most)
    .map((line, at) => ({ ...line, amount: amountOf(line.part === '' ? 20 + (at % 7) : 2 + (at % 5)) }));
  let version = 0;
  const saved = await timed(async () => ({ version } = await send('draft', { lines })));
  note(`cascade of ${lines.length} numbers saved`, saved / 1000, 's', { bar: 2 });
  const approved = await timed(() => send('approve', { on: today, version }));
  note(`cascade of ${lines.length} numbers approved`, approved / 1000, 's', { bar: 2 });
  await measurePage(bench, {
    what: 'cascade editor',
    office: top,
    asks: get(`${url}?period=${period}`),
    bare: { query: 'plan', words: [{ year: period }] },
    effort: { warm: 2, count: 20 },
    bars: { p95: 300 },
  });
}
const amountOf = (count: number) => ({ minimum: count, maximum: count, mark: 'exact' });
