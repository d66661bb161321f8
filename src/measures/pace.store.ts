// Units behind pace: the list from which a committee picks whom to urge, and the reminding by itself that a committee
// may switch on. Both are reckoned when they are read; no unit's state changes by them.
import { sql } from 'kysely';
import { may, reach } from '../org/access.ts';
import { officeInForce } from '../org/office.store.ts';
import { findUnit, getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { isOver, yearPeriod } from '../plans/period.ts';
import { periodOf, reachedOf, type Standing, standingsOf, treeFor } from './standing.store.ts';
import type { AutoView, RuleView, Suggested } from './view.ts';

interface SuggestAsked {
  unit: number;
  period: string;
  figure: string;
}

/** Units below with this target, in the order of the tree; how they stand says whom to urge, no rank does. */
export async function listSuggested(
  db: Queryable,
  actor: Actor,
  { unit: unitId, period: key, figure }: SuggestAsked,
): Promise<{ items: Suggested[]; asOf: string }> {
  const unit = await findUnit(db, unitId);
  const period = periodOf(key);
  const on = isOver(period, today()) ? period.to : today();
  const tree = await treeFor(db, period, on);
  const node = tree.byId.get(unitId);
  const branch = node ? tree.nodes.slice(node.index, node.end) : [];
  const within = await reachedOf(
    db,
    reach(actor, 'plan.urge'),
    branch.map(({ id }) => id),
  );
  const mine = branch.filter(({ id, endedOn }) => id !== actor.unitId && endedOn === null && within.has(id));
  if (!unit || mine.length === 0) return { items: [], asOf: on };
  const ids = mine.map(({ id }) => id);
  const isNear = (one: { id: number; parentId: number | null }) =>
    one.id === unitId || one.parentId === unitId;
  const standings = await standingsOf(db, { period, on, branch: unitId, units: ids, figures: [figure] });
  const facts = await factsOf(db, ids, key);
  const byUnit = new Map(standings.map((standing) => [standing.unitId, standing]));
  const items = mine.flatMap(({ id, parentId, name }) => {
    const standing = byUnit.get(id);
    const { lastUrgedOn = null, nobody = true } = facts.get(id) ?? {};
    return standing && standing.assigned !== null
      ? [
          {
            unitId: id,
            name,
            near: isNear({ id, parentId }),
            ...shown(standing),
            behind: isBehind(standing),
            lastUrgedOn,
            nobody,
          },
        ]
      : [];
  });
  return { items, asOf: on };
}

const shown = ({ assigned, done, attainment }: Standing) => ({ assigned, done, attainment });
const isBehind = ({ attainment: { status } }: Standing): boolean =>
  status === 'behind' || status === 'missed';

interface Facts {
  unitId: number;
  lastUrgedOn: string | null;
  nobody: boolean;
}

async function factsOf(db: Queryable, ids: readonly number[], period: string): Promise<Map<number, Facts>> {
  const { rows } = await sql<Facts>`
    select unit.id as "unitId",
           (select max(urging.sent_on) from urging_unit urged join urging on urging.id = urged.urging_id
            where urged.unit_id = unit.id and urging.period = ${period} and urging.withdrawn_on is null) as "lastUrgedOn",
           not exists (select from office where office.unit_id = unit.id and ${officeInForce('office', today())}) as nobody
    from unit where unit.id = any(${[...ids]}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.unitId, row]));
}

export async function viewRule(db: Queryable, actor: Actor, unitId: number): Promise<RuleView> {
  const unit = await getUnit(db, actor, 'plan.read', unitId);
  const rule = await db
    .selectFrom('urging_rule')
    .select(['since', 'figures'])
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return {
    unitId,
    on: rule !== undefined,
    since: rule?.since ?? null,
    figures: rule?.figures ?? [],
    can: may(actor, 'plan.assign', { path: unit.path }) && unit.endedOn === null ? ['set'] : [],
  };
}

interface Ruling {
  unitId: number;
  name: string;
  since: Day;
  figures: string[];
}

/** Committees above a unit that want its branch reminded, nearest first; a committee is not reminded by its own rule. */
async function rulesAbove(db: Queryable, path: string): Promise<Ruling[]> {
  const above = (path.match(/\d+/g) ?? []).map(Number).slice(0, -1);
  if (above.length === 0) return [];
  const { rows } = await sql<Ruling>`
    select unit.id as "unitId", unit.name, rule.since, rule.figures
    from urging_rule rule join unit on unit.id = rule.unit_id and unit.ended_on is null
    where rule.unit_id = any(${above}::int[]) order by unit.depth desc`.execute(db);
  return rows;
}

/** Targets of this year in which the unit is behind pace, where a committee above wants it reminded. */
async function behindOf(db: Queryable, unitId: number, path: string): Promise<AutoView['items']> {
  const rules = await rulesAbove(db, path);
  const figures = [...new Set(rules.flatMap((rule) => rule.figures))];
  if (figures.length === 0) return [];
  const on = today();
  const period = yearPeriod(Number(on.slice(0, 4)));
  const standings = await standingsOf(db, { period, on, branch: unitId, units: [unitId], figures });
  return standings.filter(isBehind).flatMap((standing) => {
    const by = rules.find((rule) => rule.figures.includes(standing.figure));
    return by
      ? [{ figure: standing.figure, by: { unitId: by.unitId, name: by.name }, ...shown(standing) }]
      : [];
  });
}

export async function listAuto(db: Queryable, actor: Actor, unitId: number): Promise<AutoView> {
  const unit = await getUnit(db, actor, 'plan.read', unitId);
  return { items: unit.endedOn === null ? await behindOf(db, unit.id, unit.path) : [] };
}

/** How many of its targets an office's own unit is reminded of. */
export const countAuto = async (db: Queryable, { unitId, unitPath }: Actor): Promise<number> =>
  unitId === null || unitPath === null ? 0 : (await behindOf(db, unitId, unitPath)).length;
