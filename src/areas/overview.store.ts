// The places below a unit on a day: who carries which mark, how many villages have a cell of their own or share one, and how
// that was at the end of earlier years.
import { sql } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { coverageOf, type Mark, markIds } from './area.ts';
import type { AreasView, Tally } from './view.ts';

interface UnitLine {
  unitId: number;
  name: string;
  kind: string;
  path: string;
  type: string | null;
}
interface VillageLine {
  unitId: number;
  cellId: number | null;
  told: boolean;
}

const emptyTally = (): Tally => ({ villages: 0, own: 0, shared: 0, none: 0, unknown: 0 });
const yearsShown = 5;

export async function viewAreas(
  db: Queryable,
  actor: Actor,
  { unit: asked, on = today() }: { unit?: number | undefined; on?: Day | undefined },
): Promise<AreasView> {
  const unitId = asked ?? actor.unitId;
  if (unitId === null) throw new Missing('access.missing');
  const unit = await getUnit(db, actor, 'unit.read', unitId);
  const units = await unitsBelow(db, actor, unit.path, on);
  const villages = await villagesOn(db, unit.path, on);
  const [shared, carried] = [sharingOf(villages), await marksOn(db, unit.path, on)];
  return {
    on,
    unit: { id: unit.id, name: unit.name },
    total: tallyOf(villages, shared),
    marks: markedOf(units, carried),
    items: itemsOf({ unitId, units, villages, shared, carried }),
    years: await yearsOf(db, unit.path, on),
  };
}

interface Seen {
  unitId: number;
  units: readonly UnitLine[];
  villages: readonly VillageLine[];
  shared: ReadonlyMap<number, number>;
  carried: ReadonlySet<string>;
}

/** The unit itself, where it has villages or marks of its own, and each branch right below it. */
function itemsOf({ unitId, units, villages, shared, carried }: Seen): AreasView['items'] {
  const branches = branchesOf(unitId, units);
  const byBranch = Map.groupBy(villages, (village) => branches.get(village.unitId));
  return units
    .filter((one) => one.unitId === unitId || branches.get(one.unitId) === one.unitId)
    .map((one) => {
      const own = byBranch.get(one.unitId) ?? [];
      return {
        unitId: one.unitId,
        name: one.name,
        kind: one.kind,
        marks: markIds.filter((mark) => carried.has(`${one.unitId} ${mark}`)),
        tally: tallyOf(own, shared),
        combined: combinedAmong(own, shared),
      };
    })
    .filter((one) => saysSomething(one, unitId, carried));
}

/** The unit itself only with villages or marks, a cell only with a mark that the whole unit does not carry. */
function saysSomething(
  { unitId, kind, marks, tally }: AreasView['items'][number],
  asked: number,
  carried: ReadonlySet<string>,
): boolean {
  if (unitId === asked) return tally.villages > 0 || marks.length > 0;
  return !isCell(kind) || marks.some((mark) => !carried.has(`${asked} ${mark}`));
}

/** The branch right below `unitId` in which each unit stands; `unitId` stands in itself. */
function branchesOf(unitId: number, units: readonly UnitLine[]): Map<number, number> {
  const branches = new Map([[unitId, unitId]]);
  for (const { unitId: id, path } of units) {
    const steps = path.split('/').filter(Boolean).map(Number);
    const below = steps[steps.indexOf(unitId) + 1];
    if (below !== undefined) branches.set(id, below);
  }
  return branches;
}

/** Units standing that day within reach, by today's path. */
async function unitsBelow(db: Queryable, actor: Actor, path: string, on: Day): Promise<UnitLine[]> {
  const { rows } = await sql<UnitLine>`
    select unit.id as "unitId", place.name, place.kind, unit.path, place.type
    from unit join unit_place place on place.unit_id = unit.id
    where unit.path like ${`${path}%`} and place.from_on <= ${on} and (place.to_on is null or place.to_on > ${on})
      and place.kind not in ('mass_organisation', 'political_centre')
      and ${reachSql(reach(actor, 'unit.read'), { path: sql<string>`unit.path` })}
    order by unit.path`.execute(db);
  return rows;
}

const holds = (on: Day, alias: string) =>
  sql`${sql.ref(`${alias}.from_on`)} <= ${on} and (${sql.ref(`${alias}.to_on`)} is null or ${sql.ref(`${alias}.to_on`)} > ${on})`;

async function villagesOn(db: Queryable, path: string, on: Day): Promise<VillageLine[]> {
  const { rows } = await sql<VillageLine>`
    select village.unit_id as "unitId", meets.cell_id as "cellId", meets.village_id is not null as told
    from village join unit on unit.id = village.unit_id
    left join (village_cell meets left join unit cell on cell.id = meets.cell_id)
      on meets.village_id = village.id and ${holds(on, 'meets')} and (cell.ended_on is null or cell.ended_on > ${on})
    where unit.path like ${`${path}%`} and ${holds(on, 'village')}`.execute(db);
  return rows;
}

function sharingOf(villages: readonly VillageLine[]): Map<number, number> {
  const shared = new Map<number, number>();
  for (const { cellId } of villages) if (cellId !== null) shared.set(cellId, (shared.get(cellId) ?? 0) + 1);
  return shared;
}

function tallyOf(villages: readonly VillageLine[], shared: ReadonlyMap<number, number>): Tally {
  const tally = emptyTally();
  for (const { cellId, told } of villages) {
    tally.villages += 1;
    tally[coverageOf(told ? { cellId } : null, shared.get(cellId ?? 0) ?? 0)] += 1;
  }
  return tally;
}

const combinedAmong = (villages: readonly VillageLine[], shared: ReadonlyMap<number, number>): number =>
  new Set(villages.map(({ cellId }) => cellId).filter((id) => id !== null && (shared.get(id) ?? 0) > 1)).size;

/** 'unit mark', with the marks of the units above, which those below share. */
async function marksOn(db: Queryable, path: string, on: Day): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select distinct below.id || ' ' || unit_mark.mark as key
    from unit_mark join unit as own on own.id = unit_mark.unit_id
    join unit as below on below.path like own.path || '%'
    where below.path like ${`${path}%`} and ${holds(on, 'unit_mark')}`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

const isCell = (kind: string): boolean => kind === 'cell' || kind === 'base_cell';

function markedOf(units: readonly UnitLine[], carried: ReadonlySet<string>): AreasView['marks'] {
  const counted = (mark: Mark, cells: boolean) =>
    units.filter(({ unitId, kind }) => isCell(kind) === cells && carried.has(`${unitId} ${mark}`)).length;
  return markIds
    .map((mark) => ({ mark, units: counted(mark, false), cells: counted(mark, true) }))
    .filter(({ units: above, cells }) => above + cells > 0);
}

/** At the end of each of the last years, and on the day itself. */
async function yearsOf(db: Queryable, path: string, on: Day): Promise<AreasView['years']> {
  const last = Number(on.slice(0, 4));
  const years: AreasView['years'] = [];
  for (let year = last - yearsShown + 1; year <= last; year += 1) {
    const day = year === last ? on : `${year}-12-31`;
    const villages = await villagesOn(db, path, day);
    const shared = sharingOf(villages);
    const { own, villages: all } = tallyOf(villages, shared);
    if (all > 0) years.push({ year, on: day, combined: combinedAmong(villages, shared), own, villages: all });
  }
  return years;
}
