// Every failure leaves as one shape: {error: {kind, code, params, message: {vi, en}, details}}. Unexpected ones are
// logged with their cause and answered with a number to quote, never with their text.
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Busy, Failure, Invalid, statusOf, TooLarge } from './errors.ts';
import { bothLanguages, type Message, type Params } from './messages.ts';

let words: ReadonlyMap<string, Message> = new Map();

/** All rooms' messages, by code. */
export function useMessages(rooms: readonly Record<string, Message>[]): void {
  words = new Map(rooms.flatMap((room) => Object.entries(room)));
}
/** A code in words, for remarks that are data and not failures. */
export const wordsOf = (code: string, params: Params = {}): Message =>
  bothLanguages(words.get(code) ?? { vi: code, en: code }, params);

const unexpected: Message = {
  vi: 'Hệ thống gặp sự cố, chưa ghi gì. Xin thử lại; nếu vẫn lỗi, báo quản trị hệ thống số {number}.',
  en: 'Something went wrong and nothing was written. Please try again; if it persists, quote number {number}.',
};

export function answerError(error: FastifyError | Failure, request: FastifyRequest, reply: FastifyReply) {
  const failure = asFailure(error);
  if (failure?.code === 'http.busy') request.log.warn({ err: error }, 'busy');
  if (!failure) {
    const number = randomUUID().slice(0, 8);
    request.log.error({ err: error, number }, 'unexpected');
    const message = bothLanguages(unexpected, { number });
    return reply
      .status(500)
      .send({ error: { kind: 'Unexpected', code: 'unexpected', params: { number }, message } });
  }
  const message = wordsOf(failure.code, failure.params);
  const { kind, code, params, details } = failure;
  return reply
    .status(statusOf[kind])
    .headers(kind === 'Busy' ? { 'retry-after': retryAfterSeconds } : {})
    .type('application/json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({ error: { kind, code, params, message, ...(details === undefined ? {} : { details }) } });
}

const retryAfterSeconds = 2;

/**
 * What PostgreSQL gives up or does not begin – of two who wait for each other one, a connection too many, a start, a stop or a
 * repair –, and a connection that broke: sent again as it is, it goes through, and what was written once is not written twice.
 */
const passing = new Set([
  '40001',
  '40P01',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);
const isPassing = ({ code, message }: Error & { code?: string }): boolean =>
  passing.has(code ?? '') || message.startsWith('Connection terminated');

/** What PostgreSQL cannot take as a value was sent so: a number out of range, a zero byte, half a character. */
const badValues = new Set(['22003', '22021', '22P02', '22P05']);

function asFailure(error: FastifyError | Failure): Failure | null {
  if (error instanceof Failure) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((issue) =>
      issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
    );
    return new Invalid('http.bad_fields', { fields: fields.join(', ') }, { fields });
  }
  if (badValues.has(error.code)) return new Invalid('http.bad_request');
  if (isPassing(error)) return new Busy('http.busy');
  const status = error.statusCode ?? 500;
  if (status === 413) return new TooLarge('http.too_large');
  if (status >= 400 && status < 500) return new Invalid('http.bad_request');
  return null;
}
