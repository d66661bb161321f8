// Routes of targets: the tree of a period, the sheet of a unit, and setting, proposing and telling numbers.
import { z } from 'zod';
import { type Route, route } from '../platform/http.ts';
import { heldAnswer } from '../worklist/held-answer.store.ts';
import { readPlan } from './branch.store.ts';
import { readSheet } from './sheet.store.ts';
import { assignBody, proposeBody, toldBody, withdrawBody, writtenView } from './sent.ts';
import { planQuery, planView, sheetQuery, sheetView } from './view.ts';
import { assignTarget, proposeTarget, tellResult, withdrawSaying } from './write.store.ts';

const unitParam = z.object({ unit: z.coerce.number().int().positive().max(2_147_483_647) });
const done = (id: string) => ({ ok: true as const, id });

/** What numbers and results are read from, beside persons and dossiers. */
const of = ['target', 'plan', 'survey', 'class'];

const readRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/plans',
    action: 'plan.read',
    summary: 'Targets and attainment of a period and figure: a unit and what stands below it, on any day.',
    query: planQuery,
    response: planView,
    handler: ({ db, actor, query }) => {
      const read = () => readPlan(db, actor, query);
      // Of every unit of a province it is asked for paper, once, and would fill what is held.
      return query.view === 'all' ? read() : heldAnswer(db, actor, { name: 'plan', query, of }, read);
    },
  }),
  route({
    method: 'GET',
    url: '/api/plans/:unit',
    action: 'plan.read',
    summary:
      'The sheet of one unit: every figure with parts, history and years; members, quality, years together.',
    params: unitParam,
    query: sheetQuery,
    response: sheetView,
    handler: ({ db, actor, params, query }) =>
      heldAnswer(db, actor, { name: 'unit sheet', query: { ...query, ...params }, of }, () =>
        readSheet(db, actor, params.unit, query),
      ),
  }),
];

const writeRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/targets/:unit/assigned',
    action: 'plan.assign',
    summary:
      'The committee above assigns numbers; for the top unit: what was given from outside, with its paper.',
    params: unitParam,
    body: assignBody,
    response: writtenView,
    handler: async ({ db, actor, params, body }) => {
      await assignTarget(db, actor, params.unit, body);
      return done(body.clientId);
    },
  }),
  route({
    method: 'POST',
    url: '/api/targets/:unit/registered',
    action: 'plan.propose',
    summary: 'The unit registers numbers (đăng ký).',
    params: unitParam,
    body: proposeBody,
    response: writtenView,
    handler: async ({ db, actor, params, body }) => {
      await proposeTarget(db, actor, params.unit, { ...body, kind: 'registered' });
      return done(body.clientId);
    },
  }),
  route({
    method: 'POST',
    url: '/api/targets/:unit/aim',
    action: 'plan.propose',
    summary: 'The unit says what it aims at (phấn đấu).',
    params: unitParam,
    body: proposeBody,
    response: writtenView,
    handler: async ({ db, actor, params, body }) => {
      await proposeTarget(db, actor, params.unit, { ...body, kind: 'aim' });
      return done(body.clientId);
    },
  }),
  route({
    method: 'POST',
    url: '/api/targets/:unit/told',
    action: 'plan.propose',
    summary: 'A result, or a number of members, of times and places that Nguồn did not keep.',
    params: unitParam,
    body: toldBody,
    response: writtenView,
    handler: async ({ db, actor, params, body }) => {
      await tellResult(db, actor, params.unit, body);
      return done(body.clientId);
    },
  }),
  route({
    method: 'POST',
    url: '/api/targets/:unit/:entry/withdraw',
    action: 'plan.propose',
    summary: 'Takes one saying back, with its reason; what it had replaced stands again.',
    params: unitParam.extend({ entry: z.uuid() }),
    body: withdrawBody,
    response: writtenView,
    handler: async ({ db, actor, params, body }) => {
      await withdrawSaying(db, actor, { unitId: params.unit, entry: params.entry }, body);
      return done(body.clientId);
    },
  }),
];

export const targetRoutes: Route[] = [...readRoutes, ...writeRoutes];
