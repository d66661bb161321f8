// Routes of moving: hand-overs out, in and done, answering one, arrivals from outside, those who are away – and the
// figures of returned files.
import { z } from 'zod';
import { logAccess } from '../platform/audit.ts';
import type { Db } from '../platform/db.ts';
import { type Actor, type Route, route } from '../platform/http.ts';
import { recordAcceptance, recordDecline, recordTakeBack } from './answer.store.ts';
import { recordArrival } from './arrive.store.ts';
import { countHandovers, listAway, listHandovers } from './list.store.ts';
import { listDestinations } from './place.store.ts';
import { recordProposal } from './propose.store.ts';
import { readReturns } from './returns.store.ts';
import { readAbout, readHandover } from './show.store.ts';
import {
  aboutView,
  acceptBody,
  arriveBody,
  awayView,
  countsView,
  declineBody,
  destinationList,
  handoverList,
  handoverView,
  listQuery,
  proposeBody,
  returnsQuery,
  returnsView,
  suggestionView,
  takeBackBody,
} from './view.ts';
import { listSuggestions } from './workplace.store.ts';
import { today } from '../platform/clock.ts';
import { heldAnswer } from '../worklist/held-answer.store.ts';

const idParam = z.object({ id: z.uuid() });
const unitQuery = z.object({ unit: z.coerce.number().int().positive().max(2_147_483_647).optional() });

/** A list with names leaves one line in the access log. */
const logNames = (db: Db, actor: Actor) => logAccess(db, actor, { action: 'list', subject: 'dossier' });

const readingRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/handovers',
    action: 'handover.read',
    summary: 'Hand-overs going out, coming in, or done; cut to the reader at either end.',
    query: listQuery,
    response: handoverList,
    handler: async ({ db, actor, query }) => {
      await logNames(db, actor);
      return heldAnswer(db, actor, { name: 'handovers', query: query, of: ['handover'] }, () =>
        listHandovers(db, actor, query),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/handovers/counts',
    action: 'handover.read',
    summary: 'How many wait on either side, who is away, and whose expected return has passed.',
    response: countsView,
    handler: async ({ db, actor }) => countHandovers(db, actor),
  }),
  route({
    method: 'GET',
    url: '/api/handovers/away',
    action: 'handover.read',
    summary: 'Candidates who are away for the time being, with the day they are expected back.',
    query: unitQuery,
    response: z.object({ items: z.array(awayView) }),
    handler: async ({ db, actor, query }) => {
      await logNames(db, actor);
      return { items: await listAway(db, actor, query.unit) };
    },
  }),
  route({
    method: 'GET',
    url: '/api/handovers/suggestions',
    action: 'handover.act',
    summary: 'Candidates whose workplace is an organisation outside their base organisation.',
    query: unitQuery,
    response: z.object({ items: z.array(suggestionView) }),
    handler: async ({ db, actor, query }) => {
      await logNames(db, actor);
      return heldAnswer(db, actor, { name: 'suggested handovers', query, of: ['handover'] }, async () => ({
        items: await listSuggestions(db, actor, query.unit),
      }));
    },
  }),
  route({
    method: 'GET',
    url: '/api/handovers/destinations',
    action: 'handover.act',
    summary: 'Organisations of the whole installation by name, to address a hand-over to.',
    query: z.object({
      q: z.string().max(100).default(''),
      except: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(50).default(12),
    }),
    response: destinationList,
    handler: async ({ db, query }) => {
      const items = await listDestinations(db, { q: query.q, notBelow: query.except, limit: query.limit });
      return { items, total: items.length, next: null, asOf: today() };
    },
  }),
  route({
    method: 'GET',
    url: '/api/handovers/of/:id',
    action: 'handover.read',
    summary: 'What concerns moving in one dossier: the open hand-over, those before, where the person works.',
    params: idParam,
    response: aboutView,
    handler: async ({ db, actor, params }) => readAbout(db, actor, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/handovers/:id',
    action: 'handover.read',
    summary: 'One hand-over; while it is open both ends see the same candidate.',
    params: idParam,
    response: handoverView,
    handler: async ({ db, actor, params }) => readHandover(db, actor, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/returns',
    action: 'handover.read',
    summary: 'How often files came back in a period, and why: by cell, commune, item and month.',
    query: returnsQuery,
    response: returnsView,
    handler: async ({ db, actor, query }) => {
      await logNames(db, actor);
      return heldAnswer(db, actor, { name: 'returns', query: query, of: ['handover'] }, () =>
        readReturns(db, actor, query),
      );
    },
  }),
];

const writingRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/handovers',
    action: 'handover.act',
    summary: 'Proposes a candidate to another organisation, or closes the case for a place outside.',
    body: proposeBody,
    response: handoverView,
    handler: async ({ db, actor, body }) => readHandover(db, actor, await recordProposal(db, actor, body)),
  }),
  route({
    method: 'POST',
    url: '/api/handovers/arrivals',
    action: 'handover.act',
    summary: 'Takes over a candidate who comes from a place that keeps no book here.',
    body: arriveBody,
    response: z.object({ id: z.uuid(), dossierId: z.uuid() }),
    handler: async ({ db, actor, body }) => recordArrival(db, actor, body),
  }),
  route({
    method: 'POST',
    url: '/api/handovers/:id/accept',
    action: 'handover.answer',
    summary: 'Accepts with a receipt: the candidacy with its history goes over to a cell of the destination.',
    params: idParam,
    body: acceptBody,
    response: handoverView,
    handler: async ({ db, actor, params, body }) => {
      await recordAcceptance(db, actor, params.id, body);
      return readHandover(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/handovers/:id/decline',
    action: 'handover.answer',
    summary: 'Declines with a reason; the candidate stays where he is.',
    params: idParam,
    body: declineBody,
    response: handoverView,
    handler: async ({ db, actor, params, body }) => {
      await recordDecline(db, actor, params.id, body);
      return readHandover(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/handovers/:id/take-back',
    action: 'handover.act',
    summary: 'Takes a proposal back that nobody has answered.',
    params: idParam,
    body: takeBackBody,
    response: handoverView,
    handler: async ({ db, actor, params, body }) => {
      await recordTakeBack(db, actor, params.id, body);
      return readHandover(db, actor, params.id);
    },
  }),
];

export const movingRoutes: Route[] = [...readingRoutes, ...writingRoutes];
