// Acts through the real application: from their day on, written twice, on stale pages, on behalf of a cell; corrections
// and withdrawals that make later acts be judged again.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Client, startWorld } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';

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
const decision = { number: '45-QĐ/ĐU', on: '2025-08-20', by: 'Đảng ủy phường Kinh Bắc' };

describe('acts', () => {
  test('a move between cells, from its day', async () => {
    const id = await lan();
    const moved = await act(officer, id, {
      act: 'move',
      happenedOn: '2025-06-01',
      toUnitId: cells[1],
      decision,
    });
    expect(moved.status).toBe(200);
    expect(moved.body).toMatchObject({
      unit: { id: cells[1] },
      memberships: [{ unitId: cells[1], fromOn: '2025-06-01' }, { unitId: cells[0], toOn: '2025-06-01' }, {}],
    });
    expect((await secretary.get(`/api/people/${id}`)).status).toBe(404);
    const ids = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map((item) => item.id);
    expect(ids(await officer.get(`/api/people?unit=${cells[0]}&on=2025-05-31&limit=200`))).toContain(id);
    expect(ids(await officer.get(`/api/people?unit=${cells[1]}&on=2025-05-31&limit=200`))).not.toContain(id);
    expect(ids(await officer.get(`/api/people?unit=${cells[1]}&on=2025-06-01&limit=200`))).toContain(id);
    const before = await officer.get(`/api/people?unit=${cells[0]}&on=2010-12-01&limit=200`);
    expect(before.body.items.find((item: { id: string }) => item.id === id)).toMatchObject({
      status: 'probationary',
    });
  });

  test('the same write twice is one act; a used id of somebody else is refused', async () => {
    const id = await lan();
    const body = {
      clientId: newId(),
      act: 'move_out',
      happenedOn: '2025-09-01',
      place: 'Đảng bộ xã Phù Lãng',
    };
    const first = await officer.post(`/api/people/${id}/acts`, body);
    const second = await officer.post(`/api/people/${id}/acts`, body);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(
      second.body.history.filter((item: { kind: string }) => item.kind === 'member.moved_out'),
    ).toHaveLength(1);
    const foreign = await world.person({ name: 'Phạm Văn Tứ', unit: other, kind: 'official' });
    const stolen = await neighbour.post(`/api/people/${foreign}/acts`, body);
    expect(stolen.body.error.code).toBe('ledger.client_id_taken');
  });

  test('a stale page changes nothing', async () => {
    const id = await lan();
    const { version } = (await officer.get(`/api/people/${id}`)).body;
    await act(officer, id, { act: 'exempt', happenedOn: '2025-09-01', version });
    const stale = await act(officer, id, { act: 'die', happenedOn: '2025-09-02', version });
    expect([stale.status, stale.body.error.kind]).toEqual([409, 'Stale']);
    expect((await officer.get(`/api/people/${id}`)).body.status).toBe('official');
  });

  test('two clients at once: one act, one Stale or refusal, never two deaths', async () => {
    const id = await lan();
    const answers = await Promise.all(
      [1, 2].map(() => act(officer, id, { act: 'die', happenedOn: '2025-09-02' })),
    );
    expect(answers.map((answer) => answer.status).toSorted()[0]).toBe(200);
    const { history } = (await officer.get(`/api/people/${id}`)).body;
    expect(history.filter((item: { kind: string }) => item.kind === 'member.died')).toHaveLength(1);
  });

  test.each([
    [{ act: 'die', happenedOn: '2025-12-01' }, 'ledger.future_day'],
    [{ act: 'die', happenedOn: '2009-01-01' }, 'members.before_membership'],
    [{ act: 'remove', happenedOn: '2025-09-01', ground: 'DPHI' }, 'members.decision_needed'],
    [{ act: 'expel', happenedOn: '2025-09-01', decision: { number: '9-QĐ/TU' } }, 'members.decision_needed'],
    [{ act: 'issue_card', happenedOn: '2025-09-01', cardNumber: '12' }, 'members.fields_wrong'],
    [{ act: 'begin_temporary', happenedOn: '2025-09-01' }, 'members.place_needed'],
    [{ act: 'restore', happenedOn: '2025-09-01', kind: 'official', unitId: 0, decision }, 'http.bad_fields'],
  ])('%j is refused with %s', async (body, code) => {
    const id = await lan();
    const answer = await act(officer, id, body);
    expect(answer.body.error.code).toBe(code);
    expect(answer.body.error.message.vi).not.toBe(code);
    expect((await officer.get(`/api/people/${id}`)).body.history).toHaveLength(2);
  });

  test('nobody is moved to a committee, an ended cell, or out of reach', async () => {
    const id = await lan();
    const to = async (toUnitId: number) =>
      (await act(officer, id, { act: 'move', happenedOn: '2025-09-01', toUnitId })).body.error.code;
    expect(await to(ward)).toBe('members.unit_holds_no_members');
    expect(await to(other)).toBe('access.missing');
    const ended = await world.unit({ name: 'Chi bộ cũ', parent: ward });
    const end = { clientId: newId(), act: 'end', as: 'dissolved', happenedOn: '2025-07-01', decision };
    expect((await officer.post(`/api/units/${ended}/acts`, end)).status).toBe(200);
    expect(await to(ended)).toBe('members.unit_ended');
  });

  test('card, exemption, away and back (S0-44, S1-14)', async () => {
    const id = await lan();
    const card = await act(officer, id, {
      act: 'issue_card',
      happenedOn: '2025-09-10',
      cardNumber: '027 187 000 555',
    });
    expect(card.body).toMatchObject({ cardOn: '2025-09-10', fields: { cardNumber: '027187000555' } });
    await act(officer, id, {
      act: 'begin_temporary',
      happenedOn: '2025-09-11',
      toUnitId: cells[1],
      until: '2026-03',
    });
    const guests = await officer.get(`/api/people?unit=${cells[1]}&limit=200`);
    expect(guests.body.items.find((item: { id: string }) => item.id === id)).toMatchObject({
      guest: true,
      unitId: cells[0],
    });
    const all = await officer.get(`/api/people?unit=${ward}&limit=200`);
    expect(all.body.items.filter((item: { id: string }) => item.id === id)).toHaveLength(1);
    const host = await world.as('cell_secretary', cells[1]);
    expect((await host.get(`/api/people/${id}`)).status).toBe(200);
    await act(officer, id, { act: 'end_temporary', happenedOn: '2025-09-20' });
    expect((await host.get(`/api/people/${id}`)).status).toBe(404);
  });

  test('the road of leaving and coming back (S0-28)', async () => {
    const id = await lan();
    expect(
      (await act(officer, id, { act: 'remove', happenedOn: '2025-09-01', ground: 'DPHI', decision })).body,
    ).toMatchObject({ status: 'former', endedAs: 'removed', seniority: null });
    expect(
      (await act(officer, id, { act: 'move', happenedOn: '2025-09-02', toUnitId: cells[1] })).body.error.code,
    ).toBe('members.already.removed');
    const restored = await act(officer, id, {
      act: 'restore',
      happenedOn: '2025-09-15',
      unitId: cells[0],
      kind: 'official',
      continuous: true,
      decision,
    });
    expect(restored.body).toMatchObject({ status: 'official', seniority: 15 });
    const former = await officer.get('/api/people?status=former&endedAs=removed');
    expect(former.body.items.map((item: { id: string }) => item.id)).not.toContain(id);
  });
});

describe('corrections and withdrawals', () => {
  test('withdrawing an act lists the later ones that rested on it; both stay', async () => {
    const id = await lan();
    await act(officer, id, { act: 'move', happenedOn: '2025-06-01', toUnitId: cells[1], decision });
    const away = await act(officer, id, {
      act: 'begin_temporary',
      happenedOn: '2025-07-01',
      toUnitId: cells[0],
    });
    const move = away.body.history.find((item: { kind: string }) => item.kind === 'member.moved');
    const url = `/api/people/${id}/acts/${move.entry}/withdraw`;
    const body = { clientId: newId(), reason: 'ghi nhầm người' };
    const answer = await officer.post(url, body);
    expect(answer.body.rejudged).toMatchObject([
      { kind: 'member.temporary_began', code: 'members.same_unit' },
    ]);
    expect(answer.body).toMatchObject({ unit: { id: cells[0] }, activity: 'regular' });
    const shown = answer.body.history.find((item: { entry: string }) => item.entry === move.entry);
    expect(shown).toMatchObject({ state: 'withdrawn', ended: { note: 'ghi nhầm người' } });
    expect((await officer.post(url, body)).status).toBe(200);
    expect((await officer.post(url, { ...body, clientId: newId() })).body.error.kind).toBe('Stale');
  });

  test('correcting the day of a move', async () => {
    const id = await lan();
    const moved = await act(officer, id, {
      act: 'move',
      happenedOn: '2025-06-01',
      toUnitId: cells[1],
      decision,
    });
    const { entry } = moved.body.history.find((item: { kind: string }) => item.kind === 'member.moved');
    const url = `/api/people/${id}/acts/${entry}/correct`;
    const base = { reason: 'nhầm ngày', toUnitId: cells[1], decision };
    const wrong = await officer.post(url, {
      ...base,
      clientId: newId(),
      act: 'die',
      happenedOn: '2025-06-11',
    });
    expect(wrong.body.error.code).toBe('members.other_act');
    const right = await officer.post(url, {
      ...base,
      clientId: newId(),
      act: 'move',
      happenedOn: '2025-06-11',
    });
    expect(right.body.memberships[0]).toMatchObject({ unitId: cells[1], fromOn: '2025-06-11' });
    expect(
      right.body.history.map((item: { kind: string; state: string }) => [item.kind, item.state]),
    ).toContainEqual(['member.moved', 'corrected']);
  });

  test('correcting a removal keeps its ground apart from the reason of the correction (S0-34)', async () => {
    const id = await lan();
    const body = { act: 'remove', happenedOn: '2025-09-01', ground: 'DPHI', decision };
    const removed = await act(officer, id, body);
    const { entry, reason } = eventOf(removed, 'member.removed');
    expect(reason).toBe('DPHI');
    const corrected = await officer.post(`/api/people/${id}/acts/${entry}/correct`, {
      ...body,
      clientId: newId(),
      ground: 'BOSH',
      reason: 'ghi nhầm lý do',
    });
    const [now, before] = corrected.body.history.filter(
      (item: { kind: string }) => item.kind === 'member.removed',
    );
    expect([now.reason, now.state, now.note]).toEqual(['BOSH', 'stands', 'ghi nhầm lý do']);
    expect([before.reason, before.state]).toEqual(['DPHI', 'corrected']);
  });

  test('a new act that makes later ones impossible is refused and names them', async () => {
    const id = await lan();
    await act(officer, id, { act: 'move', happenedOn: '2025-06-01', toUnitId: cells[1] });
    const answer = await act(officer, id, { act: 'die', happenedOn: '2025-05-01' });
    expect(answer.body.error).toMatchObject({
      code: 'members.breaks_later',
      details: [{ kind: 'member.moved' }],
    });
  });

  test('withdrawing a corrected detail brings the older value back', async () => {
    const id = await lan();
    const corrected = await officer.post(`/api/people/${id}/details`, {
      clientId: newId(),
      fields: { fullName: 'Nguyễn Thị Len' },
    });
    expect(corrected.body.name).toBe('Nguyễn Thị Len');
    const { entry } = corrected.body.history.find(
      (item: { kind: string }) => item.kind === 'person.corrected',
    );
    const back = await officer.post(`/api/people/${id}/acts/${entry}/withdraw`, {
      clientId: newId(),
      reason: 'sửa nhầm',
    });
    expect(back.body.name).toBe('Nguyễn Thị Lan');
  });
});

describe('on behalf of a cell', () => {
  test('who decided, who typed and on what paper stay apart; the cell sees it and may contest it', async () => {
    const id = await lan();
    const onBehalf = { unitId: cells[0], number: '07-BB/CB', on: '2025-09-05' };
    const entered = await act(officer, id, {
      act: 'exempt',
      happenedOn: '2025-09-05',
      ground: 'age',
      onBehalf,
    });
    expect(entered.status).toBe(200);
    const seen = eventOf(await secretary.get(`/api/people/${id}`), 'member.exempted');
    expect(seen.onBehalf).toEqual({ ...onBehalf, unitName: 'Chi bộ khu phố 1' });
    const contest = { clientId: newId(), reason: 'chi bộ chưa họp về việc này' };
    expect(
      (await officer.post(`/api/people/${id}/acts/${seen.entry}/contest`, contest)).body.error.code,
    ).toBe('members.not_your_minutes');
    const answer = await secretary.post(`/api/people/${id}/acts/${seen.entry}/contest`, contest);
    expect(eventOf(answer, 'member.exempted').contested).toMatchObject([{ note: contest.reason }]);
    expect(answer.body.exempt).toBe(true);
    const beyond = { ...onBehalf, unitId: other };
    const refused = await act(officer, id, { act: 'unexempt', happenedOn: '2025-09-06', onBehalf: beyond });
    expect(refused.status).toBe(404);
  });
});

describe('what cannot be kept', () => {
  test('withdrawing a corrected card takes the number of the correction with it', async () => {
    const id = await lan({ cardNumber: '11112222' });
    const card = { act: 'issue_card', happenedOn: '2025-09-01', cardNumber: '33334444' };
    const first = eventOf(await act(officer, id, card), 'member.card_issued').entry;
    const url = `/api/people/${id}/acts`;
    const reason = 'Ghi nhầm số thẻ';
    const correction = { clientId: newId(), ...card, cardNumber: '55556666', reason };
    expect((await officer.post(`${url}/${first}/correct`, correction)).body.fields.cardNumber).toBe(
      '55556666',
    );
    const back = await officer.post(`${url}/${correction.clientId}/withdraw`, { clientId: newId(), reason });
    expect(back.body.fields.cardNumber).toBe('11112222');
  });

  test('days of the road that lie ahead are refused, whatever the act', async () => {
    const later = '2026-01-01';
    const road = { unitId: cells[0], kind: 'official', happenedOn: '2025-09-01' };
    const id = await world.person({ name: 'Vũ Thị Mai Sau', unit: cells[0] });
    for (const day of ['admittedOn', 'decidedOn', 'officialOn', 'since']) {
      const taken = await act(officer, id, { act: 'take_over', ...road, [day]: later });
      expect([day, taken.status, taken.body.error?.code]).toEqual([day, 400, 'ledger.future_day']);
      const added = await officer.post('/api/people', {
        clientId: newId(),
        as: 'taken_over',
        ...road,
        fields: { fullName: 'Vũ Thị Ngày Sau' },
        [day]: later,
      });
      expect([day, added.status, added.body.error?.code]).toEqual([day, 400, 'ledger.future_day']);
    }
  });

  test('what is pasted into a number of a paper is brought to one form, or refused as a field', async () => {
    const id = await lan();
    const out = { act: 'move_out', happenedOn: '2025-09-01', place: 'Đảng bộ xã Phù Lãng' };
    const pasted = await act(officer, id, { ...out, decision: { ...decision, number: ' 45\u2011QĐ/ĐU ' } });
    expect(eventOf(pasted, 'member.moved_out').decision.number).toBe('45-QĐ/ĐU');
    const body = { act: 'take_over', unitId: cells[0], kind: 'official', happenedOn: '2025-09-01' };
    const person = await world.person({ name: 'Vũ Thị Giấy', unit: cells[0] });
    const odd = await act(officer, person, { ...body, paper: 'sổ tay (bản 2)' });
    expect([odd.status, odd.body.error?.code]).toEqual([400, 'http.bad_fields']);
    expect((await act(officer, person, { ...body, paper: '' })).status).toBe(200);
  });

  test('values that no column can hold are refused in words, not as a fault', async () => {
    const id = await lan();
    for (const [url, body] of [
      [`/api/people/${id}/acts`, { act: 'move', happenedOn: '2025-09-01', toUnitId: 99_999_999_999 }],
      [`/api/people/${id}/details`, { fields: { workplace: 'a\u0000b' } }],
      [`/api/people/${id}/details`, { fields: { workplace: 'x\ud800y' } }],
    ] as [string, object][]) {
      const answer = await officer.post(url, { clientId: newId(), ...body });
      expect([url, answer.status]).toEqual([url, 400]);
    }
    const forged = Buffer.from('["a",1,{},"không phải mã"]').toString('base64url');
    for (const query of [`cursor=${forged}`, 'q=%00', 'unit=2147483647'])
      expect([query, (await officer.get(`/api/people?${query}`)).status]).toEqual([
        query,
        query.startsWith('unit') ? 404 : 200,
      ]);
  });
});

test('after all of this, making the rows again gives the same rows', async () => {
  const read = async () => ({
    people: await world.db.selectFrom('person').selectAll().orderBy('id').execute(),
    words: await world.db
      .selectFrom('person_word')
      .selectAll()
      .orderBy('person_id')
      .orderBy('suffix')
      .execute(),
    memberships: await world.db
      .selectFrom('membership')
      .selectAll()
      .orderBy('person_id')
      .orderBy('from_on')
      .orderBy('kind')
      .execute(),
  });
  const before = await read();
  expect(before.people.length).toBeGreaterThan(15);
  await rebuild(world.db);
  expect(await read()).toEqual(before);
});
