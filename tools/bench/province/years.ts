// What a province remembers and is asked for: a number for every unit this year, and the ways of those whom ten years brought or
// lost. The past ways are rows of a made-up set, not acts: they serve to be looked at, and `nguon rebuild` would drop them.
import { sql } from 'kysely';
import { assignedEntry, registeredEntry } from '../../../src/plans/target.ts';
import type { Day } from '../../../src/platform/day.ts';
import type { Db } from '../../../src/platform/db.ts';
import type { NewEntry } from '../../../src/platform/entry.ts';
import { newId } from '../../../src/platform/ids.ts';
import { append, type Recorder, transact } from '../../../src/platform/ledger.ts';
import { generate, optionsOf } from '../../generate/generate.ts';
import type { PassageLine } from '../../generate/line.ts';

interface Unit {
  id: number;
  parentId: number | null;
  cell: boolean;
}
export interface Years {
  targets: number;
  passages: number;
}

const givenOn: Day = '2026-01-15';
const chunk = 1000;
/** Numbers of cells, by turns: one admission for two cells, as in a province of 2,000 a year. */
const numbers = [1, 0, 0, 1, 0, 1, 2, 0, 0, 0];

export async function writeYears(db: Db, by: Recorder): Promise<Years> {
  const { rows } = await sql<Unit>`
    select id, parent_id as "parentId", kind in ('cell', 'base_cell') as cell from unit
    where kind not in ('political_centre', 'mass_organisation') order by path`.execute(db);
  const entries = targetsOf(rows);
  for (let at = 0; at < entries.length; at += chunk)
    await transact(db, (tx) => append(tx, by, entries.slice(at, at + chunk)));
  const cells = rows.filter(({ cell }) => cell).map(({ id }) => id);
  return { targets: rows.length, passages: await writeWays(db, cells) };
}

/** Cells are given theirs, committees what their cells make together. */
function targetsOf(units: readonly Unit[]): NewEntry[] {
  const given = new Map<number, number>(units.map(({ id }) => [id, 0]));
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  for (const [at, { id }] of units.filter(({ cell }) => cell).entries())
    for (let unit: number | null = id; unit !== null; unit = parents.get(unit) ?? null)
      given.set(unit, (given.get(unit) ?? 0) + (numbers[at % numbers.length] ?? 0));
  return units.flatMap(({ id, parentId }) => {
    const lines = ['admission', 'sourcing'].map((figure) => lineOf(figure, given.get(id) ?? 0));
    const about = () => ({ clientId: newId(), happenedOn: givenOn });
    const from = given.has(parentId ?? 0) ? ('above' as const) : ('outside' as const);
    return [
      assignedEntry(id, about(), { period: '2026', lines, given: from }),
      registeredEntry(id, about(), { period: '2026', lines }),
    ];
  });
}
const lineOf = (figure: string, count: number) => ({
  figure,
  part: '',
  minimum: figure === 'sourcing' ? count * 2 : count,
  maximum: figure === 'sourcing' ? count * 2 : count,
  mark: 'exact' as const,
});

const rowsAtOnce = 20_000;
const ended = new Set(['recognised', 'closed']);

/** Only ways that have ended before this year: those of today are the province’s own. */
async function writeWays(db: Db, cells: readonly number[]): Promise<number> {
  const ways = Map.groupBy(passagesOf(), ({ caseId }) => caseId);
  let [held, count]: [PassageRow[], number] = [[], 0];
  for (const way of ways.values()) {
    if (!way.some(({ stage }) => ended.has(stage))) continue;
    const [dossier, person] = [newId(), newId()];
    held.push(...way.map((one, nth): PassageRow => rowOf(one, nth, { dossier, person, cells })));
    if (held.length < rowsAtOnce) continue;
    count += await insert(db, held);
    held = [];
  }
  return count + (await insert(db, held));
}

function* passagesOf(): Generator<PassageLine> {
  for (const line of generate(optionsOf({ seed: 1, today: '2025-12-31' })))
    if (line.line === 'passage') yield line;
}

interface PassageRow {
  dossier_id: string;
  nth: number;
  stage: string;
  on_day: Day;
  unit_id: number;
  person_id: string;
  entered: boolean;
  closed_as: string | null;
}
function rowOf(
  { stage, on, unitId, closedAs }: PassageLine,
  nth: number,
  { dossier, person, cells }: { dossier: string; person: string; cells: readonly number[] },
): PassageRow {
  // Communes of the set and of this province have as many cells each, so neighbours stay neighbours.
  const unit = cells[((Math.floor(unitId / 1000) - 1) * 37 + (unitId % 1000) - 100) % cells.length] as number;
  const closed_as = stage === 'closed' ? (closedAs ?? 'withdraw') : null;
  return {
    dossier_id: dossier,
    nth,
    stage,
    on_day: on,
    unit_id: unit,
    person_id: person,
    entered: true,
    closed_as,
  };
}

async function insert(db: Db, rows: readonly PassageRow[]): Promise<number> {
  if (rows.length > 0)
    await sql`insert into passage select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as
      (dossier_id uuid, nth int, stage text, on_day text, unit_id int, person_id uuid, entered boolean, closed_as text)`.execute(
      db,
    );
  return rows.length;
}
