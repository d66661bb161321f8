// The work on many candidates: the look for alike persons when somebody is nominated, and a class of three hundred enrolled from
// a list.
import { note, timed } from './measure.ts';
import type { Bench } from './opened.ts';
import { measurePage } from './page.ts';

interface Unit {
  id: number;
}

export async function measureCandidates(bench: Bench): Promise<void> {
  await measureAlike(bench);
  await measureClass(bench);
}

/** A save that is refused because somebody alike is there: all of the look, nothing written. */
async function measureAlike(bench: Bench): Promise<void> {
  const { secretary, today } = bench;
  const { items } = (await secretary.asked.get('/api/people?limit=1')) as { items: { name: string }[] };
  const cells = (await secretary.asked.get('/api/dossiers/cells')) as { items: Unit[] };
  const body = JSON.stringify({
    clientId: '@uuid@',
    unitId: cells.items[0]?.id,
    happenedOn: today,
    person: { fullName: items[0]?.name },
    inputs: { proposerKind: 'member' },
  });
  await measurePage(bench, {
    what: 'nominating somebody alike: looked for and refused',
    office: secretary,
    asks: [{ method: 'POST', path: '/api/dossiers', body }],
    expect: 409,
    bare: { query: 'search', words: [{ q: 'nguyen van' }] },
    bars: { p95: 50 },
  });
}

const size = 300;

/** Planned, sent, and enrolled in one go. */
async function measureClass({ top, offices, today }: Bench): Promise<void> {
  const centre = offices.find(({ kind }) => kind === 'political_centre')?.asked;
  if (!centre) return;
  const board = top.asked;
  const plan = { ...planOf(today), clientId: crypto.randomUUID() };
  const { id } = (await centre.send('POST', '/api/classes', plan)) as { id: string };
  const dossiers: string[] = [];
  for (let cursor: string | null = ''; dossiers.length < size && cursor !== null; ) {
    const list = `/api/classes/${id}/candidates?limit=200${cursor && `&cursor=${cursor}`}`;
    const page = (await board.get(list)) as { items: { dossierId: string }[]; next: string | null };
    dossiers.push(...page.items.map(({ dossierId }) => dossierId));
    cursor = page.next;
  }
  const act = { clientId: crypto.randomUUID(), dossiers: dossiers.slice(0, size) };
  await board.send('POST', `/api/classes/${id}/send`, act);
  const enrol = { ...act, clientId: crypto.randomUUID() };
  const took = await timed(() => centre.send('POST', `/api/classes/${id}/enrol`, enrol));
  note(`class of ${act.dossiers.length} enrolled from a list`, took / 1000, 's', { bar: 1 });
}

const planOf = (today: string) => ({
  sort: 'awareness',
  label: 'Lớp đo tốc độ',
  seats: size,
  sessions: [{ on: today, from: null, to: null, room: null, topic: null, speaker: null }],
  topics: [],
  cost: null,
  completion: { least: null, excused: false, paper: false },
});
