// The pages of the training ward, as an officer of the ward and a secretary of a cell open them.
import { inTurn, noteAsked } from './measure.ts';
import { type Asked, signIn } from './server.ts';
import { measureWorklist } from './worklist.ts';

const bar = 25;

export async function measurePages(asked: Asked): Promise<void> {
  const people = (await asked.get('/api/people?limit=50')) as { items: { id: string }[] };
  const dossiers = (await asked.get('/api/dossiers?limit=50')) as { items: { id: string }[] };
  const of = (list: { id: string }[], n: number) => list[n % list.length]?.id ?? '';
  const asks: [string, (n: number) => string][] = [
    ['roll, first page', () => '/api/people?limit=50'],
    [
      'search without accents',
      (n) => `/api/people?q=${['nguyen van', 'tran thi', 'le', 'pham thi h'][n % 4]}`,
    ],
    ['person page', (n) => `/api/people/${of(people.items, n)}`],
    ['tree', () => '/api/units'],
    ['candidates, first page', () => '/api/dossiers?limit=50'],
    ['dossier page', (n) => `/api/dossiers/${of(dossiers.items, n)}`],
  ];
  const bare = () => asked.get('/api/health');
  for (const [what, url] of asks)
    noteAsked(what, await inTurn({ warm: 30, count: 200, bare, work: (n) => asked.get(url(n)) }), bar);
}

const words = ['nguyen', 'tran thi', 'kp', 'khu pho'];

export async function measureWorklists(url: string, officer: Asked): Promise<void> {
  const secretary = await signIn(url, /^Bí thư chi bộ/);
  const effort = { warm: 20, count: 100, bar };
  await measureWorklist({ label: 'the ward', asked: officer, words }, effort);
  await measureWorklist({ label: 'a cell', asked: secretary, words }, effort);
}
