// Reads what stands beside the counts, for what the reader looks at: one query each, sums made in the tree of that day.
import { childrenOf, type TreeNode } from '../../org/tree.ts';
import type { Day } from '../../platform/day.ts';
import type { Queryable } from '../../platform/db.ts';
import { Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { countByMonth } from '../../statistics/count.store.ts';
import { qualityOf } from '../../statistics/quality.ts';
import { admittedByUnit } from '../../statistics/quality.store.ts';
import { dayOf, figureOf, narrow, periodOf, type Place, placeOf, rightsOf } from '../place.store.ts';
import { courseOf } from './course.ts';
import type { Beside, CourseView } from './view.ts';

interface Asked {
  unit?: number | undefined;
  period?: string | undefined;
  on?: Day | undefined;
}

const lookAt = (db: Queryable, actor: Actor, { unit, period, on }: Asked): Promise<Place> => {
  const day = dayOf(on);
  return placeOf(db, actor, { period: periodOf(period, day), on: day, unit });
};
/** The last day that counts: the period may be over. */
const lastOf = ({ on, period }: Place): Day => (on < period.to ? on : period.to);

/** Several branches without one above them are summed under no unit, as in the tree of targets. */
const together = 0;

export async function qualityBeside(
  db: Queryable,
  actor: Actor,
  asked: Asked & { view: 'children' | 'all' },
): Promise<Beside> {
  const place = await lookAt(db, actor, asked);
  const { tree, period, tops, node, on } = place;
  const to = lastOf(place);
  if (to < period.from) return { items: [] };
  const admitted = await admittedByUnit(db, { from: period.from, to, unitIds: narrow(place), asOf: on });
  const peopleOf = (nodes: readonly TreeNode[]) =>
    nodes.flatMap(({ index, end }) =>
      tree.nodes.slice(index, end).flatMap(({ id }) => admitted.get(id) ?? []),
    );
  const shown = await shownOf(db, actor, place, asked.view);
  const groups = [
    ...(node ? [] : [{ unitId: together, people: peopleOf(tops) }]),
    ...shown.map((one) => ({ unitId: one.id, people: peopleOf([one]) })),
  ];
  return {
    items: groups.flatMap(({ unitId, people }) => {
      if (people.length === 0) return [];
      const { count, women, meanAge, notRecognised, removed } = qualityOf(people, on);
      return [{ unitId, quality: { count, women, meanAge, notRecognised, removed } }];
    }),
  };
}

async function shownOf(
  db: Queryable,
  actor: Actor,
  { tree, tops, node }: Place,
  view: 'children' | 'all',
): Promise<TreeNode[]> {
  const below = tops.flatMap((top) =>
    view === 'all' ? tree.nodes.slice(top.index + 1, top.end) : node ? childrenOf(tree, top.id) : [],
  );
  const nodes = [...tops, ...below];
  const rights = await rightsOf(db, actor, nodes);
  return nodes.filter(({ id }) => rights.get(id)?.read);
}

export async function courseBeside(
  db: Queryable,
  actor: Actor,
  asked: Asked & { unit: number; figure: string },
): Promise<CourseView> {
  const place = await lookAt(db, actor, asked);
  if (!place.node) throw new Missing('access.missing');
  const { id } = figureOf(asked.figure, actor);
  const { period } = place;
  const to = lastOf(place);
  if (to < period.from) return courseOf(period, to, []);
  const about = { figure: id, from: period.from, to, unitIds: place.unitIds };
  return courseOf(period, to, await countByMonth(db, about));
}
