// Routes of measures (biện pháp): of a unit and period, one with its history, and every act on it.
import { z } from 'zod';
import { type Route, route } from '../platform/http.ts';
import { heldAnswer } from '../worklist/held-answer.store.ts';
import { listMeasures, viewMeasure } from './measure-list.store.ts';
import {
  changeMeasure,
  endMeasure,
  planMeasure,
  reopenMeasure,
  withdrawMeasure,
} from './measure-write.store.ts';
import { listOwners } from './owner.store.ts';
import {
  changeBody,
  endBody,
  measureBody,
  measuresAnswer,
  measuresQuery,
  oneMeasure,
  ownersAnswer,
  plainBody,
} from './view.ts';

const one = z.object({ id: z.uuid() });
const unit = z.object({ unit: z.coerce.number().int().positive().max(2_147_483_647) });

const reading: Route[] = [
  route({
    method: 'GET',
    url: '/api/measures',
    action: 'plan.read',
    summary: 'Measures of a unit for a period, open ones first; `below` adds everything below it.',
    query: measuresQuery,
    response: measuresAnswer,
    handler: async ({ db, actor, query }) =>
      heldAnswer(db, actor, { name: 'measures', query, of: ['measure', 'document', 'plan'] }, () =>
        listMeasures(db, actor, query),
      ),
  }),
  route({
    method: 'GET',
    url: '/api/measures/owners',
    action: 'plan.propose',
    summary: 'Offices to which this one may give a measure of that unit.',
    query: unit,
    response: ownersAnswer,
    handler: async ({ db, actor, query }) => ({ items: await listOwners(db, actor, query.unit) }),
  }),
  route({
    method: 'GET',
    url: '/api/measures/:id',
    action: 'plan.read',
    summary:
      'One measure with its history: for whoever reads the plans of its unit, and for the office that has it.',
    params: one,
    response: oneMeasure,
    handler: async ({ db, actor, params }) => viewMeasure(db, actor, params.id),
  }),
];

const writing: Route[] = [
  route({
    method: 'POST',
    url: '/api/measures',
    action: 'plan.propose',
    summary:
      'Sets a measure of a unit with its owner and due day; it stands on the work list of that office.',
    body: measureBody,
    response: oneMeasure,
    handler: async ({ db, actor, body }) => viewMeasure(db, actor, await planMeasure(db, actor, body)),
  }),
  route({
    method: 'POST',
    url: '/api/measures/:id/change',
    action: 'plan.propose',
    summary: 'Other words, another owner, another day; `version` is the one the writer saw.',
    params: one,
    body: changeBody,
    response: oneMeasure,
    handler: async ({ db, actor, params, body }) => {
      await changeMeasure(db, actor, params.id, body);
      return viewMeasure(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/measures/:id/withdraw',
    action: 'plan.propose',
    summary: 'Takes away a measure that was set by mistake and of which nothing came.',
    params: one,
    body: plainBody,
    response: z.object({ ok: z.literal(true) }),
    handler: async ({ db, actor, params, body }) => {
      await withdrawMeasure(db, actor, params.id, body.clientId);
      return { ok: true as const };
    },
  }),
];

const ending: Route[] = [
  route({
    method: 'POST',
    url: '/api/measures/:id/done',
    action: 'plan.read',
    summary: 'Ends a measure with its result.',
    params: one,
    body: endBody,
    response: oneMeasure,
    handler: async ({ db, actor, params, body }) => {
      await endMeasure(db, actor, { id: params.id, as: 'done' }, body);
      return viewMeasure(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/measures/:id/drop',
    action: 'plan.propose',
    summary: 'Ends a measure that is not carried out, with the reason.',
    params: one,
    body: endBody,
    response: oneMeasure,
    handler: async ({ db, actor, params, body }) => {
      await endMeasure(db, actor, { id: params.id, as: 'drop' }, body);
      return viewMeasure(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/measures/:id/reopen',
    action: 'plan.read',
    summary: 'Opens a measure again whose end was recorded by mistake.',
    params: one,
    body: plainBody,
    response: oneMeasure,
    handler: async ({ db, actor, params, body }) => {
      await reopenMeasure(db, actor, params.id, body.clientId);
      return viewMeasure(db, actor, params.id);
    },
  }),
];

export const measureRoutes: Route[] = [...reading, ...writing, ...ending];
