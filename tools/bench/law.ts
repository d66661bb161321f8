// A rule changes for a whole province: what a draft would do, how long all stored lines take to be made again, what is seen of
// it meanwhile, and whether lists are still answered.
import { note, pause, quantilesOf, tell, timed } from './measure.ts';
import type { Bench } from './opened.ts';
import type { Asked } from './server.ts';

interface Progress {
  state: 'idle' | 'running' | 'done' | 'failed';
  done: number;
  total: number;
  startedAt: string | null;
  finishedAt: string | null;
}

const progressOf = async (asked: Asked) => (await asked.get('/api/regulations/recompute')) as Progress;

export async function measureLaw(bench: Bench): Promise<void> {
  await measureWhatIf(bench);
  await measureChange(bench);
}

interface Watched {
  seconds: number;
  total: number;
  /** different steps of progress that somebody who looked saw */
  seen: number;
  /** times of a list asked again and again meanwhile, ms */
  lists: number[];
}

/** Until nothing is being made again. */
async function untilRenewed(asked: Asked, reader: Asked): Promise<Watched> {
  const [seen, lists] = [new Set<number>(), [] as number[]];
  for (;;) {
    const now = await progressOf(asked);
    if (now.state === 'failed') throw new Error('the lines could not be made again');
    if (now.state === 'running') {
      seen.add(now.done);
      lists.push(await timed(() => reader.get('/api/worklist?limit=50')));
      await pause(50);
      continue;
    }
    const { startedAt, finishedAt } = now;
    const seconds = startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : 0;
    return { seconds, total: now.total, seen: seen.size, lists };
  }
}

const paper = (on: string) => ({ number: '01-QĐ/TU', on, by: 'Tỉnh ủy' });

async function measureChange({ top, secretary, today }: Bench): Promise<void> {
  const [board, reader] = [top.asked, secretary.asked];
  tell('a provision is laid; all lines are made again');
  const body = {
    clientId: crypto.randomUUID(),
    kind: 'stricter',
    parameter: 'card_check.months',
    value: 6,
    unitId: top.unitId,
    fromOn: today,
    document: paper(today),
    clause: 'điểm 1',
    decidedBy: 'Ban Thường vụ Tỉnh ủy',
  };
  note('laying a local rule', await timed(() => board.send('POST', '/api/provisions', body)), 'ms');
  const { seconds, total, seen, lists } = await untilRenewed(board, reader);
  note('lines of all cases made again: cases', total, '');
  note('lines of all cases made again', seconds, 's', { bar: 30 });
  note('lines of all cases made again: steps of progress seen', seen, '');
  note('work list of a secretary meanwhile p95', quantilesOf(lists).p95, 'ms');
}

const drafts = (today: string): [string, object][] => [
  ['limit of the decision', { parameter: 'decide.days', value: 30, fromOn: today, unitId: null }],
  ['check of cards', { parameter: 'card_check.months', value: 3, fromOn: today, unitId: null }],
  [
    'a day off',
    {
      calendar: [
        {
          date: '2026-12-24',
          effect: 'off',
          kind: 'holiday',
          note: 'Ngày nghỉ xem thử',
          source: 'Xem thử',
          status: 'projection',
        },
      ],
    },
  ],
];

/** Times of a list asked again and again while something else is under way, ms. */
async function meanwhile(reader: Asked, work: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const state = { over: false };
  const ended = work.finally(() => Object.assign(state, { over: true }));
  while (!state.over) {
    times.push(await timed(() => reader.get('/api/worklist?limit=50')));
    await pause(50);
  }
  await ended;
  return times;
}

async function measureWhatIf({ top, secretary, today }: Bench): Promise<void> {
  const [board, reader] = [top.asked, secretary.asked];
  const lists: number[] = [];
  for (const [what, draft] of drafts(today)) {
    let looked = 0;
    const time = await timed(async () => {
      const asked = board.send('POST', '/api/regulations/what-if', { draft });
      lists.push(...(await meanwhile(reader, asked)));
      looked = ((await asked) as { looked: number }).looked;
    });
    note(`what if, ${what}: cases looked at`, looked, '');
    note(`what if, ${what}`, time / 1000, 's');
  }
  note('work list of a secretary during these questions p95', quantilesOf(lists).p95, 'ms');
}
