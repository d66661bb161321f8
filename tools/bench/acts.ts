// One act recorded, durable when it is answered: by one officer and by twenty at once, each in turn with a bare durable insert.
// The act goes the whole way: rules, ledger, rows, lines of the work list, and the person as answer.
import { measureSeen } from './figures.ts';
import type { Ask, Target } from './load/work.ts';
import { note, notePage } from './measure.ts';
import type { Bench } from './opened.ts';

const clients = 20;
const effort = { warm: 40, count: 240 };
const crowdActs = 2000;

interface Page {
  items: { id: string; exempt: boolean; status: string }[];
  next: string | null;
}

/** Official members who may be excused, as many as wanted. */
export async function membersOf(bench: Bench, wanted: number): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null && found.length < wanted; ) {
    const list = `/api/people?limit=200&status=official&exempt=no${cursor && `&cursor=${cursor}`}`;
    const page = (await bench.top.asked.get(list)) as Page;
    found.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  return found.slice(0, wanted);
}

const decision = (on: string) => ({ number: '12-QĐ/ĐU', on, by: 'Ban Thường vụ' });

/** An act that leaves a member where he stands. */
export const excuse = (on: string) => ({
  act: 'exempt',
  happenedOn: on,
  ground: 'age',
  decision: decision(on),
});

const excuseOf = (id: string, on: string): Ask => ({
  method: 'POST',
  path: `/api/people/${id}/acts`,
  body: JSON.stringify({ clientId: '@uuid@', ...excuse(on) }),
});

const bareInsert: Ask = {
  method: 'POST',
  path: '/act',
  body: JSON.stringify({ clientId: '@uuid@', kind: 'member.exempted', reason: 'age' }),
};

export async function measureActs(bench: Bench): Promise<void> {
  const { load, server, today, top } = bench;
  const ids = await membersOf(bench, effort.warm + effort.count + crowdActs + 1);
  const [last, ...people] = ids as [string, ...string[]];
  const own: Target = {
    url: server.url,
    headers: top.headers,
    asks: people.map((id) => excuseOf(id, today)),
  };
  const bare: Target = { url: bench.bare.url, headers: {}, asks: [bareInsert] };
  const alone = Math.min(effort.count, Math.floor(people.length / 3));
  const turns = { warm: Math.min(effort.warm, Math.floor(people.length / 10)), count: alone };
  const [taken, idle] = await load.turns({ targets: [own, bare], ...turns });
  if (!taken || !idle) throw new Error('no act was measured');
  const from = turns.warm + turns.count;
  const half = Math.floor((people.length - from) / 2);
  const first = await load.crowd({ target: own, clients, onceFrom: from, asks: half });
  const beside = await load.crowd({ target: bare, clients, ms: 2000 });
  const second = await load.crowd({ target: own, clients, onceFrom: from + half, asks: half });
  notePage({
    what: 'one act recorded, durable',
    ...taken,
    bare: idle,
    lowest: null,
    crowd: {
      clients,
      rate: (first.rate + second.rate) / 2,
      p95: (first.p95 + second.p95) / 2,
      bareRate: beside.rate,
      bareP95: beside.p95,
    },
    bars: { p50: 5, rate: 800, crowdP95: 60, share: 0.4 },
  });
  note('acts recorded', turns.warm + turns.count + half * 2, '');
  const out = { clientId: crypto.randomUUID(), act: 'move_out', happenedOn: today, place: 'Tỉnh khác' };
  await measureSeen(
    bench,
    () => top.asked.send('POST', `/api/people/${last}/acts`, { ...out, decision: decision(today) }),
    `/api/statistics/members?by=child&on=${today}`,
  );
}
