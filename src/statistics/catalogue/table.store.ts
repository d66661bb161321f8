// The table of one figure: by units below, by month or year, by a value or by parts, with its sum, what is not known as
// its own line, and for every number the words under which its records are listed.
import { today } from '../../platform/clock.ts';
import type { Day } from '../../platform/day.ts';
import type { Queryable } from '../../platform/db.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import type { Message } from '../../platform/messages.ts';
import { findPart, parts } from '../part.ts';
import { rangeNote } from '../within.ts';
import { type Condition, dayNumber, forEachRow } from './columns.ts';
import { type DimensionId, getDimension } from './dimension.ts';
import type { Entry } from './entry.ts';
import { figureOf } from './figures.ts';
import { labelOf, notKnown, valuesOf } from './labels.ts';
import { isParty, isStock, openable, type Place, shownBelow } from './place.store.ts';
import { getEntry, insideOf, lit, type Ready, readyFor, saidWhere } from './question.store.ts';
import { stepsOf } from './span.ts';
import {
  branchesOf,
  emptyTally,
  meanOf,
  medianOf,
  type Question,
  tallyBy,
  tallyByDay,
  tallyByValue,
  type Tallies,
  type Tally,
  tallyParts,
  together,
} from './table.ts';
import type { Row, TableQuery, TableView } from './view.ts';

export async function readTable(
  db: Queryable,
  actor: Actor,
  figure: string,
  query: TableQuery,
): Promise<TableView> {
  const ready = await readyFor(db, actor, figure, query);
  const by = byOf(ready.entry, query.by);
  const tallies = talliesBy(ready, by);
  const divisors = await divisorsOf(db, ready, by);
  const partition = by !== 'parts' && by !== 'none';
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
    since: sinceOf(ready),
    notes: notesOf(ready, by, query.tree),
  };
}

function sayCondition({ by, value }: Condition): { by: Message; label: Message } {
  if (by === 'part') return { by: partWord, label: findPart(value)?.label ?? partWord };
  return { by: getDimension(by).label, label: value ? labelOf(by, value) : notKnown };
}

const partWord: Message = { vi: 'Thành phần', en: 'Part' };
const totalGroup: Group = { key: 'total', label: { vi: 'Tổng số', en: 'Total' } };
const unknownGroup: Group = { key: '', label: notKnown };

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

const isValue = (by: string): boolean => !['child', 'month', 'year', 'parts', 'none'].includes(by);

export const byChoices = (entry: Entry): string[] => [
  'child',
  ...(isStock(entry) ? [] : ['month', 'year']),
  ...(entry.parts ? ['parts'] : []),
  ...entry.by,
];

function byOf(entry: Entry, by = 'child'): string {
  if (by !== 'none' && !byChoices(entry).includes(by)) throw new Invalid('statistics.by');
  return by;
}

const questionOf = (ready: Ready): Question => ({
  light: ready.light,
  tests: [insideOf(ready), ...ready.tests],
  ages: ready.entry.ages ?? false,
});

function talliesBy(ready: Ready, by: string): Tallies {
  const { columns, place } = ready;
  const question = questionOf(ready);
  if (by === 'none') return new Map();
  if (by === 'parts') return tallyParts(columns, question);
  if (by === 'month' || by === 'year') return tallyByDay(columns, question, by);
  if (by !== 'child') return tallyByValue(columns, question, by as DimensionId);
  const { branchOf } = branchesOf(columns, place.tree, shownBelow(place));
  return tallyBy(columns, question, (row) => branchOf(row) ?? 'own');
}

const totalOf = (ready: Ready): Tally => together(tallyBy(ready.columns, questionOf(ready), () => ''));

async function divisorsOf(db: Queryable, ready: Ready, by: string): Promise<Table['divisors']> {
  const { entry, place } = ready;
  if (!entry.per) return null;
  const other = getEntry(entry.per);
  const of: Ready = { ...ready, ...(await lit(db, other, place, [])), entry: other };
  return { of: talliesBy(of, by), whole: totalOf(of).count };
}

function groupsOf({ ready, by, tallies, divisors }: Table): Group[] {
  const { place, entry } = ready;
  const there = (key: string) => tallies.has(key) || (divisors?.of.has(key) ?? false);
  if (by === 'none') return [];
  if (by === 'parts')
    return parts.filter(({ id }) => tallies.has(id)).map(({ id, label }) => ({ key: id, label }));
  if (by === 'month' || by === 'year')
    return [...stepsOf(place.span, by).map(stepGroup), ...yearly(ready, by, tallies)];
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
function yearly({ place }: Ready, by: 'month' | 'year', tallies: Tallies): Group[] {
  if (by === 'year') return [];
  return [...tallies.keys()]
    .filter((key) => key.length === 4)
    .toSorted()
    .map((key) => ({
      key,
      label: { vi: `Chỉ biết năm ${key}`, en: `Known by the year ${key} only` },
      span: place.span,
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

function ratioOf({ divisors }: Table, group: Group, { count }: Tally): Pick<Row, 'per' | 'value'> {
  if (!divisors) return { per: null, value: null };
  const per = group === totalGroup ? divisors.whole : (divisors.of.get(group.key)?.count ?? 0);
  return { per, value: per > 0 ? count / per : null };
}

const agesOf = ({ ages }: Entry, tally: Tally): Pick<Row, 'mean' | 'median' | 'known'> =>
  ages
    ? { mean: meanOf(tally.ages), median: medianOf(tally.ages), known: tally.ages.length }
    : { mean: null, median: null, known: null };

function opensOf({ ready, by }: Table, group: Group, open: ReadonlySet<number>): Row['opens'] {
  const { place, conditions } = ready;
  const unit = group.unitId ?? place.node?.id;
  const shut = unit !== undefined && !open.has(unit);
  if (shut || (by === 'month' && isYear(group.key))) return null;
  return given({
    unit: unit?.toString(),
    ...daysOf(ready, group),
    where: saidWhere([...conditions, ...ownCondition(by, group)]),
    own: by === 'child' && group.key === 'own' ? '1' : '',
  });
}

function daysOf({ entry, place }: Ready, group: Group): Record<string, string> {
  const { from, to } = group.span ?? place.span;
  const tree = place.tree.on === place.span.to ? '' : place.tree.on;
  return isStock(entry) ? { on: to, tree } : { from, to, tree };
}

const isYear = (key: string): boolean => key.length === 4;
const given = (words: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** The value or part that the group stands for. */
function ownCondition(by: string, group: Group): Condition[] {
  if (group === totalGroup || !(isValue(by) || by === 'parts')) return [];
  return [{ by: by === 'parts' ? 'part' : (by as DimensionId), value: group.key }];
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
  let count = 0;
  forEachRow(columns, { span: light.span, tests }, (row) => {
    if (!place.tree.byId.has(columns.unit[row] as number)) count += 1;
  });
  return count;
}

/** Days before which nothing of this figure is known at all. */
function sinceOf({ columns, light }: Ready): string | null {
  const first = columns.from.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(first) || dayNumber(light.span.to) >= first) return null;
  const text = String(first);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

const overlap: Message = {
  vi: 'Các thành phần chồng lên nhau (một người có thể thuộc nhiều thành phần) nên không cộng thành tổng số.',
  en: 'Parts overlap (one person may stand in several): they do not sum to the total.',
};
const nothing: Message = {
  vi: 'Chưa ghi nhận dữ liệu nào cho số liệu này.',
  en: 'Nothing of this figure was recorded yet.',
};
const otherTree = (day: Day): Message => ({
  vi: `Xếp theo cây tổ chức ngày ${day.split('-').toReversed().join('/')}.`,
  en: `Arranged in the tree of ${day.split('-').toReversed().join('/')}.`,
});

function notesOf({ entry, columns, place }: Ready, by: string, tree: Day | undefined): Message[] {
  const days = !isStock(entry) && !columns.source.byFirstDay;
  return [
    ...(columns.length === 0 ? [nothing] : []),
    ...(by === 'parts' ? [overlap] : []),
    ...(entry.note ? [entry.note] : []),
    ...(days ? [rangeNote] : []),
    ...(tree !== undefined && tree !== place.span.to ? [otherTree(tree)] : []),
  ];
}
