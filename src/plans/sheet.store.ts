// The sheet of one unit for a period: every figure with its parts, history and years, members and quality, and several
// years together.
import { branchOf, idsOnPath, type Tree, type TreeNode } from '../org/tree.ts';
import { treeOn } from '../org/tree.store.ts';
import { today } from '../platform/clock.ts';
import { addDays } from '../platform/day.ts';
import { allOf, type Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { countPartsByUnit } from '../statistics/count.store.ts';
import { type Figure, targetFigures } from '../statistics/figure.ts';
import { findPart, type PartId, partsOverlap } from '../statistics/part.ts';
import type { Quality } from '../statistics/quality.ts';
import { type Amount, amountOf, type Count, sumCounts } from './amount.ts';
import { attainmentOf } from './attainment.ts';
import type { BranchFacts } from './branch.ts';
import { longerIn, type Standing, standingOf, treeFor } from './branch.store.ts';
import { evenShare } from './conserve.ts';
import { doneAt } from './done.ts';
import { doneIn } from './done.store.ts';
import { type History, historyOf } from './history.store.ts';
import { elapsed, type Period, yearPeriod } from './period.ts';
import {
  dayOf,
  narrow,
  type Place,
  periodOf,
  placeOf,
  type Rights,
  rightsOf,
  narrowed,
} from './place.store.ts';
import { changesOf, membersOf, ofYears, windowOf, yearOf } from './sheet.ts';
import { doneByYear, qualityIn, qualityOfYears, rangeOf, stagesOf } from './sheet-sums.store.ts';
import { structureOf } from './structure.ts';
import { targetsOn, toldOn, type UnitTarget, type UnitTold } from './target.store.ts';
import type { FigureSheet, Line, SheetQuery, SheetView, ToldView, YearView } from './view.ts';

export interface Sheet {
  db: Queryable;
  place: Place & { node: TreeNode };
  /** of a large branch it stands in the tree that is kept */
  standing: Standing | undefined;
  history: History;
  /** whole and parts of every figure and period, in force on the day */
  said: UnitTarget[];
  told: UnitTold[];
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
  const [standing, history, said, told, trees] = await allOf(db, [
    async () => (narrow(place) ? standingOf(db, place) : undefined),
    () => historyOf(db, unit, { acts, on }),
    () => targetsOn(db, { on, units: [unit] }),
    () => toldOn(db, { on, units: [unit] }),
    () => treesOf(db, place, yearsOf(span, period)),
  ]);
  const sheet: Sheet = { db, place, acts, span, standing, history, said, told, trees };
  const [quality, stages, ...figures] = await allOf<[Quality, SheetView['stages'], ...FigureSheet[]]>(db, [
    () => qualityIn(sheet),
    // Of a period that is over the units of then are looked at: who is a candidate there now is not theirs to know.
    async () => (on === today() && on <= period.to ? stagesOf(sheet) : []),
    ...shownFigures(place).map((figure) => () => figureSheet(sheet, figure)),
  ]);
  return {
    period,
    on,
    asOf: on,
    elapsed: elapsed(period, on),
    unit: unitOf(place, rights),
    figures,
    quality,
    stages,
    ...together(sheet, figures),
    can: acts,
  };
}

function unitOf(place: Sheet['place'], rights: ReadonlyMap<number, Rights>): SheetView['unit'] {
  const { id, name, kind, cell, endedOn } = place.node;
  const over = above(place).filter((node) => node.id !== id && rights.get(node.id)?.read);
  return { id, name, kind, cell, endedOn, above: over.map((node) => ({ id: node.id, name: node.name })) };
}

/** From the top down to the unit itself. */
function above({ tree, node }: Sheet['place']): TreeNode[] {
  return idsOnPath(node.path).flatMap((id) => tree.byId.get(id) ?? []);
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
    const whole = await treeOn(db, place.on < to ? place.on : to, { keepEndedSince: from });
    const stood = whole.byId.get(place.node.id);
    const { tree, tops } = stood ? narrowed(whole, [stood]) : place;
    found.set(year, { tree, node: tops[0] as TreeNode, standing: stood !== undefined });
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
  const [years, structure, within] = await allOf(sheet.db, [
    () => yearsOfFigure(sheet, figure, facts),
    () => structureIn(sheet, figure, { facts, line }),
    () => withinOf(sheet, figure, { facts, line }),
  ]);
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
    within,
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
  const { db, place, history, said } = sheet;
  const { period, on, unitIds } = place;
  const about = { figure: figure.id, unitIds };
  const counts = await countPartsByUnit(db, { ...about, ...rangeOf(period, on) }, figure.parts);
  const own = said.filter((one) => one.period === period.key && one.figure === figure.id);
  const told = history.told.filter((one) => one.figure === figure.id && one.period === period.key).at(-1);
  const range = rangeOf(period, on);
  const since = told && told.parts.length > 0 && told.asOf < range.to ? addDays(told.asOf, 1) : null;
  const later = since
    ? await countPartsByUnit(db, { ...about, from: since, to: range.to }, figure.parts)
    : new Map<number, Partial<Record<string, number>>>();
  return structureOf(
    {
      period,
      on,
      least: facts.least,
      done: line.done,
      target: line.assigned,
      aim: null,
      subTargets: own.filter(({ kind, part }) => kind === 'assigned' && part !== '').filter(isSaid),
      parts: partsOf(figure, told, { counts: [...counts.values()], later: [...later.values()] }),
    },
    figure.parts,
  );
}

/** A part of which neither number nor share is said any more has no target. */
const isSaid = ({ minimum, maximum, share }: UnitTarget): boolean =>
  minimum !== null || maximum !== null || share !== null;

type Parted = readonly Partial<Record<string, number>>[];
const sumOf = (counts: Parted, part: string): number =>
  counts.reduce((sum, own) => sum + (own[part] ?? 0), 0);

/** Counted – or told, with what was counted since, where that is more. */
function partsOf(
  figure: Figure,
  told: ToldView | undefined,
  { counts, later }: { counts: Parted; later: Parted },
): Map<string, Count> {
  const found = new Map<string, Count>();
  for (const part of figure.parts) {
    const counted = findPart(part)?.counted ? sumOf(counts, part) : null;
    const spoken = spokenOf(told, part, sumOf(later, part));
    if (spoken && spoken.value > (counted ?? -1)) found.set(part, spoken);
    else if (counted !== null) found.set(part, { value: counted, mark: 'exact' });
  }
  return found;
}

function spokenOf(told: ToldView | undefined, part: string, since: number): Count | null {
  const said = told?.parts.find((one) => one.part === part);
  return said && said.value !== null ? { value: said.value + since, mark: said.mark } : null;
}

// ---- years

async function yearsOfFigure(sheet: Sheet, figure: Figure, { least }: BranchFacts): Promise<YearView[]> {
  const { trees } = sheet;
  const { on } = sheet.place;
  const said = sheet.said.filter((one) => one.figure === figure.id && one.part === '');
  const told = sheet.told.filter((one) => one.figure === figure.id);
  const [done, quality] = await allOf(sheet.db, [
    () => doneByYear(sheet, figure),
    async () => (figure.id === 'admission' ? qualityOfYears(sheet) : null),
  ]);
  return [...trees].map(([year, { standing }]) => {
    const sum = done.get(year) as { done: Count; counted: number };
    return yearOf(
      {
        year,
        standing,
        ...sum,
        assigned: amountIn(said, year, 'assigned'),
        aim: amountIn(said, year, 'aim'),
        told: told.find(({ period }) => period === String(year)) ?? null,
        quality: quality?.get(year) ?? null,
      },
      { on, least },
    );
  });
}

function amountIn(said: readonly UnitTarget[], year: number, kind: UnitTarget['kind']): Amount | null {
  const found = said.find((one) => one.period === String(year) && one.kind === kind);
  return found ? amountOf(found.minimum, found.maximum, found.mark) : null;
}

/** Longer periods that hold this one: their own attainment, and what one even year of them is. */
async function withinOf(
  { db, place, said: all }: Sheet,
  figure: Figure,
  { facts, line }: Own,
): Promise<FigureSheet['within']> {
  const { period, on } = place;
  const targets = longerIn(
    all.filter((one) => one.figure === figure.id),
    period,
  );
  const found: FigureSheet['within'] = [];
  for (const { span, ...said } of targets) {
    const target = amountOf(said.minimum, said.maximum, said.mark);
    const done = await doneOfSpan(db, place, { span, figure });
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

/** In the tree of the longer period: units that ended in one of its earlier years stand in it. */
async function doneOfSpan(
  db: Queryable,
  { node, on, tree: own }: Sheet['place'],
  { span, figure }: { span: Period; figure: Figure },
): Promise<Count> {
  const { to } = rangeOf(span, on);
  const wide = await treeOn(db, to, { keepEndedSince: span.from < to ? span.from : to });
  const tree = wide.byId.has(node.id) ? wide : own;
  const top = tree.byId.get(node.id) as TreeNode;
  const unitIds = narrow({ unitIds: branchOf(tree, node.id) });
  const { whole } = await doneIn(db, { tree, period: span, figure: figure.id, on, unitIds });
  return doneAt(whole, top.index);
}

// ---- together

function together(
  { place, history, span, told: all }: Sheet,
  figures: readonly FigureSheet[],
): Pick<SheetView, 'members' | 'window'> {
  const admission = figures.find(({ figure }) => figure === 'admission');
  const { period } = place;
  const told = history.told.filter((one) => one.figure === 'members' && one.period === period.key).at(-1);
  const counted: Count = { value: figures[0]?.line.members ?? 0, mark: 'exact' };
  const members = larger(counted, told);
  const key = `${span.since}-${span.until}`;
  const spoken = all.find((one) => one.period === key && one.figure === 'admission');
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

/** In the order of the road. */
