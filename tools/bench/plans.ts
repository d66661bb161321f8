// Targets: the tree as the first view shows it, sheets, and how soon an act is seen in the number of the whole.
import { note, timed } from './measure.ts';
import type { Bench, Office } from './opened.ts';
import { get, measurePage } from './page.ts';
import { untilSeen } from './seen.ts';

const treeOf = (today: string): string => `/api/plans?period=${today.slice(0, 4)}&figure=admission`;

export async function measurePlans(bench: Bench): Promise<void> {
  const { top, commune, secretary, today } = bench;
  const [tree, year] = [treeOf(today), today.slice(0, 4)];
  note('plan tree, the very first view', await timed(() => top.asked.get(tree)), 'ms');
  const page = (office: Office, what: string, path: string, more = {}) =>
    measurePage(bench, {
      what: `${what} of ${office.label}`,
      office,
      asks: get(path),
      bare: { query: 'plan', words: [{ year }] },
      ...more,
    });
  await page(top, 'plan tree', tree, {
    crowd: true,
    lowest: secretary,
    bars: { p50: 10, lowest: 1.3 },
  });
  const past = `${tree}&on=${year}-06-30`;
  await page(top, 'plan tree on a past day', past, { bars: { p50: 10 } });
  if (commune !== top) await page(commune, 'plan tree', tree, { bars: { p50: 10 } });
  for (const office of new Set([top, commune, secretary]))
    await page(office, 'unit sheet', `/api/plans/${office.unitId}?period=${year}`);
  await measureSeen(bench);
}

interface Tree {
  unit: { done: { value: number } };
}

/** Somebody is put on the list by a cell. */
async function measureSeen({ top, secretary, today }: Bench): Promise<void> {
  const path = `/api/plans?period=${today.slice(0, 4)}&figure=sourcing`;
  const count = async () => ((await top.asked.get(path)) as Tree).unit.done.value;
  const list = await nominated(secretary, today);
  const seen = await untilSeen(count, list);
  note('attainment after an act: right after', seen / 1000, 's', { bar: 2 });
}

async function nominated({ asked }: Office, today: string): Promise<() => Promise<unknown>> {
  const cells = (await asked.get('/api/dossiers/cells')) as { items: { id: number }[] };
  const { id, version } = (await asked.send('POST', '/api/dossiers', {
    clientId: crypto.randomUUID(),
    unitId: cells.items[0]?.id,
    happenedOn: today,
    person: { fullName: `Đo Tốc Độ ${newWord()}`, bornOn: '1999-04-12', sex: 'F' },
    inputs: { proposerKind: 'member', informedOn: today, agreed: true },
  })) as { id: string; version: number };
  return () =>
    asked.send('POST', `/api/dossiers/${id}/acts`, {
      clientId: crypto.randomUUID(),
      version,
      step: 'list',
      happenedOn: today,
      inputs: { resolution: { number: '11-NQ/CB', on: today, by: null } },
    });
}

const letters = 'abcdeghiklmnopqr';
/** Letters only, others each time, so that nobody is alike. */
const newWord = (): string =>
  crypto
    .randomUUID()
    .slice(0, 6)
    .replace(/./g, (digit) => letters[Number.parseInt(digit, 16)] ?? '');
