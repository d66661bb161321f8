// The overview that each office opens first: today, and on a day gone by.
import type { Bench } from './opened.ts';
import { get, measurePage } from './page.ts';

export async function measureOverview(bench: Bench): Promise<void> {
  const { top, commune, secretary } = bench;
  const { past } = bench.gone;
  const page = (what: string, path: string, office = top, more = {}) =>
    measurePage(bench, {
      what: `overview of ${office.label}${what}`,
      office,
      asks: get(path),
      bare: { query: 'members', words: [{ on: past }] },
      effort: { warm: 5, count: 50 },
      bars: { p50: 60 },
      ...more,
    });
  await page('', '/api/overview', top, { lowest: secretary, crowd: true, bars: { p50: 60, lowest: 1.3 } });
  await page(' on a past day', `/api/overview?on=${past}`);
  if (commune !== top) await page('', '/api/overview', commune);
}
