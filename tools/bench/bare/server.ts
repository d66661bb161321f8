// A bare node:http + pg server on the database of Nguồn: every page is measured beside one of its answers, in turn.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { queries, writing } from './queries.ts';

/** As many connections as Nguồn has. */
const connections = 10;

process.once('message', (connection: pg.PoolConfig) => {
  const pool = new pg.Pool({ max: connections, ...connection });
  pool.on('error', () => undefined);
  const server = createServer((request, response) => {
    const answer = request.method === 'POST' ? write(pool, request) : read(pool, request);
    answer.then(
      (value) => say(response, 200, value),
      (cause: unknown) => say(response, 500, { error: String(cause) }),
    );
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
process.on('disconnect', () => process.exit());

function say(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

async function read(pool: pg.Pool, { url }: IncomingMessage): Promise<unknown> {
  const asked = new URL(url ?? '', 'http://bare');
  const name = asked.pathname.slice(1);
  const query = queries[name];
  if (!query) throw new Error(`no query ${name}`);
  const values = query.values.map((word) => asked.searchParams.get(word));
  const { rows } = await pool.query({ name, text: query.text, values });
  return { items: rows };
}

async function write(pool: pg.Pool, request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString();
  const { clientId } = JSON.parse(text) as { clientId: string };
  await pool.query({ name: 'write', text: writing.insert, values: [clientId, request.url, text] });
  return { clientId };
}
