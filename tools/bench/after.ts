// What whoever asks first after a write waits: pages are held until something they were read from is written, so between two
// looks an act is recorded each time.
import { excuse, membersOf } from './acts.ts';
import { note, pause, precise, quantilesOf, timed } from './measure.ts';
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
  const page = (what: string, path: string) => (office: Office) => ({ what, office, path });
  const sheet = (office: Office) => page('unit sheet', `/api/plans/${office.unitId}?period=${year}`)(office);
  return [
    ...[
      page('roll', '/api/people?limit=50'),
      page('work list', '/api/worklist?limit=50'),
      page('fostering', '/api/fostering?limit=50'),
      page('notes on candidates', '/api/fostering/notes?limit=50'),
      page('tree of units', '/api/units'),
      page('plan tree', `/api/plans?period=${year}&figure=admission`),
      page('overview', '/api/overview'),
    ].map((of) => of(top)),
    ...[top, commune, secretary].map(sheet),
    page('overview', '/api/overview')(commune),
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
    note(`first look after a write: ${what} of ${office.label}`, precise(quantilesOf(took).p50), 'ms');
  }
}
