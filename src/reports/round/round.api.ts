// Routes of rounds: what a committee asks of units below it, who has sent, who owes, and what a unit owes itself.
import { z } from 'zod';
import { type Route, route } from '../../platform/http.ts';
import {
  askedAnswer,
  extendBody,
  owingAnswer,
  owingQuery,
  roundBody,
  roundsAnswer,
  roundsQuery,
  roundView,
} from '../round-view.ts';
import { reasonBody } from '../shape.ts';
import { listOwing, listRounds, viewRound } from './round-list.store.ts';
import { askRounds, extendRound, takeBackRound } from './round-write.store.ts';

const one = z.object({ id: z.uuid() });

export const roundRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/reports/rounds',
    action: 'report.read',
    summary: 'What a committee asked its units to report, newest first, with how many have sent.',
    query: roundsQuery,
    response: roundsAnswer,
    handler: ({ db, actor, query }) => listRounds(db, actor, query),
  }),
  route({
    method: 'POST',
    url: '/api/reports/rounds',
    action: 'report.ask',
    summary:
      'Asks units below for forms of a period, with the closing day and the day they are due; if wished every period.',
    body: roundBody,
    response: askedAnswer,
    handler: ({ db, actor, body }) => askRounds(db, actor, body),
  }),
  route({
    method: 'GET',
    url: '/api/reports/rounds/:id',
    action: 'report.read',
    summary: 'A round unit by unit: sent, late, owing, returned.',
    params: one,
    response: roundView,
    handler: ({ db, actor, params }) => viewRound(db, actor, params.id),
  }),
  route({
    method: 'POST',
    url: '/api/reports/rounds/:id/extend',
    action: 'report.ask',
    summary: 'Puts off the day a round is due, for all units or for some, with the reason.',
    params: one,
    body: extendBody,
    response: roundView,
    handler: async ({ db, actor, params, body }) => {
      await extendRound(db, actor, params.id, body);
      return viewRound(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/reports/rounds/:id/take-back',
    action: 'report.ask',
    summary: 'Takes a round back; its lines go, what was sent stays.',
    params: one,
    body: reasonBody,
    response: roundView,
    handler: async ({ db, actor, params, body }) => {
      await takeBackRound(db, actor, params.id, body);
      return viewRound(db, actor, params.id);
    },
  }),
  route({
    method: 'GET',
    url: '/api/reports/owing',
    action: 'report.read',
    summary: 'What a unit was asked to report and has not sent; with `all` also what it has.',
    query: owingQuery,
    response: owingAnswer,
    handler: ({ db, actor, query }) => listOwing(db, actor, query),
  }),
];
