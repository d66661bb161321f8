// The work on many candidates: every list of the road as each office opens it, the look for alike persons when somebody is
// nominated, and a class of three hundred enrolled from a list.
import { type Asked as Measured, inTurn, note, noteAsked, timed } from './measure.ts';
import type { Asked } from './server.ts';
import type { Effort, Office } from './worklist.ts';

const year = (today: string) => today.slice(0, 4);
const lists = (today: string): string[] => [
  '/api/dossiers?limit=50',
  '/api/fostering?limit=50',
  `/api/fostering/assessments?limit=50&year=${year(today)}&half=h1`,
  '/api/fostering/consents?limit=50',
  '/api/fostering/helpers',
  '/api/fostering/notes?limit=50',
  `/api/surveys?year=${year(today)}`,
  '/api/nominations?limit=50',
  `/api/nominations/members?limit=50&year=${year(today)}`,
  `/api/nominations/rates?year=${year(today)}`,
  '/api/verifications?limit=50',
  '/api/verifications/figures',
  '/api/handovers?limit=50',
  '/api/handovers/suggestions?limit=50',
  `/api/returns?year=${year(today)}`,
  '/api/classes?limit=50',
  '/api/classes/needs?limit=50',
  '/api/pool',
  '/api/pool/funnel',
  '/api/pool/longest',
];

/** The three slowest lists speak for all. */
export async function measureLists(
  { label, asked }: Pick<Office, 'label' | 'asked'>,
  today: string,
  effort: Effort,
): Promise<void> {
  const found: { list: string; measured: Measured }[] = [];
  const bare = () => asked.get('/api/health');
  for (const list of lists(today))
    found.push({ list, measured: await inTurn({ ...effort, bare, work: () => asked.get(list) }) });
  for (const { list, measured } of found.toSorted((a, b) => b.measured.p95 - a.measured.p95).slice(0, 3))
    noteAsked(`lists of ${label}, ${list.split('?')[0]}`, measured, effort.bar);
}

interface Unit {
  id: number;
}

/** A save that is refused because somebody alike is there: all of the look, nothing written. */
export async function measureAlike(secretary: Asked, today: string, effort: Effort): Promise<void> {
  const { items } = (await secretary.get('/api/people?limit=1')) as { items: { name: string }[] };
  const cells = (await secretary.get('/api/dossiers/cells')) as { items: Unit[] };
  const save = () =>
    secretary
      .send('POST', '/api/dossiers', {
        clientId: crypto.randomUUID(),
        unitId: cells.items[0]?.id,
        happenedOn: today,
        person: { fullName: items[0]?.name },
        inputs: { proposerKind: 'member' },
      })
      .then(unexpected, refused);
  const bare = () => secretary.get('/api/health');
  noteAsked(
    'nominating somebody alike: looked for and refused',
    await inTurn({ ...effort, bare, work: save }),
    effort.bar,
  );
}
const refused = (cause: Error): void => {
  if (!cause.message.includes(': 409 ')) throw cause;
};
const unexpected = (): never => {
  throw new Error('somebody alike was not found');
};

const size = 300;

/** Planned, sent, and enrolled in one go. */
export async function measureClass(centre: Asked, board: Asked, today: string): Promise<void> {
  const plan = { ...planOf(today), clientId: crypto.randomUUID() };
  const { id } = (await centre.send('POST', '/api/classes', plan)) as { id: string };
  const dossiers = await waiting(board, id);
  const act = { clientId: crypto.randomUUID(), dossiers };
  await board.send('POST', `/api/classes/${id}/send`, act);
  const enrol = { ...act, clientId: crypto.randomUUID() };
  const took = await timed(() => centre.send('POST', `/api/classes/${id}/enrol`, enrol));
  note(`class of ${dossiers.length} enrolled from a list`, took / 1000, 's', { bar: 1 });
}

async function waiting(board: Asked, id: string): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = '';
  while (found.length < size && cursor !== null) {
    const page = (await board.get(
      `/api/classes/${id}/candidates?limit=200${cursor && `&cursor=${cursor}`}`,
    )) as {
      items: { dossierId: string }[];
      next: string | null;
    };
    found.push(...page.items.map(({ dossierId }) => dossierId));
    cursor = page.next;
  }
  return found.slice(0, size);
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
