// All routes of the lawbook: what is in force, what is laid over it, what a change would do, what proves it.
import { route, type Route, untilGone } from '../platform/http.ts';
import { calendarRoutes } from './calendar.api.ts';
import { listCases } from './examples/cases.store.ts';
import { recomputing } from './change.store.ts';
import { provisionRoutes } from './provision.api.ts';
import { howFar } from './questions/question.store.ts';
import { regulationRoutes } from './regulations.api.ts';
import { listRejudged } from './questions/rejudge.store.ts';
import {
  caseList,
  caseQuery,
  howFarView,
  recomputeView,
  rejudgeList,
  whatIfAsk,
  whatIfBody,
  whatIfView,
} from './view.ts';
import { whatIf } from './what-if/answer.store.ts';

const asking: Route[] = [
  route({
    method: 'POST',
    url: '/api/regulations/what-if',
    action: 'worklist.read',
    summary:
      'What a draft (a value from a day, for a unit or for all; or days of the calendar) would change among the open cases within reach: limits, under both readings of running limits, and next steps. Nothing is written.',
    body: whatIfBody,
    response: whatIfView,
    handler: ({ db, actor, body, reply }) => whatIf(db, actor, body, untilGone(reply)),
  }),
  route({
    method: 'GET',
    url: '/api/regulations/what-if/:ask',
    action: 'worklist.read',
    summary: 'How many cases a question that this account is asking has looked at, of how many.',
    params: whatIfAsk,
    response: howFarView,
    handler: async ({ actor, params }) => howFar({ accountId: actor.accountId, ask: params.ask }),
  }),
  route({
    method: 'GET',
    url: '/api/regulations/rejudge',
    action: 'worklist.read',
    summary:
      'Recorded acts within reach whose verdict would be another if they were judged now, under the law of their day.',
    response: rejudgeList,
    handler: ({ db, actor, reply }) => listRejudged(db, actor, untilGone(reply)),
  }),
  route({
    method: 'GET',
    url: '/api/regulations/recompute',
    action: 'regulation.read',
    summary: 'How far the stored limits have been made again after the last change of the law.',
    response: recomputeView,
    handler: async () => recomputing(),
  }),
  route({
    method: 'GET',
    url: '/api/regulations/cases',
    action: 'regulation.read',
    summary: 'The worked cases that prove a rule or a step, judged now by the shipped rules.',
    query: caseQuery,
    response: caseList,
    handler: async ({ query }) => listCases(query),
  }),
];

export const lawbookRoutes: Route[] = [...regulationRoutes, ...provisionRoutes, ...calendarRoutes, ...asking];
