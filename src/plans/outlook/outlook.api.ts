// Routes of the outlook: units and those below them, and one unit with its reasons.
import { z } from 'zod';
import type { Db } from '../../platform/db.ts';
import type { Actor } from '../../platform/http.ts';
import { type Route, route } from '../../platform/http.ts';
import { childrenOf, type TreeNode } from '../../org/tree.ts';
import { rightsOf } from '../place.store.ts';
import { lineOf } from './line.store.ts';
import { type Scene, sceneOf } from './scene.store.ts';
import { type OutlookList, outlookList, outlookOfQuery, outlookQuery, outlookView } from './view.ts';
import { whyOf } from './why.store.ts';

const unitParam = z.object({ unit: z.coerce.number().int().positive().max(2_147_483_647) });

export const outlookRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/outlook',
    action: 'plan.read',
    summary:
      'Outlook of a unit and of those directly below it, or of `units`: chance and interval, or why none is told.',
    query: outlookQuery,
    response: outlookList,
    handler: ({ db, actor, query }) => listOutlook(db, actor, query),
  }),
  route({
    method: 'GET',
    url: '/api/outlook/:unit',
    action: 'plan.read',
    summary:
      'Outlook of one unit with its reasons: open candidacies by stage with steps and days, and what would raise it most.',
    params: unitParam,
    query: outlookOfQuery,
    response: outlookView,
    handler: ({ db, actor, params, query }) =>
      whyOf(db, actor, { ...query, unit: params.unit, on: query.on }),
  }),
];

async function listOutlook(db: Db, actor: Actor, query: z.output<typeof outlookQuery>): Promise<OutlookList> {
  const { period, figure, on, unit } = query;
  const scene = await sceneOf(db, actor, { unit, period, figure, on });
  const nodes = await shownOf(db, actor, scene, query.units);
  return {
    period: scene.place.period.key,
    figure,
    on: scene.place.on,
    ready: scene.ready,
    items: nodes.map((node) => lineOf(scene, node).line),
    asOf: scene.place.on,
  };
}

/** What is out of reach, or not below what is looked at, is left out. */
async function shownOf(
  db: Db,
  actor: Actor,
  { place: { tree, node, tops } }: Scene,
  units: readonly number[] | undefined,
): Promise<TreeNode[]> {
  const asked = units
    ? units.flatMap((id) => tree.byId.get(id) ?? [])
    : node
      ? [node, ...childrenOf(tree, node.id)]
      : tops;
  const within = asked.filter(({ index }) => tops.some((top) => index >= top.index && index < top.end));
  const rights = await rightsOf(db, actor, within);
  return within.filter(({ id }) => rights.get(id)?.read);
}
