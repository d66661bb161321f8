// Builds the HTTP application from declared routes: headers, session, errors, OpenAPI, static files.
import compress, { type FastifyCompressOptions } from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Db } from './db.ts';
import { answerError } from './answer.ts';
import { answered } from './behind/breathe.ts';
import { Forbidden, isDeadlock, Missing } from './errors.ts';
import { type Actor, admit, type Download, type Route, textOf, type Upload } from './http.ts';
import { loggerOptions, type LogLevel } from './log.ts';

export interface AppOptions {
  db: Db;
  routes: readonly Route[];
  /** session cookie → actor; null = not signed in */
  findActor: (db: Db, token: string) => Promise<Actor | null>;
  version: string;
  webFolder: string | null;
  logLevel: LogLevel;
  tls?: { cert: Buffer; key: Buffer } | undefined;
  /** as Fastify takes it: number of proxies in front, or their addresses */
  trustProxy: number | string | boolean;
}

export const sessionCookie = 'nguon_session';
const uploadLimit = 64 * 1024 * 1024;

/**
 * Answers travel packed to whoever can unpack them: a list takes a fifth of its size on a slow line; beside JSON also
 * what is known as text, such as a table in CSV. Built files have been packed when they were built; what is sent to us is
 * never unpacked.
 */
const packing: FastifyCompressOptions = {
  encodings: ['br', 'gzip'],
  customTypes: /^application\/json\b/,
  threshold: 1400,
  globalDecompression: false,
};

export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = listener(options);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler((route) => {
    const make = serializerCompiler(route as Parameters<typeof serializerCompiler>[0]);
    // Bytes are sent as they are; Fastify knows of texts only.
    return (answer) => textOf(answer, make) as string;
  });
  app.setErrorHandler(answerError);
  await app.register(compress, packing);
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: uploadLimit, files: 1 } });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Nguồn',
        version: options.version,
        description: 'API of Nguồn; every write carries a clientId.',
      },
    },
    transform: jsonSchemaTransform,
  });
  protect(app, options.tls !== undefined);
  await app.register(async (scope) => {
    for (const item of options.routes) declare(scope, item, options);
    scope.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  });
  await serveWeb(app, options.webFolder);
  return app;
}

/** So many proxies stand in front, or these addresses are proxies. */
const trusted = (proxy: AppOptions['trustProxy']) =>
  typeof proxy === 'number' ? (_address: string, hop: number) => hop < proxy : proxy;

function listener(options: AppOptions): FastifyInstance {
  const base = {
    logger: loggerOptions(options.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trusted(options.trustProxy),
    bodyLimit: 2 * 1024 * 1024,
  };
  // An https instance has the same methods; only its server type differs.
  return options.tls
    ? (Fastify({ ...base, https: options.tls }) as unknown as FastifyInstance)
    : Fastify(base);
}

/** Programs send no origin; a page that hides its own ('null') is not ours. The host is the one the proxy was asked for. */
const isOwnPage = ({ headers, host }: FastifyRequest): boolean =>
  headers.origin === undefined || URL.parse(headers.origin)?.host === host;

function protect(app: FastifyInstance, secure: boolean): void {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    if (request.headers['x-nguon'] !== '1' || !isOwnPage(request)) throw new Forbidden('http.foreign_page');
  });
  app.addHook('onSend', async (request, reply, payload) => {
    reply.headers({
      'content-security-policy':
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
    if (secure) reply.header('strict-transport-security', 'max-age=31536000');
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
    return payload;
  });
  app.addHook('onResponse', async (request, reply) => {
    answered();
    request.log.info(
      {
        route: request.routeOptions.url,
        method: request.method,
        status: reply.statusCode,
        ms: reply.elapsedTime,
      },
      'request',
    );
  });
}

function declare(app: FastifyInstance, item: Route, options: AppOptions): void {
  const schema = {
    summary: item.summary,
    ...(item.params ? { params: item.params } : {}),
    ...(item.query ? { querystring: item.query } : {}),
    ...(item.body ? { body: item.body } : {}),
    ...(item.response ? { response: { 200: item.response } } : {}),
    ...(item.upload ? { consumes: ['multipart/form-data'] } : {}),
    'x-action': item.action,
  };
  app.route({
    method: item.method,
    url: item.url,
    schema,
    // The actor is known before the body is read or checked: an outsider learns nothing from validation.
    onRequest: async (request) => {
      const token = request.cookies[sessionCookie];
      const actor = token ? await options.findActor(options.db, token) : null;
      Object.assign(request, { actor: admit(item, actor) });
    },
    handler: async (request, reply) => {
      const call = {
        db: options.db,
        actor: (request as FastifyRequest & { actor: Actor }).actor,
        params: request.params,
        query: request.query,
        body: request.body,
        address: request.ip,
        file: () => receive(request),
        request,
        reply,
      };
      const answer = await item.handler(call).catch((error: unknown) => {
        // A page that only reads may stand in the way of rows made again, and is read when those are there.
        if (item.method === 'GET' && isDeadlock(error)) return item.handler(call);
        throw error;
      });
      return isDownload(answer) ? send(reply, answer) : answer;
    },
  });
}

const isDownload = (answer: unknown): answer is Download =>
  typeof answer === 'object' && answer !== null && 'download' in answer;

function send(reply: Parameters<typeof answerError>[2], { download }: Download) {
  const place = download.inline ? 'inline' : 'attachment';
  return reply
    .header('content-disposition', `${place}; filename*=UTF-8''${encodeURIComponent(download.fileName)}`)
    .type(download.type)
    .serializer((payload: unknown) => payload as string)
    .send(download.body);
}

async function receive(request: FastifyRequest): Promise<Upload> {
  const part = await request.file();
  if (!part) throw new Missing('http.no_file');
  const fields = Object.entries(part.fields).flatMap(([name, field]) =>
    field && !Array.isArray(field) && field.type === 'field' ? [[name, String(field.value)] as const] : [],
  );
  return { fileName: part.filename, stream: part.file, fields: Object.fromEntries(fields) };
}

/** Never a page of the application: a file that is gone must not be answered with one. */
const isFile = /^\/(?:api\/|assets\/|worker\.js)/;

/** The built browser application; deep links answer with its one page. */
async function serveWeb(app: FastifyInstance, folder: string | null): Promise<void> {
  const built = folder !== null && existsSync(path.join(folder, 'index.html'));
  if (built)
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      preCompressed: true,
      globIgnore: ['**/*.br', '**/*.gz'],
      cacheControl: false,
      setHeaders: (reply, file) => {
        const hashed = file.includes(`${path.sep}assets${path.sep}`);
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  app.setNotFoundHandler(async (request, reply) => {
    if (!built || isFile.test(request.url) || request.method !== 'GET')
      throw new Missing('http.no_such_address');
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
