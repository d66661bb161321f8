// The sheet of one unit for a period: every figure with its parts, history and years, members and quality, and several
// years together.
import { sql } from 'kysely';
import type { Tree, TreeNode } from '../org/tree.ts';
import { treeOn } from '../org/tree.store.ts';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { countPartsByUnit } from '../statistics/count.store.ts';
import { type Figure, targetFigures } from '../statistics/figure.ts';
import { type PartId, parts as allParts, partsOverlap } from '../statistics/part.ts';
import { qualityOf as tally } from '../statistics/quality.ts';
import { admittedByUnit, qualityOf } from '../statistics/quality.store.ts';
import { type Amount, amountOf, type Count, sumCounts } from './amount.ts';
import { attainmentOf } from './attainment.ts';
import type { BranchFacts } from './branch.ts';
import { longerOf, type Standing, standingOf, treeFor } from './branch.store.ts';
import { evenShare } from './conserve.ts';
import { type Done, doneAt } from './done.ts';
import { doneIn, doneOfYears } from './done.store.ts';
import { type History, historyOf } from './history.store.ts';
import { elapsed, type Period, yearPeriod } from './period.ts';
import { dayOf, narrow, type Place, periodOf, placeOf, type Rights, rightsOf } from './place.store.ts';
import { changesOf, membersOf, ofYears, windowOf, yearOf } from './sheet.ts';
import { structureOf } from './structure.ts';
import { targetsOn, toldOn, type UnitTarget, type UnitTold } from './target.store.ts';
import type { FigureSheet, Line, SheetQuery, SheetView, ToldView, YearView } from './view.ts';

interface Sheet {
  db: Queryable;
  place: Place & { node: TreeNode };
  standing: Standing;
  history: History;
  acts: string[];
  /** the years looked back on, each with the tree of its own end where the unit stood in it */
  span: { since: number; until: number };
  trees: Map<number, { tree: Tree; node: TreeNode; standing: boolean }>;
}

export async function readSheet(
  db: Queryable,
  actor: Actor,
  unit: number,
  query: SheetQuery,
): Promise<SheetView> {
  const on = dayOf(query.on);
  const period = periodOf(query.period, on);
  const found = await placeOf(db, actor, { period, on, unit });
  const place = { ...found, node: found.tops[0] as TreeNode };
  const rights = await rightsOf(db, actor, above(place));
  const acts = rights.get(unit)?.acts ?? [];
  const span = spanOf(query, period);
  const sheet: Sheet = {
    db,
    place,
    acts,
    span,
    standing: await standingOf(db, place),
    history: await historyOf(db, unit, { acts, on }),
    trees: await treesOf(db, place, yearsOf(span, period)),
  };
  const figures: FigureSheet[] = [];
  for (const figure of shownFigures(place)) figures.push(await figureSheet(sheet, figure));
  return {
    period,
    on,
    asOf: on,
    elapsed: elapsed(period, on),
    unit: unitOf(place, rights),
    figures,
    quality: await qualityOf(db, {
      ...rangeOf(period, on),
      unitIds: place.unitIds,
      asOf: on,
    }),
    stages: on === today() ? await stagesOf(db, place.unitIds) : [],
    ...(await together(sheet, figures)),
    can: acts,
  };
}

function unitOf(place: Sheet['place'], rights: ReadonlyMap<number, Rights>): SheetView['unit'] {
  const { id, name, kind, cell, endedOn } = place.node;
  const over = above(place).filter((node) => node.id !== id && rights.get(node.id)?.read);
  return { id, name, kind, cell, endedOn, above: over.map((node) => ({ id: node.id, name: node.name })) };
}

const rangeOf = (period: Period, on: Day) => ({ from: period.from, to: on < period.to ? on : period.to });

/** From the top down to the unit itself. */
function above({ tree, node }: Sheet['place']): TreeNode[] {
  const ids = node.path.split('/').filter(Boolean).map(Number);
  return ids.flatMap((id) => tree.byId.get(id) ?? []);
}

const mostYears = 30;
function spanOf({ since, until }: SheetQuery, period: Period): Sheet['span'] {
  const last = until ?? (period.years.at(-1) as number);
  const first = since ?? Math.min(last - 9, period.years[0] as number);
  if (first > last || last - first >= mostYears) throw new Invalid('plans.window');
  return { since: first, until: last };
}

function yearsOf({ since, until }: Sheet['span'], period: Period): number[] {
  const window = Array.from({ length: until - since + 1 }, (_, index) => since + index);
  return [...new Set([...window, ...period.years])].toSorted((a, b) => a - b);
}

/** The unit in the tree of each year’s end; before it was founded, the units that stand below it now. */
async function treesOf(
  db: Queryable,
  place: Sheet['place'],
  years: readonly number[],
): Promise<Sheet['trees']> {
  const found: Sheet['trees'] = new Map();
  for (const year of years) {
    const { from, to } = yearPeriod(year);
    const tree = await treeOn(db, place.on < to ? place.on : to, { keepEndedSince: from });
    const node = tree.byId.get(place.node.id);
    const own = { tree: place.tree, node: place.node, standing: false };
    found.set(year, node ? { tree, node, standing: true } : own);
  }
  return found;
}

const massKind = 'mass_organisation';
function shownFigures({ tree, node }: Sheet['place']): Figure[] {
  const branch = tree.nodes.slice(node.index, node.end);
  const mass = branch.some(({ kind }) => kind === massKind);
  return targetFigures.filter(({ of }) => (of === 'mass' ? mass : node.kind !== massKind));
}

async function figureSheet(sheet: Sheet, figure: Figure): Promise<FigureSheet> {
  const { db, place, standing, history, acts } = sheet;
  const { period, node } = place;
  const { facts, branch } = await treeFor(db, place, figure, standing);
  const line: Line = { ...branch.lineOf(node, 0), can: acts };
  const told = history.told.filter((one) => one.figure === figure.id);
  const years = await yearsOfFigure(sheet, figure, facts);
  const structure = await structureIn(sheet, figure, { facts, line });
  return {
    figure: figure.id,
    line,
    structure,
    overlap: partsOverlap(structure.map(({ part }) => part as PartId)),
    history: history.said.filter((one) => one.figure === figure.id && one.period === period.key),
    told: told.filter((one) => one.period === period.key),
    years: years.filter(({ year }) => year >= sheet.span.since && year <= sheet.span.until),
    change: changesOf(years),
    ofYears: withDone(ofYears(period, line.assigned, years), line.done),
    within: await withinOf(sheet, figure, { facts, line }),
  };
}

const withDone = (of: ReturnType<typeof ofYears>, done: Count): FigureSheet['ofYears'] =>
  of && { ...of, done };

// ---- parts

interface Own {
  facts: BranchFacts;
  line: Line;
}

async function structureIn(sheet: Sheet, figure: Figure, { facts, line }: Own) {
  const { db, place, history } = sheet;
  const { period, on, node, unitIds } = place;
  const counts = await countPartsByUnit(
    db,
    { figure: figure.id, ...rangeOf(period, on), unitIds },
    figure.parts,
  );
  const said = await targetsOn(db, { period: period.key, on, units: [node.id], figures: [figure.id] });
  const told = history.told.filter((one) => one.figure === figure.id && one.period === period.key).at(-1);
  return structureOf(
    {
      period,
      on,
      least: facts.least,
      done: line.done,
      target: line.assigned,
      aim: null,
      subTargets: said.filter(({ kind, part }) => kind === 'assigned' && part !== '').filter(isSaid),
      parts: partsOf(figure, [...counts.values()], told),
    },
    figure.parts,
  );
}

/** A part of which neither number nor share is said any more has no target. */
const isSaid = ({ minimum, maximum, share }: UnitTarget): boolean =>
  minimum !== null || maximum !== null || share !== null;

/** Counted, or told where that is more. */
function partsOf(
  figure: Figure,
  counts: readonly Partial<Record<string, number>>[],
  told: ToldView | undefined,
): Map<string, Count> {
  const found = new Map<string, Count>();
  for (const part of figure.parts) {
    const counted = allParts.find(({ id }) => id === part)?.counted
      ? counts.reduce((sum, own) => sum + (own[part] ?? 0), 0)
      : null;
    const said = told?.parts.find((one) => one.part === part);
    if (said && said.value !== null && said.value > (counted ?? -1))
      found.set(part, { value: said.value, mark: said.mark });
    else if (counted !== null) found.set(part, { value: counted, mark: 'exact' });
  }
  return found;
}

// ---- years

async function yearsOfFigure(sheet: Sheet, figure: Figure, { least }: BranchFacts): Promise<YearView[]> {
  const { db, place, trees } = sheet;
  const { on, node, unitIds } = place;
  const years = [...trees.keys()];
  const asked = { period: years.map(String), on, units: [node.id], figures: [figure.id] };
  const done = await doneOfYears(
    db,
    { figure: figure.id, on, unitIds: unitsOf(sheet) },
    new Map([...trees].map(([year, { tree }]) => [year, tree])),
  );
  const said = (await targetsOn(db, asked)).filter(({ part }) => part === '');
  const told = await toldOn(db, asked);
  const quality = figure.id === 'admission' ? await qualityOfYears(sheet, unitIds) : null;
  return years.map((year) => {
    const { node: own, standing } = trees.get(year) as { node: TreeNode; standing: boolean };
    const sum = done.get(year) as Done;
    return yearOf(
      {
        year,
        standing,
        done: doneAt(sum, own.index),
        counted: sum.counted[own.index] ?? 0,
        assigned: amountIn(said, year, 'assigned'),
        aim: amountIn(said, year, 'aim'),
        told: told.find(({ period }) => period === String(year)) ?? null,
        quality: quality?.get(year) ?? null,
      },
      { on, least },
    );
  });
}

/** All units that stood below it in any of the years; of most of a province no list is made. */
function unitsOf({ place, trees }: Sheet): number[] | undefined {
  if (!narrow(place)) return undefined;
  const own = [...trees.values()].flatMap(({ tree, node }) =>
    tree.nodes.slice(node.index, node.end).map(({ id }) => id),
  );
  return [...new Set(own)];
}

function amountIn(said: readonly UnitTarget[], year: number, kind: UnitTarget['kind']): Amount | null {
  const found = said.find((one) => one.period === String(year) && one.kind === kind);
  return found ? amountOf(found.minimum, found.maximum, found.mark) : null;
}

async function qualityOfYears({ db, place, trees }: Sheet, unitIds: number[]) {
  const years = [...trees.keys()];
  const [from, to] = [`${Math.min(...years)}-01-01`, `${Math.max(...years)}-12-31`];
  const admitted = await admittedByUnit(db, { from, to: place.on < to ? place.on : to, unitIds });
  const byYear = Map.groupBy([...admitted.values()].flat(), (one) => Number(one.on.slice(0, 4)));
  return new Map([...byYear].map(([year, list]) => [year, tally(list, place.on)]));
}

/** Longer periods that hold this one: their own attainment, and what one even year of them is. */
async function withinOf(
  { db, place }: Sheet,
  figure: Figure,
  { facts, line }: Own,
): Promise<FigureSheet['within']> {
  const { node, period, on, tree, unitIds } = place;
  const targets = await longerOf(db, { unitId: node.id, figure: figure.id, period, on });
  const found: FigureSheet['within'] = [];
  for (const { span, ...said } of targets) {
    const sum = await doneIn(db, { tree, period: span, figure: figure.id, on, unitIds });
    const target = amountOf(said.minimum, said.maximum, said.mark);
    const done = doneAt(sum.whole, node.index);
    const even = span.kind === 'years' ? evenShare(target, span.years.length) : null;
    const own = period.kind === 'year' ? line.assigned?.minimum : null;
    found.push({
      period: span,
      target,
      done,
      attainment: attainmentOf({ period: span, on, done, target, aim: null, least: facts.least }),
      shareOfYear: even && own != null ? own / even : null,
    });
  }
  return found;
}

// ---- together

async function together(
  { db, place, history, span }: Sheet,
  figures: readonly FigureSheet[],
): Promise<Pick<SheetView, 'members' | 'window'>> {
  const admission = figures.find(({ figure }) => figure === 'admission');
  const { period, node, on } = place;
  const told = history.told.filter((one) => one.figure === 'members' && one.period === period.key).at(-1);
  const counted: Count = { value: figures[0]?.line.members ?? 0, mark: 'exact' };
  const members = larger(counted, told);
  const key = `${span.since}-${span.until}`;
  const [spoken] = await toldOn(db, { period: key, on, units: [node.id], figures: ['admission'] });
  const sum = sumCounts((admission?.years ?? []).map(({ done }) => done));
  return {
    members: membersOf(members, admission?.line.done ?? { value: 0, mark: 'exact' }, told ?? null),
    window: windowOf(span, larger(sum, spoken), members),
  };
}

function larger(count: Count, told: Pick<UnitTold, 'value' | 'mark'> | undefined): Count {
  return told && told.value !== null && told.value > count.value
    ? { value: told.value, mark: told.mark }
    : count;
}

async function stagesOf(db: Queryable, unitIds: number[]): Promise<SheetView['stages']> {
  const { rows } = await sql<SheetView['stages'][number]>`
    select stage, count(*)::int as count from stat_candidate
    where unit_id = any(${unitIds}::int[]) group by stage order by stage`.execute(db);
  return rows;
}
