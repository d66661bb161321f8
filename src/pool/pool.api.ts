// Routes of the pool: its figures, the funnel, and who stands longest.
import { logAccess } from '../platform/audit.ts';
import { type Route, route } from '../platform/http.ts';
import { heldAnswer } from '../worklist/held-answer.store.ts';
import { readFunnel, readLongest, readPool } from './pool.store.ts';
import { funnelView, longestView, poolQuery, poolView } from './view.ts';

/** Beside people and candidacies. */
const of = ['survey', 'target', 'plan'];

export const poolRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/pool',
    action: 'pool.read',
    summary:
      'Candidates by part of the way and stage, beside what is left of the target; cells whose source is short.',
    query: poolQuery,
    response: poolView,
    handler: ({ db, actor, query }) =>
      heldAnswer(db, actor, { name: 'pool', query, of }, () => readPool(db, actor, query.unit)),
  }),
  route({
    method: 'GET',
    url: '/api/pool/funnel',
    action: 'pool.read',
    summary: 'Of those nominated in a year, or by somebody, how many came how far.',
    query: poolQuery,
    response: funnelView,
    handler: ({ db, actor, query }) =>
      heldAnswer(db, actor, { name: 'funnel', query, of }, () => readFunnel(db, actor, query.unit)),
  }),
  route({
    method: 'GET',
    url: '/api/pool/longest',
    action: 'dossier.read',
    summary: 'Those who stand longest in their stage, with what stands in the way. The reading is logged.',
    query: poolQuery,
    response: longestView,
    handler: async ({ db, actor, query }) => {
      await logAccess(db, actor, { action: 'list', subject: 'dossier' });
      return heldAnswer(db, actor, { name: 'longest in the pool', query, of }, () =>
        readLongest(db, actor, query.unit),
      );
    },
  }),
];
