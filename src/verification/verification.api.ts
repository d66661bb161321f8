// Routes of verification: requests sent, answered and overdue, those asked of one's own committee, the letter, the
// figures, and what the dossier shows.
import { z } from 'zod';
import { logAccess } from '../platform/audit.ts';
import { Missing } from '../platform/errors.ts';
import { type Route, route } from '../platform/http.ts';
import { heldAnswer } from '../worklist/held-answer.store.ts';
import {
  recordAnswer,
  recordAssigning,
  recordReceipt,
  recordResending,
  recordTakingBack,
} from './answer.store.ts';
import { readCaseView, recordExemption, recordKin } from './case.store.ts';
import { findByCode } from './code.store.ts';
import { readFigures } from './figures.store.ts';
import { readLetter } from './letter.store.ts';
import { listRequests } from './list.store.ts';
import { listOfficers } from './officers.store.ts';
import { offerPlaces } from './places.store.ts';
import { getPlaceFor, recordSending } from './send.store.ts';
import {
  answerBody,
  assignBody,
  caseView,
  changedRequest,
  exemptionBody,
  figures,
  kinBody,
  letterView,
  listQuery,
  officerList,
  placeList,
  receiveBody,
  requestList,
  requestView,
  resendBody,
  sendBody,
  withdrawBody,
} from './view.ts';
import { readRequest } from './view.store.ts';

const idParam = z.object({ id: z.uuid() });
const unitQuery = z.object({ unit: z.coerce.number().int().positive().max(2_147_483_647).optional() });
const placeQuery = z.object({
  q: z.string().max(150).default(''),
  limit: z.coerce.number().int().min(1).max(50).default(12),
});

/** What is gone for this reader after the write – answered by the office asked, taken back – is no fault. */
const shown = async (read: Promise<z.output<typeof requestView>>) => ({
  request: await read.catch((error: unknown) => {
    if (error instanceof Missing) return null;
    throw error;
  }),
});

const reading: Route[] = [
  route({
    method: 'GET',
    url: '/api/verifications',
    action: 'signed_in',
    summary: 'Requests sent, overdue and answered within reach, or those this office is asked to answer.',
    query: listQuery,
    response: requestList,
    handler: async ({ db, actor, query }) => {
      await logAccess(db, actor, { action: 'list', subject: 'request' });
      return heldAnswer(db, actor, { name: 'verifications', query: query, of: ['request', 'kin'] }, () =>
        listRequests(db, actor, query),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/verifications/figures',
    action: 'verification.read',
    summary: 'Medians by destination and what each officer has in hand, in working days.',
    query: unitQuery,
    response: figures,
    handler: async ({ db, actor, query }) =>
      heldAnswer(db, actor, { name: 'figures of verification', query, of: ['request', 'kin'] }, () =>
        readFigures(db, actor, query.unit),
      ),
  }),
  route({
    method: 'GET',
    url: '/api/verifications/officers',
    action: 'verification.act',
    summary: 'Who may be put in charge of a request of this dossier.',
    query: z.object({ dossier: z.uuid() }),
    response: officerList,
    handler: async ({ db, actor, query }) => listOfficers(db, await getPlaceFor(db, actor, query.dossier)),
  }),
  route({
    method: 'GET',
    url: '/api/verifications/places',
    action: 'verification.act',
    summary:
      'Places by names of today or of before 1 July 2025, with the committee there that has accounts here.',
    query: placeQuery,
    response: placeList,
    handler: async ({ db, actor, query }) => {
      const asking = { limit: query.limit, askingPath: actor.unitPath ?? '' };
      const items = await offerPlaces(db, query.q, asking);
      return { items, total: items.length, next: null };
    },
  }),
  route({
    method: 'GET',
    url: '/api/verifications/codes/:code',
    action: 'verification.act',
    summary: 'The request that bears this short code, as typed from paper.',
    params: z.object({ code: z.string().max(40) }),
    response: z.object({ id: z.uuid() }),
    handler: async ({ db, actor, params }) => ({ id: await findByCode(db, actor, params.code) }),
  }),
  route({
    method: 'GET',
    url: '/api/verifications/dossiers/:id',
    action: 'verification.read',
    summary:
      'Verification of one candidate: relatives by rule and reading, requests, and their order; `names` opens the list.',
    params: idParam,
    query: z.object({ names: z.stringbool().default(false) }),
    response: caseView,
    handler: async ({ db, actor, params, query }) => readCaseView(db, actor, params.id, query.names),
  }),
  route({
    method: 'GET',
    url: '/api/verifications/:id',
    action: 'signed_in',
    summary: 'One request; the office asked sees it while it is open, and nothing of the dossier.',
    params: idParam,
    response: requestView,
    handler: async ({ db, actor, params }) => readRequest(db, actor, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/verifications/:id/letter',
    action: 'verification.act',
    summary: 'What the A4 letter says.',
    params: idParam,
    response: letterView,
    handler: async ({ db, actor, params }) => readLetter(db, actor, params.id),
  }),
];

const asking: Route[] = [
  route({
    method: 'POST',
    url: '/api/verifications',
    action: 'verification.act',
    summary: 'Sends a request; the dossier takes the step in the same write.',
    body: sendBody,
    response: requestView,
    handler: async ({ db, actor, body }) => readRequest(db, actor, await recordSending(db, actor, body)),
  }),
  route({
    method: 'POST',
    url: '/api/verifications/:id/assign',
    action: 'verification.act',
    summary: 'Puts an officer in charge, or nobody.',
    params: idParam,
    body: assignBody,
    response: changedRequest,
    handler: async ({ db, actor, params, body }) => {
      await recordAssigning(db, actor, params.id, body);
      return shown(readRequest(db, actor, params.id));
    },
  }),
  route({
    method: 'POST',
    url: '/api/verifications/:id/resend',
    action: 'verification.act',
    summary: 'Sends what was asked for in addition; the clock starts again.',
    params: idParam,
    body: resendBody,
    response: changedRequest,
    handler: async ({ db, actor, params, body }) => {
      await recordResending(db, actor, params.id, body);
      return shown(readRequest(db, actor, params.id));
    },
  }),
  route({
    method: 'POST',
    url: '/api/verifications/:id/withdraw',
    action: 'verification.act',
    summary: 'Takes back what was recorded last, here and in the dossier.',
    params: idParam,
    body: withdrawBody,
    response: changedRequest,
    handler: async ({ db, actor, params, body }) => {
      await recordTakingBack(db, actor, params.id, body);
      return shown(readRequest(db, actor, params.id));
    },
  }),
  route({
    method: 'POST',
    url: '/api/verifications/dossiers/:id/kin',
    action: 'verification.act',
    summary: 'Keeps the list of relatives in the vault (not in profile B).',
    params: idParam,
    body: kinBody,
    response: caseView,
    handler: async ({ db, actor, params, body }) => {
      await recordKin(db, actor, params.id, body);
      return readCaseView(db, actor, params.id, true);
    },
  }),
  route({
    method: 'POST',
    url: '/api/verifications/dossiers/:id/exemption',
    action: 'verification.act',
    summary: 'Follows one of two readings of an exemption, with the reason.',
    params: idParam,
    body: exemptionBody,
    response: caseView,
    handler: async ({ db, actor, params, body }) => {
      await recordExemption(db, actor, params.id, body);
      return readCaseView(db, actor, params.id, true);
    },
  }),
];

/** Both sides may; which one an office stands on follows from its reach. */
const answering: Route[] = [
  route({
    method: 'POST',
    url: '/api/verifications/:id/receive',
    action: 'signed_in',
    summary: 'The day on which the letter was received: the clock of the reply starts.',
    params: idParam,
    body: receiveBody,
    response: changedRequest,
    handler: async ({ db, actor, params, body }) => {
      await recordReceipt(db, actor, params.id, body);
      return shown(readRequest(db, actor, params.id));
    },
  }),
  route({
    method: 'POST',
    url: '/api/verifications/:id/answer',
    action: 'signed_in',
    summary: 'The answer: by the office asked, or entered from paper by the office that asks.',
    params: idParam,
    body: answerBody,
    response: changedRequest,
    handler: async ({ db, actor, params, body }) => {
      await recordAnswer(db, actor, params.id, body);
      return shown(readRequest(db, actor, params.id));
    },
  }),
];

export const verificationRoutes: Route[] = [...reading, ...asking, ...answering];
