// Set-up asks how long a failed candidacy is kept: what the committee decided holds from that day, and nothing is
// chosen for one that has not decided.
import { beforeEach, expect, test } from 'vitest';
import { startWorld, type World } from '../../test/app.ts';
import { visitor } from '../../test/visitor.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { lawInForce } from './enforce.store.ts';

const today = '2026-11-21';
const parameter = 'candidacy.expiry_months';
let world: World;

beforeEach(async () => {
  world = await startWorld({ fresh: true, today });
});

const setUp = (rules?: object[]) =>
  visitor(world).call('POST', '/api/setup', {
    clientId: newId(),
    committee: { name: 'Đảng bộ xã Pha Long', kind: 'base_organisation', provinceId: '15' },
    profile: 'A',
    ...(rules ? { rules } : {}),
    administrator: { userName: 'quan.tri', password: 'mot-cum-mat-khau', displayName: 'Giàng Seo Lử' },
  });
const rule = (changes: object = {}) => ({
  parameter,
  value: 24,
  document: { number: '03-QĐ/ĐU', on: '2026-11-20' },
  ...changes,
});
const provisions = () => world.db.selectFrom('provision').selectAll().execute();

async function pathOfCommittee(): Promise<string> {
  const unit = await world.db
    .selectFrom('unit')
    .select('path')
    .where('name', '=', 'Đảng bộ xã Pha Long')
    .executeTakeFirstOrThrow();
  return unit.path;
}
const valueOn = async (day: string) => {
  const path = await pathOfCommittee();
  return lawInForce().regulations.inForce(day, { path }).value(parameter).value;
};

test('the months decided are laid as the committee’s own rule and hold at once', async () => {
  expect((await setUp([rule()])).status).toBe(200);
  const [laid] = await provisions();
  expect(laid).toMatchObject({
    kind: 'fill',
    parameter,
    value: 24,
    from_on: today,
    document: { number: '03-QĐ/ĐU', on: '2026-11-20', by: 'Đảng bộ xã Pha Long' },
    decided_by: 'Đảng bộ xã Pha Long',
  });
  expect(await valueOn(today)).toBe(24);
  expect(await valueOn('2026-11-20')).toBeNull();
  await rebuild(world.db);
  expect(await provisions()).toMatchObject([{ value: 24 }]);
});

test('without a decision nothing is chosen', async () => {
  expect((await setUp()).status).toBe(200);
  expect(await provisions()).toEqual([]);
  expect(await valueOn(today)).toBeNull();
});

test('what cannot be decided so founds nothing at all', async () => {
  const wrong: [object, string][] = [
    [rule({ parameter: 'no.such_rule' }), 'lawbook.unknown_parameter'],
    [rule({ document: { number: '03-QĐ/ĐU', on: '2026-11-22' } }), 'ledger.future_day'],
  ];
  for (const [bad, code] of wrong) {
    const answer = await setUp([bad]);
    expect([answer.status, answer.body.error.code]).toEqual([400, code]);
  }
  expect((await setUp([rule({ value: 0 })])).status).toBe(400);
  expect(await world.db.selectFrom('account').selectAll().execute()).toEqual([]);
  expect((await setUp([rule()])).status).toBe(200);
});
