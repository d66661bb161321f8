// Routes of accounts: for those who keep them. They see who may sign in and in which office, and nothing else.
import { z } from 'zod';
import { today } from '../platform/clock.ts';
import { type Route, route } from '../platform/http.ts';
import { fold } from '../platform/text.ts';
import { closeAccount, issueSlip, listAccounts, openAccounts, waitingOffices } from './account.store.ts';
import { accountListAnswer, slip, slipsAnswer } from './answers.ts';

const clientId = z.object({ clientId: z.uuid() });
const accountParam = z.object({ id: z.uuid() });
const encode = (name: string) => Buffer.from(name).toString('base64url');
const decode = (cursor: string) => Buffer.from(cursor, 'base64url').toString();

export const accountRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/accounts',
    action: 'account.read',
    summary: 'Accounts with the offices they act in today, and offices whose holder has no account yet.',
    query: z.object({
      q: z.string().max(100).default(''),
      cursor: z.string().max(300).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: accountListAnswer,
    handler: async ({ db, actor, query }) => {
      const after = query.cursor ? decode(query.cursor) : '';
      const found = await listAccounts(db, { q: fold(query.q), after, limit: query.limit });
      const waiting = actor.can.has('account.write') ? await waitingOffices(db, actor) : [];
      return { ...found, next: found.next && encode(found.next), asOf: today(), waiting };
    },
  }),
  route({
    method: 'POST',
    url: '/api/accounts/from-offices',
    action: 'account.write',
    summary: 'Opens accounts for the holders of these offices; the passwords stand in this one answer only.',
    body: clientId.extend({ officeIds: z.array(z.int().positive()).min(1).max(500) }),
    response: slipsAnswer,
    handler: async ({ db, actor, body }) => ({ slips: await openAccounts(db, actor, body) }),
  }),
  route({
    method: 'POST',
    url: '/api/accounts/:id/slip',
    action: 'account.write',
    summary: 'Issues a new one-time password; the old one and all open sessions end. Logged.',
    params: accountParam,
    body: clientId,
    response: slip,
    handler: async ({ db, actor, params, body }) => issueSlip(db, actor, { ...body, accountId: params.id }),
  }),
  route({
    method: 'POST',
    url: '/api/accounts/:id/close',
    action: 'account.write',
    summary: 'Closes an account; its sessions end at once.',
    params: accountParam,
    body: clientId,
    response: z.object({ closed: z.literal(true) }),
    handler: async ({ db, actor, params, body }) => {
      await closeAccount(db, actor, { ...body, accountId: params.id });
      return { closed: true };
    },
  }),
];
