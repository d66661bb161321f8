// The commune of the season: a ward with its cell, the bodies that introduce people, the political centre, an enterprise
// with an organisation of its own and a committee of another province; and the steps that repeat from person to person.
import { expect } from 'vitest';
import { prepareUnits } from '../../../src/org/unit.store.ts';
import { targetEntry } from '../../../src/plans/target.ts';
import { newId } from '../../../src/platform/ids.ts';
import { append } from '../../../src/platform/ledger.ts';
import type { Client } from '../../app.ts';
import { startEnds } from '../../moving.ts';
import { ballot, doc, onDay, take, type Taken, viewOf, walkRecent, wholeRoad } from '../../road.ts';
import { openBrowser, type Reader } from '../browser.ts';
import { serve, withPages } from '../site.ts';

export const ends = await startEnds({ today: '2025-10-06', profile: 'A', ...(await withPages()) });
const site = await serve(ends.world);
export const visits = await openBrowser(site);
export const phone = { width: 360, height: 740 };
const { world } = ends;

const body = (name: string) => world.unit({ name, kind: 'mass_organisation', parent: ends.ward });
const centreUnit = await world.unit({
  name: 'Trung tâm chính trị Bắc Ninh',
  kind: 'political_centre',
  parent: ends.city,
});
/** Everybody who acts in the season. */
export const people: Record<string, Client> = {
  secretary: ends.secretary,
  officer: ends.officer,
  board: ends.board,
  youth: await world.as('mass_officer', await body('Đoàn phường Kinh Bắc')),
  union: await world.as('mass_officer', await body('Công đoàn phường Kinh Bắc')),
  women: await world.as('mass_officer', await body('Hội Phụ nữ phường Kinh Bắc')),
  veterans: await world.as('mass_officer', await body('Hội Cựu chiến binh phường Kinh Bắc')),
  centre: await world.as('political_centre', centreUnit),
  helper: await world.as('member', ends.cell, { person: ends.members[1] as string }),
  receiver: ends.receiver,
  addressee: await world.as('base_officer', await elsewhere()),
};

/** The committee of today's Tây Nha Trang, in another province, with an account here. */
async function elsewhere(): Promise<number> {
  const province = await world.unit({ name: 'Đảng bộ tỉnh Khánh Hòa', kind: 'province' });
  return world.db.transaction().execute(async (tx) => {
    const made = await prepareUnits(tx, '56', [
      {
        clientId: newId(),
        key: 'asked',
        parent: { id: province },
        unitKind: 'base_organisation',
        type: null,
        name: 'Đảng bộ phường Tây Nha Trang',
        code: null,
        placeCode: '22390',
        foundedOn: '2025-07-01',
        external: false,
        sourceKey: null,
        decision: null,
        happenedOn: '2025-07-01',
      },
    ]);
    await append(tx, world.by, made.entries);
    return made.ids.get('asked') as number;
  });
}

export const as = (who: string, visit: object = {}): Promise<Reader> =>
  visits.as((people[who] as Client).officeId as number, visit);
/** The season goes on; nobody may write of a day to come. */
export const on = (day: string): void => world.setToday(day);

/** Six who were on the list before the season began, and are admitted in it. */
export const six = [
  'Nguyễn Thị Xuân',
  'Trần Văn Hạ',
  'Lê Thị Thu',
  'Phạm Văn Đông',
  'Hoàng Thị Mùa',
  'Vũ Văn Màng',
];
export const worker = 'Bùi Thị Khuyên';
export const probationer = 'Đinh Văn Thoái';
/** name → dossier */
export const dossiers = new Map<string, string>();
export const idOf = (name: string): string => {
  const id = dossiers.get(name);
  if (!id) throw new Error(`nobody called ${name}`);
  return id;
};

const listed = { list: '2024-02-03', assign_helper: '2024-07-03' };
const onProbation = {
  ...listed,
  class_certificate: '2024-06-20',
  permit: '2024-09-10',
  papers: '2024-09-15',
  verify_send: '2024-09-20',
  verify_reply: '2024-10-20',
  verify_conclude: '2024-11-01',
  cell_vote: '2024-12-03',
  base_vote: '2024-12-20',
  decide: '2025-01-15',
  ceremony: '2025-02-03',
};

export async function before(): Promise<void> {
  const target = { year: 2026, of: 'admission' as const, minimum: 8, maximum: null, aim: null, done: null };
  await world.db
    .transaction()
    .execute((tx) =>
      append(tx, world.by, [targetEntry(ends.ward, { clientId: newId() }, { ...target, decision: null })]),
    );
  for (const name of [...six, worker])
    dossiers.set(name, await walkRecent(ends, name, 'assign_helper', listed));
  dossiers.set(probationer, await walkRecent(ends, probationer, 'ceremony', onProbation));
}

/** One step of somebody, as the API takes it; a refusal fails the journey with its reasons. */
export async function taken(name: string, step: Taken): Promise<void> {
  const answer = await take(ends, idOf(name), step);
  expect(answer.status, `${name}, ${step.step}: ${answer.text}`).toBe(200);
}

/** These steps of the whole road, each on its day, for everybody named. */
export async function walk(names: readonly string[], days: Record<string, string>): Promise<void> {
  for (const name of names)
    for (const step of wholeRoad(ends)) {
      const day = days[step.step];
      if (day) await taken(name, onDay(step, day));
    }
}

export async function removed(name: string): Promise<void> {
  await taken(name, {
    by: 'secretary',
    step: 'removal_cell_vote',
    on: '2026-02-09',
    inputs: { ballot: ballot(6, 6) },
  });
  await taken(name, {
    by: 'officer',
    step: 'removal_base_vote',
    on: '2026-02-25',
    inputs: { ballot: ballot(15, 15) },
  });
  await taken(name, {
    by: 'board',
    step: 'remove_probationer',
    on: '2026-03-10',
    inputs: { decision: doc('61-QĐ/TU', '2026-03-10'), body: 'superior_standing' },
  });
}

export const stageOf = async (name: string): Promise<string> => (await viewOf(ends, idOf(name))).stage;

/** An introduction through the short form's own request. */
export const introduced = (who: string, fullName: string, inputs: object) =>
  (people[who] as Client).post('/api/dossiers', {
    clientId: newId(),
    unitId: ends.cell,
    happenedOn: '2025-10-06',
    person: { fullName, bornOn: '1999' },
    inputs: { agreed: true, informedOn: '2025-10-05', ...inputs },
  });
