// What whoever asks first after a write waits: pages are held until something they were read from is written, so between two
// looks an act is recorded each time.
import { excuse, membersOf } from './acts.ts';
import { note, pause, quantilesOf, timed } from './measure.ts';
import type { Bench, Office } from './opened.ts';

const looks = 8;
/** The answer to the act has left, and nobody asks in the same breath. */
const pauseMs = 30;

interface Looked {
  what: string;
  office: Office;
  path: string;
}

function pagesOf({ top, commune, secretary, today }: Bench): Looked[] {
  const year = today.slice(0, 4);
  const overview = { what: 'overview', path: '/api/overview' };
  const sheet = ({ unitId }: Office) => ({
    what: 'unit sheet',
    path: `/api/plans/${unitId}?period=${year}`,
  });
  return [
    { office: top, what: 'roll', path: '/api/people?limit=50' },
    { office: top, what: 'work list', path: '/api/worklist?limit=50' },
    { office: top, what: 'fostering', path: '/api/fostering?limit=50' },
    { office: top, what: 'notes on candidates', path: '/api/fostering/notes?limit=50' },
    { office: top, what: 'tree of units', path: '/api/units' },
    { office: top, what: 'plan tree', path: `/api/plans?period=${year}&figure=admission` },
    ...[top, commune].map((office) => ({ office, ...overview })),
    ...[top, commune, secretary].map((office) => ({ office, ...sheet(office) })),
  ];
}

export async function measureAfterWrites(bench: Bench): Promise<void> {
  const pages = pagesOf(bench);
  const members = await membersOf(bench, pages.length * looks);
  if (members.length < pages.length * looks) throw new Error('too few members to write about');
  for (const { what, office, path } of pages) {
    const took: number[] = [];
    await office.asked.get(path);
    while (took.length < looks) {
      const id = members.pop() as string;
      const act = { clientId: crypto.randomUUID(), ...excuse(bench.today) };
      await bench.top.asked.send('POST', `/api/people/${id}/acts`, act);
      await pause(pauseMs);
      took.push(await timed(() => office.asked.get(path)));
    }
    note(`first look after a write: ${what} of ${office.label}`, quantilesOf(took).p50, 'ms');
  }
}
