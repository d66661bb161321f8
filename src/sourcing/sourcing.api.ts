// Routes of sourcing: the survey, introductions and what became of them, members, tasks, review rounds.
import { z } from 'zod';
import { logAccess } from '../platform/audit.ts';
import type { Db } from '../platform/db.ts';
import { type Actor, type Route, route } from '../platform/http.ts';
import { heldAnswer } from '../worklist/held-answer.store.ts';
import { listMembers } from './member.store.ts';
import { listMine, listNominations } from './nomination.store.ts';
import { readRates } from './rate.store.ts';
import { confirmReview, endReview, listReviews, openReview } from './review.store.ts';
import { recordPriorities, recordSurvey, withdrawSurvey } from './survey.store.ts';
import { listSurveys } from './survey-list.store.ts';
import { giveTasks, listMass, listMyTasks, listTasks, reportTask, takeBackTask } from './task.store.ts';
import {
  confirmBody,
  doneBody,
  memberList,
  memberQuery,
  mineList,
  nominationList,
  nominationQuery,
  priorityBody,
  rateAnswer,
  rateQuery,
  reviewBody,
  reviewList,
  surveyAnswer,
  surveyBody,
  surveyQuery,
  takeBackBody,
  taskBody,
  taskList,
  taskQuery,
  withdrawBody,
  writtenView,
} from './view.ts';

/** Beside people and candidacies. */
const readFrom = ['survey', 'target', 'plan', 'review', 'sourcing_task'];

const idParam = z.object({ id: z.uuid() });
/** A list with names leaves one line in the access log. */
const logNames = (db: Db, actor: Actor) => logAccess(db, actor, { action: 'list', subject: 'nomination' });
const done = (id: string) => ({ ok: true as const, id });

const surveyRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/surveys',
    action: 'survey.read',
    summary: 'The survey of a year: units directly below one, rolled up, with targets and open candidates.',
    query: surveyQuery,
    response: surveyAnswer,
    handler: async ({ db, actor, query }) =>
      heldAnswer(db, actor, { name: 'surveys', query: query, of: readFrom }, () =>
        listSurveys(db, actor, query),
      ),
  }),
  route({
    method: 'POST',
    url: '/api/surveys',
    action: 'survey.write',
    summary: 'Records the survey of a cell for a year; `replaces` names the one it corrects.',
    body: surveyBody,
    response: writtenView,
    handler: async ({ db, actor, body }) => {
      await recordSurvey(db, actor, body);
      return done(body.clientId);
    },
  }),
  route({
    method: 'POST',
    url: '/api/surveys/:id/withdraw',
    action: 'survey.write',
    summary: 'Takes a survey back, with a reason.',
    params: idParam,
    body: withdrawBody,
    response: writtenView,
    handler: async ({ db, actor, params, body }) => {
      await withdrawSurvey(db, actor, params.id, body);
      return done(body.clientId);
    },
  }),
  route({
    method: 'POST',
    url: '/api/surveys/priorities',
    action: 'survey.write',
    summary: 'Puts source groups first for a year, in this unit and below.',
    body: priorityBody,
    response: writtenView,
    handler: async ({ db, actor, body }) => {
      await recordPriorities(db, actor, body);
      return done(body.clientId);
    },
  }),
];

const nominationRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/nominations',
    // A mass organisation or a member follows its own at /api/nominations/mine.
    action: 'person.read',
    summary: 'Introductions that came to the cells within reach: waiting, accepted, returned, not yet met.',
    query: nominationQuery,
    response: nominationList,
    handler: async ({ db, actor, query }) => {
      await logNames(db, actor);
      return heldAnswer(db, actor, { name: 'nominations', query: query, of: readFrom }, () =>
        listNominations(db, actor, query),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/nominations/mine',
    action: 'dossier.nominate',
    summary: 'What this mass organisation, or this member, introduced, and how it stands.',
    response: mineList,
    handler: async ({ db, actor }) => {
      await logNames(db, actor);
      return listMine(db, actor);
    },
  }),
  route({
    method: 'GET',
    url: '/api/nominations/rates',
    action: 'person.read',
    summary: 'What became of the introductions of a year: by unit and by introducing body; counts only.',
    query: rateQuery,
    response: rateAnswer,
    handler: async ({ db, actor, query }) =>
      heldAnswer(db, actor, { name: 'rates of nomination', query: query, of: readFrom }, () =>
        readRates(db, actor, query),
      ),
  }),
  route({
    method: 'GET',
    url: '/api/nominations/members',
    action: 'person.read',
    summary: 'Official members who have introduced nobody in a year, with the number the committee set.',
    query: memberQuery,
    response: memberList,
    handler: async ({ db, actor, query }) => {
      await logNames(db, actor);
      return heldAnswer(db, actor, { name: 'members to nominate', query: query, of: readFrom }, () =>
        listMembers(db, actor, query),
      );
    },
  }),
];

const taskRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/sourcing-tasks',
    action: 'person.read',
    summary: 'Tasks given to members and mass organisations within reach.',
    query: taskQuery,
    response: taskList,
    handler: async ({ db, actor, query }) => {
      await logNames(db, actor);
      return listTasks(db, actor, query);
    },
  }),
  route({
    method: 'GET',
    url: '/api/sourcing-tasks/mine',
    action: 'dossier.nominate',
    summary: 'Tasks given to this member, or to this mass organisation.',
    response: taskList,
    handler: async ({ db, actor }) => {
      await logNames(db, actor);
      return listMyTasks(db, actor);
    },
  }),
  route({
    method: 'GET',
    url: '/api/sourcing-tasks/mass',
    action: 'survey.write',
    summary: 'Mass organisations that may be asked.',
    response: z.object({ items: z.array(z.object({ id: z.int(), name: z.string() })) }),
    handler: async ({ db, actor }) => ({ items: await listMass(db, actor) }),
  }),
  route({
    method: 'POST',
    url: '/api/sourcing-tasks',
    action: 'survey.write',
    summary: 'Asks members to introduce somebody, or a mass organisation to learn and to help.',
    body: taskBody,
    response: z.object({ ids: z.array(z.uuid()) }),
    handler: async ({ db, actor, body }) => ({ ids: await giveTasks(db, actor, body) }),
  }),
  route({
    method: 'POST',
    url: '/api/sourcing-tasks/:id/done',
    action: 'dossier.nominate',
    summary: 'A mass organisation reports that it has done what it was asked.',
    params: idParam,
    body: doneBody,
    response: writtenView,
    handler: async ({ db, actor, params, body }) => {
      await reportTask(db, actor, params.id, body);
      return done(params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/sourcing-tasks/:id/withdraw',
    action: 'survey.write',
    summary: 'Takes a task back.',
    params: idParam,
    body: takeBackBody,
    response: writtenView,
    handler: async ({ db, actor, params, body }) => {
      await takeBackTask(db, actor, params.id, body.clientId);
      return done(params.id);
    },
  }),
];

const endBody = takeBackBody.extend({ how: z.enum(['close', 'take_back']) });
const reviewRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/reviews',
    action: 'survey.read',
    summary: 'Review rounds with the organisations that have confirmed and those that have not.',
    response: reviewList,
    handler: async ({ db, actor }) => listReviews(db, actor),
  }),
  route({
    method: 'POST',
    url: '/api/reviews',
    action: 'survey.write',
    summary: 'Opens a review round for the mass organisations below a committee.',
    body: reviewBody,
    response: writtenView,
    handler: async ({ db, actor, body }) => done(await openReview(db, actor, body)),
  }),
  route({
    method: 'POST',
    url: '/api/reviews/:id/confirm',
    action: 'survey.write',
    summary: 'A mass organisation confirms its list: members before and after, worth introducing.',
    params: idParam,
    body: confirmBody,
    response: writtenView,
    handler: async ({ db, actor, params, body }) => {
      await confirmReview(db, actor, params.id, body);
      return done(params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/reviews/:id/end',
    action: 'survey.write',
    summary: 'Closes a round, or takes back one that nobody has answered.',
    params: idParam,
    body: endBody,
    response: writtenView,
    handler: async ({ db, actor, params, body }) => {
      await endReview(db, actor, params.id, body);
      return done(params.id);
    },
  }),
];

export const sourcingRoutes: Route[] = [...surveyRoutes, ...nominationRoutes, ...taskRoutes, ...reviewRoutes];
