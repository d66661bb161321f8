// The closed list of ways in which a request can fail. Each carries a code with words in both languages
// (a room's messages.ts); nothing about a person goes into params.
import type { Params } from './messages.ts';

export type ErrorKind =
  | 'Invalid'
  | 'Unauthenticated'
  | 'Forbidden'
  | 'Missing'
  | 'Refused'
  | 'Stale'
  | 'TooLarge'
  | 'TooMany'
  | 'Busy';

export const statusOf: Record<ErrorKind, number> = {
  Invalid: 400,
  Unauthenticated: 401,
  Forbidden: 403,
  Missing: 404,
  Refused: 409,
  Stale: 409,
  TooLarge: 413,
  TooMany: 429,
  Busy: 503,
};

export class Failure extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly params: Params;
  readonly details: unknown;

  constructor(kind: ErrorKind, code: string, params: Params = {}, details?: unknown) {
    super(`${kind} ${code}`);
    this.kind = kind;
    this.code = code;
    this.params = params;
    this.details = details;
  }
}

const failure = (kind: ErrorKind) =>
  class extends Failure {
    constructor(code: string, params: Params = {}, details?: unknown) {
      super(kind, code, params, details);
    }
  };

export class Invalid extends failure('Invalid') {}
export class Unauthenticated extends failure('Unauthenticated') {}
export class Forbidden extends failure('Forbidden') {}
export class Missing extends failure('Missing') {}
/** `details` is the Verdict, with its reasons. */
export class Refused extends failure('Refused') {}
export class Stale extends failure('Stale') {}
export class TooLarge extends failure('TooLarge') {}
export class TooMany extends failure('TooMany') {}
export class Busy extends failure('Busy') {}

/** Of two who waited for each other the database has given this one up; nothing of it stands. */
export const isDeadlock = (error: unknown): boolean => (error as { code?: string }).code === '40P01';

/** A turn not had within the time that was set for it. */
export const isLockTimeout = (error: unknown): boolean => (error as { code?: string }).code === '55P03';
