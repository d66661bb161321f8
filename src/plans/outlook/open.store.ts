// Open candidacies where their cells stand in the tree, with what the rules say of each: of a small branch read for each
// answer; of a large one read with the whole tree, and held until something is written that may change a way ahead.
import { today } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { type Bounded, withBounds } from '../../forecast/bound.store.ts';
import type { Model } from '../../forecast/history.ts';
import { aheadWrittenOf } from '../../forecast/model.store.ts';
import { type OpenRow, openRows } from '../../forecast/open.store.ts';
import type { TreeNode } from '../../org/tree.ts';
import { law } from '../../road/law.ts';
import { narrow, type Place } from '../place.store.ts';

/** An open candidacy and where its cell stands in the tree. */
export interface Placed {
  index: number;
  row: OpenRow;
}
/** Ready: what the rules say is known of all of them. */
interface Open extends Pick<Bounded, 'ready' | 'making'> {
  /** in the order of the tree */
  open: readonly Placed[];
}

export const openIn = (db: Db, place: Place, model: Model): Promise<Open> => {
  const units = narrow(place);
  return units ? readOpen(db, place, units) : heldOpen(db, place, model);
};

interface Held {
  /** what it was made of: while all of it is the same, so is the answer */
  of: readonly unknown[];
  open: Promise<Open>;
}
/** Of each model that is kept, those looked at last. */
const held = new WeakMap<Model, Held>();

function heldOpen(db: Db, place: Place, model: Model): Promise<Open> {
  const of = [place.tree.nodes, law(), today(), aheadWrittenOf(db)];
  const known = held.get(model);
  if (known?.of.every((one, at) => one === of[at])) return known.open;
  const fresh: Held = { of, open: readOpen(db, place, undefined) };
  held.set(model, fresh);
  const forget = () => void (held.get(model) === fresh && held.delete(model));
  // What failed is asked again at once, what is not ready when the rest was made.
  fresh.open.then(({ ready, making }) => (ready ? null : Promise.resolve(making).then(forget)), forget);
  return fresh.open;
}

async function readOpen(db: Db, { tree, on }: Place, unitIds: readonly number[] | undefined): Promise<Open> {
  const paths = new Map(tree.nodes.map(({ id, path }) => [id, path]));
  const rows = (await openRows(db, on, { below: null, paths, unitIds })).filter(({ unitId }) =>
    paths.has(unitId),
  );
  const { rows: bounded, ...state } =
    on >= today() ? await withBounds(db, rows) : { rows, ready: true, making: null };
  const open = bounded
    .map((row) => ({ row: atRest(row), index: tree.byId.get(row.unitId)?.index ?? -1 }))
    .sort((a, b) => a.index - b.index);
  return { open, ...state };
}

/** Whoever is paused by the cell is not admitted while it lasts. */
const atRest = (row: OpenRow): OpenRow => (row.paused ? { ...row, earliestOn: resting } : row);
const resting = '9999-12-31';

/** Those of a unit and of all below it. */
export function rowsBelow(open: readonly Placed[], { index, end }: TreeNode): OpenRow[] {
  const from = firstAt(open, index);
  return open.slice(from, firstAt(open, end)).map(({ row }) => row);
}

function firstAt(open: readonly Placed[], index: number): number {
  let [low, high] = [0, open.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (open[middle]!.index < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
