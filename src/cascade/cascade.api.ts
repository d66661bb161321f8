// Routes of the cascade: the editor of one unit and period, its draft, the course of the plan, and sharing out further.
import { route, type Route } from '../platform/http.ts';
import { approve, describe, discuss, open, reopen, withdraw } from './act.store.ts';
import { divideBelow } from './below.store.ts';
import { draft } from './draft.store.ts';
import { readCascade } from './frame.store.ts';
import {
  approveBody,
  belowBody,
  belowView,
  cascadeQuery,
  cascadeView,
  describeBody,
  discussBody,
  draftBody,
  openBody,
  reopenBody,
  unitParam,
  withdrawBody,
  writtenView,
} from './view.ts';

const writing = { method: 'POST', action: 'plan.propose', params: unitParam, response: writtenView } as const;
const assigning = { ...writing, action: 'plan.assign' } as const;

export const cascadeRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/plans/:unit/cascade',
    action: 'plan.read',
    summary:
      'The cascade of a unit for a period: its own numbers, a row for each unit below with what is known beside the number, and the plan.',
    params: unitParam,
    query: cascadeQuery,
    response: cascadeView,
    handler: async ({ db, actor, params, query }) =>
      readCascade(db, actor, { unitId: params.unit, period: query.period }),
  }),
  route({
    ...writing,
    url: '/api/plans/:unit/cascade/open',
    summary:
      'Opens the plan of a period, empty or copied from the period before (structure yes, results no).',
    body: openBody,
    handler: async ({ db, actor, params, body }) => open(db, actor, params.unit, body),
  }),
  route({
    ...assigning,
    url: '/api/plans/:unit/cascade/draft',
    summary:
      'Saves drafted numbers. Cells that somebody else changed meanwhile come back as Stale, with theirs; nothing is written then.',
    body: draftBody,
    handler: async ({ db, actor, params, body }) => draft(db, actor, params.unit, body),
  }),
  route({
    ...writing,
    url: '/api/plans/:unit/cascade/describe',
    summary: 'What the plan says in five parts, who answers for it, and the documents it rests on.',
    body: describeBody,
    handler: async ({ db, actor, params, body }) => describe(db, actor, params.unit, body),
  }),
  route({
    ...writing,
    url: '/api/plans/:unit/cascade/discuss',
    summary: 'A meeting has discussed the draft.',
    body: discussBody,
    handler: async ({ db, actor, params, body }) => discuss(db, actor, params.unit, body),
  }),
  route({
    ...writing,
    url: '/api/plans/:unit/cascade/approve',
    summary:
      'Approves the draft as of the day of the meeting: every unit whose number is another gets its target, in one transaction.',
    body: approveBody,
    handler: async ({ db, actor, params, body }) => approve(db, actor, params.unit, body),
  }),
  route({
    ...writing,
    url: '/api/plans/:unit/cascade/reopen',
    summary: 'Opens an approved plan for a revision, with the reason; what was approved stays in force.',
    body: reopenBody,
    handler: async ({ db, actor, params, body }) => reopen(db, actor, params.unit, body),
  }),
  route({
    ...writing,
    url: '/api/plans/:unit/cascade/withdraw',
    summary: 'Gives up a plan that is not approved yet, or a revision under way.',
    body: withdrawBody,
    handler: async ({ db, actor, params, body }) => withdraw(db, actor, params.unit, body),
  }),
  route({
    ...assigning,
    url: '/api/plans/:unit/cascade/below',
    summary:
      'Shares the numbers out further, as drafts of the committees below; those who have begun are left alone and named.',
    body: belowBody,
    response: belowView,
    handler: async ({ db, actor, params, body }) => divideBelow(db, actor, params.unit, body),
  }),
];
