// The result of a year as it is read: registered against done, quality beside quantity, measures, and the rating that
// was recorded on it; and the units of which a committee may consider a commendation.
import { sql } from 'kysely';
import { findDocuments } from '../documents/document.store.ts';
import { reach } from '../org/access.ts';
import { getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import type { Tree, TreeNode } from '../org/tree.ts';
import { type Quality, qualityOf } from '../statistics/quality.ts';
import { admittedByUnit } from '../statistics/quality.store.ts';
import { isKnown } from '../plans/amount.ts';
import { yearPeriod } from '../plans/period.ts';
import { lastDayOf, sameResult } from './rating.ts';
import { findRatings, mayRate, type RatingRow, seenOf } from './rating.store.ts';
import { asOfYear, frozenLines, frozenOf, resultLines } from './result-lines.store.ts';
import { branchOf, keptWord, reachedOf, type Standing, standingsOf, treeFor } from './standing.store.ts';
import type { CommendView, ResultView } from './view.ts';

export async function viewResult(
  db: Queryable,
  actor: Actor,
  unitId: number,
  year: number,
): Promise<ResultView> {
  const unit = await getUnit(db, actor, 'plan.read', unitId);
  const asOf = asOfYear(year);
  const period = yearPeriod(year);
  const tree = await treeFor(db, period, asOf);
  const branch = branchOf(tree, unitId);
  const lines = await resultLines(db, unitId, year, asOf);
  const rates = await mayRate(db, actor, unit);
  const rating = (await findRatings(db, [unitId], year)).get(unitId);
  return {
    unitId,
    name: tree.byId.get(unitId)?.name ?? unit.name,
    kind: unit.kind,
    year,
    asOf,
    over: today() > lastDayOf(year),
    lines,
    seen: seenOf(asOf, lines.map(frozenOf)),
    quality:
      (await qualitiesOf(db, { year, asOf, branches: new Map([[unitId, branch]]) })).get(unitId) ?? null,
    measures: (await measuresOf(db, year, new Map([[unitId, branch]]))).get(unitId) ?? noMeasures,
    rating: rating ? await ratingViewOf(db, actor, { unit, year, rating, rates }) : null,
    can: rates && year <= Number(today().slice(0, 4)) ? ['rate'] : [],
  };
}

interface Rated {
  unit: UnitRow;
  year: number;
  rating: RatingRow;
  rates: boolean;
}

async function ratingViewOf(
  db: Queryable,
  actor: Actor,
  { unit, year, rating, rates }: Rated,
): Promise<ResultView['rating']> {
  const { documentId, unitId: _unit, ...rest } = rating;
  const label = (await findDocuments(db, actor, [documentId])).get(documentId ?? '')?.label;
  const now = await frozenLines(db, unit.id, year, rating.asOf);
  return {
    ...rest,
    document: documentId !== null && label !== undefined ? { id: documentId, label } : null,
    differs: !sameResult(rating.lines, now.lines),
    can: rates ? ['withdraw'] : [],
  };
}

type Branches = ReadonlyMap<number, readonly number[]>;

async function qualitiesOf(
  db: Queryable,
  { year, asOf, branches }: { year: number; asOf: Day; branches: Branches },
): Promise<Map<number, ResultView['quality']>> {
  const unitIds = [...new Set([...branches.values()].flat())];
  const admitted = await admittedByUnit(db, { from: `${year}-01-01`, to: asOf, unitIds, asOf: today() });
  return new Map(
    [...branches].map(([id, branch]) => {
      const people = branch.flatMap((unit) => admitted.get(unit) ?? []);
      return [id, people.length === 0 ? null : shownQuality(qualityOf(people, today()))];
    }),
  );
}

const shownQuality = ({ count, women, degree, notRecognised, removed }: Quality) => ({
  count,
  women,
  degree,
  notRecognised,
  removed,
});

type Measures = ResultView['measures'];
const noMeasures: Measures = { done: 0, dropped: 0, open: 0, late: 0 };

async function measuresOf(db: Queryable, year: number, branches: Branches): Promise<Map<number, Measures>> {
  const unitIds = [...new Set([...branches.values()].flat())];
  const { rows } = await sql<Measures & { unitId: number }>`
    select unit_id as "unitId", count(*) filter (where state = 'done')::int as done,
           count(*) filter (where state = 'dropped')::int as dropped,
           count(*) filter (where state = 'open')::int as open,
           count(*) filter (where state = 'open' and due_on < ${today()})::int as late
    from measure where period = ${String(year)} and unit_id = any(${unitIds}::int[]) group by unit_id`.execute(
    db,
  );
  const own = new Map(rows.map((row) => [row.unitId, row]));
  const add = (a: Measures, b: Measures): Measures => ({
    done: a.done + b.done,
    dropped: a.dropped + b.dropped,
    open: a.open + b.open,
    late: a.late + b.late,
  });
  return new Map(
    [...branches].map(([id, branch]) => [
      id,
      branch.reduce((sum, unit) => add(sum, own.get(unit) ?? noMeasures), noMeasures),
    ]),
  );
}

/** Units directly below, in the order of the tree: what they registered against what they did, and what speaks against. */
export async function listCommendable(
  db: Queryable,
  actor: Actor,
  unitId: number,
  year: number,
): Promise<{ year: number; asOf: Day; items: CommendView[]; total: number }> {
  await getUnit(db, actor, 'plan.read', unitId);
  const asOf = asOfYear(year);
  const period = yearPeriod(year);
  const tree = await treeFor(db, period, asOf);
  const children = childrenIn(tree, unitId);
  const within = await reachedOf(
    db,
    reach(actor, 'plan.read'),
    children.map(({ id }) => id),
  );
  const below = children.filter(({ id }) => within.has(id));
  const ids = below.map(({ id }) => id);
  const branches: Branches = new Map(ids.map((id) => [id, branchOf(tree, id)]));
  const standings = Map.groupBy(
    await standingsOf(db, { period, on: asOf, branch: unitId, units: ids }),
    (standing) => standing.unitId,
  );
  const [qualities, measures, ratings] = [
    await qualitiesOf(db, { year, asOf, branches }),
    await measuresOf(db, year, branches),
    await findRatings(db, ids, year),
  ];
  const items = below.flatMap(({ id, name }) => {
    const own = standings.get(id);
    if (!own) return [];
    const facts = { quality: qualities.get(id) ?? null, measures: measures.get(id) ?? noMeasures };
    return [commendOf({ unitId: id, name, level: ratings.get(id)?.level ?? null, ...facts }, own)];
  });
  return { year, asOf, items, total: items.length };
}

const childrenIn = (tree: Tree, unitId: number): TreeNode[] =>
  tree.nodes.filter(({ parentId }) => parentId === unitId);

type Facts = Pick<CommendView, 'unitId' | 'name' | 'level' | 'quality' | 'measures'>;

function commendOf(facts: Facts, standings: readonly Standing[]): CommendView {
  const remarks = remarksOf(facts, standings);
  return {
    ...facts,
    lines: standings.map((standing) => ({
      figure: standing.figure,
      assigned: standing.assigned,
      registered: standing.registered,
      done: standing.done,
      status: standing.attainment.status,
      kept: keptWord(standing),
    })),
    remarks,
    worthy: remarks.length === 0,
  };
}

/** What to look at first: never a rank, never a sum of points. */
function remarksOf({ quality, measures }: Facts, standings: readonly Standing[]): CommendView['remarks'] {
  // Nothing asked and nothing done is no merit.
  const known = standings.filter(
    ({ assigned }) => assigned !== null && isKnown(assigned) && assigned.maximum > 0,
  );
  const short = known.some(({ attainment: { status } }) => status !== 'met' && status !== 'exceeded');
  const speaks: [CommendView['remarks'][number], boolean][] = [
    ['no_target', known.length === 0],
    ['behind', short],
    ['not_kept', standings.some((standing) => keptWord(standing) === false)],
    ['not_recognised', (quality?.notRecognised ?? 0) > 0],
    ['removed', (quality?.removed ?? 0) > 0],
    ['late_measures', measures.late > 0],
  ];
  return speaks.flatMap(([remark, holds]) => (holds ? [remark] : []));
}
