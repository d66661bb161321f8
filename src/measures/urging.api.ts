// Routes of urgings (đôn đốc): what was written to whom, receipts, answers, which units are behind pace, and whether a
// committee wants them reminded by themselves.
import { z } from 'zod';
import { type Route, route } from '../platform/http.ts';
import { listAuto, listSuggested, viewRule } from './pace.store.ts';
import { answerUrging, readUrging, sendUrging, setRule, takeBackUrging } from './urging-write.store.ts';
import { listUrgings } from './urging-list.store.ts';
import {
  answerBody,
  autoView,
  ruleBody,
  ruleView,
  suggestAnswer,
  suggestQuery,
  takeBackBody,
  urgingBody,
  urgingsAnswer,
  urgingsQuery,
} from './view.ts';

const one = z.object({ id: z.uuid() });
const ok = z.object({ ok: z.literal(true) });
const done = { ok: true as const };
const ofUnit = z.object({ unit: z.coerce.number().int().positive().max(2_147_483_647) });

const reading: Route[] = [
  route({
    method: 'GET',
    url: '/api/urgings',
    action: 'plan.read',
    summary: 'The log of urgings: written to a unit, by it, or within its branch; with receipts and answers.',
    query: urgingsQuery,
    response: urgingsAnswer,
    handler: async ({ db, actor, query }) => listUrgings(db, actor, query),
  }),
  route({
    method: 'GET',
    url: '/api/urgings/suggest',
    action: 'plan.urge',
    summary: 'Units below with this target, those behind pace first marked, and when each was last urged.',
    query: suggestQuery,
    response: suggestAnswer,
    handler: async ({ db, actor, query }) => listSuggested(db, actor, query),
  }),
  route({
    method: 'GET',
    url: '/api/urgings/auto',
    action: 'plan.read',
    summary:
      'Targets of the year for which this unit is reminded by itself, because a committee above wants it.',
    query: ofUnit,
    response: autoView,
    handler: async ({ db, actor, query }) => listAuto(db, actor, query.unit),
  }),
  route({
    method: 'GET',
    url: '/api/urgings/rule',
    action: 'plan.read',
    summary: 'Whether a committee wants units behind pace reminded by themselves.',
    query: ofUnit,
    response: ruleView,
    handler: async ({ db, actor, query }) => viewRule(db, actor, query.unit),
  }),
];

const writing: Route[] = [
  route({
    method: 'POST',
    url: '/api/urgings',
    action: 'plan.urge',
    summary: 'Urges units below about a target; may cite a document and ask for an answer by a day.',
    body: urgingBody,
    response: z.object({ id: z.uuid() }),
    handler: async ({ db, actor, body }) => ({ id: await sendUrging(db, actor, body) }),
  }),
  route({
    method: 'POST',
    url: '/api/urgings/:id/read',
    action: 'plan.read',
    summary: 'Opens an urging written to one’s own unit; the first time leaves a receipt.',
    params: one,
    response: ok,
    handler: async ({ db, actor, params }) => {
      await readUrging(db, actor, params.id);
      return done;
    },
  }),
  route({
    method: 'POST',
    url: '/api/urgings/:id/answer',
    action: 'plan.read',
    summary: 'The answer of one’s own unit in one line; `over` names the answer it takes the place of.',
    params: one,
    body: answerBody,
    response: ok,
    handler: async ({ db, actor, params, body }) => {
      await answerUrging(db, actor, params.id, body);
      return done;
    },
  }),
  route({
    method: 'POST',
    url: '/api/urgings/:id/take-back',
    action: 'plan.urge',
    summary: 'Takes an urging back; it stays in the log with the reason.',
    params: one,
    body: takeBackBody,
    response: ok,
    handler: async ({ db, actor, params, body }) => {
      await takeBackUrging(db, actor, params.id, body);
      return done;
    },
  }),
  route({
    method: 'POST',
    url: '/api/urgings/rule',
    action: 'plan.assign',
    summary: 'Switches the reminding of units behind pace on or off for a committee and what is below it.',
    body: ruleBody,
    response: ruleView,
    handler: async ({ db, actor, body }) => {
      await setRule(db, actor, body);
      return viewRule(db, actor, body.unitId);
    },
  }),
];

export const urgingRoutes: Route[] = [...reading, ...writing];
