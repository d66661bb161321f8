// A question over a real connection: answered to whoever stays, ended for whoever has gone.
import { afterEach, expect, test, vi } from 'vitest';
import { startWorld } from '../../../test/app.ts';
import { sessionCookie } from '../../platform/app.ts';
import { newId } from '../../platform/ids.ts';
import { openSession } from '../../platform/session.ts';
import { unitSource } from '../../worklist/unit-due.store.ts';
import { asQuestion } from './question.store.ts';

const world = await startWorld();
const url = await world.app.listen({ host: '127.0.0.1', port: 0 });
const ward = await world.unit({ name: 'Đảng bộ phường Vạn An', kind: 'base_organisation' });
await world.unit({ name: 'Chi bộ khu phố 1', parent: ward });
const officer = await world.as('base_officer', ward);
const token = await openSession(world.db, officer.accountId, officer.officeId, '127.0.0.1');
const headers = {
  cookie: `${sessionCookie}=${token}`,
  'x-nguon': '1',
  'content-type': 'application/json',
};

const draft = { parameter: 'transition.clock', value: 'switch', fromOn: '2026-01-01', unitId: null };
const ask = (signal?: AbortSignal) =>
  fetch(`${url}/api/regulations/what-if`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ draft, ask: newId() }),
    ...(signal ? { signal } : {}),
  });
const reckoning = vi.spyOn(unitSource, 'reckon');
const looking = vi.spyOn(unitSource, 'ids');
afterEach(() => vi.clearAllMocks());

/** Somebody else’s turn, for as long as it is held. */
function holdTheTurn(): () => void {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const asker = { accountId: 'somebody', ask: 'else', signal: new AbortController().signal };
  void asQuestion(asker, (asking) => asking.turn(() => held));
  return release;
}

test('whoever stays is answered', async () => {
  const release = holdTheTurn();
  const asked = ask();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(looking).not.toHaveBeenCalled();
  release();
  const answer = await asked;
  expect([answer.status, ((await answer.json()) as { looked: number }).looked]).toEqual([200, 2]);
  expect(reckoning).toHaveBeenCalled();
});

test('for whoever has gone no case is looked at', async () => {
  const release = holdTheTurn();
  const leaving = new AbortController();
  const asked = ask(leaving.signal);
  await new Promise((resolve) => setTimeout(resolve, 100));
  leaving.abort();
  await expect(asked).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 100));
  release();
  expect((await (await ask()).json()) as object).toMatchObject({ looked: 2 });
  expect(looking).toHaveBeenCalledTimes(1);
});

test('how far a question is is told to its asker; of none that is not asked', async () => {
  const far = await officer.get(`/api/regulations/what-if/${newId()}`);
  expect([far.status, far.body]).toEqual([200, { looked: 0, total: null }]);
  expect((await officer.get('/api/regulations/what-if/none')).status).toBe(400);
  expect((await world.outsider().get(`/api/regulations/what-if/${newId()}`)).status).toBe(401);
});
