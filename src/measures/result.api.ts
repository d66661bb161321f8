// Routes of the yearly result: what a unit was given, registered and did in a year, the rating recorded on it, and the
// units of which a commendation may be considered.
import { z } from 'zod';
import { type Route, route } from '../platform/http.ts';
import { recordRating, withdrawRating } from './rating.store.ts';
import { listCommendable, viewResult } from './result.store.ts';
import { commendAnswer, commendQuery, rateBody, resultQuery, resultView } from './view.ts';

const one = z.object({ unit: z.coerce.number().int().positive().max(2_147_483_647) });

export const resultRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/plans/:unit/result',
    action: 'plan.read',
    summary: 'The result of a year to its last day, against the targets in force that day, with its rating.',
    params: one,
    query: resultQuery,
    response: resultView,
    handler: async ({ db, actor, params, query }) => viewResult(db, actor, params.unit, query.year),
  }),
  route({
    method: 'POST',
    url: '/api/plans/:unit/result',
    action: 'plan.assign',
    summary:
      'Records the yearly rating; the numbers of the result are frozen with it. `seen` names those looked at.',
    params: one,
    body: rateBody,
    response: resultView,
    handler: async ({ db, actor, params, body }) => {
      await recordRating(db, actor, params.unit, body);
      return viewResult(db, actor, params.unit, body.year);
    },
  }),
  route({
    method: 'POST',
    url: '/api/plans/:unit/result/withdraw',
    action: 'plan.assign',
    summary: 'Takes a rating back that was recorded by mistake.',
    params: one,
    body: z.object({ clientId: z.uuid(), year: z.int().min(1930).max(2100), entry: z.uuid() }),
    response: resultView,
    handler: async ({ db, actor, params, body }) => {
      await withdrawRating(db, actor, { unitId: params.unit, ...body });
      return viewResult(db, actor, params.unit, body.year);
    },
  }),
  route({
    method: 'GET',
    url: '/api/commendations',
    action: 'plan.read',
    summary:
      'Units directly below with what they registered and did in a year, in the order of the tree, unranked.',
    query: commendQuery,
    response: commendAnswer,
    handler: async ({ db, actor, query }) => listCommendable(db, actor, query.unit, query.year),
  }),
];
