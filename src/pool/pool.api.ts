// Routes of the pool: its figures, the funnel, and who stands longest.
import { logAccess } from '../platform/audit.ts';
import { type Route, route } from '../platform/http.ts';
import { readFunnel, readLongest, readPool } from './pool.store.ts';
import { funnelView, longestView, poolQuery, poolView } from './view.ts';

export const poolRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/pool',
    action: 'pool.read',
    summary:
      'Candidates by part of the way and stage, beside what is left of the target; cells whose source is short.',
    query: poolQuery,
    response: poolView,
    handler: ({ db, actor, query }) => readPool(db, actor, query.unit),
  }),
  route({
    method: 'GET',
    url: '/api/pool/funnel',
    action: 'pool.read',
    summary: 'Of those nominated in a year, or by somebody, how many came how far.',
    query: poolQuery,
    response: funnelView,
    handler: ({ db, actor, query }) => readFunnel(db, actor, query.unit),
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
      return readLongest(db, actor, query.unit);
    },
  }),
];
