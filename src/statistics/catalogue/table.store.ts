// The table of one figure: by units below, by month or year, by a value or by parts, with its sum, what is not known as
// its own line, and for every number the words under which its records are listed.
import { rootsOf } from '../../org/tree.ts';
import { today } from '../../platform/clock.ts';
import type { Day } from '../../platform/day.ts';
import type { Queryable } from '../../platform/db.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import type { Message } from '../../platform/messages.ts';
import { markIds } from '../../areas/area.ts';
import { parts } from '../part.ts';
import { areaTest, type Condition, unitsOutside } from './held/ask.ts';
import { dayNumber, firstDay } from '../../columns/columns.ts';
import { type DimensionId, getDimension } from './dimension.ts';
import type { Entry } from './entry.ts';
import { figureOf } from './figures.ts';
import { notKnown, valuesOf } from './labels.ts';
import { marksAt } from './held/marks.store.ts';
import { arrangedWithin, isParty, isStock, openable, type Place, shownBelow } from './place.store.ts';
import { branchAt, getEntry, lit, type Ready, readyFor, saidWhere } from './question.store.ts';
import { stepsOf } from './span.ts';
import {
  type Ages,
  branchOf,
  childBranches,
  emptyTally,
  knownOf,
  meanOf,
  medianOf,
  type Question,
  tallyAll,
  tallyBranches,
  tallyByDay,
  tallyByValue,
  type Tallies,
  type Tally,
  tallyParts,
  together,
} from './table.ts';
import { endOf, markLabel, notesOf, notYet, sayCondition, trendNote } from './table-words.ts';
import { isTrend, readTrend } from './trend.store.ts';
import type { Row, TableQuery, TableView } from './view.ts';

export async function readTable(
  db: Queryable,
  actor: Actor,
  figure: string,
  query: TableQuery,
): Promise<TableView> {
  const asked = await readyFor(db, actor, figure, query);
  const by = byOf(asked.entry, query.by);
  const ready = by === 'areas' ? await withMarks(db, asked) : asked;
  if (isTrend(ready.entry, by)) return readTrendTable(db, actor, ready, { ...query, by });
  const tallies = talliesBy(ready, by);
  const divisors = await divisorsOf(db, ready, by);
  const partition = !['parts', 'areas', 'none'].includes(by);
  const whole = partition ? together(tallies) : totalOf(ready);
  const table: Table = { ready, by, tallies, divisors, whole: whole.count };
  const groups = groupsOf(table);
  const open = await openable(db, actor, [
    ...ready.place.tops.map(({ id }) => id),
    ...groups.flatMap(({ unitId }) => unitId ?? []),
  ]);
  const rows = groups.map((group) => rowOf(table, group, open));
  return {
    ...placeView(ready.place),
    figure: figureOf(ready.entry),
    by,
    where: ready.conditions.map(sayCondition),
    partition,
    total: rowOf({ ...table, tallies: new Map([['total', whole]]) }, totalGroup, open),
    rows,
    unknown: tallies.has('') && isValue(by) ? rowOf(table, unknownGroup, open) : null,
    outside: outsideOf(ready),
    since: sinceOf(ready, whole),
    notes: notesOf({ ...ready, stock: isStock(ready.entry) }, by),
  };
}

const withMarks = async (db: Queryable, ready: Ready): Promise<Ready> => ({
  ...ready,
  light: { ...ready.light, marks: await marksAt(db, ready.place.tree) },
});

const totalGroup: Group = { key: 'total', label: { vi: 'Tổng số', en: 'Total' } };
const unknownGroup: Group = { key: '', label: notKnown };

/** Rows that do not sum: each the number at the end of its month or year; the total is that of the last day. */
async function readTrendTable(
  db: Queryable,
  actor: Actor,
  ready: Ready,
  query: TableQuery & { by: string },
): Promise<TableView> {
  const { place } = ready;
  const by = query.by as 'month' | 'year';
  const steps = await readTrend(db, ready, by, query.from);
  const open = await openable(
    db,
    actor,
    place.tops.map(({ id }) => id),
  );
  const whole = totalOf(ready);
  const divisors = await divisorsOf(db, ready, 'none');
  const table: Table = { ready, by, tallies: new Map(), divisors, whole: whole.count };
  const rows = steps.map(({ step, tally, per, there }) => {
    const of: Tallies = new Map([[step.key, { count: per ?? 0, ages: null }]]);
    const own: Table = {
      ...table,
      tallies: new Map([[step.key, tally]]),
      divisors: divisors && { of, whole: per ?? 0 },
    };
    const row = rowOf(own, { ...stepGroup(step), span: step }, open);
    return there ? { ...row, share: null } : { ...row, share: null, opens: null, label: notYet(step.label) };
  });
  return {
    ...placeView(place),
    figure: figureOf(ready.entry),
    by,
    where: ready.conditions.map(sayCondition),
    partition: false,
    total: {
      ...rowOf({ ...table, tallies: new Map([['total', whole]]) }, totalGroup, open),
      label: endOf(place.span.to),
      share: null,
    },
    rows,
    unknown: null,
    outside: 0,
    since: sinceOf(ready, whole),
    notes: [trendNote(ready.entry), ...notesOf({ ...ready, stock: isStock(ready.entry) }, by)],
  };
}

interface Table {
  ready: Ready;
  by: string;
  tallies: Tallies;
  /** null: no ratio */
  divisors: { of: Tallies; whole: number } | null;
  whole: number;
}

interface Group {
  key: string;
  label: Message;
  unitId?: number;
  /** a month or a year */
  span?: { from: Day; to: Day };
}

const isValue = (by: string): boolean => !['child', 'month', 'year', 'parts', 'areas', 'none'].includes(by);

export const byChoices = (entry: Entry): string[] => [
  'child',
  'month',
  'year',
  ...(entry.parts ? ['parts'] : []),
  'areas',
  ...entry.by,
];

function byOf(entry: Entry, by = 'child'): string {
  if (by !== 'none' && !byChoices(entry).includes(by)) throw new Invalid('statistics.by');
  return by;
}

const questionOf = (ready: Ready): Question => ({
  light: ready.light,
  branch: branchAt(ready.place),
  tests: ready.tests,
  ages: ready.entry.ages ?? false,
});

function talliesBy(ready: Ready, by: string): Tallies {
  const { columns } = ready;
  if (by === 'none') return new Map();
  if (by === 'child') return childTallies(ready);
  const question = questionOf(ready);
  if (by === 'parts') return tallyParts(columns, question);
  if (by === 'areas') return areaTallies(ready);
  if (by === 'month' || by === 'year') return tallyByDay(columns, question, by);
  return tallyByValue(columns, question, by as DimensionId);
}

/** Overlapping: each mark is counted by itself, and what carries none. */
const areaTallies = (ready: Ready): Tallies =>
  new Map(
    [...markIds, ''].map((mark) => {
      const tests = [...ready.tests, areaTest(ready.columns, mark, ready.light)];
      return [mark, tallyAll(ready.columns, { ...questionOf(ready), tests })];
    }),
  );

function childTallies(ready: Ready): Tallies {
  const { columns, place } = ready;
  const below = shownBelow(place);
  const branch = childBranches(place.tree, place.tops, below);
  const keys = [...below.map(({ id }) => String(id)), 'own'];
  return tallyBranches(columns, { ...questionOf(ready), branch }, keys);
}

const totalOf = (ready: Ready): Tally => tallyAll(ready.columns, questionOf(ready));

async function divisorsOf(db: Queryable, ready: Ready, by: string): Promise<Table['divisors']> {
  const { entry, place, conditions } = ready;
  if (!entry.per) return entry.years === undefined ? null : { of: new Map(), whole: entry.years };
  const other = getEntry(entry.per);
  const part = await lit(db, other, place, conditions);
  const light = { ...part.light, marks: ready.light.marks };
  const of: Ready = { ...ready, ...part, light, entry: other };
  return { of: talliesBy(of, by), whole: totalOf(of).count };
}

function groupsOf({ ready, by, tallies, divisors }: Table): Group[] {
  const { place, entry } = ready;
  const there = (key: string) => tallies.has(key) || (divisors?.of.has(key) ?? false);
  if (by === 'none') return [];
  if (by === 'parts')
    return parts.filter(({ id }) => tallies.has(id)).map(({ id, label }) => ({ key: id, label }));
  if (by === 'areas') return [...markIds, ''].map((mark) => ({ key: mark, label: markLabel(mark) }));
  if (by === 'month' || by === 'year')
    return [...stepsOf(place.span, by).map(stepGroup), ...yearly(by, tallies)];
  if (by === 'child') return childGroups(place, there);
  const listed = valuesOf(by as DimensionId);
  const always = getDimension(by as DimensionId).from === undefined && !entry.only?.[by as DimensionId];
  const known = new Set(listed.map(({ code }) => code));
  const others = [...tallies.keys()].filter((code) => code !== '' && !known.has(code));
  return [
    ...listed.filter(({ code }) => always || there(code)),
    ...others.map((code) => ({ code, label: { vi: code, en: code } })),
  ].map(({ code, label }) => ({ key: code, label }));
}

const stepGroup = ({ key, label, from, to }: ReturnType<typeof stepsOf>[number]): Group => ({
  key,
  label,
  span: { from, to },
});

/** By month: what is known by year only. */
function yearly(by: 'month' | 'year', tallies: Tallies): Group[] {
  if (by === 'year') return [];
  return [...tallies.keys()]
    .filter((key) => key.length === 4)
    .toSorted()
    .map((key) => ({
      key,
      label: { vi: `Chỉ biết năm ${key}`, en: `Known by the year ${key} only` },
      span: { from: `${key}-01-01`, to: `${key}-12-31` },
    }));
}

function childGroups(place: Place, there: (key: string) => boolean): Group[] {
  const own: Group = {
    key: 'own',
    label: { vi: 'Trực tiếp', en: 'Directly' },
  };
  const below = shownBelow(place)
    .filter(({ id, kind }) => isParty(kind) || there(String(id)))
    .map(({ id, name, endedOn }) => ({
      key: String(id),
      label:
        endedOn === null ? { vi: name, en: name } : { vi: `${name} (đã kết thúc)`, en: `${name} (ended)` },
      unitId: id,
    }));
  return [...(there('own') ? [own] : []), ...below];
}

function rowOf(table: Table, group: Group, open: ReadonlySet<number>): Row {
  const { ready, tallies, whole } = table;
  const tally = tallies.get(group.key) ?? emptyTally();
  const counts = ready.entry.ages === undefined && table.divisors === null;
  return {
    key: group.key,
    label: group.label,
    unitId: group.unitId ?? null,
    count: tally.count,
    share: counts && whole > 0 && group !== totalGroup ? tally.count / whole : null,
    ...ratioOf(table, group, tally),
    ...agesOf(ready.entry, tally),
    opens: opensOf(table, group, open),
  };
}

function ratioOf({ ready, divisors }: Table, group: Group, { count }: Tally): Pick<Row, 'per' | 'value'> {
  if (!divisors) return { per: null, value: null };
  const whole = group === totalGroup || ready.entry.years !== undefined;
  const per = whole ? divisors.whole : (divisors.of.get(group.key)?.count ?? 0);
  return { per, value: per > 0 ? count / per : null };
}

const agesOf = ({ ages }: Entry, tally: Tally): Pick<Row, 'mean' | 'median' | 'known'> =>
  ages ? agesTold(tally.ages ?? new Uint32Array()) : { mean: null, median: null, known: null };
const agesTold = (ages: Ages): Pick<Row, 'mean' | 'median' | 'known'> => ({
  mean: meanOf(ages),
  median: medianOf(ages),
  known: knownOf(ages),
});

function opensOf({ ready, by }: Table, group: Group, open: ReadonlySet<number>): Row['opens'] {
  const { place, conditions } = ready;
  const unit = group.unitId ?? place.node?.id;
  if (unit !== undefined && !open.has(unit)) return null;
  return given({
    unit: unit?.toString(),
    ...daysOf(ready, by, group),
    where: saidWhere([...conditions, ...ownCondition(by, group)]),
    own: by === 'child' && group.key === 'own' ? '1' : '',
    yearly: by === 'month' && isYear(group.key) ? '1' : '',
  });
}

function daysOf({ entry, place }: Ready, by: string, { span }: Group): Record<string, string> {
  const { from, to } = span ?? place.span;
  const tree = span ? (isTrend(entry, by) ? '' : arrangedWithin(place)) : place.arranged;
  return isStock(entry) ? { on: to, tree } : { from, to, tree };
}

const isYear = (key: string): boolean => key.length === 4;
const given = (words: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** The value or part that the group stands for. */
function ownCondition(by: string, group: Group): Condition[] {
  if (group === totalGroup || ['child', 'month', 'year', 'none'].includes(by)) return [];
  const singular: Record<string, Condition['by']> = { parts: 'part', areas: 'area' };
  return [{ by: singular[by] ?? (by as DimensionId), value: group.key }];
}

export const placeView = ({
  span,
  tree,
  node,
}: Place): Pick<TableView, 'unit' | 'span' | 'tree' | 'asOf'> => ({
  unit: node && { id: node.id, name: node.name },
  span,
  tree: tree.on,
  asOf: today(),
});

/** Of the whole tree: what belongs to no unit that it has. */
function outsideOf({ columns, place, light, tests }: Ready): number {
  if (place.tops.some(({ parentId }) => parentId !== null)) return 0;
  const branch = unitsOutside(columns, branchOf(place.tree, rootsOf(place.tree), 'together'));
  return tallyAll(columns, { light, branch, tests, ages: false }).count;
}

/** Days before which nothing of this figure is known at all. */
function sinceOf({ columns, light }: Ready, { count }: Tally): string | null {
  if (count > 0) return null;
  const first = firstDay(columns);
  if (first === null || dayNumber(light.span.to) >= first) return null;
  const text = String(first);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
