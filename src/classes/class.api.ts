// Routes of the classes: plan, propose, send, enrol, mark who came, give certificates, and who would miss this year.
import { z } from 'zod';
import { logAccess } from '../platform/audit.ts';
import type { Db } from '../platform/db.ts';
import type { Actor, Route } from '../platform/http.ts';
import { route } from '../platform/http.ts';
import { heldAnswer } from '../worklist/held-answer.store.ts';
import { assess, attend } from './attend.store.ts';
import { certify } from './certify.store.ts';
import { getClass, getOwnClass } from './class.store.ts';
import { enrol, leave, propose, sendToClass } from './enrol.store.ts';
import { listClasses, viewOf } from './list.store.ts';
import { listCandidates, listNeeds } from './need.store.ts';
import { peopleOf, rollOf } from './people.store.ts';
import { callOff, changeClass, planClass } from './plan.store.ts';
import { printOf } from './print.store.ts';
import {
  assessBody,
  attendBody,
  candidateList,
  candidateQuery,
  certifyBody,
  changeBody,
  classList,
  classPrint,
  classQuery,
  classView,
  doneView,
  leaveBody,
  needList,
  needQuery,
  peopleView,
  planBody,
  proposeBody,
  rollView,
  sendBody,
} from './view.ts';

const idParam = z.object({ id: z.uuid() });
const sessionParam = idParam.extend({ session: z.coerce.number().int().min(1).max(999) });

const readView = async (db: Db, actor: Actor, id: string) => viewOf(db, actor, await getClass(db, actor, id));

/** Whoever is shown names leaves a line in the access log. */
const logNames = (db: Db, actor: Actor, id: string | null, action: 'list' | 'print' = 'list') =>
  logAccess(db, actor, { action, subject: 'class', ...(id ? { subjectId: id } : {}) });

const readingRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/classes',
    action: 'training.read',
    summary: 'Classes of this centre, or of the centres that serve this office; latest first.',
    query: classQuery,
    response: classList,
    handler: async ({ db, actor, query }) =>
      heldAnswer(db, actor, { name: 'classes', query, of: ['class'] }, () => listClasses(db, actor, query)),
  }),
  route({
    method: 'GET',
    url: '/api/classes/needs',
    action: 'training.read',
    summary:
      'Who has no valid certificate, is on no class, and would miss this year by the legal waiting times.',
    query: needQuery,
    response: needList,
    handler: async ({ db, actor, query }) => {
      await logNames(db, actor, null);
      return heldAnswer(db, actor, { name: 'needs of classes', query, of: ['class'] }, () =>
        listNeeds(db, actor, query),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/classes/:id',
    action: 'training.read',
    summary:
      'One class: plan, sessions with the calendar’s notes, attendance so far, what this reader may do.',
    params: idParam,
    response: classView,
    handler: async ({ db, actor, params }) => readView(db, actor, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/classes/:id/people',
    action: 'training.read',
    summary:
      'The names on a class within reach, with attendance, result and certificate. The look is logged.',
    params: idParam,
    response: peopleView,
    handler: async ({ db, actor, params }) => {
      const found = await getClass(db, actor, params.id);
      await logNames(db, actor, params.id);
      return peopleOf(db, actor, found);
    },
  }),
  route({
    method: 'GET',
    url: '/api/classes/:id/candidates',
    action: 'training.read',
    summary: 'Who of one’s reach may still be proposed for or sent to this class.',
    params: idParam,
    query: candidateQuery,
    response: candidateList,
    handler: async ({ db, actor, params, query }) => {
      const found = await getClass(db, actor, params.id);
      await logNames(db, actor, params.id);
      return listCandidates(db, actor, found, query);
    },
  }),
  route({
    method: 'GET',
    url: '/api/classes/:id/sessions/:session',
    action: 'training.act',
    summary: 'The roll of one session, with what was marked.',
    params: sessionParam,
    response: rollView,
    handler: async ({ db, actor, params }) => {
      const found = await getOwnClass(db, actor, params.id);
      await logNames(db, actor, params.id);
      return rollOf(db, actor, found, params.session);
    },
  }),
  route({
    method: 'GET',
    url: '/api/classes/:id/print',
    action: 'training.read',
    summary: 'The data of the printed list and certificates. The print is logged.',
    params: idParam,
    response: classPrint,
    handler: async ({ db, actor, params }) => {
      const found = await getClass(db, actor, params.id);
      await logNames(db, actor, params.id, 'print');
      return printOf(db, actor, found);
    },
  }),
];

const planningRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/classes',
    action: 'training.act',
    summary: 'Plans a class of this centre: sessions on any days, seats, speakers, topics, optional cost.',
    body: planBody,
    response: classView,
    handler: async ({ db, actor, body }) => readView(db, actor, await planClass(db, actor, body)),
  }),
  route({
    method: 'PUT',
    url: '/api/classes/:id',
    action: 'training.act',
    summary: 'Changes the plan; what was marked and who is enrolled stay.',
    params: idParam,
    body: changeBody,
    response: classView,
    handler: async ({ db, actor, params, body }) => {
      await changeClass(db, actor, params.id, body);
      return readView(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/classes/:id/call-off',
    action: 'training.act',
    summary: 'Calls the class off; whoever was on it may go to another.',
    params: idParam,
    body: z.object({ clientId: z.uuid() }),
    response: classView,
    handler: async ({ db, actor, params, body }) => {
      await callOff(db, actor, params.id, body.clientId);
      return readView(db, actor, params.id);
    },
  }),
];

const peopleRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/classes/:id/propose',
    action: 'training.propose',
    summary: 'The cell proposes people for a class.',
    params: idParam,
    body: proposeBody,
    response: doneView,
    handler: async ({ db, actor, params, body }) => propose(db, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/classes/:id/send',
    action: 'training.send',
    summary: 'The committee sends people to a class; from then on the centre sees them.',
    params: idParam,
    body: sendBody,
    response: doneView,
    handler: async ({ db, actor, params, body }) => sendToClass(db, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/classes/:id/enrol',
    action: 'training.act',
    summary: 'The centre enrols; beyond the seats people wait in order.',
    params: idParam,
    body: proposeBody,
    response: doneView,
    handler: async ({ db, actor, params, body }) => enrol(db, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/classes/:id/leave',
    action: 'training.read',
    summary: 'Takes people off a class, with the reason: the centre, or whoever put them forward.',
    params: idParam,
    body: leaveBody,
    response: doneView,
    handler: async ({ db, actor, params, body }) => leave(db, actor, params.id, body),
  }),
];

const endingRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/classes/:id/sessions/:session/attendance',
    action: 'training.act',
    summary: 'Marks who came to a session; the last marking of a person holds.',
    params: sessionParam,
    body: attendBody,
    response: rollView,
    handler: async ({ db, actor, params, body }) => {
      await attend(db, actor, params, body);
      return rollOf(db, actor, await getOwnClass(db, actor, params.id), params.session);
    },
  }),
  route({
    method: 'POST',
    url: '/api/classes/:id/results',
    action: 'training.act',
    summary: 'Marks the papers of the class.',
    params: idParam,
    body: assessBody,
    response: peopleView,
    handler: async ({ db, actor, params, body }) => {
      await assess(db, actor, params.id, body);
      return peopleOf(db, actor, await getOwnClass(db, actor, params.id));
    },
  }),
  route({
    method: 'POST',
    url: '/api/classes/:id/certificates',
    action: 'training.act',
    summary: 'Gives numbered certificates and records them on the dossiers, all or none.',
    params: idParam,
    body: certifyBody,
    response: doneView,
    handler: async ({ db, actor, params, body }) => certify(db, actor, params.id, body),
  }),
];

export const classRoutes: Route[] = [...readingRoutes, ...planningRoutes, ...peopleRoutes, ...endingRoutes];
