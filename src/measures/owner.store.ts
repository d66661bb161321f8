// Offices that can be given a measure, the holder of each, and who answers for a plan. A measure is given to an office:
// when its holder changes, the office – and the work – stays.
import { sql } from 'kysely';
import { may } from '../org/access.ts';
import { officeInForce } from '../org/office.store.ts';
import { getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { accessTable } from '../org/access.ts';
import { officeLabel } from '../worklist/in-force.ts';
import type { MeasuresAnswer, OwnerView } from './view.ts';

interface Row {
  officeId: number;
  kind: string;
  title: string | null;
  unitId: number;
  unitName: string;
  path: string;
  holder: string | null;
  inForce: boolean;
}

const columns = () => sql`
  office.id as "officeId", office.kind, office.title, unit.id as "unitId", unit.name as "unitName", unit.path,
  person.full_name as holder, (${officeInForce('office', today())}) as "inForce"`;
const tables = sql`office join unit on unit.id = office.unit_id left join person on person.id = office.person_id`;

/** Kinds of office that have a list of work: others would never see the line. */
const kindsWithList = (): string[] =>
  Object.entries(accessTable()).flatMap(([kind, can]) => (can['worklist.read'] ? [kind] : []));

const viewOf = ({ title, kind, officeId, unitName, holder, inForce }: Row): OwnerView => ({
  officeId,
  kind,
  label: title === null ? officeLabel(kind) : { vi: title, en: title },
  unitName,
  holder,
  inForce,
});

/**
 * Offices to which this one may give work about the unit: of the unit itself and what is below it, of the committee that
 * gives the work, and of the committee members in charge of the unit.
 */
export async function listOwners(db: Queryable, actor: Actor, unitId: number): Promise<OwnerView[]> {
  const unit = await getUnit(db, actor, 'plan.propose', unitId);
  const { rows } = await sql<Row>`
    select ${columns()} from ${tables}
    where ${officeInForce('office', today())} and unit.ended_on is null and office.kind = any(${kindsWithList()})
      and (unit.path like ${`${unit.path}%`} or ${unit.path} like unit.path || '%')
    order by (unit.id = ${unit.id}) desc, unit.depth, unit.name_key, office.kind, office.id limit 500`.execute(
    db,
  );
  return rows.filter((row) => mayGive(actor, row)).map(viewOf);
}

const mayGive = (actor: Actor, { path }: Pick<Row, 'path'>): boolean => may(actor, 'plan.propose', { path });

/** The office that is to have it, in force and within reach of whoever gives it. */
export async function getOwner(
  db: Queryable,
  actor: Actor,
  officeId: number,
): Promise<{ ownerUnitId: number; ownerKind: string }> {
  const { rows } = await sql<Row>`select ${columns()} from ${tables} where office.id = ${officeId}`.execute(
    db,
  );
  const [office] = rows;
  const given = office?.inForce && mayGive(actor, office) && kindsWithList().includes(office.kind);
  if (!office || !given) throw new Invalid('measure.no_owner', {}, { fields: ['officeId'] });
  return { ownerUnitId: office.unitId, ownerKind: office.kind };
}

/** These offices as they stand today, ended ones too. */
export async function findOwners(db: Queryable, ids: readonly number[]): Promise<Map<number, OwnerView>> {
  const { rows } = await sql<Row>`
    select ${columns()} from ${tables} where office.id = any(${[...new Set(ids)]}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.officeId, viewOf(row)]));
}

/** Who answers for the plan of a unit in a period, with the offices that person holds today, nearest first. */
export async function findResponsible(
  db: Queryable,
  unitId: number,
  period: string,
): Promise<Pick<MeasuresAnswer, 'plan' | 'responsible'>> {
  const { rows } = await sql<{
    name: string | null;
    kind: string | null;
    title: string | null;
    unitName: string | null;
  }>`
    select person.full_name as name, held.kind, held.title, held."unitName"
    from plan left join person on person.id = plan.responsible_id
    left join lateral (
      select office.kind, office.title, at.name as "unitName", at.depth
      from office join unit at on at.id = office.unit_id
      where office.person_id = person.id and ${officeInForce('office', today())}) held on true
    where plan.unit_id = ${unitId} and plan.period = ${period}
    order by held.depth desc nulls last`.execute(db);
  const [first] = rows;
  if (!first) return { plan: false, responsible: null };
  if (first.name === null) return { plan: true, responsible: null };
  const offices = rows.flatMap(({ kind, title, unitName }) =>
    kind === null
      ? []
      : [{ label: title ? { vi: title, en: title } : officeLabel(kind), unitName: unitName ?? '' }],
  );
  return { plan: true, responsible: { name: first.name, offices } };
}
