// Persons through the real application: who may and who may not, what must not appear, adding, resemblances.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Client, startWorld } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
import { findPerson, recordErasure } from './person.store.ts';

const world = await startWorld();
let ward: number;
let cells: [number, number];
let other: number;
let officer: Client;
let secretary: Client;
let neighbour: Client;

beforeAll(async () => {
  ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation' });
  const [one, two] = [
    await world.unit({ name: 'Chi bộ khu phố 1', parent: ward }),
    await world.unit({ name: 'Chi bộ khu phố 2', parent: ward }),
  ];
  cells = [one, two];
  const wardTwo = await world.unit({ name: 'Đảng bộ phường Võ Cường', kind: 'base_organisation' });
  other = await world.unit({ name: 'Chi bộ khu phố Bồ Sơn', parent: wardTwo });
  officer = await world.as('base_officer', ward);
  secretary = await world.as('cell_secretary', cells[0]);
  neighbour = await world.as('base_officer', wardTwo);
});

const lan = (fields: Record<string, string> = {}) =>
  world.person({ name: 'Nguyễn Thị Lan', unit: cells[0], kind: 'official', fields });
const act = (client: Client, id: string, body: Record<string, unknown>) =>
  client.post(`/api/people/${id}/acts`, { clientId: newId(), ...body });
const eventOf = (answer: Answer, kind: string) =>
  answer.body.history.find((item: { kind: string }) => item.kind === kind);

describe('who may', () => {
  test('opening a person within reach, and not out of it', async () => {
    const id = await lan();
    expect((await officer.get(`/api/people/${id}`)).body).toMatchObject({
      name: 'Nguyễn Thị Lan',
      status: 'official',
      unit: { name: 'Chi bộ khu phố 1' },
      memberships: [
        { kind: 'official', fromOn: '2011-05-19', toOn: null },
        { kind: 'probationary', fromOn: '2010-05-19', toOn: '2011-05-19' },
      ],
    });
    expect((await secretary.get(`/api/people/${id}`)).status).toBe(200);
    expect((await neighbour.get(`/api/people/${id}`)).status).toBe(404);
    expect((await world.outsider().get(`/api/people/${id}`)).status).toBe(401);
    const administrator = await world.as('administrator', ward);
    expect((await administrator.get(`/api/people/${id}`)).status).toBe(403);
  });

  test('reading is not writing: a secretary may not record, a neighbour finds nobody', async () => {
    const id = await lan();
    const body = { act: 'die', happenedOn: '2025-09-01' };
    expect((await act(secretary, id, body)).status).toBe(403);
    expect((await act(neighbour, id, body)).status).toBe(404);
    expect((await officer.get(`/api/people/${id}`)).body.status).toBe('official');
  });

  test('lists, counts and search are cut to the reach', async () => {
    await world.person({ name: 'Trịnh Quốc Khải', unit: other, kind: 'official' });
    const mine = await secretary.get('/api/people?limit=200&status=all');
    expect(mine.text).not.toContain('Trịnh Quốc Khải');
    expect(new Set(mine.body.items.map((item: { unitId: number }) => item.unitId))).toEqual(
      new Set([cells[0]]),
    );
    const found = await secretary.get(`/api/people?q=${encodeURIComponent('Trịnh Quốc Khải')}`);
    expect(found.body).toMatchObject({ items: [], total: 0 });
    expect((await secretary.get(`/api/people?unit=${cells[1]}`)).status).toBe(404);
    expect((await neighbour.get('/api/people?q=khai')).body.total).toBe(1);
  });

  test('opening is logged and shown to those entitled', async () => {
    const id = await lan();
    await secretary.get(`/api/people/${id}`);
    const log = await officer.get(`/api/people/${id}/accesses`);
    expect(log.body.items[0]).toMatchObject({
      action: 'open',
      office: { kind: 'cell_secretary', unitName: 'Chi bộ khu phố 1' },
    });
    expect((await secretary.get(`/api/people/${id}/accesses`)).status).toBe(403);
    expect((await neighbour.get(`/api/people/${id}/accesses`)).status).toBe(404);
  });
});

describe('sealed fields', () => {
  test('class 3 and 4 are kept sealed, opened by few, class 4 with a purpose (S0-27, S3-21)', async () => {
    const id = await lan();
    const secret = 'bố đẻ tham gia kháng chiến';
    const body = { clientId: newId(), fields: { relatives: secret, politicalHistory: 'không có vấn đề' } };
    const written = await officer.post(`/api/people/${id}/details`, body);
    expect(written.status).toBe(200);
    expect(written.text).not.toContain(secret);
    const stored = await world.db.selectFrom('vault_field').selectAll().where('person_id', '=', id).execute();
    expect(
      stored.filter((row) => row.class > 2).every((row) => row.plain === null && row.sealed !== null),
    ).toBe(true);
    expect((await officer.get(`/api/people/${id}/sensitive?class=3`)).body.fields).toEqual({
      relatives: secret,
    });
    expect((await officer.get(`/api/people/${id}/sensitive?class=4`)).body.error.code).toBe(
      'members.purpose_needed',
    );
    const purpose = encodeURIComponent('thẩm tra lý lịch');
    const opened = await officer.get(`/api/people/${id}/sensitive?class=4&purpose=${purpose}`);
    expect(opened.body.fields).toEqual({ politicalHistory: 'không có vấn đề' });
    const log = await officer.get(`/api/people/${id}/accesses`);
    expect(log.body.items[0]).toMatchObject({ action: 'open_sensitive', purpose: 'thẩm tra lý lịch' });
    expect((await secretary.get(`/api/people/${id}/sensitive?class=3`)).status).toBe(403);
  });

  test('the ledger holds no name, no note and no sealed text', async () => {
    const id = await lan();
    const note = 'lý do riêng không được lộ';
    await act(officer, id, { act: 'exempt', happenedOn: '2025-09-01', ground: 'age', note });
    const entries = await world.db.selectFrom('ledger').selectAll().where('person_id', '=', id).execute();
    expect(JSON.stringify(entries)).not.toMatch(/Nguyễn Thị Lan|lý do riêng/);
    expect(eventOf(await officer.get(`/api/people/${id}`), 'member.exempted')).toMatchObject({ note });
  });
});

describe('adding', () => {
  const fields = { fullName: 'Đặng Văn Ngọc', bornOn: '1988-03-02', cardNumber: '027188000321' };
  const body = (more: Record<string, unknown> = {}) => ({
    clientId: newId(),
    unitId: cells[0],
    as: 'taken_over',
    kind: 'official',
    happenedOn: '2025-09-30',
    admittedOn: '2012-05-19',
    officialOn: '2013-05-19',
    fields,
    ...more,
  });

  test('a member found on the roll, once', async () => {
    const sent = body();
    const first = await officer.post('/api/people', sent);
    expect(first.body).toMatchObject({ name: 'Đặng Văn Ngọc', status: 'official', officialOn: '2013-05-19' });
    expect((await officer.post('/api/people', sent)).body.id).toBe(first.body.id);
    const taken = await officer.post('/api/people', body({ alikeSeen: true }));
    expect(taken.body.error).toMatchObject({
      code: 'members.card_taken',
      details: { within: [{ evidence: 'card' }] },
    });
    const { cardNumber: _, ...noCard } = fields;
    const alike = await officer.post('/api/people', body({ fields: noCard }));
    expect(alike.body.error).toMatchObject({
      code: 'members.alike',
      details: { within: [{ id: first.body.id, evidence: 'birth', exactName: true }] },
    });
    const seen = await officer.post('/api/people', body({ fields: noCard, alikeSeen: true }));
    expect(seen.status).toBe(200);
  });

  test('of two who enter the same card, or the same person, at once one is told of the other', async () => {
    const [card, person] = [
      { fullName: 'Đặng Văn Thẻ', bornOn: '1988-03-02', cardNumber: '027188000999' },
      { fullName: 'Đặng Văn Đôi', bornOn: '1988-03-02' },
    ];
    for (const [same, code] of [
      [card, 'members.card_taken'],
      [person, 'members.alike'],
    ] as const) {
      const answers = await Promise.all(
        [1, 2, 3].map(() => officer.post('/api/people', body({ fields: same }))),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400]);
      const codes = answers.flatMap(({ body: { error } }) => error?.code ?? []);
      expect(codes).toEqual([code, code]);
    }
  });

  test('somebody alike out of reach shows no name, unit or state, and the look is logged', async () => {
    const id = await world.person({
      name: 'Lò Văn Páo',
      unit: other,
      kind: 'official',
      fields: { bornOn: '1979-11-11', cardNumber: '027179000777' },
    });
    const answer = await officer.post(
      '/api/people',
      body({ fields: { fullName: 'Lò Văn Páo', bornOn: '1979-11-11' } }),
    );
    expect(answer.body.error).toMatchObject({
      code: 'members.alike_outside',
      details: { within: [], outside: true },
    });
    expect(answer.text).not.toMatch(/Võ Cường|Bồ Sơn|Páo|official|1979/);
    expect(answer.text).not.toContain(id);
    const log = await neighbour.get(`/api/people/${id}/accesses`);
    expect(log.body.items[0]).toMatchObject({ action: 'search_number' });
  });

  test.each([
    [{ fields: { fullName: '  ' } }, 'members.name_needed'],
    [{ fields: { fullName: '<script>alert(1)</script>' } }, 'members.fields_wrong'],
    [{ kind: null, fields: { fullName: 'Hà Văn Một' } }, 'members.kind_needed'],
    [
      { fields: { fullName: 'Hà Văn Một' }, admittedOn: '2014-01-01', officialOn: '2013-01-01' },
      'members.official_before_admitted',
    ],
    [{ fields: { fullName: 'Hà Văn Một', bornOn: '2015' } }, 'members.before_birth'],
    [{ fields: { fullName: 'Hà Văn Một' }, happenedOn: '2026-01-01' }, 'ledger.future_day'],
  ])('%j is refused with %s', async (more, code) => {
    expect((await officer.post('/api/people', body(more))).body.error.code).toBe(code);
    expect((await officer.get(`/api/people?q=${encodeURIComponent('Hà Văn Một')}`)).body.total).toBe(0);
  });

  test('out of reach is no place to add, and a secretary does not add', async () => {
    expect(
      (await officer.post('/api/people', body({ unitId: other, fields: { fullName: 'Vũ Thị Hai' } }))).status,
    ).toBe(404);
    expect((await secretary.post('/api/people', body({ fields: { fullName: 'Vũ Thị Hai' } }))).status).toBe(
      403,
    );
  });

  test('somebody entered by mistake goes when nothing rests on the person', async () => {
    const added = await officer.post('/api/people', body({ fields: { fullName: 'Bùi Thị Nhầm' } }));
    const entryOf = (kind: string) =>
      added.body.history.find((item: { kind: string }) => item.kind === kind).entry;
    const withdraw = (entry: string) =>
      officer.post(`/api/people/${added.body.id}/acts/${entry}/withdraw`, {
        clientId: newId(),
        reason: 'nhập nhầm',
      });
    expect((await withdraw(entryOf('person.registered'))).body.error.code).toBe('members.others_rest_on_it');
    expect((await withdraw(entryOf('member.taken_over'))).body.status).toBe('outside');
    expect((await withdraw(entryOf('person.registered'))).body).toEqual({ gone: true });
    expect((await officer.get(`/api/people/${added.body.id}`)).status).toBe(404);
  });
});

describe('erasure', () => {
  test('of somebody who never was a member: the values and the key go, the ledger keeps the id', async () => {
    const id = await world.person({
      name: 'Hoàng Thị Quên',
      unit: cells[0],
      fields: { phone: '0900 000 222' },
    });
    const person = await getPersonRow(id);
    const clientId = newId();
    await world.db.transaction().execute((tx) => recordErasure(tx, world.by, person, clientId));
    expect(
      await world.db.selectFrom('vault_field').selectAll().where('person_id', '=', id).execute(),
    ).toEqual([]);
    expect((await officer.get(`/api/people/${id}`)).status).toBe(404);
    expect((await officer.get('/api/people?status=all&q=hoang+thi+quen')).body.total).toBe(0);
    const kept = await world.db
      .selectFrom('ledger')
      .select('kind')
      .where('client_id', '=', clientId)
      .execute();
    expect(kept).toEqual([{ kind: 'person.erased' }]);
  });

  test('not of somebody who is named with an office or an account as well', async () => {
    const id = await world.person({ name: 'Lý Văn Chức', unit: cells[0] });
    await world.signIn(await world.office({ kind: 'mass_officer', unit: ward, person: id }));
    const person = await getPersonRow(id);
    const erase = world.db.transaction().execute((tx) => recordErasure(tx, world.by, person, newId()));
    await expect(erase).rejects.toMatchObject({ code: 'members.others_rest_on_it' });
  });

  test('not of somebody who has been a member', async () => {
    const person = await getPersonRow(await lan());
    const erase = world.db.transaction().execute((tx) => recordErasure(tx, world.by, person, newId()));
    await expect(erase).rejects.toMatchObject({ code: 'members.erase_member' });
    expect((await officer.get(`/api/people/${person.id}`)).body.name).toBe('Nguyễn Thị Lan');
  });

  async function getPersonRow(id: string) {
    const person = await findPerson(world.db, id);
    if (!person) throw new Error('no such person');
    return person;
  }
});

describe('profile B', () => {
  test('takes no data of classes 3 and 4 and says so', async () => {
    const { db } = world;
    const id = await lan();
    const { writeSetting } = await import('../org/profile.store.ts');
    await writeSetting(db, 'profile', 'B');
    const refused = await officer.post(`/api/people/${id}/details`, {
      clientId: newId(),
      fields: { religion: '00' },
    });
    const ordinary = await officer.post(`/api/people/${id}/details`, {
      clientId: newId(),
      fields: { phone: '0900 000 123' },
    });
    await writeSetting(db, 'profile', 'A');
    expect(refused.body.error).toMatchObject({
      code: 'members.class_refused',
      details: [{ field: 'religion' }],
    });
    expect(ordinary.body.fields.phone).toBe('0900 000 123');
  });
});
