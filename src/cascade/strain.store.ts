// Where numbers were reached and did not last: years in which admitted members were later not recognised, removed or
// expelled. Counts of a year, never a person; shown beside the target so that nobody chases numbers (S3-58).
import type { TreeNode } from '../org/tree.ts';
import type { Queryable } from '../platform/db.ts';
import { admittedByUnit } from '../statistics/quality.store.ts';
import { type Branch, fewOf, ofBranch } from './gather.store.ts';
import type { StrainView } from './view.ts';

const yearsBack = 3;
/** Ways in which a membership ends that say something about the admission; moving and dying do not. */
const notGood = new Set(['removed', 'expelled', 'annulled', 'left']);

/** By unit directly below the branch’s own: the years since three years ago that were not good. */
export const strainOf = (
  db: Queryable,
  branch: Branch,
  rows: readonly TreeNode[],
): Promise<Map<number, StrainView[]>> =>
  ofBranch(db, branch, { what: 'strain', of: ['person'] }, () => readStrain(db, branch, rows));

async function readStrain(
  db: Queryable,
  branch: Branch,
  rows: readonly TreeNode[],
): Promise<Map<number, StrainView[]>> {
  const { tree, on } = branch;
  const first = Number(on.slice(0, 4)) - yearsBack;
  const admitted = await admittedByUnit(db, {
    from: `${first}-01-01`,
    to: on,
    unitIds: fewOf(branch),
  });
  return new Map(
    rows.map((row) => {
      const below = tree.nodes.slice(row.index, row.end).flatMap(({ id }) => admitted.get(id) ?? []);
      const years = Map.groupBy(below, (person) => person.on.slice(0, 4));
      const lines = [...years].flatMap(([year, people]) => {
        const lost = people.filter(({ endedAs }) => endedAs !== null && notGood.has(endedAs));
        const removed = lost.filter(({ officialOn }) => officialOn !== null).length;
        const notRecognised = lost.length - removed;
        return lost.length > 0
          ? [{ year: Number(year), admitted: people.length, notRecognised, removed }]
          : [];
      });
      return [row.id, lines.toSorted((a, b) => b.year - a.year)];
    }),
  );
}
