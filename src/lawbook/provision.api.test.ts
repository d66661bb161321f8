// What a committee lays over the rules: who may, what is refused and why, for whom it holds and until when.
import { describe, expect, test } from 'vitest';
import { ballot } from '../../test/road.ts';
import { lay, provisionBody, startTwoBases, storedLines, takeOver } from '../../test/lawbook.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { openContent } from '../rules/index.ts';
import { enforce, lawInForce } from './enforce.store.ts';

const bases = await startTwoBases();
const { world, here, there, board, admin } = bases;
const { db } = world;

const valueAt = (parameter: string, day: string, path: string) =>
  lawInForce().regulations.inForce(day, { path }).value(parameter);
const doc = { number: '15-QĐ/ĐU', on: '2026-11-20', by: 'Đảng ủy' };

const etagBefore = (await board.get('/api/regulations/content')).headers.etag;

describe('who may lay a rule over the shipped ones', () => {
  const draft = { parameter: 'age.max', value: 55, fromOn: '2026-12-01', unitId: here.base };

  test('an officer for the own committee and all below it; twice the same write is one', async () => {
    const body = provisionBody(draft);
    const first = await here.officer.post('/api/provisions', body);
    expect(first.body).toMatchObject({
      kind: 'stricter',
      parameter: 'age.max',
      unitName: 'Đảng bộ Công ty Kinh Bắc',
      fromOn: '2026-12-01',
      untilOn: null,
      value: 55,
      document: { number: '12-NQ/ĐU', on: '2026-11-20', by: 'Đảng ủy' },
      clause: 'điểm 2',
      decidedBy: 'Ban Chấp hành Đảng bộ',
      state: 'coming',
      ended: null,
      can: ['end'],
    });
    const again = await here.officer.post('/api/provisions', body);
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    const rows = await db
      .selectFrom('ledger')
      .select('kind')
      .where('stream', 'like', 'provision:%')
      .execute();
    expect(rows).toEqual([{ kind: 'provision.laid' }]);
  });

  test('it holds from its day for its own subtree alone', () => {
    expect([
      valueAt('age.max', '2026-11-30', here.path).value,
      valueAt('age.max', '2026-12-01', here.path).value,
      valueAt('age.max', '2026-12-01', there.path).value,
    ]).toEqual([60, 55, 60]);
    expect(valueAt('age.max', '2026-12-01', here.path)).toMatchObject({
      confidence: 'S',
      basis: { document: '12-NQ/ĐU', clause: 'điểm 2' },
    });
  });

  test('browsers judge by the very same, and are told that it changed', async () => {
    const answer = await here.secretary.get('/api/regulations/content');
    const browser = openContent(answer.body.shipped, answer.body.overlays);
    expect(browser.inForce('2026-12-01', { path: here.path }).value('age.max').value).toBe(55);
    expect(browser.inForce('2026-12-01', { path: there.path }).value('age.max').value).toBe(60);
    expect((await there.secretary.get('/api/regulations/content')).headers.etag).toBe(answer.headers.etag);
    expect(answer.headers.etag).not.toBe(etagBefore);
  });

  test('those above and below see it, the neighbour does not, and only those who may decide can end it', async () => {
    const seen = async (client: typeof board) => (await client.get('/api/provisions')).body.items;
    expect(await seen(board)).toMatchObject([{ parameter: 'age.max', can: ['end'] }]);
    expect(await seen(here.secretary)).toMatchObject([{ parameter: 'age.max', can: [], recordedBy: null }]);
    expect(await seen(there.officer)).toEqual([]);
    expect(await seen(there.secretary)).toEqual([]);
    expect((await board.get(`/api/provisions?unit=${there.base}`)).body.items).toEqual([]);
    expect((await board.get(`/api/provisions?unit=${here.cell}`)).body.total).toBe(1);
    expect((await there.officer.get(`/api/provisions?unit=${here.base}`)).status).toBe(404);
    const committees = (await board.get('/api/provisions')).body.committees;
    expect(committees.map((one: { id: number }) => one.id).toSorted()).toEqual(
      [bases.ward, here.base, there.base].toSorted(),
    );
  });

  test('nobody else: not a secretary, not the administrator, not for another ward, not for a cell', async () => {
    const bodies = () => provisionBody({ ...draft, value: 50 });
    expect((await here.secretary.post('/api/provisions', bodies())).status).toBe(403);
    expect((await admin.post('/api/provisions', bodies())).status).toBe(403);
    expect((await world.outsider().post('/api/provisions', bodies())).status).toBe(401);
    expect((await there.officer.post('/api/provisions', bodies())).status).toBe(404);
    const cell = await here.officer.post('/api/provisions', { ...bodies(), unitId: here.cell });
    expect([cell.status, cell.body.error.code]).toEqual([400, 'lawbook.not_a_committee']);
    expect(valueAt('age.max', '2026-12-01', here.path).value).toBe(55);
  });
});

describe('what is refused, and what is told', () => {
  const tryLaying = (more: object) =>
    here.officer.post('/api/provisions', {
      ...provisionBody({ parameter: 'age.max', value: 58, fromOn: '2026-12-01', unitId: here.base }),
      ...more,
    });

  test('a looser rule: with the rule, both values and what would be taken, in both languages', async () => {
    const { status, body } = await tryLaying({ value: 65 });
    expect([status, body.error.code]).toEqual([409, 'lawbook.not_stricter']);
    expect(body.error.message.vi).toContain('65 tuổi không chặt hơn 55 tuổi');
    expect(body.error.message.vi).toContain('Chỉ nhận giá trị thấp hơn 55 tuổi');
    expect(body.error.message.en).toContain('65 years is not stricter than 55 years');
    // It is stricter than the national rule, yet not than what holds here already.
    expect((await tryLaying({ value: 57 })).body.error.code).toBe('lawbook.not_stricter');
  });

  test.each([
    ['a day that has passed', { fromOn: '2026-11-22' }, 409, 'lawbook.past'],
    [
      'a document dated ahead',
      { document: { ...doc, on: '2026-12-02' }, fromOn: '2026-12-05' },
      400,
      'ledger.future_day',
    ],
    ['a rule that does not exist', { parameter: 'age.limit' }, 400, 'lawbook.unknown_parameter'],
    ['a word where a number belongs', { value: 'sáu mươi' }, 400, 'lawbook.wrong_kind'],
    ['half a year of age', { value: 54.5 }, 400, 'lawbook.wrong_kind'],
    [
      'a rule no committee may set',
      { parameter: 'education.min', value: 'THPT' },
      409,
      'lawbook.no_direction',
    ],
    ['a known value filled again', { kind: 'fill', value: 50 }, 409, 'lawbook.already_known'],
    [
      'confirming what is not known',
      { kind: 'confirm', parameter: 'decide.days', value: null },
      409,
      'lawbook.nothing_to_confirm',
    ],
    [
      'a stricter one where nothing is known',
      { parameter: 'decide.days', value: 20 },
      409,
      'lawbook.not_known',
    ],
    ['no clause', { clause: ' ' }, 400, 'http.bad_fields'],
    ['no decider', { decidedBy: '' }, 400, 'http.bad_fields'],
  ])('%s', async (_, more, status, code) => {
    const answer = await tryLaying(more);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.body.error.message.vi).not.toContain('{');
  });

  test('of two officers at once on one rule the second is judged on the first', async () => {
    const draft = { parameter: 'introducer.months', value: 24, fromOn: '2026-12-01', unitId: there.base };
    const answers = await Promise.all([
      there.officer.post('/api/provisions', provisionBody(draft)),
      board.post('/api/provisions', provisionBody(draft)),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.error.code).toBe('lawbook.not_stricter');
    expect((await board.get(`/api/provisions?unit=${there.base}`)).body.total).toBe(1);
  });
});

describe('from its day on, and not before', () => {
  const expired = {
    stage: 'verified',
    acts: [
      { step: 'class_certificate', on: '2021-06-20', inputs: { certificate: { on: '2021-06-20' } } },
      { step: 'verify_conclude', on: '2026-10-20' },
    ],
  };
  const outcomeOn = async (id: string, day: string, side = here) => {
    const body = { step: 'cell_vote', happenedOn: day, inputs: { ballot: ballot(6, 6) } };
    const answer = await side.secretary.post(`/api/dossiers/${id}/judge`, body);
    const about = answer.body.reasons.filter(({ guard }: { guard: string }) => guard === 'valid_for');
    return about.map(({ outcome }: { outcome: string }) => outcome);
  };

  test('a confirmation makes a warning a refusal for its subtree', async () => {
    const mine = await takeOver(bases, here, { name: 'Vừ Thị Dợ', ...expired });
    const neighbour = await takeOver(bases, there, { name: 'Sùng A Páo', ...expired });
    const laid = await lay(here.officer, {
      kind: 'confirm',
      parameter: 'certificate.months',
      fromOn: '2026-12-01',
      unitId: here.base,
    });
    // It keeps what it confirmed.
    expect([laid.status, laid.body.value]).toEqual([200, 60]);
    world.setToday('2026-12-02');
    expect(await outcomeOn(mine, '2026-11-30')).toEqual(['unverified']);
    expect(await outcomeOn(mine, '2026-12-01')).toEqual(['refused']);
    expect(await outcomeOn(neighbour, '2026-12-01', there)).toEqual(['unverified']);
    world.setToday('2026-11-23');
  });

  test('a filled value gives a due day to what starts from then on', async () => {
    const voted = (on: string) => ({
      stage: 'cell_voted',
      acts: [{ step: 'cell_vote', on, inputs: { ballot: ballot(6, 6) } }],
    });
    const filled = { kind: 'fill' as const, parameter: 'decide.days', value: 45, fromOn: '2026-11-23' };
    const laid = await lay(here.officer, { ...filled, unitId: here.base });
    expect([laid.status, laid.body.state]).toEqual([200, 'in_force']);
    const before = await takeOver(bases, here, { name: 'Lò Văn Pâng', ...voted('2026-11-20') });
    const after = await takeOver(bases, here, { name: 'Giàng A Tủa', ...voted('2026-11-23') });
    const neighbour = await takeOver(bases, there, { name: 'Thào A Sinh', ...voted('2026-11-23') });
    const lines = (await storedLines(bases)).filter(({ clock }) => clock === 'decide');
    const dueOf = (id: string) => lines.find(({ caseId }) => caseId === id)?.dueOn;
    expect(dueOf(before)).toBeNull();
    expect(dueOf(neighbour)).toBeNull();
    // 45 working days after Monday 23/11/2026, with New Year's Day off.
    expect(dueOf(after)).toBe('2027-01-26');
    const listed = (await here.officer.get('/api/worklist?limit=200')).body.items;
    expect(listed.find((item: { caseId: string }) => item.caseId === after)).toMatchObject({
      dueOn: '2027-01-26',
    });
  });
});

describe('the end', () => {
  const endOf = (id: string, more: object = {}) => ({
    url: `/api/provisions/${id}/end`,
    body: { clientId: newId(), fromOn: '2026-12-15', document: doc, ...more },
  });
  const laid = async (value: number) =>
    (
      await lay(there.officer, {
        parameter: 'age.min',
        value,
        fromOn: '2026-12-01',
        unitId: there.base,
      })
    ).body.id as string;

  test('a later entry ends it from a day; what held before stays', async () => {
    const id = await laid(20);
    const { url, body } = endOf(id);
    expect((await here.officer.post(url, body)).status).toBe(404);
    expect((await there.secretary.post(url, body)).status).toBe(403);
    const early = endOf(id, { fromOn: '2026-11-22' });
    expect((await there.officer.post(early.url, early.body)).body.error.code).toBe('lawbook.end_past');
    const answer = await there.officer.post(url, body);
    expect(answer.body).toMatchObject({
      untilOn: '2026-12-14',
      ended: { fromOn: '2026-12-15', document: doc },
      state: 'coming',
    });
    expect((await there.officer.post(url, body)).status).toBe(200);
    expect(
      ['2026-11-30', '2026-12-01', '2026-12-14', '2026-12-15'].map(
        (day) => valueAt('age.min', day, there.path).value,
      ),
    ).toEqual([18, 20, 20, 18]);
  });

  test('one ended with its first day never held, and a new one may take its place', async () => {
    const id = await laid(21);
    const { url, body } = endOf(id, { fromOn: '2026-12-01' });
    expect((await there.officer.post(url, body)).body).toMatchObject({ state: 'void', can: [] });
    expect(valueAt('age.min', '2026-12-05', there.path).value).toBe(20);
    const again = endOf(id);
    expect((await there.officer.post(again.url, again.body)).body.error.code).toBe('lawbook.has_ended');
  });
});

test('rebuild makes the same rows, and the same law', async () => {
  const rows = () => db.selectFrom('provision').selectAll().orderBy('id').execute();
  const [before, lines, law] = [await rows(), await storedLines(bases), lawInForce().fingerprint];
  await rebuild(db);
  await enforce(db);
  expect(await rows()).toEqual(before);
  expect(await storedLines(bases)).toEqual(lines);
  expect(lawInForce().fingerprint).toBe(law);
});
