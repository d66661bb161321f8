// Marks of places on a day – border, highland … – as the units that carry them: a unit carries a mark with all below it.
import { sql } from 'kysely';
import { markIds } from '../../../areas/area.ts';
import type { Tree } from '../../../org/tree.ts';
import type { Queryable } from '../../../platform/db.ts';
import type { Marks } from './ask.ts';

export async function marksAt(db: Queryable, tree: Tree): Promise<Marks> {
  const { rows } = await sql<{ unitId: number; mark: string }>`
    select unit_id as "unitId", mark from stat_mark
    where from_on <= ${tree.on} and (to_on is null or to_on > ${tree.on})`.execute(db);
  const by = Map.groupBy(rows, ({ mark }) => mark);
  return new Map(
    markIds.map((mark) => [
      mark,
      carriers(
        tree,
        (by.get(mark) ?? []).map(({ unitId }) => unitId),
      ),
    ]),
  );
}

function carriers(tree: Tree, ids: readonly number[]): Uint8Array {
  const carry = new Uint8Array(tree.nodes.reduce((most, { id }) => Math.max(most, id), 0) + 1);
  for (const id of ids) {
    const node = tree.byId.get(id);
    if (node) for (const below of tree.nodes.slice(node.index, node.end)) carry[below.id] = 1;
  }
  return carry;
}
