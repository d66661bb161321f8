// Members on two days and what moved between them, counted for every unit at once and kept: the movement of a cell costs what the
// cell costs, once anybody has asked for that of another unit.
import type { Tree } from '../../../org/tree.ts';
import type { Day } from '../../../platform/day.ts';
import { keepNewest } from '../../../platform/newest.ts';
import type { Columns } from '../../../columns/columns.ts';
import { byUnit, type Span } from '../held/ask.ts';
import { type Flows, flowsOf, summed } from './bridge.ts';

/** What both days say of every unit of the tree of the last day. */
export interface Counted {
  flows: Flows;
  /** members on the first and the last day by unit, and summed up in the tree of each day */
  first: Map<number, number>;
  starts: Float64Array;
  carried: Float64Array;
  ends: Float64Array;
}

interface CountedFrom {
  members: Columns;
  moves: Columns;
  /** the trees of the first and the last day */
  past: Tree;
  tree: Tree;
  /** the day before the first */
  before: Day;
  span: Span;
}

type Spans = Map<string, { trees: [Tree['nodes'], Tree['nodes']]; made: Counted }>;
/** By the columns of members, then of moves: what was counted from others goes with them. */
const kept = new WeakMap<Columns, WeakMap<Columns, Spans>>();
/** Of a province each takes about a megabyte. */
const spansKept = 4;

/** It is counted for all units at once: whoever asks for another one is given the same while neither rows nor trees are others. */
export function counted(from: CountedFrom): Counted {
  const { members, moves, tree, past, before, span } = from;
  const byMoves = kept.get(members) ?? new WeakMap<Columns, Spans>();
  const spans: Spans = byMoves.get(moves) ?? new Map();
  kept.set(members, byMoves.set(moves, spans));
  const key = `${before} ${span.to}`;
  const last = spans.get(key);
  const isSame = last?.trees[0] === past.nodes && last.trees[1] === tree.nodes;
  const made = isSame ? last.made : countBoth(from);
  keepNewest(spans, [key, { trees: [past.nodes, tree.nodes], made }], spansKept);
  return made;
}

function countBoth({ members, moves, past, tree, before, span }: CountedFrom): Counted {
  const on = (day: Day) => byUnit(members, { span: { from: day, to: day }, tests: [] });
  const first = on(before);
  return {
    flows: flowsOf(moves, tree, { span, typeOf: () => null }),
    first,
    starts: summed(past, first),
    carried: summed(tree, first),
    ends: summed(tree, on(span.to)),
  };
}
