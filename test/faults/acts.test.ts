// kill -9 while many record at once: what was answered stands, what was not is there whole or not at all, and sending it
// again makes it so, once.
import path from 'node:path';
import { expect, test } from 'vitest';
import { memberBook } from '../../tools/bench/workbook.ts';
import { beginImport, call, end, type Person, setUp, signIn, startServer, until } from './server.ts';
import { makePlace } from './started.ts';

const people = 600;
const clients = 20;

interface Sent {
  person: string;
  act: { clientId: string; act: string; happenedOn: string; ground: string; decision: object };
  isAnswered: boolean;
}

const excusing = (person: string): Sent => ({
  person,
  act: {
    clientId: crypto.randomUUID(),
    act: 'exempt',
    happenedOn: '2025-09-20',
    ground: 'age',
    decision: { number: '12-QĐ/ĐU', on: '2025-09-20', by: 'Ban Thường vụ' },
  },
  isAnswered: false,
});
const send = async (officer: Person, one: Sent): Promise<void> => {
  await call(officer, 'POST', `/api/people/${one.person}/acts`, one.act);
  one.isAnswered = true;
};

/** So many one after the other beside each other, until the server is gone. */
async function sendAll(officer: Person, sent: readonly Sent[]): Promise<void> {
  const left = [...sent];
  const client = async () => {
    for (let one = left.shift(); one; one = left.shift()) await send(officer, one);
  };
  await Promise.allSettled(Array.from({ length: clients }, client));
}

async function idsOf(officer: Person): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: unknown = ''; cursor !== null; ) {
    const url = `/api/people?limit=200&status=official&exempt=no${cursor ? `&cursor=${cursor}` : ''}`;
    const page = await call(officer, 'GET', url);
    ids.push(...(page.items as { id: string }[]).map(({ id }) => id));
    cursor = page.next;
  }
  return ids;
}

/** How often the act stands in the person's history, and whether the person's row knows of it. */
async function standing(officer: Person, { person, act }: Sent) {
  const view = await call(officer, 'GET', `/api/people/${person}`);
  const history = view.history as { entry: string }[];
  return { times: history.filter(({ entry }) => entry === act.clientId).length, exempt: view.exempt };
}

test('acts that were answered stand, the others come in once when they are sent again', async () => {
  const folder = path.join(makePlace(), 'data');
  let server = await startServer(folder);
  const account = await setUp(server.url);
  let officer = await signIn(server.url, account);
  const brought = await until(officer, await beginImport(officer, await memberBook(people)), [
    'done',
    'failed',
  ]);
  expect(brought.state).toBe('done');
  let cutOff = 0;
  for (const wait of [150, 300, 600]) {
    const sent = (await idsOf(officer)).slice(0, 160).map(excusing);
    const sending = sendAll(officer, sent);
    await new Promise((resolve) => setTimeout(resolve, wait));
    await end(server, 'SIGKILL');
    await sending;
    const answered = sent.filter(({ isAnswered }) => isAnswered);
    if (answered.length > 0 && answered.length < sent.length) cutOff += 1;
    server = await startServer(folder);
    officer = await signIn(server.url, account);
    for (const one of answered) expect(await standing(officer, one)).toEqual({ times: 1, exempt: true });
    for (const one of sent)
      if (!one.isAnswered) {
        const { times, exempt } = await standing(officer, one);
        expect([0, 1]).toContain(times);
        expect(exempt).toBe(times === 1);
      }
    await sendAll(officer, sent);
    for (const one of sent) expect(await standing(officer, one)).toEqual({ times: 1, exempt: true });
  }
  // In the middle of it, at least once.
  expect(cutOff).toBeGreaterThan(0);
  await end(server, 'SIGTERM');
}, 300_000);
