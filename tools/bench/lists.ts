// The first page of every list, as the widest office opens it and, in turn, the lowest; and the pages of one person and one case.
// Beside each list the bare server answers the fifty first of the roll in order, with their units.
import type { Bench, Office } from './opened.ts';
import type { Bars, SetName } from './measure.ts';
import { get, measurePage } from './page.ts';

const always: Bars = { share: 0.4, lowest: 1.3 };
/** Of larger sets it is asked that they are at most twice as slow: that is told beside each other. */
const barsOf = (set: SetName): Bars =>
  set === 'L10' ? always : { ...always, p50: 4, rate: 1000, crowdP95: 40 };

interface List {
  what: string;
  path: string | ((office: Office) => string);
}

const listsOf = (today: string, past: string): List[] => {
  const [year, half] = [today.slice(0, 4), `h${Number(today.slice(5, 7)) > 6 ? 2 : 1}`];
  return [
    { what: 'roll', path: '/api/people?limit=50' },
    { what: 'roll on a past day', path: `/api/people?limit=50&on=${past}` },
    { what: 'candidates', path: '/api/dossiers?limit=50' },
    { what: 'work list', path: '/api/worklist?limit=50' },
    { what: 'work list, overdue', path: '/api/worklist?limit=50&group=overdue' },
    { what: 'work list of others', path: '/api/worklist?limit=50&group=others' },
    { what: 'counts of the menu', path: '/api/worklist/counts' },
    { what: 'what is waited for', path: '/api/waiting' },
    { what: 'notices', path: '/api/notices' },
    { what: 'fostering', path: '/api/fostering?limit=50' },
    {
      what: 'assessments',
      path: `/api/fostering/assessments?limit=50&year=${year}&half=${half}`,
    },
    { what: 'consents', path: '/api/fostering/consents?limit=50' },
    { what: 'helpers', path: '/api/fostering/helpers' },
    { what: 'notes on candidates', path: '/api/fostering/notes?limit=50' },
    { what: 'surveys', path: `/api/surveys?year=${year}` },
    { what: 'nominations', path: '/api/nominations?limit=50' },
    {
      what: 'members without a nomination',
      path: `/api/nominations/members?limit=50&year=${year}`,
    },
    { what: 'rates of nomination', path: `/api/nominations/rates?year=${year}` },
    { what: 'verifications', path: '/api/verifications?limit=50' },
    { what: 'figures of verification', path: '/api/verifications/figures' },
    { what: 'handovers', path: '/api/handovers?limit=50' },
    { what: 'suggested handovers', path: '/api/handovers/suggestions?limit=50' },
    { what: 'returns', path: `/api/returns?year=${year}` },
    { what: 'classes', path: '/api/classes?limit=50' },
    { what: 'needs of classes', path: '/api/classes/needs?limit=50' },
    { what: 'documents', path: '/api/documents' },
    { what: 'measures', path: ({ unitId }) => `/api/measures?unit=${unitId}&below=true&period=${year}` },
    { what: 'the pool', path: '/api/pool' },
    { what: 'funnel of the pool', path: '/api/pool/funnel' },
    { what: 'longest in the pool', path: '/api/pool/longest' },
  ];
};

const addressFor = (path: List['path'], office: Office): string =>
  typeof path === 'function' ? path(office) : path;

/** Not every office has every list. */
async function has(office: Office, path: List['path']): Promise<boolean> {
  return office.asked.get(addressFor(path, office)).then(
    () => true,
    (cause: Error) => {
      if (cause.message.includes(': 403 ')) return false;
      throw cause;
    },
  );
}

export async function measureLists(bench: Bench): Promise<void> {
  const { top, secretary, today } = bench;
  for (const { what, path } of listsOf(today, bench.gone.past)) {
    if (!(await has(top, path))) continue;
    const lowest = (await has(secretary, path)) ? { lowest: secretary } : {};
    await measurePage(bench, {
      what: `${what}, first page`,
      office: top,
      asks: (office) => get(addressFor(path, office)),
      bare: { query: 'people' },
      crowd: true,
      bars: barsOf(bench.set),
      ...lowest,
    });
  }
  await measureTree(bench);
  await measureRecords(bench);
}

/** The tree is as long as the reach of who asks: no first page, so the lowest office is no measure of it. */
async function measureTree(bench: Bench): Promise<void> {
  for (const office of [bench.top, bench.secretary])
    await measurePage(bench, {
      what: `tree of units of ${office.label}`,
      office,
      asks: get('/api/units'),
      bare: { query: 'units' },
      effort: { warm: 5, count: 40 },
    });
}

const idsOf = async ({ asked }: Office, list: string): Promise<string[]> =>
  ((await asked.get(list)) as { items: { id: string }[] }).items.map(({ id }) => id);

async function measureRecords(bench: Bench): Promise<void> {
  const { top, secretary } = bench;
  for (const [what, list, one] of [
    ['page of one person', '/api/people', 'person'],
    ['page of one dossier', '/api/dossiers', 'dossier'],
  ] as const) {
    // Somebody whom both see.
    const ids = await idsOf(secretary, `${list}?limit=50`);
    if (ids.length === 0) continue;
    await measurePage(bench, {
      what,
      office: top,
      asks: ids.map((id) => ({ path: `${list}/${id}` })),
      bare: { query: one, words: ids.map((id) => ({ id })) },
      lowest: secretary,
      crowd: true,
      bars: { lowest: 1.3 },
    });
  }
}
