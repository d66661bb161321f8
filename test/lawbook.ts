// Two base organisations below one ward, each with a cell and its offices, and cases in mid-road: where the rules of
// one must not reach the other. Lays provisions and reads the stored limits for tests of the lawbook.
import { sql } from 'kysely';
import { law } from '../src/road/law.ts';
import { type KnownAct, takeOverEntries } from '../src/road/take-over.ts';
import { linesRenewed } from '../src/lawbook/change.store.ts';
import { newId } from '../src/platform/ids.ts';
import { append } from '../src/platform/ledger.ts';
import { type Answer, type Client, startWorld, type World, type WorldOptions } from './app.ts';

export interface Side {
  base: number;
  cell: number;
  path: string;
  officer: Client;
  secretary: Client;
}

export interface TwoBases {
  world: World;
  ward: number;
  board: Client;
  admin: Client;
  here: Side;
  there: Side;
}

export async function startTwoBases(options: WorldOptions = {}): Promise<TwoBases> {
  const world = await startWorld({ today: '2026-11-23', ...options });
  const province = await world.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province' });
  const ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'upper_base', parent: province });
  return {
    world,
    ward,
    board: await world.as('superior_board', ward),
    admin: await world.as('administrator', ward),
    here: await startSide(world, ward, 'Kinh Bắc'),
    there: await startSide(world, ward, 'Vũ Ninh'),
  };
}

async function startSide(world: World, above: number, name: string): Promise<Side> {
  const base = await world.unit({
    name: `Đảng bộ Công ty ${name}`,
    kind: 'base_organisation',
    type: 'none',
    parent: above,
  });
  const cell = await world.unit({ name: `Chi bộ phân xưởng 1 ${name}`, type: 'DN', parent: base });
  const secretary = await world.person({ name: 'Nguyễn Văn An', unit: cell, kind: 'official' });
  const row = await world.db
    .selectFrom('unit')
    .select('path')
    .where('id', '=', cell)
    .executeTakeFirstOrThrow();
  return {
    base,
    cell,
    path: row.path,
    officer: await world.as('base_officer', base),
    secretary: await world.as('cell_secretary', cell, { person: secretary }),
  };
}

export interface MidRoad {
  name: string;
  stage: string;
  acts: KnownAct[];
  bornOn?: string;
}

/** A case taken over in mid-road; gives its id. */
export async function takeOver({ world }: TwoBases, { cell }: Side, road: MidRoad): Promise<string> {
  const personId = await world.person({
    name: road.name,
    unit: cell,
    fields: { bornOn: road.bornOn ?? '1993-04-05', education: 'THPT' },
  });
  const dossierId = newId();
  const entries = takeOverEntries(
    {
      clientId: newId(),
      dossierId,
      personId,
      unitId: cell,
      happenedOn: '2026-11-02',
      stage: road.stage,
      stageOn: null,
      acts: road.acts,
      paper: { number: '07-BC/ĐU', on: '2026-11-02', by: null },
    },
    { law: law(), profile: 'A', today: '2030-01-01' },
  );
  await world.db.transaction().execute((tx) => append(tx, world.by, entries));
  return dossierId;
}

export interface Draft {
  kind?: 'confirm' | 'fill' | 'stricter';
  parameter: string;
  value?: unknown;
  fromOn: string;
  unitId: number;
  clientId?: string;
  document?: { number: string; on: string; by: string };
}

export const provisionBody = (draft: Draft) => ({
  clientId: newId(),
  kind: 'stricter',
  document: { number: '12-NQ/ĐU', on: '2026-11-20', by: 'Đảng ủy' },
  clause: 'điểm 2',
  decidedBy: 'Ban Chấp hành Đảng bộ',
  ...draft,
});

/** Lays it and waits until the stored limits follow. */
export async function lay(by: Client, draft: Draft): Promise<Answer> {
  const answer = await by.post('/api/provisions', provisionBody(draft));
  await linesRenewed();
  return answer;
}

export interface StoredLine {
  caseKind: string;
  caseId: string;
  clock: string;
  part: string;
  startsOn: string;
  dueOn: string | null;
  extendsTo: string | null;
}

/** The stored lines as they stand in the table. */
export async function storedLines({ world }: Pick<TwoBases, 'world'>): Promise<StoredLine[]> {
  const result = await sql<StoredLine>`
    select case_kind as "caseKind", case_id as "caseId", clock, part, starts_on as "startsOn", due_on as "dueOn",
           extends_to as "extendsTo"
    from due order by case_kind, case_id, clock, part`.execute(world.db);
  return result.rows;
}
