// The tree of targets as a reader sees it: a unit and what stands below it, on any day, one query for each kind of fact.
import { sql } from 'kysely';
import type { TreeNode } from '../org/tree.ts';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import { allOf, type Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { membersOn } from '../statistics/count.store.ts';
import { kept } from '../statistics/kept.store.ts';
import { type Figure, targetFigures } from '../statistics/figure.ts';
import { numberOf } from '../worklist/held-answer.store.ts';
import { regulations } from '../worklist/in-force.ts';
import type { Least } from './attainment.ts';
import { type Branch, type BranchFacts, branchOf, type Pooled, type Surveyed } from './branch.ts';
import { evenShare } from './conserve.ts';
import { doneIn } from './done.store.ts';
import { type Held, keptTree, readingOf } from './kept.store.ts';
import { elapsed, parsePeriod, type Period } from './period.ts';
import { dayOf, figureOf, narrow, type Place, periodOf, placeOf, rightsOf } from './place.store.ts';
import { targetsOn, type UnitTarget } from './target.store.ts';
import type { Line, PlanQuery, PlanView } from './view.ts';

export async function readPlan(db: Queryable, actor: Actor, query: PlanQuery): Promise<PlanView> {
  const on = dayOf(query.on);
  const period = periodOf(query.period, on);
  const figure = figureOf(query.figure, actor);
  const place = await placeOf(db, actor, { period, on, unit: query.unit });
  const { branch } = await treeFor(db, place, figure);
  const shown = listed(place, branch, query.view);
  const [can, periods] = await allOf(db, [
    () => rightsOf(db, actor, [...place.tops, ...shown.map(({ node }) => node)]),
    () => periodsOf(db, place),
  ]);
  const items = shown
    .filter(({ node }) => can.get(node.id)?.read)
    .map(({ node, depth }): Line => ({ ...branch.lineOf(node, depth), can: can.get(node.id)?.acts ?? [] }));
  const unit = place.node
    ? { ...branch.lineOf(place.node, 0), can: can.get(place.node.id)?.acts ?? [] }
    : { ...branch.together(place.tops, ''), can: [] };
  return {
    period,
    figure: figure.id,
    on,
    elapsed: elapsed(period, on),
    unit,
    items,
    hasBelow: items.length > 0,
    figures: targetFigures.map(({ id, label, parts }) => ({ id, label, parts: [...parts] })),
    periods,
    tree: place.tree.on,
    asOf: on,
    can: unit.can,
  };
}

function listed({ node, tops }: Place, branch: Branch, view: PlanQuery['view']) {
  const found: { node: TreeNode; depth: number }[] = [];
  const visit = (nodes: readonly TreeNode[], depth: number) => {
    for (const one of nodes) {
      found.push({ node: one, depth });
      if (view === 'all') visit(branch.childrenOf(one), depth + 1);
    }
  };
  visit(node ? branch.childrenOf(node) : tops, 1);
  return found;
}

export function leastOf(path: string | undefined): Least {
  const law = regulations().inForce(today(), path === undefined ? null : { path });
  const asked = (id: string, otherwise: number): number => {
    const { value } = law.value(id);
    return typeof value === 'number' ? value : otherwise;
  };
  return {
    admissions: asked('forecast.least_admissions', 0),
    share: asked('forecast.least_share', 0) / 100,
  };
}

/** The lines of one figure; of a large branch those of the whole tree, which are kept. `known`: read for a small one. */
export async function treeFor(db: Queryable, place: Place, figure: Figure, known?: Standing): Promise<Held> {
  const { period, on, tree, node } = place;
  const standing = () => (known && narrow(place) ? Promise.resolve(known) : standingOf(db, place));
  const make = async () => {
    const facts = await gather(db, place, figure, standing);
    return { facts, branch: branchOf(facts) };
  };
  const law = numberOf(regulations());
  const key = [period.key, on, tree.on, readingOf(tree), node?.id, figure.id, today(), law].join('|');
  return narrow(place) ? make() : keptTree(db, key, make);
}

/** All that the lines of one figure are made of. */
async function gather(
  db: Queryable,
  place: Place,
  figure: Figure,
  standing: () => Promise<Standing>,
): Promise<BranchFacts> {
  const { tree, period, on } = place;
  const unitIds = narrow(place);
  const [done, targets, even, stands] = await allOf(db, [
    () => doneIn(db, { tree, period, figure: figure.id, on, unitIds }),
    () => wholeTargets(db, place, figure.id),
    () => evenOf(db, place, figure.id),
    standing,
  ]);
  return {
    tree,
    period,
    on,
    least: leastOf(place.path),
    of: figure.of,
    done: done.whole,
    told: done.told,
    targets,
    even,
    ...stands,
  };
}

/** What was said of the figure as a whole. */
export async function wholeTargets(db: Queryable, place: Place, figure: string): Promise<UnitTarget[]> {
  const { period, on } = place;
  const units = narrow(place);
  const asked = { period: period.key, on, figures: [figure], part: '', ...(units ? { units } : {}) };
  const key = ['targets', period.key, on, figure];
  return ofTree(db, place, { key, of: ['target'] }, () => targetsOn(db, asked));
}

/** Read anew of a small branch; of a large one as of the whole tree, and held. */
export const ofTree = <T>(
  db: Queryable,
  place: Place,
  { key, of }: { key: readonly (string | number)[]; of: readonly string[] },
  make: () => Promise<T>,
): Promise<T> => (narrow(place) ? make() : kept(db, { key: key.join('|'), of }, make));

/** The longest target of several years in force that the period stands in: one even year of it. */
async function evenOf(db: Queryable, { node, period, on }: Place, figure: string): Promise<number | null> {
  if (!node || period.kind !== 'year') return null;
  const said = await targetsOn(db, { on, units: [node.id], figures: [figure], part: '' });
  const [longest] = longerIn(said, period);
  return longest && longest.span.kind === 'years' ? evenShare(longest, longest.span.years.length) : null;
}

export interface LongerTarget extends UnitTarget {
  span: Period;
}

/** Of the numbers in force those assigned for longer periods that hold this one, the longest first. */
export function longerIn(said: readonly UnitTarget[], period: Period): LongerTarget[] {
  return said
    .filter(({ kind, part }) => kind === 'assigned' && part === '')
    .flatMap((one) => {
      const span = parsePeriod(one.period);
      return span && holds(span, period) ? [{ ...one, span }] : [];
    })
    .toSorted((a, b) => b.span.years.length - a.span.years.length || (a.period < b.period ? -1 : 1));
}

/** A congress term holds the years it touches. */
const holds = (span: Period, period: Period): boolean =>
  span.key !== period.key && span.years.length > 1 && period.years.every((year) => span.years.includes(year));

export type Standing = Pick<BranchFacts, 'members' | 'pool' | 'surveys' | 'plans'>;

/** Members, source, survey and plans: what stands on the day. Candidates of a past day nobody knows any more. */
export async function standingOf(db: Queryable, place: Place): Promise<Standing> {
  const { period, on, tree } = place;
  const unitIds = narrow(place);
  const present = on === today();
  const year = period.years.at(-1) as number;
  const [members, pool, surveys, plans] = await allOf(db, [
    () => membersOn(db, tree.on, { unitIds }),
    async () =>
      present && on <= period.to
        ? ofTree(db, place, { key: ['pool', year], of: ['dossier'] }, () => poolOf(db, year, unitIds))
        : null,
    () =>
      ofTree(db, place, { key: ['surveys', year, on], of: ['survey'] }, () =>
        surveysOf(db, { year, on, unitIds }),
      ),
    () => ofTree(db, place, { key: ['plans', period.key], of: ['plan'] }, () => plansOf(db, period, unitIds)),
  ]);
  return { members, pool, surveys, plans };
}

const among = (unitIds: readonly number[] | undefined) =>
  unitIds ? sql`unit_id = any(${[...unitIds]}::int[])` : sql`true`;

async function poolOf(db: Queryable, year: number, unitIds: number[] | undefined) {
  const { rows } = await sql<Pooled & { id: number }>`
    select unit_id as id, count(*) filter (where not paused)::int as open, count(*) filter (where paused)::int as paused,
           count(*) filter (where ${year} = any(chosen_for_years))::int as chosen
    from stat_candidate where ${among(unitIds)} group by unit_id`.execute(db);
  return new Map(rows.map(({ id, ...pooled }) => [id, pooled]));
}

async function surveysOf(
  db: Queryable,
  { year, on, unitIds }: { year: number; on: Day; unitIds: number[] | undefined },
) {
  const { rows } = await sql<Surveyed & { id: number }>`
    select unit_id as id, people from stat_survey
    where year = ${year} and surveyed_on <= ${on} and ${among(unitIds)}`.execute(db);
  return new Map(rows.map(({ id, people }) => [id, { people }]));
}

async function plansOf(db: Queryable, period: Period, unitIds: number[] | undefined) {
  const { rows } = await sql<{ unitId: number; id: string; state: string }>`
    select unit_id as "unitId", id, state from plan where period = ${period.key} and ${among(unitIds)}`.execute(
    db,
  );
  return new Map(rows.map(({ unitId, id, state }) => [unitId, { id, state }]));
}

/** Periods for which a number was ever said of the units looked at, and the year of the day. */
async function periodsOf(db: Queryable, { tops, on }: Place): Promise<string[]> {
  const { rows } = await sql<{ period: string }>`
    select distinct period from target where unit_id = any(${tops.map(({ id }) => id)}::int[])`.execute(db);
  const keys = new Set([on.slice(0, 4), ...rows.map(({ period }) => period)]);
  return [...keys].toSorted((a, b) => (a < b ? 1 : -1));
}
