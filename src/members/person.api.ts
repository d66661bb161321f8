// Routes of the roll: the list, one person, adding, acts, details, corrections, sealed fields, who looked.
import { z } from 'zod';
import { today } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import { type Actor, type Route, route } from '../platform/http.ts';
import { recordNewPerson } from './add.store.ts';
import {
  accessesAnswer,
  goneAnswer,
  personAnswer,
  rollAnswer,
  sensitiveAnswer,
  writtenAnswer,
} from './answers.ts';
import { actInput, addInput, contestInput, correctInput, detailsInput, withdrawInput } from './input.ts';
import { tellObjections } from './objections.ts';
import { findPerson } from './person.store.ts';
import {
  recordAct,
  recordCorrection,
  type Recorded,
  recordDetails,
  recordDoubt,
  recordWithdrawal,
} from './record.store.ts';
import { rollQuery } from './roll.ts';
import { openRoll } from './roll.store.ts';
import { openPerson, viewAccesses, viewOf, viewPerson, viewSensitive } from './view.store.ts';

const personParam = z.object({ id: z.uuid() });
const entryParam = personParam.extend({ entry: z.uuid() });

async function written(db: Db, actor: Actor, id: string, { judged, left }: Recorded = fresh) {
  const view = left ? viewOf(actor, id, left) : await viewPerson(db, actor, id);
  return { ...view, rejudged: tellObjections(judged) };
}
const fresh: Recorded = { judged: [], left: null };

const reading: Route[] = [
  route({
    method: 'GET',
    url: '/api/people',
    action: 'person.read',
    summary: 'The roll within reach: search, filters, order, pages by cursor; `on` asks for a past day.',
    query: rollQuery,
    response: rollAnswer,
    handler: async ({ db, actor, query }) => openRoll(db, actor, query),
  }),
  route({
    method: 'GET',
    url: '/api/people/:id',
    action: 'person.read',
    summary: 'One person: standing, dated memberships, offices, history. The look is logged.',
    params: personParam,
    response: personAnswer,
    handler: async ({ db, actor, params }) => openPerson(db, actor, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/people/:id/sensitive',
    action: 'dossier.sensitive',
    summary: 'Sealed fields of class 3 or 4; class 4 needs a purpose. The look is logged.',
    params: personParam,
    query: z.object({ class: z.enum(['3', '4']), purpose: z.string().trim().max(300).optional() }),
    response: sensitiveAnswer,
    handler: async ({ db, actor, params, query }) => {
      if (query.class === '4' && !query.purpose) throw new Invalid('members.purpose_needed');
      const asked = { class: query.class === '4' ? 4 : 3, purpose: query.purpose ?? null } as const;
      return viewSensitive(db, actor, params.id, asked);
    },
  }),
  route({
    method: 'GET',
    url: '/api/people/:id/accesses',
    action: 'access_log.read',
    summary: 'Who opened this person, newest first.',
    params: personParam,
    response: accessesAnswer,
    handler: async ({ db, actor, params }) => {
      const items = await viewAccesses(db, actor, params.id);
      return { items, total: items.length, next: null, asOf: today() };
    },
  }),
];

const writing: Route[] = [
  route({
    method: 'POST',
    url: '/api/people',
    action: 'person.write',
    summary:
      'Adds a person: found on the roll, moved in, or from outside it. Resemblances are answered first.',
    body: addInput,
    response: writtenAnswer,
    handler: async ({ db, actor, body }) => written(db, actor, await recordNewPerson(db, actor, body)),
  }),
  route({
    method: 'POST',
    url: '/api/people/:id/acts',
    action: 'person.write',
    summary: 'A dated act: moved, died, removed, card, exempt … in force from its day.',
    params: personParam,
    body: actInput,
    response: writtenAnswer,
    handler: async ({ db, actor, params, body }) =>
      written(db, actor, params.id, await recordAct(db, actor, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/people/:id/details',
    action: 'person.write',
    summary: 'Corrects fields; older values stay in the vault with who and when.',
    params: personParam,
    body: detailsInput,
    response: writtenAnswer,
    handler: async ({ db, actor, params, body }) =>
      written(db, actor, params.id, await recordDetails(db, actor, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/people/:id/acts/:entry/correct',
    action: 'person.write',
    summary: 'Replaces an act by another of the same kind; both stay; acts that no longer hold are listed.',
    params: entryParam,
    body: correctInput,
    response: writtenAnswer,
    handler: async ({ db, actor, params, body }) =>
      written(db, actor, params.id, await recordCorrection(db, actor, params, body)),
  }),
  route({
    method: 'POST',
    url: '/api/people/:id/acts/:entry/withdraw',
    action: 'person.write',
    summary:
      'Withdraws an act with a reason; a person entered by mistake is gone: then the answer is {gone: true}.',
    params: entryParam,
    body: withdrawInput,
    response: z.union([writtenAnswer, goneAnswer]),
    handler: async ({ db, actor, params, body }) => {
      const recorded = await recordWithdrawal(db, actor, params, body);
      const stands = recorded.left ? recorded.left[0][0] : await findPerson(db, params.id);
      return stands ? written(db, actor, params.id, recorded) : { gone: true };
    },
  }),
  route({
    method: 'POST',
    url: '/api/people/:id/acts/:entry/contest',
    action: 'person.read',
    summary: 'The cell for which an act was entered on its behalf says that it was otherwise.',
    params: entryParam,
    body: contestInput,
    response: writtenAnswer,
    handler: async ({ db, actor, params, body }) => {
      await recordDoubt(db, actor, params, body);
      return written(db, actor, params.id);
    },
  }),
];

export const memberRoutes: Route[] = [...reading, ...writing];
