// The work list as every office opens it: each group, of which the slowest speaks for all, and a search in it.
import { note, notePage, tell } from './measure.ts';
import type { Bench, Office } from './opened.ts';
import { get, measurePage } from './page.ts';

/** As the page asks for them: without a group everything of one's own. */
const groups = ['', 'overdue', 'week', 'month', 'later', 'others', 'unknown', 'settled'] as const;
const addressOf = (group: string): string => `/api/worklist?limit=50${group && `&group=${group}`}`;
const words = ['nguyen', 'tran thi', 'le van', 'hoang', 'thon 7', 'xa'];

interface Counted {
  counts: Record<string, number>;
}

export async function measureWorklists(bench: Bench): Promise<void> {
  await settleSome(bench.commune, bench.today);
  for (const office of bench.offices) {
    // The political centre has no work list.
    const list = await office.asked.get(addressOf('')).catch(() => null);
    if (list) await measureWorklist(bench, office, list as Counted);
  }
}

async function measureWorklist(bench: Bench, office: Office, { counts }: Counted): Promise<void> {
  const open = Object.entries(counts).filter(([group]) => group !== 'settled');
  note(
    `work list of ${office.label}: open lines within reach`,
    open.reduce((sum, [, count]) => sum + count, 0),
    '',
  );
  const own = { url: bench.server.url, headers: office.headers };
  const bare = {
    url: bench.bare.url,
    headers: {},
    asks: get(`/people?path=${encodeURIComponent(office.path)}`),
  };
  const targets = [bare, ...groups.map((group) => ({ ...own, asks: get(addressOf(group)) }))];
  const [idle, ...taken] = await bench.load.turns({ targets, warm: 5, count: 40 });
  const sorted = taken
    .map((each, at) => ({ ...each, group: groups[at] || 'own' }))
    .toSorted((a, b) => b.p95 - a.p95);
  const [slowest] = sorted;
  if (!slowest || !idle) return;
  const what = `work list of ${office.label}, slowest group (${slowest.group})`;
  const { p50, p95 } = slowest;
  notePage({ what, p50, p95, bare: idle, lowest: null, crowd: null, bars: { p50: 4 } });
  await measurePage(bench, {
    what: `work list of ${office.label}, search`,
    office,
    asks: words.map((word) => ({ path: `${addressOf('')}&q=${encodeURIComponent(word)}` })),
    bare: { query: 'people' },
    effort: { warm: 6, count: 48 },
  });
}

interface Item {
  caseKind: string;
  caseId: string;
  clock: string;
  part: string;
  startsOn: string;
  can: string[];
}

/** Lines that an officer takes off, so that the list of those is not empty. */
async function settleSome({ asked }: Office, today: string): Promise<void> {
  const list = '/api/worklist?kind=unit&group=others&limit=200';
  const { items } = (await asked.get(list)) as { items: Item[] };
  const own = items.slice(0, 100).filter(({ can }) => can.includes('settle'));
  for (const { caseKind, caseId, clock, part, startsOn } of own)
    await asked.send('POST', '/api/worklist/settlements', {
      clientId: crypto.randomUUID(),
      caseKind,
      caseId,
      clock,
      part,
      startsOn,
      how: 'not_applicable',
      on: today,
      reason: 'Chi bộ mới sáp nhập, đo tốc độ',
    });
  tell(`${own.length} lines taken off`);
}
