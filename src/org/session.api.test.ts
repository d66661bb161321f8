// Signing in and everything around it: set-up once, accounts from offices, slips, choice of office, ended offices.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, startWorld, type World } from '../../test/app.ts';
import { password, ready as makeReady, slipFor as makeSlip, visitor } from '../../test/visitor.ts';
import { sessionCookie } from '../platform/app.ts';
import { newId } from '../platform/ids.ts';
import { onTheMachine, openSession } from '../platform/session.ts';

let world: World;
let ward = 0;
let cell = 0;

const code = (answer: Answer) => [answer.status, answer.body.error?.code];

const browser = (address?: string) => visitor(world, address);
const slipFor = (officeId: number) => makeSlip(world, officeId, ward);
const ready = (officeId: number) => makeReady(world, officeId, ward);

beforeAll(async () => {
  world = await startWorld({ today: '2026-11-20', profile: 'B' });
  ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation' });
  cell = await world.unit({ name: 'Chi bộ khu phố 3', kind: 'cell', type: 'TDP', parent: ward });
});

describe('set-up', () => {
  const body = (userName: string) => ({
    clientId: newId(),
    committee: {
      name: 'Đảng bộ xã Pha Long',
      kind: 'base_organisation',
      provinceId: '15',
      superiorName: 'Tỉnh ủy Lào Cai',
      superiorKind: 'province',
    },
    profile: 'A',
    administrator: { userName, password: 'mot-cum-mat-khau', displayName: 'Giàng Seo Lử' },
  });

  test('two at once: one founds the committee and is signed in, the other finds it done', async () => {
    await world.db.deleteFrom('setting').execute();
    expect((await browser().call('GET', '/api/session')).body).toMatchObject({
      needsSetup: true,
      account: null,
      profile: 'B',
    });
    const answers = await Promise.all([
      browser().call('POST', '/api/setup', body('quan.tri')),
      browser().call('POST', '/api/setup', body('quan.tri.2')),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 403]);
    const good = answers.find((answer) => answer.status === 200)?.body;
    expect(good).toMatchObject({
      needsSetup: false,
      profile: 'A',
      account: { displayName: 'Giàng Seo Lử', mustChange: false },
    });
    expect(good.offices).toMatchObject([{ kind: 'administrator', unitName: 'Đảng bộ xã Pha Long' }]);
    expect(good.can).toContain('account.write');
    expect(code(await browser().call('POST', '/api/setup', body('ke.khac')))).toEqual([403, 'setup.done']);
    const made = await world.db
      .selectFrom('unit')
      .select(['name', 'external', 'depth'])
      .where('province_id', '=', '15')
      .orderBy('depth')
      .execute();
    expect(made).toEqual([
      { name: 'Tỉnh ủy Lào Cai', external: true, depth: 0 },
      { name: 'Đảng bộ xã Pha Long', external: false, depth: 1 },
    ]);
  });

  test('a weak password or an unknown kind founds nothing', async () => {
    await world.db.deleteFrom('setting').where('key', '=', 'committee').execute();
    const weak = {
      ...body('quan.tri.3'),
      administrator: { userName: 'quan.tri.3', password: 'ngan', displayName: 'Lê Thị Hải' },
    };
    expect(code(await browser().call('POST', '/api/setup', weak))).toEqual([400, 'session.weak_password']);
    const odd = {
      ...body('quan.tri.3'),
      committee: { name: 'Tổ đảng', kind: 'party_group', provinceId: '15' },
    };
    expect(code(await browser().call('POST', '/api/setup', odd))).toEqual([400, 'org.no_such_kind']);
    expect((await browser().call('GET', '/api/session')).body.needsSetup).toBe(true);
  });
});

describe('accounts', () => {
  test('user names come from names and stay apart; the password stands in one answer only', async () => {
    const people = await Promise.all(
      ['Nguyễn Văn Đạt', 'Nguyễn Văn Đạt'].map((name) => world.person({ name, unit: cell })),
    );
    const offices = await Promise.all(
      people.map((person) => world.office({ kind: 'mass_officer', unit: ward, person })),
    );
    const administrator = await world.as('administrator', ward);
    const waiting = (await administrator.get('/api/accounts')).body.waiting.map(
      (item: { id: number }) => item.id,
    );
    expect(offices.every((id) => waiting.includes(id))).toBe(true);
    const body = { clientId: newId(), officeIds: offices };
    const first = await administrator.post('/api/accounts/from-offices', body);
    expect(first.body.slips.map((slip: { userName: string }) => slip.userName)).toEqual([
      'nguyen.van.dat',
      'nguyen.van.dat2',
    ]);
    const again = await administrator.post('/api/accounts/from-offices', body);
    expect(again.body.slips).toEqual(first.body.slips.map((slip: object) => ({ ...slip, password: null })));
    const rows = await world.db
      .selectFrom('ledger')
      .select('data')
      .where('kind', '=', 'account.opened')
      .execute();
    expect(JSON.stringify(rows)).not.toContain(first.body.slips[0].password);
    expect(first.text).not.toContain('password_hash');
  });

  test('two administrators at once: one account, one slip that works', async () => {
    const office = await world.office({ kind: 'cell_secretary', unit: cell });
    const both = await Promise.all([world.as('administrator', ward), world.as('administrator', ward)]);
    const answers = await Promise.all(
      both.map((one) => one.post('/api/accounts/from-offices', { clientId: newId(), officeIds: [office] })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    const slips = answers.flatMap((answer) => answer.body.slips);
    expect(slips).toHaveLength(1);
    expect((await browser().signIn(slips[0].userName, slips[0].password)).status).toBe(200);
  });

  test('one who is no administrator sees and makes no accounts; the administrator reads no persons', async () => {
    const officer = await world.as('base_officer', ward);
    expect((await officer.get('/api/accounts')).status).toBe(403);
    expect(
      (await officer.post('/api/accounts/from-offices', { clientId: newId(), officeIds: [1] })).status,
    ).toBe(403);
    const administrator = await world.as('administrator', ward);
    const session = (await administrator.get('/api/session')).body;
    expect(session.can.filter((action: string) => /^(person|dossier|import)/.test(action))).toEqual([]);
  });

  test('a one-time password opens nothing but its own change', async () => {
    const slip = await slipFor(await world.office({ kind: 'cell_secretary', unit: cell }));
    const own = browser();
    expect((await own.signIn(slip.userName, slip.password)).body).toMatchObject({
      account: { mustChange: true },
      can: [],
    });
    expect(code(await own.call('GET', '/api/units'))).toEqual([403, 'session.must_change']);
    const set = (next: string) =>
      own.call('POST', '/api/session/password', { old: slip.password, new: next });
    expect(code(await set(`${slip.userName}-2026`))).toEqual([400, 'session.weak_password']);
    expect(
      code(await own.call('POST', '/api/session/password', { old: 'sai-mat-khau', new: password })),
    ).toEqual([400, 'session.wrong_old_password']);
    expect((await set(password)).status).toBe(200);
    expect((await own.call('GET', '/api/units')).status).toBe(200);
  });

  test('a new slip ends the old password, open sessions and the second factor', async () => {
    const own = await ready(await world.office({ kind: 'cell_secretary', unit: cell }));
    const administrator = await world.as('administrator', ward);
    const accountId = own.slip.accountId;
    const slip = (await administrator.post(`/api/accounts/${accountId}/slip`, { clientId: newId() })).body;
    expect(code(await own.call('GET', '/api/units'))).toEqual([401, 'session.needed']);
    expect((await browser().signIn(slip.userName, password)).status).toBe(401);
    expect((await browser().signIn(slip.userName, slip.password)).status).toBe(200);
    const logged = await world.db
      .selectFrom('ledger')
      .select('recorded_by')
      .where('stream', '=', `account:${accountId}`)
      .where('kind', '=', 'account.slip_issued')
      .execute();
    expect(logged).toEqual([{ recorded_by: administrator.accountId }]);
    const account = world.db.selectFrom('account').select('email').where('id', '=', accountId);
    await world.db
      .updateTable('account')
      .set({ email: 'x@example.vn' })
      .where('id', '=', accountId)
      .execute();
    expect((await administrator.post(`/api/accounts/${accountId}/close`, { clientId: newId() })).status).toBe(
      200,
    );
    expect(await account.executeTakeFirst()).toEqual({ email: null });
    expect((await browser().signIn(slip.userName, slip.password)).status).toBe(401);
    expect((await administrator.post(`/api/accounts/${newId()}/slip`, { clientId: newId() })).status).toBe(
      404,
    );
  });

  test('an administrator is made by an administrator only, and the last one cannot go', async () => {
    const alone = await startWorldOfOne();
    expect(code(await alone.end())).toEqual([400, 'org.last_administrator']);
    expect(code(await alone.close())).toEqual([400, 'org.last_administrator']);
    const officer = await world.as('base_officer', ward);
    const holder = {
      clientId: newId(),
      kind: 'administrator',
      unitId: ward,
      personId: null,
      holderName: 'Tự Phong',
      fromOn: '2026-11-01',
    };
    expect(code(await officer.post('/api/offices', holder))).toEqual([403, 'org.not_to_give']);
    // A slip that was lost before it was used: the machine itself issues another.
    const first = await alone.slip();
    const second = await alone.slip();
    expect((await browser().signIn(second.userName, first.password)).status).toBe(401);
    expect((await browser().signIn(second.userName, second.password)).body.account.mustChange).toBe(true);
  });

  /** Ends every administrator but one, straight in the rows, and gives that one's ways out. */
  async function startWorldOfOne() {
    const office = await world.office({ kind: 'administrator', unit: ward });
    const last = await world.signIn(office);
    await world.db
      .updateTable('office')
      .set({ to_on: '2026-01-01' })
      .where('kind', '=', 'administrator')
      .where('id', '!=', office)
      .execute();
    const slip = async () => {
      const token = await openSession(world.db, last.accountId, office, onTheMachine);
      const answer = await world.app.inject({
        method: 'POST',
        url: `/api/accounts/${last.accountId}/slip`,
        headers: { 'x-nguon': '1', cookie: `${sessionCookie}=${token}` },
        payload: { clientId: newId() },
      });
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json();
    };
    return {
      slip,
      end: () => last.post(`/api/offices/${office}/end`, { clientId: newId(), toOn: '2026-11-20' }),
      close: () => last.post(`/api/accounts/${last.accountId}/close`, { clientId: newId() }),
    };
  }
});
