// One way to declare a route and one path for every request: session → actor → action → schema → handler → answer.
// A route cannot be declared without saying which action it is; what is out of reach is Missing.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Db } from './db.ts';
import { Forbidden, Unauthenticated } from './errors.ts';
import { Lasting } from './held.ts';

/** Who acts, in which office; what the office may do is `can`. */
export interface Actor {
  accountId: string;
  displayName: string;
  personId: string | null;
  mustChange: boolean;
  officeId: number | null;
  office: string | null;
  unitId: number | null;
  unitPath: string | null;
  provinceId: string;
  /** paths of units named in the office (cells in charge) */
  named: string[];
  can: ReadonlySet<string>;
}

export interface Download {
  download: { fileName: string; type: string; body: Buffer | Readable; inline?: boolean };
}

/** The text of an answer, made by `make` where it is not there yet. */
export const textOf = (answer: unknown, make: (answer: unknown) => string): string | Buffer =>
  answer instanceof Lasting ? answer.text(make) : make(answer);

export interface Upload {
  fileName: string;
  stream: Readable;
  fields: Record<string, string>;
}

export interface Call<P, Q, B> {
  db: Db;
  actor: Actor;
  params: P;
  query: Q;
  body: B;
  address: string;
  /** only for routes declared with `upload` */
  file: () => Promise<Upload>;
  request: FastifyRequest;
  reply: FastifyReply;
}

type Shape = z.ZodType;
type Out<S> = S extends Shape ? z.output<S> : undefined;

export interface RouteSpec<P, Q, B, R> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  /** 'public', 'signed_in', or an action of regulations/organisation.yaml */
  action: string;
  summary: string;
  upload?: boolean;
  /** usable while the password must still be changed */
  beforeChange?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  /** a file answer has no schema */
  response?: R;
  handler: (call: Call<Out<P>, Out<Q>, Out<B>>) => Promise<unknown>;
}

export interface Route extends Omit<RouteSpec<Shape, Shape, Shape, Shape>, 'handler'> {
  handler: (call: Call<unknown, unknown, unknown>) => Promise<unknown>;
}

export function route<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
  R extends Shape | undefined = undefined,
>(spec: RouteSpec<P, Q, B, R>): Route {
  return spec as unknown as Route;
}

export const noActor: Actor = {
  accountId: '00000000-0000-0000-0000-000000000000',
  displayName: '',
  personId: null,
  mustChange: false,
  officeId: null,
  office: null,
  unitId: null,
  unitPath: null,
  provinceId: '',
  named: [],
  can: new Set(),
};

/** Aborted when whoever asked has gone before the answer; the framework's own signal ends with the body of the request. */
export function untilGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  const leave = () => {
    if (!raw.writableFinished) gone.abort();
  };
  if (raw.destroyed) leave();
  else raw.once('close', leave);
  return gone.signal;
}

/** Throws unless this actor may use this route. */
export function admit(route: Route, actor: Actor | null): Actor {
  if (route.action === 'public') return actor ?? noActor;
  if (!actor) throw new Unauthenticated('session.needed');
  if (actor.mustChange && !route.beforeChange) throw new Forbidden('session.must_change');
  if (route.action !== 'signed_in' && !actor.can.has(route.action))
    throw new Forbidden('access.not_this_office');
  return actor;
}
