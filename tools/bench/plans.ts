// Targets of a whole province: the tree as the first view shows it, sheets, a cascade saved and approved, how soon an act is seen,
// and the forecast of one unit and of all.
import { inTurn, note, noteAsked, tell, timed } from './measure.ts';
import type { Asked } from './server.ts';

const year = '2026';
const tree = `/api/plans?period=${year}&figure=admission`;

export interface Planned {
  board: Asked;
  commune: Asked;
  secretary: Asked;
  communeId: number;
  provinceUnitId: number;
  today: string;
}

export async function measurePlans(planned: Planned): Promise<void> {
  await measureTree(planned);
  await measureOutlook(planned);
  await measureSeen(planned);
  await measureCascade(planned);
}

async function measureTree({ board, commune, secretary, communeId, provinceUnitId }: Planned): Promise<void> {
  const effort = { warm: 10, count: 80, bare: () => board.get('/api/health') };
  const ask = (asked: Asked, url: string) => inTurn({ ...effort, work: () => asked.get(url) });
  const cold = await timed(() => board.get(tree));
  note('plan tree of the province, the very first view', cold, 'ms');
  noteAsked('plan tree of the province, first view', await ask(board, tree), 40);
  noteAsked('plan tree of the province on a past day', await ask(board, `${tree}&on=2026-06-30`), 40);
  noteAsked('plan tree of a commune', await ask(commune, tree), 40);
  noteAsked('plan tree of a cell, its secretary', await ask(secretary, tree), 40);
  noteAsked('unit sheet of a commune', await ask(commune, `/api/plans/${communeId}?period=${year}`), 100);
  noteAsked(
    'unit sheet of the province',
    await ask(board, `/api/plans/${provinceUnitId}?period=${year}`),
    100,
  );
}

interface Outlook {
  ready: boolean;
  items: { unitId: number; percent: number | null }[];
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** All units below the province, level by level, as somebody who opens every branch would ask. */
async function measureOutlook({ board, communeId, provinceUnitId }: Planned): Promise<void> {
  const ask = async (query: string) =>
    (await board.get(`/api/outlook?period=${year}&figure=admission&${query}`)) as Outlook;
  const began = performance.now();
  const lists: number[] = [];
  while (!(await ask(`unit=${provinceUnitId}`)).ready) {
    lists.push(await timed(() => board.get('/api/worklist?limit=50')));
    await pause(50);
  }
  note('forecast: ready after the first question', (performance.now() - began) / 1000, 's', { bar: 10 });
  if (lists.length > 0)
    note('forecast: the slowest work list meanwhile', Math.max(...lists), 'ms', { bar: 150 });
  const units = await unitsBelow(board);
  let told = 0;
  const all = await timed(async () => {
    for (let at = 0; at < units.length; at += 300) {
      const { items } = await ask(`units=${units.slice(at, at + 300).join(',')}`);
      told += items.filter(({ percent }) => percent !== null).length;
    }
  });
  note('forecast: units asked', units.length, '');
  note('forecast: units with a probability', told, '');
  note('forecast of all units', all / 1000, 's', { bar: 10 });
  const effort = { warm: 5, count: 60, bare: () => board.get('/api/health') };
  const few = await inTurn({ ...effort, work: () => ask(`unit=${communeId}`) });
  noteAsked('forecast of a commune and what is directly below it', few, 100);
  const one = await inTurn({ ...effort, work: () => board.get(`/api/outlook/${communeId}?period=${year}`) });
  noteAsked('forecast of one unit, why and what would raise it', one, 100);
}

interface TreeView {
  unit: { done: { value: number } };
  items: { unitId: number; children: number }[];
}
async function unitsBelow(board: Asked): Promise<number[]> {
  const { items } = (await board.get(`${tree}&view=all`)) as TreeView;
  return items.map(({ unitId }) => unitId);
}

/** From the answer to the act until the province’s own line has it. */
async function measureSeen({ board, secretary, today }: Planned): Promise<void> {
  const sourced = `/api/plans?period=${year}&figure=sourcing`;
  const before = ((await board.get(sourced)) as TreeView).unit.done.value;
  const list = await nominated(secretary, today);
  const act = await timed(list);
  let seen = before;
  const took = await timed(async () => {
    for (const began = Date.now(); seen === before && Date.now() - began < 10_000; )
      seen = ((await board.get(sourced)) as TreeView).unit.done.value;
  });
  if (seen !== before + 1) throw new Error(`the province has ${seen} where ${before + 1} was to be seen`);
  note('somebody put on the list by a cell', act, 'ms');
  note('attainment of the province after the act', took, 'ms', { bar: 2000 });
}

async function nominated(secretary: Asked, today: string): Promise<() => Promise<unknown>> {
  const cells = (await secretary.get('/api/dossiers/cells')) as { items: { id: number }[] };
  const { id, version } = (await secretary.send('POST', '/api/dossiers', {
    clientId: crypto.randomUUID(),
    unitId: cells.items[0]?.id,
    happenedOn: today,
    person: { fullName: 'Đo Tốc Độ Chỉ Tiêu', bornOn: '1999-04-12', sex: 'F' },
    inputs: { proposerKind: 'member', informedOn: today, agreed: true },
  })) as { id: string; version: number };
  return () =>
    secretary.send('POST', `/api/dossiers/${id}/acts`, {
      clientId: crypto.randomUUID(),
      version,
      step: 'list',
      happenedOn: today,
      inputs: { resolution: { number: '11-NQ/CB', on: today, by: null } },
    });
}

interface Cascade {
  rows: { unitId: number; kind: string; mass: boolean }[];
  plan: { version: number } | null;
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

/** 4,000 numbers: 103 units below the province, four figures, whole and nine parts each. */
async function measureCascade({ board, provinceUnitId, today }: Planned): Promise<void> {
  tell('a cascade of 4,000 numbers');
  const url = `/api/plans/${provinceUnitId}/cascade`;
  const send = async (step: string, body: object) =>
    (await board.send('POST', `${url}/${step}`, {
      clientId: crypto.randomUUID(),
      period: year,
      ...body,
    })) as Written;
  await send('open', {});
  const { rows } = (await board.get(`${url}?period=${year}`)) as Cascade;
  const lines = rows
    .filter(({ kind, mass }) => !mass && kind !== 'political_centre')
    .flatMap(({ unitId }) => figures.flatMap((figure) => parts.map((part) => ({ unitId, figure, part }))))
    .slice(0, 4000)
    .map((line, at) => ({ ...line, amount: amountOf(line.part === '' ? 20 + (at % 7) : 2 + (at % 5)) }));
  let written: Written | null = null;
  const saved = await timed(async () => (written = await send('draft', { lines })));
  note(`cascade of ${lines.length} numbers saved`, saved / 1000, 's', { bar: 2 });
  const version = (written as Written | null)?.version;
  const approved = await timed(() => send('approve', { on: today, version }));
  note(`cascade of ${lines.length} numbers approved`, approved / 1000, 's', { bar: 2 });
  const effort = { warm: 2, count: 20, bare: () => board.get('/api/health') };
  const editor = await inTurn({ ...effort, work: () => board.get(`${url}?period=${year}`) });
  noteAsked('cascade editor of the province', editor, 300);
}
const amountOf = (count: number) => ({ minimum: count, maximum: count, mark: 'exact' });
