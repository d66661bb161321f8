// Routes of signing in: session, choice of office, password, one-time codes.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isIP } from 'node:net';
import { z } from 'zod';
import { sessionCookie } from '../../platform/app.ts';
import type { Db } from '../../platform/db.ts';
import { today } from '../../platform/clock.ts';
import { Invalid } from '../../platform/errors.ts';
import { type Actor, noActor, type Route, route } from '../../platform/http.ts';
import {
  checkPassword,
  chooseOffice,
  closeSession,
  codeMatches,
  newTotp,
  openSession,
  sessionHours,
  provePassword,
  signIn,
} from '../../platform/session.ts';
import { getAccount } from '../account.store.ts';
import { findActor } from '../actor.store.ts';
import { sessionAnswer } from '../answers.ts';
import { officesOf } from '../office.store.ts';
import { type Account, setPassword, setSecret } from './change.store.ts';
import { firstOffice, viewSession } from './session.store.ts';

const secret = z.string().min(1).max(200);
const known = (actor: Actor) => (actor.accountId === noActor.accountId ? null : actor);
const tokenOf = (request: FastifyRequest): string => request.cookies[sessionCookie] ?? '';

export function setSessionCookie(reply: FastifyReply, request: FastifyRequest, token: string): void {
  reply.setCookie(sessionCookie, token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    path: '/',
    maxAge: sessionHours * 3600,
  });
}

/** Opens a session for an account that has proved itself, and answers as GET /api/session would. */
export async function begin(
  db: Db,
  accountId: string,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
) {
  // What a proxy forwards may be anything; only an address is kept.
  const address = isIP(request.ip) ? request.ip : '';
  const token = await openSession(db, accountId, await firstOffice(db, accountId), address);
  setSessionCookie(reply, request, token);
  return viewSession(db, await findActor(db, token));
}

interface CodeChange {
  secret?: string | undefined;
  code?: string | undefined;
  password?: string | undefined;
  address: string;
}

/** The secret to keep: proved by a code of it; or none, when the password is right. */
async function provenSecret(
  db: Db,
  account: Account,
  { secret, code, password, address }: CodeChange,
): Promise<string | null> {
  if (password !== undefined) {
    if (await provePassword(db, account, { password, address })) return null;
    throw new Invalid('session.wrong_old_password');
  }
  // Whoever finds a browser open must not put his own phone in the place of the owner's.
  if (account.totp_secret !== null) throw new Invalid('session.code_is_on');
  if (secret === undefined || code === undefined || !codeMatches(secret, code))
    throw new Invalid('session.wrong_code');
  return secret;
}

export const sessionRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/session',
    action: 'public',
    summary: 'Who is signed in, in which office, what that office may do, and the state of the installation.',
    response: sessionAnswer,
    handler: async ({ db, actor }) => viewSession(db, known(actor)),
  }),
  route({
    method: 'POST',
    url: '/api/session',
    action: 'public',
    summary:
      'Signs in. Five wrong passwords from one address make that address wait ten minutes for that account.',
    body: z.object({ userName: secret, password: secret, totp: z.string().max(12).optional() }),
    response: sessionAnswer,
    handler: async ({ db, body, address, request, reply }) => {
      const { userName, password, totp } = body;
      const accountId = await signIn(db, { userName, password, code: totp, address });
      return begin(db, accountId, { request, reply });
    },
  }),
  route({
    method: 'DELETE',
    url: '/api/session',
    action: 'public',
    summary: 'Signs out.',
    response: sessionAnswer,
    handler: async ({ db, request, reply }) => {
      await closeSession(db, tokenOf(request));
      reply.clearCookie(sessionCookie, { path: '/' });
      return viewSession(db, null);
    },
  }),
  route({
    method: 'PUT',
    url: '/api/session/office',
    action: 'signed_in',
    summary: 'Chooses the office to act in, among those held today.',
    body: z.object({ officeId: z.coerce.number().int() }),
    response: sessionAnswer,
    handler: async ({ db, actor, body, request }) => {
      const held = actor.personId ? await officesOf(db, actor.personId, today()) : [];
      if (!held.some((office) => office.id === body.officeId)) throw new Invalid('session.no_such_office');
      await chooseOffice(db, tokenOf(request), body.officeId);
      return viewSession(db, await findActor(db, tokenOf(request)));
    },
  }),
  route({
    method: 'POST',
    url: '/api/session/password',
    action: 'signed_in',
    beforeChange: true,
    summary: 'Sets a new password; other sessions of the account end.',
    body: z.object({ old: secret, new: secret }),
    response: sessionAnswer,
    handler: async ({ db, actor, body, address, request }) => {
      const account = await getAccount(db, actor.accountId);
      if (!(await provePassword(db, account, { password: body.old, address })))
        throw new Invalid('session.wrong_old_password');
      checkPassword(body.new, account.user_name, body.old);
      await setPassword(db, actor, account, { password: body.new, token: tokenOf(request) });
      return viewSession(db, await findActor(db, tokenOf(request)));
    },
  }),
  route({
    method: 'POST',
    url: '/api/session/totp',
    action: 'signed_in',
    summary: 'One-time codes: empty = a fresh secret; secret and code = switch on; password = switch off.',
    body: z.object({
      secret: z
        .string()
        .regex(/^[A-Z2-7]{16,64}$/)
        .optional(),
      code: z.string().max(12).optional(),
      password: secret.optional(),
    }),
    response: z.object({ totp: z.boolean(), secret: z.string().optional(), address: z.string().optional() }),
    handler: async ({ db, actor, body, address }) => {
      const account = await getAccount(db, actor.accountId);
      if (body.password === undefined && body.code === undefined)
        return { totp: account.totp_secret !== null, ...newTotp(account.user_name) };
      const proven = await provenSecret(db, account, { ...body, address });
      await setSecret(db, actor, account, proven);
      return { totp: proven !== null };
    },
  }),
];
