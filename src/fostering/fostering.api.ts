// Routes of fostering: the list of sympathisers, the monthly review, assessments, the yearly choice, helpers and their
// notes, consent, and what runs out.
import { z } from 'zod';
import { logAccess } from '../platform/audit.ts';
import type { Db } from '../platform/db.ts';
import { type Actor, route, type Route } from '../platform/http.ts';
import { heldAnswer } from '../worklist/held-answer.store.ts';
import { listAssessments } from './assess.store.ts';
import { readCharges } from './charge.store.ts';
import { listConsents } from './consent.store.ts';
import { eraseExpired, listExpiring } from './expiry.store.ts';
import { listFollowed } from './followed.store.ts';
import { recordFostering } from './foster.store.ts';
import { listHandOvers, listLoads, listMissing } from './helper.store.ts';
import { listUnrecognised, readHistory } from './record.store.ts';
import { readResolution, undoReview } from './resolution.store.ts';
import { previewReview, readReview, recordReview } from './review.store.ts';
import {
  assessList,
  assessQuery,
  chargeHistory,
  consentList,
  consentQuery,
  eraseBody,
  erasedView,
  expiryList,
  followedList,
  followedQuery,
  fosterBody,
  fosterDone,
  handOverList,
  loadList,
  loadQuery,
  manyView,
  missingList,
  missingQuery,
  myCharges,
  previewView,
  reviewBody,
  reviewPage,
  reviewSheet,
  sheetQuery,
  undoBody,
  undoneView,
  unrecognisedList,
} from './view.ts';

/** A list with names leaves one line in the access log. */
const logNames = (db: Db, actor: Actor) => logAccess(db, actor, { action: 'list', subject: 'dossier' });

const idParam = z.object({ id: z.uuid() });
const unitQuery = loadQuery.pick({ unit: true });

const listRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/fostering',
    action: 'fostering.read',
    summary: 'Who is followed in the cells within reach: stage, helper, last meeting, what is waited for.',
    query: followedQuery,
    response: followedList,
    handler: async ({ db, actor, query }) => {
      await logAccess(db, actor, { action: 'list', subject: 'dossier' });
      return heldAnswer(db, actor, { name: 'fostering', query: query }, () => listFollowed(db, actor, query));
    },
  }),
  route({
    method: 'GET',
    url: '/api/fostering/consents',
    action: 'fostering.read',
    summary: 'Who was told what is kept and agreed, by whom and when; `missing` shows only who was not.',
    query: consentQuery,
    response: consentList,
    handler: async ({ db, actor, query }) => {
      await logAccess(db, actor, { action: 'list', subject: 'dossier' });
      return heldAnswer(db, actor, { name: 'consents', query: query }, () => listConsents(db, actor, query));
    },
  }),
  route({
    method: 'GET',
    url: '/api/fostering/assessments',
    action: 'fostering.read',
    summary: 'The half-yearly assessment of everybody followed, with the one before; criteria in words.',
    query: assessQuery,
    response: assessList,
    handler: async ({ db, actor, query }) => {
      await logAccess(db, actor, { action: 'list', subject: 'dossier' });
      return heldAnswer(db, actor, { name: 'assessments', query: query }, () =>
        listAssessments(db, actor, query),
      );
    },
  }),
  route({
    method: 'POST',
    url: '/api/fostering/:id/acts',
    action: 'dossier.act',
    summary: 'One act of fostering (a note, a task, a meeting, an assessment); judged, without a version.',
    params: idParam,
    body: fosterBody,
    response: fosterDone,
    handler: async ({ db, actor, params, body }) => {
      await recordFostering(db, actor, params.id, body);
      return { id: params.id, entry: body.clientId };
    },
  }),
];

const reviewRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/fostering/reviews',
    action: 'fostering.read',
    summary: 'What the monthly review of a cell starts from, and the resolutions already passed.',
    query: z.object({ unit: z.coerce.number().int().positive().max(2_147_483_647) }),
    response: reviewPage,
    handler: async ({ db, actor, query }) => {
      await logAccess(db, actor, { action: 'list', subject: 'dossier' });
      return readReview(db, actor, query.unit);
    },
  }),
  route({
    method: 'POST',
    url: '/api/fostering/reviews/preview',
    action: 'dossier.act',
    summary: 'What would become of each line of a review; nothing is written.',
    body: reviewBody,
    response: previewView,
    handler: ({ db, actor, body }) => previewReview(db, actor, body),
  }),
  route({
    method: 'POST',
    url: '/api/fostering/reviews',
    action: 'dossier.act',
    summary: 'Records a review: people put on and taken off by one resolution, and the month it covers.',
    body: reviewBody,
    response: manyView,
    handler: ({ db, actor, body }) => recordReview(db, actor, body),
  }),
  route({
    method: 'POST',
    url: '/api/fostering/reviews/undo',
    action: 'dossier.correct',
    summary: 'Takes a resolution back: what nothing was built upon, and then the month it covered.',
    body: undoBody,
    response: undoneView,
    handler: ({ db, actor, body }) => undoReview(db, actor, body),
  }),
  route({
    method: 'GET',
    url: '/api/fostering/reviews/sheet',
    action: 'fostering.read',
    summary: 'The data of the printed resolution. The print is logged.',
    query: sheetQuery,
    response: reviewSheet,
    handler: async ({ db, actor, query }) => {
      const sheet = await readResolution(db, actor, query);
      await logAccess(db, actor, { action: 'print', subject: 'dossier', detail: { unit: query.unit } });
      return sheet;
    },
  }),
];

const helperRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/charges',
    action: 'dossier.read',
    summary: 'The people this reader helps, with notes, missing months and tasks.',
    response: myCharges,
    handler: async ({ db, actor }) => {
      await logAccess(db, actor, { action: 'list', subject: 'dossier' });
      return readCharges(db, actor);
    },
  }),
  route({
    method: 'GET',
    url: '/api/fostering/notes',
    action: 'fostering.read',
    summary: 'Helpers whose note of a month is missing.',
    query: missingQuery,
    response: missingList,
    handler: async ({ db, actor, query }) => {
      await logNames(db, actor);
      return heldAnswer(db, actor, { name: 'notes', query: query }, () => listMissing(db, actor, query));
    },
  }),
  route({
    method: 'GET',
    url: '/api/fostering/helpers',
    action: 'fostering.read',
    summary: 'Helpers in the order of their names, each with the people of today.',
    query: loadQuery,
    response: loadList,
    handler: async ({ db, actor, query }) => {
      await logNames(db, actor);
      return heldAnswer(db, actor, { name: 'helpers', query: query }, () => listLoads(db, actor, query));
    },
  }),
  route({
    method: 'GET',
    url: '/api/fostering/hand-overs',
    action: 'fostering.read',
    summary: 'Helpers who were replaced and have not handed over.',
    query: unitQuery,
    response: handOverList,
    handler: async ({ db, actor, query }) => {
      await logNames(db, actor);
      return heldAnswer(db, actor, { name: 'helpers replaced', query: query }, () =>
        listHandOvers(db, actor, query),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/fostering/helpers/:id',
    action: 'fostering.read',
    summary: 'Every charge of one helper and how it ended. The look is logged.',
    params: idParam,
    response: chargeHistory,
    handler: ({ db, actor, params }) => readHistory(db, actor, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/fostering/unrecognised',
    action: 'fostering.read',
    summary: 'Helpers whose charge was not recognised after probation. The look is logged.',
    query: loadQuery,
    response: unrecognisedList,
    handler: ({ db, actor, query }) => listUnrecognised(db, actor, query),
  }),
];

const expiryRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/fostering/expiring',
    action: 'fostering.read',
    summary: 'Failed candidacies whose personal data is to be erased, now or soon.',
    query: unitQuery,
    response: expiryList,
    handler: ({ db, actor, query }) => listExpiring(db, actor, query),
  }),
  route({
    method: 'POST',
    url: '/api/fostering/expiring/erase',
    action: 'person.write',
    summary: 'Erases the personal data of these people for good; acts without a name and counts stay.',
    body: eraseBody,
    response: erasedView,
    handler: ({ db, actor, body }) => eraseExpired(db, actor, body),
  }),
];

export const fosteringRoutes: Route[] = [...listRoutes, ...reviewRoutes, ...helperRoutes, ...expiryRoutes];
