// At the door: wrong passwords and the pause, one-time codes, cookies, pages of others, signing out.
import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, startWorld, type World } from '../../test/app.ts';
import { password, ready as makeReady, visitor } from '../../test/visitor.ts';
import { createApp } from '../platform/app.ts';
import { newId } from '../platform/ids.ts';
import { takeTurn } from '../platform/write/turns.ts';
import { publishTrainingAccounts } from './profile.store.ts';

let world: World;
let ward = 0;
let cell = 0;
const browser = (address?: string) => visitor(world, address);
const ready = (officeId: number) => makeReady(world, officeId, ward);
const code = (answer: Answer) => [answer.status, answer.body.error?.code];

beforeAll(async () => {
  world = await startWorld({ today: '2026-11-20', profile: 'B' });
  ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation' });
  cell = await world.unit({ name: 'Chi bộ khu phố 3', kind: 'cell', type: 'TDP', parent: ward });
});

/** Asks for each word; nobody goes on before all have proved themselves and wait for their turn to write. */
async function atOnce<T>(
  accountId: string,
  words: readonly string[],
  ask: (word: string) => Promise<T>,
): Promise<T[]> {
  const waiting = sql<{ count: number }>`select count(*)::int as count from pg_locks
    where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`;
  let asked: Promise<T>[] = [];
  await world.db.transaction().execute(async (tx) => {
    await takeTurn(tx, `account:${accountId}`);
    asked = words.map(ask);
    await expect.poll(async () => (await waiting.execute(world.db)).rows[0]?.count).toBe(words.length);
  });
  return Promise.all(asked);
}

describe('signing in', () => {
  test('five wrong passwords pause that account from that address, and nobody else', async () => {
    const own = await ready(await world.office({ kind: 'cell_secretary', unit: cell }));
    const { userName } = own.slip;
    for (let n = 0; n < 5; n += 1)
      expect(code(await browser('10.9.9.9').signIn(userName, 'sai'))).toEqual([
        401,
        'session.wrong_password',
      ]);
    expect(code(await browser('10.9.9.9').signIn(userName, password))).toEqual([429, 'session.pause']);
    expect((await browser('10.1.1.1').signIn(userName, password)).status).toBe(200);
    expect(code(await browser('10.9.9.9').signIn('khong.co', 'sai'))).toEqual([
      401,
      'session.wrong_password',
    ]);
  });

  test('an address that is only claimed does not get round the pause', async () => {
    const own = await ready(await world.office({ kind: 'cell_secretary', unit: cell }));
    const guess = (claimed: string) =>
      world.app.inject({
        method: 'POST',
        url: '/api/session',
        remoteAddress: '10.8.8.8',
        headers: { 'x-nguon': '1', 'x-forwarded-for': claimed },
        payload: { userName: own.slip.userName, password: 'sai' },
      });
    for (let n = 0; n < 5; n += 1) expect((await guess(`10.4.4.${n}`)).statusCode).toBe(401);
    expect((await guess('10.4.4.9')).statusCode).toBe(429);
  });

  test('when somebody last signed in is known after signing out, too', async () => {
    const own = await ready(await world.office({ kind: 'cell_secretary', unit: cell }));
    await own.call('DELETE', '/api/session');
    const administrator = await world.as('administrator', ward);
    const { items } = (await administrator.get(`/api/accounts?q=${own.slip.userName}`)).body;
    const found = items.find((item: { id: string }) => item.id === own.slip.accountId);
    expect(found.lastSeenAt).toMatch(/^\d{4}-/);
  });

  test('a hundred tries at once are a hundred tries', async () => {
    const own = await ready(await world.office({ kind: 'cell_secretary', unit: cell }));
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => browser('10.7.7.7').signIn(own.slip.userName, 'sai')),
    );
    // As many as there are connections may be under way before the first of them counts.
    expect(answers.filter((answer) => answer.status === 401).length).toBeLessThan(20);
    expect(code(await browser('10.7.7.7').signIn(own.slip.userName, password))).toEqual([
      429,
      'session.pause',
    ]);
  });

  test('the old password asked for again counts as at the door', async () => {
    const own = await ready(await world.office({ kind: 'cell_secretary', unit: cell }));
    const guess = (old: string) =>
      own.call('POST', '/api/session/password', { old, new: 'hoa-sen-trang-2026' });
    for (let n = 0; n < 3; n += 1)
      expect(code(await guess(`sai-${n}`))).toEqual([400, 'session.wrong_old_password']);
    for (let n = 0; n < 2; n += 1)
      expect(code(await own.call('POST', '/api/session/totp', { password: `sai-${n}` }))).toEqual([
        400,
        'session.wrong_old_password',
      ]);
    expect(code(await guess(password))).toEqual([429, 'session.pause']);
  });

  test('of two changes of a password at once both agree, or the second is told; what stands is written once', async () => {
    const own = await ready(await world.office({ kind: 'cell_secretary', unit: cell }));
    const set = (next: string) =>
      own.call('POST', '/api/session/password', { old: password, new: next }).then(code);
    const twice = ['hoa-sen-trang-2026', 'hoa-sen-trang-2026'];
    expect(await atOnce(own.slip.accountId, twice, set)).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
    const entries = async () =>
      (
        await world.db
          .selectFrom('ledger')
          .select('version')
          .where('stream', '=', `account:${own.slip.accountId}`)
          .where('kind', '=', 'account.password_set')
          .execute()
      ).length;
    expect(await entries()).toBe(2);
    const back = (next: string) =>
      own.call('POST', '/api/session/password', { old: 'hoa-sen-trang-2026', new: next }).then(code);
    const words = ['hoa-dai-do-2026', 'hoa-cuc-vang-2026'];
    const other = await atOnce(own.slip.accountId, words, back);
    expect(other.toSorted(([a], [b]) => a - b)).toEqual([
      [200, undefined],
      [409, 'session.changed_meanwhile'],
    ]);
    expect(await entries()).toBe(3);
    const [won, lost] = other[0]?.[0] === 200 ? words : words.toReversed();
    expect((await browser().signIn(own.slip.userName, won ?? '')).status).toBe(200);
    expect((await browser().signIn(own.slip.userName, lost ?? '')).status).toBe(401);
  });

  test('of two phones at once one holds the codes', async () => {
    const own = await ready(await world.office({ kind: 'cell_secretary', unit: cell }));
    const fresh = async (): Promise<string> =>
      (await own.call('POST', '/api/session/totp', { clientId: newId() })).body.secret;
    const secrets = [await fresh(), await fresh()];
    const answers = await Promise.all(
      secrets.map((secret) =>
        own
          .call('POST', '/api/session/totp', {
            secret,
            code: new TOTP({ secret: Secret.fromBase32(secret) }).generate(),
          })
          .then(code),
      ),
    );
    const [won, lost] = answers.toSorted(([a], [b]) => a - b);
    expect(won).toEqual([200, undefined]);
    // Whoever looks after the other has written finds the codes on.
    expect([
      [409, 'session.changed_meanwhile'],
      [400, 'session.code_is_on'],
    ]).toContainEqual(lost);
  });

  test('the cookie is kept from scripts and other sites, and from open lines where there is TLS', async () => {
    const own = await ready(await world.office({ kind: 'cell_secretary', unit: cell }));
    const flags = String((await browser().signIn(own.slip.userName, password)).headers['set-cookie']);
    expect(flags).toMatch(/HttpOnly/);
    expect(flags).toMatch(/SameSite=Strict/);
    expect(flags).not.toMatch(/Secure/);
    const behind = await createApp({
      db: world.db,
      ...world.rooms,
      version: '0.0.0-test',
      webFolder: null,
      logLevel: 'silent',
      trustProxy: 1,
    });
    const answer = await behind.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-nguon': '1', 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.3.3.3' },
      payload: { userName: own.slip.userName, password },
    });
    expect(String(answer.headers['set-cookie'])).toMatch(/Secure/);
    await behind.close();
  });

  test('a write from another page is refused, also from one that hides where it is', async () => {
    for (const origin of ['null', 'https://elsewhere.example', 'khong phai dia chi']) {
      const answer = await world.app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'x-nguon': '1', origin },
        payload: { userName: 'a', password: 'b' },
      });
      expect([origin, answer.statusCode]).toEqual([origin, 403]);
    }
    const own = await world.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-nguon': '1', origin: 'http://nguon.phuong:4700', host: 'nguon.phuong:4700' },
      payload: { userName: 'a', password: 'b' },
    });
    expect(own.statusCode).toBe(401);
  });

  test('codes: a secret is kept only once a code of it was shown; then the password alone does not open', async () => {
    const own = await ready(await world.office({ kind: 'cell_secretary', unit: cell }));
    const { secret } = (await own.call('POST', '/api/session/totp', { clientId: newId() })).body;
    const now = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    expect(code(await own.call('POST', '/api/session/totp', { secret, code: '000' }))).toEqual([
      400,
      'session.wrong_code',
    ]);
    expect((await own.call('POST', '/api/session/totp', { secret, code: now() })).body.totp).toBe(true);
    expect(code(await browser().signIn(own.slip.userName, password))).toEqual([401, 'session.needs_code']);
    const other = (await own.call('POST', '/api/session/totp', {})).body.secret;
    const theirs = new TOTP({ secret: Secret.fromBase32(other) }).generate();
    expect(code(await own.call('POST', '/api/session/totp', { secret: other, code: theirs }))).toEqual([
      400,
      'session.code_is_on',
    ]);
    const used = now();
    expect((await browser().signIn(own.slip.userName, password, used)).status).toBe(200);
    expect(code(await browser().signIn(own.slip.userName, password, used))).toEqual([
      401,
      'session.wrong_code',
    ]);
    expect((await own.call('POST', '/api/session/totp', { password })).body.totp).toBe(false);
    expect((await browser().signIn(own.slip.userName, password)).status).toBe(200);
  });

  test('signing out ends the session', async () => {
    const own = await ready(await world.office({ kind: 'cell_secretary', unit: cell }));
    expect((await own.call('DELETE', '/api/session')).body.account).toBeNull();
    expect((await own.call('GET', '/api/units')).status).toBe(401);
  });

  test('training passwords are shown in profile C only', async () => {
    const listed = [{ userName: 'bi.thu', password: 'tap-huan-2026', label: 'Bí thư chi bộ khu phố 3' }];
    await publishTrainingAccounts(world.db, listed);
    expect((await browser().call('GET', '/api/session')).body.trainingAccounts).toBeUndefined();
    const training = await startWorld({ today: '2026-11-20', profile: 'C' });
    await publishTrainingAccounts(training.db, listed);
    expect((await training.outsider().get('/api/session')).body.trainingAccounts).toEqual(listed);
  });
});
