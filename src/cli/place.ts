// Where a command works: with the server that runs on this data folder, over its own API – or, when none runs, with an
// installation opened for the command alone. Either way the command speaks the API as a person with an office.
import http from 'node:http';
import https from 'node:https';
import { type Config, readConfig } from '../host/config.ts';
import { findHolder } from '../host/folder-lock.ts';
import { openInstance } from '../host/instance.ts';
import { findRunningPostgres } from '../host/postgres.ts';
import { findOffices } from './who.ts';
import { stopRenewing } from '../lawbook/change.store.ts';
import { enforce } from '../lawbook/enforce.store.ts';
import { createApp, sessionCookie } from '../platform/app.ts';
import { pinToday } from '../platform/clock.ts';
import { type Db, openDb } from '../platform/db.ts';
import { foldAgain } from '../platform/ledger.ts';
import { startFrom } from '../platform/write/transaction.ts';
import { lastWritten } from '../platform/seal.ts';
import { closeSession, onTheMachine, openSession } from '../platform/session.ts';
import { composeRooms } from '../rooms.ts';
import { Stop } from './words.ts';

export interface Answer {
  status: number;
  body: unknown;
}
export type Speak = (
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: object | FormData,
) => Promise<Answer>;

export interface Place {
  db: Db;
  /** true: this process alone holds the folder */
  alone: boolean;
  /** Speaks the API as the holder of an office of this kind. */
  as(office: string, userName: string | null): Promise<Speak>;
  close(): Promise<void>;
}

export const configOf = (demo: boolean): Config => readConfig(process.env, { demo });

export async function openPlace(config: Config): Promise<Place> {
  pinToday(config.today);
  const holder = findHolder(config.folder);
  if (!holder) return openAlone(config);
  const connection = findRunningPostgres(config);
  if (!holder.url || !connection)
    throw new Stop(
      'Thư mục dữ liệu đang được dùng cho việc khác.',
      'The data folder is in use for something else.',
    );
  const { db, pool } = openDb({ ...connection, max: 1 });
  const url = holder.url;
  const opened: string[] = [];
  const speakAs = async (token: string): Promise<Speak> => overHttp(url, token);
  const close = async () => {
    await closeAll(db, opened);
    await pool.end();
  };
  return { db, alone: false, as: personAs(db, speakAs, opened), close };
}

async function openAlone(config: Config): Promise<Place> {
  const instance = await openInstance(config, { purpose: 'cli' });
  const { db, pool } = openDb(instance.connection);
  startFrom(await lastWritten(db));
  const rooms = composeRooms({ masterKey: instance.master.bytes, program: instance.program });
  await enforce(db);
  await foldAgain(db);
  const app = await createApp({
    db,
    ...rooms,
    version: instance.program,
    webFolder: null,
    logLevel: 'error',
    trustProxy: false,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const opened: string[] = [];
  const close = async () => {
    await closeAll(db, opened);
    await app.close();
    await stopRenewing();
    await pool.end();
    await instance.stop();
  };
  return {
    db,
    alone: true,
    as: personAs(db, async (token) => overHttp(`http://127.0.0.1:${port}`, token), opened),
    close,
  };
}

/** Whoever may read the data folder may act as any office; what is written stands in the ledger as that office's. */
const personAs =
  (db: Db, speakAs: (token: string) => Promise<Speak>, opened: string[]) =>
  async (office: string, userName: string | null): Promise<Speak> => {
    const found = await findOffices(db, office, userName);
    const [only] = found;
    if (!only)
      throw new Stop(
        'Chưa có tài khoản nào giữ chức trách cần cho việc này.',
        'No account holds the office that this needs.',
      );
    if (found.length > 1)
      throw new Stop(
        `Có nhiều tài khoản làm được việc này; xin thêm --user: ${found.map((one) => one.userName).join(', ')}`,
        'Several accounts may do this; please add --user.',
      );
    const token = await openSession(db, only.accountId, only.officeId, onTheMachine);
    opened.push(token);
    return speakAs(token);
  };

async function closeAll(db: Db, tokens: readonly string[]): Promise<void> {
  for (const token of tokens) await closeSession(db, token);
}

export const overHttp =
  (url: string, token: string): Speak =>
  async (method, path, body) => {
    const content = body && new Response(body instanceof FormData ? body : JSON.stringify(body));
    const form = body instanceof FormData ? content?.headers.get('content-type') : null;
    const headers = {
      'x-nguon': '1',
      cookie: `${sessionCookie}=${token}`,
      ...(body ? { 'content-type': form ?? 'application/json' } : {}),
    };
    const { status, text } = await send(new URL(path, url), {
      method,
      headers,
      body: content ? Buffer.from(await content.arrayBuffer()) : null,
    });
    return { status, body: text ? JSON.parse(text) : null };
  };

interface Sent {
  method: string;
  headers: Record<string, string>;
  body: Buffer | null;
}

/** The address comes from the lock of this very folder; its certificate is often the office's own making. */
function send(url: URL, { method, headers, body }: Sent): Promise<{ status: number; text: string }> {
  const speak = url.protocol === 'https:' ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const request = speak(url, { method, headers, rejectUnauthorized: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    request.once('error', reject);
    request.end(body ?? undefined);
  });
}
