// The work list as each office opens it: the first page of every group, a search, and the counts of the menu.
import { type Asked as Measured, inTurn, note, noteAsked } from './measure.ts';
import type { Asked } from './server.ts';

/** As the page asks for them: without a group everything of one's own. */
const groups = ['', 'overdue', 'week', 'month', 'later', 'others', 'unknown', 'settled'] as const;
const addressOf = (group: string) => `/api/worklist?limit=50${group && `&group=${group}`}`;

export interface Office {
  /** as the table calls it */
  label: string;
  asked: Asked;
  /** words that somebody would look for */
  words: readonly string[];
}

export interface Effort {
  warm: number;
  count: number;
  bar: number;
}

interface Counted {
  counts: Record<string, number>;
}

/** The slowest group speaks for the list: its bar is that of each. */
export async function measureWorklist({ label, asked, words }: Office, effort: Effort): Promise<void> {
  const bare = () => asked.get('/api/health');
  const of = (address: (n: number) => string) =>
    inTurn({ ...effort, bare, work: (n) => asked.get(address(n)) });
  const { counts } = (await asked.get(addressOf(''))) as Counted;
  const open = Object.entries(counts).reduce(
    (sum, [group, count]) => sum + (group === 'settled' ? 0 : count),
    0,
  );
  note(`work list of ${label}: open lines within reach`, open, '');
  const found: { group: string; measured: Measured }[] = [];
  for (const group of groups)
    found.push({ group: group || 'own', measured: await of(() => addressOf(group)) });
  const slowest = found.toSorted((a, b) => b.measured.p95 - a.measured.p95)[0];
  if (slowest)
    noteAsked(`work list of ${label}, slowest group (${slowest.group})`, slowest.measured, effort.bar);
  const search = (n: number) => `${addressOf('')}&q=${encodeURIComponent(words[n % words.length] ?? '')}`;
  noteAsked(`work list of ${label}, search`, await of(search), effort.bar);
  noteAsked(`work list of ${label}, counts of the menu`, await of(() => '/api/worklist/counts'), effort.bar);
}
