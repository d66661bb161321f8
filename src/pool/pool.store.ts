// What the figures of the pool are made of: one query for each kind of fact, cut to the reader's reach and to one branch.
import { type RawBuilder, sql } from 'kysely';
import { onwardFacts } from '../admission/list.store.ts';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { findUnitKind } from '../org/organisation.ts';
import { getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { daysBetween, earliest } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { law } from '../road/law.ts';
import { blockedBy, onwardOf } from '../road/onward.ts';
import { regulations } from '../worklist/in-force.ts';
import { byBody, byCohort, type Came, milestones } from './funnel.ts';
import { highest, type Pool, poolStages, shortCells, stageLines, tally, type Unit } from './pool.ts';
import type { FunnelView, LongestItem, LongestView, PoolView } from './view.ts';

type Where = RawBuilder<boolean>;

/** The branch looked at, within reach. */
async function branchOf(db: Queryable, actor: Actor, unit: number | undefined): Promise<string> {
  return unit === undefined ? '/' : (await getUnit(db, actor, 'unit.read', unit)).path;
}

const here = (actor: Actor, branch: string): Where =>
  sql<boolean>`${reachSql(reach(actor, 'pool.read'), { path: sql<string>`unit.path` })} and unit.path like ${`${branch}%`}`;

/** A province may have thousands; whoever wants them all goes down the tree. */
const shortShown = 200;

export async function readPool(db: Queryable, actor: Actor, unit: number | undefined): Promise<PoolView> {
  const branch = await branchOf(db, actor, unit);
  const pool = await gather(db, here(actor, branch));
  const top = topOf(pool.units, branch);
  const least = leastOf(top.path);
  const short = shortCells(pool, least);
  const lineFor = tally(pool);
  return {
    asOf: pool.today,
    year: pool.year,
    total: lineFor(top),
    stages: stageLines(pool),
    items: childrenOf(pool.units, top).map(lineFor),
    least,
    shortTotal: short.length,
    short: short.slice(0, shortShown),
  };
}

/** What a committee wants at least; a rule of its own, laid over the shipped one. */
function leastOf(path: string): number | null {
  const { value } = regulations().inForce(today(), { path }).value('pool.ratio');
  return typeof value === 'number' ? value : null;
}

/** The unit looked at: the chosen one, else the one that holds everything within reach, else what lies above several. */
function topOf(units: readonly Unit[], branch: string): Unit {
  const roots = highest(units);
  const only = roots.length === 1 ? roots[0] : undefined;
  return units.find(({ path }) => path === branch) ?? only ?? { id: 0, name: '', path: branch, cell: false };
}

/** The units directly below the top, or nearest to it; a cell stands by itself. */
const childrenOf = (units: readonly Unit[], top: Unit): Unit[] =>
  top.cell ? [top] : highest(units.filter(({ id }) => id !== top.id));

async function gather(db: Queryable, where: Where): Promise<Pool> {
  const day = today();
  const year = Number(day.slice(0, 4));
  const [units, candidates, admitted, targets, surveys] = await Promise.all([
    readUnits(db, where),
    readCandidates(db, where),
    readAdmitted(db, where, year),
    readTargets(db, where, year),
    readSurveys(db, where, year),
  ]);
  return { units, candidates, admitted, targets, surveys, year, today: day };
}

/** Party organisations that still work; of mass organisations and centres no pool is asked. */
async function readUnits(db: Queryable, where: Where): Promise<Unit[]> {
  const { rows } = await sql<{ id: number; name: string; path: string; kind: string }>`
    select unit.id, unit.name, unit.path, unit.kind from unit
    where ${where} and unit.ended_on is null and not unit.external
      and unit.kind not in ('mass_organisation', 'political_centre', 'party_group')
    order by unit.name`.execute(db);
  return rows.map(({ kind, ...unit }) => ({ ...unit, cell: findUnitKind(kind)?.cell ?? false }));
}

async function readCandidates(db: Queryable, where: Where): Promise<Pool['candidates']> {
  const { rows } = await sql<Pool['candidates'][number]>`
    select dossier.unit_id as "unitId", dossier.stage, dossier.stage_on as "stageOn",
           dossier.paused_on is not null as paused
    from dossier join unit on unit.id = dossier.unit_id
    where dossier.closed_as is null and dossier.stage = any(${[...poolStages]}) and ${where}`.execute(db);
  return rows;
}

/** Admissions count on the day of the ceremony, where it was held. */
async function readAdmitted(db: Queryable, where: Where, year: number): Promise<Pool['admitted']> {
  const { rows } = await sql<Pool['admitted'][number]>`
    select membership.unit_id as "unitId", left(membership.from_on, 4)::int as year, count(*)::int as count
    from membership join person on person.id = membership.person_id join unit on unit.id = membership.unit_id
    where membership.kind = 'probationary' and membership.from_on >= ${String(year - 2)}
      and membership.from_on = person.admitted_on and membership.began_as in ('admitted', 'taken_over') and ${where}
    group by 1, 2`.execute(db);
  return rows;
}

async function readTargets(db: Queryable, where: Where, year: number): Promise<Pool['targets']> {
  const { rows } = await sql<Pool['targets'][number]>`
    select target.unit_id as "unitId", coalesce(target.minimum, target.maximum) as minimum
    from target_now target join unit on unit.id = target.unit_id
    where target.figure = 'admission' and target.period = ${String(year)}
      and coalesce(target.minimum, target.maximum) is not null and ${where}`.execute(db);
  return rows;
}

async function readSurveys(db: Queryable, where: Where, year: number): Promise<Pool['surveys']> {
  const { rows } = await sql<Pool['surveys'][number]>`
    select survey.unit_id as "unitId", survey.counts from survey join unit on unit.id = survey.unit_id
    where survey.year = ${year} and ${where}`.execute(db);
  return rows;
}

/** By whom somebody was introduced, and how far the road went: a milestone is told by its act, or by the stage. */
export async function readFunnel(db: Queryable, actor: Actor, unit: number | undefined): Promise<FunnelView> {
  const where = here(actor, await branchOf(db, actor, unit));
  const { rows } = await sql<Came & { bodies: string[] }>`
    select left(dossier.opened_on, 4) as cohort, dossier.introduced_by as bodies,
           greatest(${byActs}, ${byStage}) as reached, dossier.closed_as is null as open, count(*)::int as count
    from dossier join unit on unit.id = dossier.unit_id cross join lateral ${said} where ${where}
    group by 1, 2, 3, 4`.execute(db);
  const bodies = rows.flatMap(({ bodies: kinds, ...one }) =>
    (kinds.length > 0 ? kinds : [null]).map((body) => ({ ...one, body })),
  );
  return { asOf: today(), cohorts: byCohort(rows), bodies: byBody(bodies) };
}

/** Acts that show a milestone; the facts of a row tell which were taken. */
const shownBy: Record<(typeof milestones)[number], RawBuilder<boolean>> = {
  nominated: sql<boolean>`true`,
  listed: sql<boolean>`said.facts ? 'list.on'`,
  class_certified: sql<boolean>`said.facts ? 'class_certificate.on'`,
  helped: sql<boolean>`said.facts ? 'assign_helper.on'`,
  permitted: sql<boolean>`said.facts ? 'permit.on'`,
  verified: sql<boolean>`said.facts ? 'verify_conclude.on'`,
  cell_voted: sql<boolean>`said.facts ->> 'cell_vote.passed' = 'true'`,
  decided: sql<boolean>`said.facts ->> 'decide.result' = 'yes'`,
  admitted: sql<boolean>`said.facts ? 'ceremony.on'`,
  recognised: sql<boolean>`said.facts ->> 'recognise.result' = 'yes'`,
};
/** Taken out of the state of a case at once: it is long, and lies apart from its row. */
const said = sql`jsonb_to_record(dossier.state) as said(facts jsonb, "takenOverStage" text)`;
const byActs = sql<number>`case ${sql.join(
  milestones.map((milestone, index) => sql`when ${shownBy[milestone]} then ${sql.lit(index)}`).toReversed(),
  sql` `,
)} end`;

/** Stages between two milestones count as the one before. */
const stageMilestone: Record<string, number> = {
  listed: 1,
  class_certified: 2,
  helped: 3,
  permitted: 4,
  papers_ready: 4,
  verifying: 4,
  verified: 5,
  cell_voted: 6,
  base_voted: 6,
  decided: 7,
  admitted: 8,
  probation_reviewed: 8,
  recognition_cell_voted: 8,
  recognition_base_voted: 8,
  recognised: 9,
};
const standing = sql`coalesce(nullif(dossier.stage, 'closed'), said."takenOverStage")`;
const byStage = sql<number>`coalesce((${JSON.stringify(stageMilestone)}::jsonb ->> ${standing})::int, 0)`;

const longestShown = 50;

/** Those who stand longest in their stage, with the next step and what stands in its way today. */
export async function readLongest(
  db: Queryable,
  actor: Actor,
  unit: number | undefined,
): Promise<LongestView> {
  const where = here(actor, await branchOf(db, actor, unit));
  const { rows } = await sql<Stuck>`
    select dossier.id, person.full_name as "fullName", unit.name as "unitName", unit.path, dossier.stage,
           dossier.stage_on as "stageOn", dossier.paused_on is not null as paused, count(*) over ()::int as total
    from dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
    where dossier.closed_as is null and dossier.stage = any(${[...poolStages]}) and ${where}
    order by dossier.stage_on nulls last, dossier.id limit ${longestShown}`.execute(db);
  const facts = await onwardFacts(
    db,
    rows.map(({ id }) => id),
  );
  return {
    asOf: today(),
    total: rows[0]?.total ?? 0,
    items: rows.map((row) => {
      const onward = onwardOf(law(), row, today(), facts.get(row.id) ?? {});
      return { ...itemOf(row), nextStep: onward?.step.label ?? null, blocked: blockedBy(onward) };
    }),
  };
}

interface Stuck extends Omit<LongestItem, 'nextStep' | 'blocked' | 'days'> {
  path: string;
  total: number;
}
const itemOf = ({ id, fullName, unitName, stage, stageOn, paused }: Stuck) => ({
  id,
  fullName,
  unitName,
  stage,
  stageOn,
  paused,
  days: stageOn ? Math.max(0, daysBetween(earliest(stageOn), today())) : null,
});
