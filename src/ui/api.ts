// Talks to the server: JSON in and out, one kind of error. A request that never reached the server has status 0,
// so that callers can send the same write again.
import type { Message } from '../platform/messages.ts';
import { messages } from './messages.ts';

interface ErrorBody {
  kind: string;
  code: string;
  message: Message;
  details?: unknown;
  verdict?: unknown;
}

export class ApiError extends Error {
  readonly status: number;
  readonly kind: string;
  readonly code: string;
  readonly words: Message;
  readonly details: unknown;

  constructor(status: number, body: ErrorBody) {
    super(`${status} ${body.code}`);
    this.status = status;
    this.kind = body.kind;
    this.code = body.code;
    this.words = body.message;
    this.details = body.verdict ?? body.details;
  }

  /** The verdict that came with a refusal; null for every other error. */
  get verdict(): unknown {
    return this.kind === 'Refused' ? (this.details ?? null) : null;
  }

  /** The server was not reached or is busy: the same request may be sent again as it is. */
  get passing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export type QueryWords = Record<string, string | number | boolean | null | undefined>;

export function apiHref(path: string, params: QueryWords = {}): string {
  const words = Object.entries(params).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  const query = new URLSearchParams(words.map(([name, value]) => [name, String(value)])).toString();
  return `/api${path}${query ? `${path.includes('?') ? '&' : '?'}${query}` : ''}`;
}

export const unreachable = () =>
  new ApiError(0, { kind: 'Unreachable', code: 'ui.unreachable', message: messages['ui.unreachable'] });

function isErrorBody(value: unknown): value is { error: ErrorBody } {
  const error = (value as { error?: Partial<ErrorBody> } | null)?.error;
  return typeof error?.code === 'string' && typeof error.message?.vi === 'string';
}

/** Any answer that is not a success → one ApiError, also when a proxy answered in our place. */
export function errorFrom(status: number, body: unknown): ApiError {
  if (isErrorBody(body)) return new ApiError(status, body.error);
  const busy = status === 502 || status === 503 || status === 504;
  const code = busy ? 'ui.busy' : 'ui.unexpected';
  return new ApiError(status, { kind: busy ? 'Busy' : 'Unexpected', code, message: messages[code] });
}

async function request<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, { credentials: 'same-origin', ...init }).catch(() => {
    throw unreachable();
  });
  const text = await response.text().catch(() => {
    throw unreachable();
  });
  const body = parse(text);
  if (!response.ok) throw errorFrom(response.status, body);
  return body as T;
}

export function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const get = <T>(path: string, params?: QueryWords, signal?: AbortSignal): Promise<T> =>
  request<T>(apiHref(path, params), {
    headers: { accept: 'application/json' },
    ...(signal ? { signal } : {}),
  });

export type Method = 'POST' | 'PUT' | 'DELETE';

/** Cut off by the signal it may have arrived all the same. */
export const send = <T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> =>
  request<T>(apiHref(path), {
    method,
    headers: { accept: 'application/json', 'x-nguon': '1', ...(body === undefined ? {} : json) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });

const json = { 'content-type': 'application/json' };
