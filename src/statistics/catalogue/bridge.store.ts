// The bridge between two days for one unit, and the movement of every unit below it: what came, what went, and the proof
// that they are the whole difference.
import type { Tree } from '../../org/tree.ts';
import { treeOn } from '../../org/tree.store.ts';
import { today } from '../../platform/clock.ts';
import { addDays, type Day, formatDay } from '../../platform/day.ts';
import type { Queryable } from '../../platform/db.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { branchesMoved, type Moved, signOf } from './bridge/bridge.ts';
import { type Counted, counted } from './bridge/counted.ts';
import { readChange } from './bridge/change.store.ts';
import { columnsOfBoth } from './held/columns.store.ts';
import { terms } from './dimension.ts';
import { figureOf } from './figures.ts';
import { arrangedWithin, isParty, openable, type Place, placeOf, shownBelow } from './place.store.ts';
import { getEntry } from './question.store.ts';
import { sayBridge } from './bridge/said.ts';
import { placeView } from './table.store.ts';
import type { BridgeView, MovementView, TableQuery, Term } from './view.ts';

interface Both extends Counted {
  place: Place;
  before: Day;
  /** the tree of the first day */
  past: Tree;
}

async function readBoth(db: Queryable, actor: Actor, asked: TableQuery): Promise<Both> {
  const place = await placeOf(db, actor, getEntry('movement'), asked);
  const { span, tree } = place;
  const before = addDays(span.from, -1);
  const [[members, moves], past] = await Promise.all([
    columnsOfBoth(db, 'member', 'movement'),
    treeOn(db, before),
  ]);
  return { place, before, past, ...counted({ members, moves, past, tree, before, span }) };
}

interface Sums {
  start: number;
  shift: number;
  end: number;
  terms: number[];
  inside: number;
  holds: boolean;
}

function sumsOf({ place, past, flows, starts, carried, ends }: Both, id: number): Sums {
  const index = place.tree.byId.get(id)?.index ?? 0;
  const before = past.byId.get(id);
  const start = before ? (starts[before.index] ?? 0) : 0;
  const shift = (carried[index] ?? 0) - start;
  const end = ends[index] ?? 0;
  const counts = terms.map(({ code }) => flows.sums.get(code)?.[index] ?? 0);
  const change = counts.reduce((sum, count, at) => sum + count * signOf(terms[at]?.code ?? ''), 0);
  const inside = flows.inside[index] ?? 0;
  return { start, shift, end, terms: counts, inside, holds: start + shift + change === end };
}

export async function readMovement(db: Queryable, actor: Actor, query: TableQuery): Promise<MovementView> {
  if (query.by !== undefined && query.by !== 'child') throw new Invalid('statistics.by');
  if (query.where) throw new Invalid('statistics.where');
  const both = await readBoth(db, actor, query);
  const { place } = both;
  const below = shownBelow(place).filter(({ kind }) => isParty(kind));
  const open = await openable(
    db,
    actor,
    below.map(({ id }) => id),
  );
  const entry = getEntry('movement');
  return {
    ...placeView(place),
    figure: figureOf(entry),
    bridge: place.node ? await bridgeOf(db, actor, both, place.node.id) : null,
    terms: terms.map(({ code, label }) => ({ id: code, label, sign: signOf(code) })),
    rows: below.map(({ id, name }) => {
      const { inside: _inside, ...sums } = sumsOf(both, id);
      return { unitId: id, label: { vi: name, en: name }, ...sums, open: open.has(id) };
    }),
    notes: [],
  };
}

/** From the end of one day to the end of another. */
export async function readBridge(
  db: Queryable,
  actor: Actor,
  figure: string,
  { unit, from, to }: { unit?: number | undefined; from: Day; to: Day },
): Promise<BridgeView> {
  const entry = getEntry(figure);
  if (to > today()) throw new Invalid('ledger.future_day', { day: formatDay(to) });
  if (from >= to) throw new Invalid('statistics.span');
  if (!['members', 'movement'].includes(entry.id))
    return readChange(db, actor, entry, { unit, since: from, on: to });
  const both = await readBoth(db, actor, { unit, from: addDays(from, 1), to });
  const node = both.place.node ?? both.place.tops[0];
  if (!node || !both.place.node) throw new Invalid('statistics.no_bridge');
  return bridgeOf(db, actor, both, node.id);
}

async function bridgeOf(db: Queryable, actor: Actor, both: Both, id: number): Promise<BridgeView> {
  const { place, before, past } = both;
  const sums = sumsOf(both, id);
  const now = { tree: place.tree, node: place.tree.byId.get(id) };
  const old = { tree: past, node: past.byId.get(id) };
  const gained = branchesMoved(now, old, both.first);
  const lost = branchesMoved(old, now, both.first);
  const open = await openable(
    db,
    actor,
    [...gained, ...lost].map((one) => one.id),
  );
  const moved = (list: readonly Moved[], sign: 1 | -1): Term[] =>
    list.map((one) => movedTerm(one, { sign, before, tree: sign === 1 ? arrangedWithin(place) : '', open }));
  const shown = [...flowTerms(both, id, sums), ...moved(gained, 1), ...moved(lost, -1)];
  const difference = sums.end - sums.start;
  return {
    ...placeView(place),
    start: {
      on: before,
      count: sums.start,
      there: old.node !== undefined,
      opens: old.node ? { unit: String(id), on: before } : null,
    },
    terms: shown,
    inside: sums.inside,
    end: { on: place.span.to, count: sums.end, opens: { unit: String(id), on: place.span.to } },
    difference,
    holds: sums.holds && shown.reduce((sum, { sign, count }) => sum + sign * count, 0) === difference,
    said: sayBridge(difference, shown),
  };
}

function flowTerms({ place: { span } }: Both, id: number, sums: Sums): Term[] {
  return terms.map(({ code, label }, at) => ({
    id: code,
    label,
    sign: signOf(code),
    count: sums.terms[at] ?? 0,
    figure: code,
    opens: {
      unit: String(id),
      from: span.from,
      to: span.to,
      ...(code.startsWith('moved') ? { net: '1' } : {}),
    },
  }));
}

interface MovedAbout {
  sign: 1 | -1;
  before: Day;
  /** the one that has the unit in the branch; '' = that of the first day */
  tree: string;
  open: ReadonlySet<number>;
}

/** All who were members of that unit on the first day come, or go, with it. */
function movedTerm({ id, name, count, whole: all }: Moved, { sign, before, tree, open }: MovedAbout): Term {
  const words =
    sign === 1
      ? { vi: `Cùng ${name} chuyển về`, en: `Came with ${name}` }
      : { vi: `Cùng ${name} tách đi`, en: `Went with ${name}` };
  const whole = { unit: String(id), on: before, ...(tree === '' ? {} : { tree }) };
  return {
    id: `${sign === 1 ? 'gained' : 'lost'}:${id}`,
    label: words,
    sign,
    count,
    figure: 'members',
    opens: all && open.has(id) ? whole : null,
  };
}
