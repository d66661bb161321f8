// Everything that is measured on a set, in the order in which it is: what only reads comes before what writes.
import { measureActs } from './acts.ts';
import { measureAfterWrites } from './after.ts';
import { measureCandidates } from './candidates.ts';
import { measureCascade } from './cascade.ts';
import { measureFigures } from './figures.ts';
import { measureImport } from './import.ts';
import { measureLaw } from './law.ts';
import { measureLists } from './lists.ts';
import { noteFailure, type SetName, tell } from './measure.ts';
import { type Bench, openBench } from './opened.ts';
import { measureOutlook } from './outlook.ts';
import { measureOverview } from './overview.ts';
import { measurePlans } from './plans.ts';
import { measureReports } from './report.ts';
import { measureSearch } from './search.ts';
import { signIn, trainingAccounts } from './server.ts';
import type { Ready } from './sets.ts';
import { measureStart } from './start.ts';
import { measureWorklists } from './worklist.ts';

const parts: Record<string, (bench: Bench) => Promise<void>> = {
  figures: measureFigures,
  search: measureSearch,
  lists: measureLists,
  worklist: measureWorklists,
  overview: measureOverview,
  plans: measurePlans,
  report: measureReports,
  outlook: measureOutlook,
  acts: measureActs,
  after: measureAfterWrites,
  candidates: measureCandidates,
  cascade: measureCascade,
  import: measureImport,
  law: measureLaw,
};
const onlyWard = ['import'];
const onlyLarge = ['outlook', 'after', 'candidates', 'cascade', 'law'];

/** What is measured on the set, or of it what was asked for. */
export function partsOf(set: SetName, asked: readonly string[] | null): string[] {
  const unknown = asked?.filter((name) => !(name in parts)) ?? [];
  if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}`);
  const others = set === 'S' ? onlyLarge : onlyWard;
  return asked ? [...asked] : Object.keys(parts).filter((name) => !others.includes(name));
}

/** Nobody is at work beside: the daily copy, which would otherwise fall due in the middle, is made before. */
async function copyNow({ server }: Bench): Promise<void> {
  for (const account of await trainingAccounts(server.url)) {
    const { asked } = await signIn(server.url, account);
    const { can } = (await asked.get('/api/session')) as { can: string[] };
    if (can.includes('backup.run'))
      return void (await asked.send('POST', '/api/admin/backups', { clientId: crypto.randomUUID() }));
  }
}

export async function measureSet(set: SetName, ready: Ready, wanted: readonly string[]): Promise<void> {
  const server = await measureStart(ready);
  try {
    const bench = await openBench(set, server);
    try {
      await copyNow(bench);
      for (const name of wanted) {
        tell(`— ${set}: ${name}`);
        await parts[name]?.(bench).catch((cause: unknown) => noteFailure(name, cause));
      }
    } finally {
      await bench.stop();
    }
  } finally {
    await server.stop();
  }
}
