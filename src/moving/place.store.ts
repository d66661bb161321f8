// Where a candidate may be handed over to: organisations of the whole installation by name, whether somebody there can
// answer, and which committee decides for a cell.
import { type RawBuilder, sql } from 'kysely';
import { findUnitKind } from '../org/organisation.ts';
import { findUnit, type UnitRow } from '../org/unit.store.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import { today } from '../platform/clock.ts';
import { fold } from '../platform/text.ts';
import { chainOn, type PlaceRow, powersOf, committeeOf } from '../road/held.ts';
import { readPlaces } from '../admission/dossier.store.ts';
import type { Destination } from './view.ts';

/** Organisations that may be asked: cells, and the committees of base organisations that choose the cell. */
const addressed = ['cell', 'base_cell', 'sub_committee', 'base_organisation', 'upper_base'];
/** Offices that answer a hand-over. */
const answering = ['cell_secretary', 'base_officer', 'superior_board'];

export async function listDestinations(
  db: Queryable,
  { q, notBelow, limit = 12 }: { q: string; notBelow?: number | undefined; limit?: number },
): Promise<Destination[]> {
  const words = fold(q).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const named = words.map(
    (word) => sql<boolean>`unit.name_key like ${`%${word.replace(/[%_\\]/g, '\\$&')}%`}`,
  );
  const condition = sql<boolean>`${sql.join(named, sql` and `)} and unit.id <> ${notBelow ?? 0}`;
  return readDestinations(db, condition, limit);
}

export async function readDestinations(
  db: Queryable,
  condition: RawBuilder<boolean>,
  limit: number,
): Promise<Destination[]> {
  const result = await sql<Destination & { kind: string }>`
    select unit.id, unit.name, unit.kind,
           coalesce(nullif(concat_ws(', ', parent.name, grand.name), ''), '') as trail,
           exists (select from office join unit seat on seat.id = office.unit_id
                   join account on account.person_id = office.person_id
                   where office.kind = any(${answering}) and unit.path like seat.path || '%'
                     and seat.kind <> 'province'
                     and coalesce(office.from_on, '') <= ${today()}
                     and (office.to_on is null or office.to_on > ${today()})) as answers
    from unit left join unit parent on parent.id = unit.parent_id left join unit grand on grand.id = parent.parent_id
    where unit.ended_on is null and not unit.external and unit.kind = any(${addressed}) and ${condition}
    order by unit.depth desc, unit.name_key, unit.id limit ${limit}`.execute(db);
  return result.rows.map(({ kind, ...row }) => ({ ...row, cell: isCell({ kind }) }));
}

export const isCell = ({ kind }: { kind: string }): boolean => findUnitKind(kind)?.cell === true;

/** The organisation a hand-over is addressed to: it keeps its book here, stands today, and is not the origin. */
export async function getDestination(db: Queryable, id: number, from: UnitRow): Promise<UnitRow> {
  const unit = await findUnit(db, id);
  if (!unit || !addressed.includes(unit.kind)) throw new Invalid('moving.no_such_unit');
  if (unit.endedOn) throw new Invalid('moving.unit_ended', { unit: unit.name });
  if (unit.external) throw new Invalid('moving.unit_external', { unit: unit.name });
  if (unit.id === from.id || from.path.startsWith(unit.path)) throw new Invalid('moving.same_unit');
  return unit;
}

/** The cell that keeps the candidate: the one addressed, or one below it. */
export async function getKeepingCell(
  db: Queryable,
  addressedTo: number,
  chosen: number | null,
): Promise<UnitRow> {
  const goal = standing(await findUnit(db, addressedTo));
  const cell = chosen === null ? goal : await findUnit(db, chosen);
  if (!cell?.path.startsWith(goal.path) || !isCell(cell) || cell.external)
    throw new Invalid('moving.cell_needed', {}, { fields: ['unitId'] });
  return standing(cell);
}

function standing(unit: UnitRow | undefined): UnitRow {
  if (!unit || unit.endedOn) throw new Invalid('moving.unit_ended', { unit: unit?.name ?? '' });
  return unit;
}

export async function cellsBelow(db: Queryable, unitId: number): Promise<{ id: number; name: string }[]> {
  const result = await sql<{ id: number; name: string; kind: string }>`
    select below.id, below.name, below.kind from unit join unit below on below.path like unit.path || '%'
    where unit.id = ${unitId} and below.ended_on is null and not below.external
    order by below.name_key limit 500`.execute(db);
  return result.rows.filter(isCell).map(({ id, name }) => ({ id, name }));
}

/** Whether one committee decides on admissions for both organisations; null where a chain does not tell. */
export async function sameCommittee(db: Queryable, from: number, to: number): Promise<boolean | null> {
  const [origin, goal] = [await decider(db, from), await decider(db, to)];
  return origin === null || goal === null ? null : origin === goal;
}

async function decider(db: Queryable, unitId: number): Promise<number | null> {
  return deciderOf(chainOn(await readPlaces(db, [unitId]), unitId, today()));
}

/** A base committee with powers decides itself; otherwise the committee above it does. */
export function deciderOf(chain: readonly PlaceRow[]): number | null {
  const own = chain[0]?.kind === 'base_organisation' ? chain[0] : undefined;
  const committee = own ?? committeeOf(chain);
  if (!committee) return null;
  const powers = powersOf(committee.type);
  if (committee.kind !== 'base_organisation' || (powers !== undefined && powers !== 'none'))
    return committee.unitId;
  return chain[chain.indexOf(committee) + 1]?.unitId ?? null;
}

/** Name of an organisation with what stands above it, as a paper names it. */
export async function fullNameOf(db: Queryable, unitId: number): Promise<string> {
  const names = chainOn(await readPlaces(db, [unitId]), unitId, today()).map(({ name }) => name);
  return names.slice(0, 2).join(', ').slice(0, 200);
}
