// The bridge between two days of any figure that stands: what came, what went, and what only stands in another unit now.
import { treeOn } from '../../../org/tree.store.ts';
import { today } from '../../../platform/clock.ts';
import { type Day, formatDay } from '../../../platform/day.ts';
import type { Queryable } from '../../../platform/db.ts';
import { Invalid } from '../../../platform/errors.ts';
import type { Actor } from '../../../platform/http.ts';
import type { Message } from '../../../platform/messages.ts';
import { type Chosen, rowsOf } from '../held/ask.ts';
import { type Change, type ChangeId, changeIds, changeOf } from './change.ts';
import type { Columns } from '../../../columns/columns.ts';
import { columnsFor } from '../held/columns.store.ts';
import type { Entry } from '../entry.ts';
import { isStock, type Place, placeOf } from '../place.store.ts';
import { branchAt, lightOf, testsOf } from '../question.store.ts';
import { sayBridge } from './said.ts';
import type { SourceId } from '../source.ts';
import { daySpan } from '../span.ts';
import type { BridgeView, Term } from '../view.ts';

export interface DaysAsked {
  unit: number | undefined;
  /** the end of this day … */
  since: Day;
  /** … and of this one */
  on: Day;
  /** as the asker holds them already: rows are told by their place in them */
  columns?: Columns;
}

interface BothDays {
  place: Place;
  columns: Columns;
  changed: Change;
  start: number;
  end: number;
  /** the unit was there on the first day */
  there: boolean;
}

export async function readBothDays(
  db: Queryable,
  actor: Actor,
  entry: Entry,
  { unit, since, on, columns: held }: DaysAsked,
): Promise<BothDays> {
  if (!isStock(entry) || entry.per !== undefined) throw new Invalid('statistics.no_bridge');
  if (since >= on) throw new Invalid('statistics.span');
  if (on > today()) throw new Invalid('ledger.future_day', { day: formatDay(on) });
  const place = await placeOf(db, actor, entry, { unit, on });
  if (!place.node) throw new Invalid('statistics.no_bridge');
  const tree = await treeOn(db, since);
  const node = tree.byId.get(place.node.id) ?? null;
  const before: Place = { ...place, span: daySpan(since), tree, node, tops: node ? [node] : [] };
  const columns = held ?? (await columnsFor(db, entry.source));
  const [first, last] = [chosenAt(columns, entry, before), chosenAt(columns, entry, place)];
  return {
    place,
    columns,
    changed: changeOf(columns, first, last),
    start: rowsOf(columns, first).length,
    end: rowsOf(columns, last).length,
    there: node !== null,
  };
}

const chosenAt = (columns: Columns, entry: Entry, place: Place): Chosen => ({
  span: place.span,
  tests: testsOf(columns, entry, lightOf(place)),
  branch: branchAt(place),
});

export async function readChange(
  db: Queryable,
  actor: Actor,
  entry: Entry,
  asked: DaysAsked,
): Promise<BridgeView> {
  const { place, changed, start, end, there } = await readBothDays(db, actor, entry, asked);
  const unit = String(place.node?.id);
  const { since, on } = asked;
  const terms = changeIds.map(
    (id): Term => ({
      id,
      label: wordOf(entry.source, id),
      sign: signs[id],
      count: changed[id].length,
      figure: entry.id,
      opens: { unit, on, since, change: id },
    }),
  );
  const sum = terms.reduce((all, { sign, count }) => all + sign * count, 0);
  return {
    unit: place.node && { id: place.node.id, name: place.node.name },
    span: { from: since, to: on },
    tree: place.tree.on,
    asOf: today(),
    start: { on: since, count: start, there, opens: there ? { unit, on: since } : null },
    terms,
    inside: 0,
    end: { on, count: end, opens: { unit, on } },
    difference: end - start,
    holds: start + sum === end,
    said: sayBridge(end - start, terms),
  };
}

const signs: Record<ChangeId, 1 | -1> = { came: 1, joined: 1, went: -1, parted: -1 };

const say = (vi: string, en: string): Message => ({ vi, en });
const joined = say('Chuyển về từ đơn vị khác', 'Joined from another unit');
const parted = say('Chuyển sang đơn vị khác', 'Went to another unit');
const plain = { came: say('Mới có', 'New'), went: say('Không còn', 'No longer') };
const unitWords = {
  came: say('Mới lập hoặc đổi loại', 'New or of another kind'),
  went: say('Kết thúc hoặc đổi loại', 'Ended or of another kind'),
};
const requestWords = { came: say('Mới gửi', 'Newly sent'), went: say('Đã được trả lời', 'Answered') };

/** What coming and going means for these rows. */
const words: Partial<Record<SourceId, Pick<Record<ChangeId, Message>, 'came' | 'went'>>> = {
  guest: {
    came: say('Mới đến sinh hoạt', 'Began to take part'),
    went: say('Thôi sinh hoạt', 'Stopped taking part'),
  },
  stage: {
    came: say('Mới vào nguồn', 'New candidates'),
    went: say('Đã kết nạp hoặc thôi theo dõi', 'Admitted or closed'),
  },
  waiting: requestWords,
  cell: unitWords,
  below: unitWords,
  base: unitWords,
  idle: {
    came: say('Vừa tròn thời gian không kết nạp', 'Without admissions for that long by now'),
    went: say('Đã kết nạp hoặc kết thúc', 'Admitted again or ended'),
  },
};

const wordOf = (source: SourceId, id: ChangeId): Message =>
  id === 'joined' ? joined : id === 'parted' ? parted : (words[source] ?? plain)[id];
