// A set opened for measuring: Nguồn running on it, the bare server beside it, the load generator, and who is signed in.
import { type Bare, startBare } from './bare/bare.ts';
import { type Generator, startGenerator } from './load/generator.ts';
import type { SetName } from './measure.ts';
import { type Account, type Asked, type Measured, signIn, trainingAccounts } from './server.ts';

export interface Office {
  /** as the tables call it */
  label: string;
  kind: string;
  unitId: number;
  /** of its unit in the tree */
  path: string;
  headers: Record<string, string>;
  asked: Asked;
}

/** A day and a year gone by, in which the widest office was there. */
export interface Past {
  past: string;
  year: string;
}

export interface Bench {
  set: SetName;
  today: string;
  gone: Past;
  server: Measured;
  bare: Bare;
  load: Generator;
  /** the office that sees most, the officer of a commune, and who answers for a cell */
  top: Office;
  commune: Office;
  secretary: Office;
  /** all of them, each kind once */
  offices: Office[];
  stop(): Promise<void>;
}

const labels: Record<string, string> = {
  superior_board: 'the province',
  base_officer: 'a commune',
  committee_member: 'a member in charge of cells',
  cell_secretary: 'a cell',
  political_centre: 'the political centre',
};
/** Who sees more comes first. */
const order = Object.keys(labels);

interface Session {
  offices: { id: number; kind: string; unitId: number }[];
  office: number | null;
}

async function openOffice(server: Measured, bare: Bare, account: Account): Promise<Office | null> {
  const { headers, asked } = await signIn(server.url, account);
  const { offices, office } = (await asked.get('/api/session')) as Session;
  const held = offices.find(({ id }) => id === office);
  const label = held && labels[held.kind];
  if (!held || !label) return null;
  // A committee outside the tree counts nothing of it.
  const find = 'select path from unit where id = $1 and not external';
  const [unit] = await bare.rows<{ path: string }>(find, [held.unitId]);
  if (!unit) return null;
  return { label, kind: held.kind, unitId: held.unitId, path: unit.path, headers, asked };
}

/** One office of each kind: of alike ones that with the widest reach. */
async function openOffices(server: Measured, bare: Bare): Promise<Office[]> {
  const found: Office[] = [];
  for (const account of await trainingAccounts(server.url)) {
    const office = await openOffice(server, bare, account);
    if (office) found.push(office);
  }
  const depth = ({ path }: Office) => path.split('/').length;
  const sorted = found.toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || depth(a) - depth(b),
  );
  return [...new Map(sorted.toReversed().map((office) => [office.kind, office])).values()].toReversed();
}

/** A year and more back where the unit was in the tree then, or the latest day gone by on which it was. */
async function pastOf({ asked, unitId }: Office, today: string): Promise<Past> {
  const [year, before] = [today.slice(0, 4), String(Number(today.slice(0, 4)) - 1)];
  const days = [`${before}-09-15`, `${before}-12-31`, `${year}-03-31`, `${year}-06-30`];
  for (const past of days) {
    const { items } = (await asked.get(`/api/units?on=${past}`)) as { items: { id: number }[] };
    if (items.some(({ id }) => id === unitId)) return { past, year: past.startsWith(before) ? before : year };
  }
  return { past: today, year };
}

export async function openBench(set: SetName, server: Measured): Promise<Bench> {
  const bare = await startBare(server.folder);
  const load = startGenerator();
  const stop = async () => {
    load.stop();
    await bare.stop();
  };
  try {
    const offices = await openOffices(server, bare);
    const of = (kind: string) => offices.find((office) => office.kind === kind);
    const [top, secretary] = [offices[0], of('cell_secretary')];
    if (!top || !secretary) throw new Error('no officer or no secretary among the training accounts');
    const { today } = (await top.asked.get('/api/session')) as { today: string };
    const commune = of('base_officer') ?? top;
    const gone = await pastOf(top, today);
    return { set, today, gone, server, bare, load, top, commune, secretary, offices, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
