// A page measured: asked by its office in turn with the lowest office and with the bare server over one connection each, and then
// by a crowd, again in turn with a crowd at the bare server, so that noise of the machine falls on all and the ratios stay.
import type { Bench, Office } from './opened.ts';
import type { Ask, Target } from './load/work.ts';
import { type Bars, type CrowdLine, notePage, type PageLine } from './measure.ts';

export interface Page {
  what: string;
  office: Office;
  /** the same for every office, or by office where an address names its unit */
  asks: readonly Ask[] | ((office: Office) => readonly Ask[]);
  /** the query of the bare server and its words beside the path of the office */
  bare: { query: string; words?: readonly Record<string, string>[] };
  /** another office whose same page is asked in turn */
  lowest?: Office;
  crowd?: boolean;
  expect?: number;
  bars?: Bars;
  effort?: Effort;
}
export interface Effort {
  warm: number;
  count: number;
}
const usual: Effort = { warm: 10, count: 80 };
const clients = 20;
const crowdMs = 1000;
const rounds = 2;

export const get = (path: string): Ask[] => [{ path }];

export async function measurePage(bench: Bench, page: Page): Promise<PageLine> {
  const target = (office: Office): Target => ({
    url: bench.server.url,
    headers: office.headers,
    asks: typeof page.asks === 'function' ? page.asks(office) : page.asks,
    ...(page.expect === undefined ? {} : { expect: page.expect }),
  });
  const bare = bareTarget(bench, page);
  const own = target(page.office);
  // Either office right after the bare server: whoever is asked second by the same program finds it still warm.
  const targets = page.lowest ? [own, bare, target(page.lowest), bare] : [own, bare];
  const [taken, idle, lowest] = await bench.load.turns({ targets, ...(page.effort ?? usual) });
  if (!taken || !idle) throw new Error(`nothing was measured: ${page.what}`);
  const crowd = page.crowd ? await crowdOf(bench, own, bare) : null;
  const { what, bars = {} } = page;
  const line = { what, ...taken, bare: idle, lowest: lowest ?? null, crowd, bars };
  notePage(line);
  return line;
}

function bareTarget(bench: Bench, { office, bare }: Page): Target {
  const asks = (bare.words ?? [{}]).map((words) => ({
    path: `/${bare.query}?${new URLSearchParams({ path: office.path, ...words })}`,
  }));
  return { url: bench.bare.url, headers: {}, asks };
}

async function crowdOf(bench: Bench, own: Target, bare: Target): Promise<CrowdLine> {
  const made: Pick<CrowdLine, 'rate' | 'p95' | 'bareRate' | 'bareP95'>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [one, other] = [
      await bench.load.crowd({ target: own, clients, ms: crowdMs }),
      await bench.load.crowd({ target: bare, clients, ms: crowdMs }),
    ];
    made.push({ rate: one.rate, p95: one.p95, bareRate: other.rate, bareP95: other.p95 });
  }
  const mean = (of: keyof (typeof made)[0]) => made.reduce((sum, one) => sum + one[of], 0) / rounds;
  return {
    clients,
    rate: mean('rate'),
    p95: mean('p95'),
    bareRate: mean('bareRate'),
    bareP95: mean('bareP95'),
  };
}
