// Offices: chosen, given, ended, corrected; what an office opens is closed the day it ends.
import { beforeAll, expect, test } from 'vitest';
import { type Answer, startWorld, type World } from '../../test/app.ts';
import { password, ready as makeReady, visitor } from '../../test/visitor.ts';
import { newId } from '../platform/ids.ts';

let world: World;
let ward = 0;
let cell = 0;

const browser = (address?: string) => visitor(world, address);
const code = (answer: Answer) => [answer.status, answer.body.error?.code];

const ready = (officeId: number) => makeReady(world, officeId, ward);

beforeAll(async () => {
  world = await startWorld({ today: '2026-11-20', profile: 'B' });
  ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation' });
  cell = await world.unit({ name: 'Chi bộ khu phố 3', kind: 'cell', type: 'TDP', parent: ward });
});

test('several offices: nothing opens before one is chosen; only those held today can be chosen (S0-10, S1-11, S3-10)', async () => {
  const person = await world.person({ name: 'Hoàng Thị Yến', unit: cell, kind: 'official' });
  const secretary = await world.office({ kind: 'cell_secretary', unit: cell, person });
  const member = await world.office({ kind: 'committee_member', unit: ward, person, namedUnits: [cell] });
  const past = await world.office({ kind: 'base_officer', unit: ward, person, toOn: '2026-01-01' });
  const own = await ready(secretary);
  expect((await own.call('GET', '/api/session')).body).toMatchObject({
    office: null,
    can: [],
    offices: [{ id: secretary }, { id: member }],
  });
  expect(code(await own.call('GET', '/api/units'))).toEqual([403, 'access.not_this_office']);
  const choose = (officeId: number) =>
    own.call('PUT', '/api/session/office', { clientId: newId(), officeId });
  expect((await choose(member)).body.office).toBe(member);
  expect((await own.call('GET', '/api/units')).body.items.map((item: { id: number }) => item.id)).toEqual([
    cell,
  ]);
  for (const id of [past, 999_999]) expect(code(await choose(id))).toEqual([400, 'session.no_such_office']);
  const next = browser();
  expect((await next.signIn(own.slip.userName, password)).body.office).toBe(member);
});

test('an office that ends closes access on its day, in the very next request', async () => {
  const office = await world.office({ kind: 'base_officer', unit: ward });
  const client = await world.signIn(office);
  const superior = await world.as('base_officer', ward);
  expect((await client.get('/api/units')).status).toBe(200);
  const end = await superior.post(`/api/offices/${office}/end`, { clientId: newId(), toOn: '2026-11-25' });
  expect(end.body).toMatchObject({ toOn: '2026-11-25', inForce: true });
  expect((await client.get('/api/units')).status).toBe(200);
  world.setToday('2026-11-25');
  expect((await client.get('/api/units')).status).toBe(403);
  expect((await client.get('/api/session')).body).toMatchObject({ office: null, can: [], offices: [] });
  world.setToday('2026-11-20');
  const twice = await superior.post(`/api/offices/${office}/end`, {
    clientId: newId(),
    toOn: '2026-11-20',
  });
  expect((await client.get('/api/units')).status, twice.text).toBe(403);
});

test('an appointment is judged: where it may be held, days, cells in charge, a person of another committee (S1-17)', async () => {
  const officer = await world.as('base_officer', ward);
  const elsewhere = await world.unit({ name: 'Đảng bộ phường khác', kind: 'base_organisation' });
  const foreign = await world.unit({ name: 'Chi bộ khu phố 1', kind: 'cell', parent: elsewhere });
  const stranger = await world.person({ name: 'Người Nơi Khác', unit: foreign, kind: 'official' });
  const base = {
    kind: 'committee_member',
    unitId: ward,
    personId: null,
    holderName: 'Vũ Văn Khoa',
    fromOn: '2026-10-01',
  };
  const cases: [object, string][] = [
    [{ kind: 'cell_secretary' }, 'org.office_not_here'],
    [{ kind: 'president' }, 'org.no_such_office_kind'],
    [{ fromOn: '2026-12-01' }, 'ledger.future_day'],
    [{ toOn: '2026-09-01' }, 'org.span_backwards'],
    [{ namedUnits: [foreign] }, 'org.cells_outside'],
    [{ kind: 'base_officer', namedUnits: [cell] }, 'org.no_named_cells'],
    [{ holderName: null }, 'org.needs_holder'],
    [{ personId: stranger }, 'access.missing'],
    [{ unitId: elsewhere }, 'access.missing'],
  ];
  for (const [change, expected] of cases) {
    const answer = await officer.post('/api/offices', { clientId: newId(), ...base, ...change });
    expect([JSON.stringify(change), answer.body.error?.code]).toEqual([JSON.stringify(change), expected]);
    expect(answer.text).not.toContain('Người Nơi Khác');
  }
  const body = { clientId: newId(), ...base, namedUnits: [cell] };
  const made = await officer.post('/api/offices', body);
  expect(made.body).toMatchObject({
    displayName: 'Vũ Văn Khoa',
    namedUnits: [{ id: cell, name: 'Chi bộ khu phố 3' }],
  });
  expect((await officer.post('/api/offices', body)).body).toEqual(made.body);
  const listed = (await officer.get('/api/offices')).body.items;
  expect(listed.every((item: { unitId: number }) => item.unitId === ward || item.unitId === cell)).toBe(true);
});

test('an administrator opens the rolls to others, not to himself', async () => {
  const holder = await world.person({ name: 'Quản Trị Tự Phong', unit: ward });
  const administrator = await world.as('administrator', ward, { person: holder });
  const office = { kind: 'base_officer', unitId: ward, fromOn: '2026-11-01' };
  const own = await administrator.post('/api/offices', { clientId: newId(), ...office, personId: holder });
  expect([own.status, own.body.error?.code]).toEqual([403, 'org.not_to_oneself']);
  const other = { clientId: newId(), ...office, personId: null, holderName: 'Cán Bộ Khác' };
  expect((await administrator.post('/api/offices', other)).status).toBe(200);
});

test('cells in charge change from a day; a correction keeps the holder; a withdrawal takes the office back (S3-16)', async () => {
  const officer = await world.as('base_officer', ward);
  const second = await world.unit({ name: 'Chi bộ khu phố 4', kind: 'cell', parent: ward });
  const office = await world.office({ kind: 'committee_member', unit: ward, namedUnits: [cell] });
  const member = await world.signIn(office);
  const units = async () =>
    (await member.get('/api/units')).body.items?.map((item: { id: number }) => item.id);
  expect(await units()).toEqual([cell]);
  const named = await officer.post(`/api/offices/${office}/cells`, {
    clientId: newId(),
    happenedOn: '2026-11-01',
    namedUnits: [second],
  });
  expect(named.status, named.text).toBe(200);
  expect(await units()).toEqual([second]);
  const correction = {
    clientId: newId(),
    reason: 'Ghi thiếu chi bộ',
    title: null,
    fromOn: '2026-10-01',
    toOn: null,
    decision: null,
    namedUnits: [cell, second],
  };
  const stale = await officer.post(`/api/offices/${office}/correct`, { ...correction, version: 1 });
  expect(code(stale)).toEqual([409, 'ledger.changed_meanwhile']);
  expect(
    (await officer.post(`/api/offices/${office}/correct`, { ...correction, version: named.body.version }))
      .body,
  ).toMatchObject({ fromOn: '2026-10-01' });
  expect((await units())?.toSorted()).toEqual([cell, second].toSorted());
  expect(
    (await officer.post(`/api/offices/${office}/withdraw`, { clientId: newId(), reason: 'Ghi nhầm người' }))
      .body,
  ).toEqual({ gone: true });
  expect((await member.get('/api/units')).status).toBe(403);
});
