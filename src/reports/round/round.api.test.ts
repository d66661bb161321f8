// Rounds over HTTP: asked of units below with a closing day and a day due, a line on the work list of each that owes, gone
// when it has sent; put off, taken back; who has not sent is told. And difficulties that travel upwards for an answer.
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Client, startWorld } from '../../../test/app.ts';
import { newId } from '../../platform/ids.ts';
import { rebuild } from '../../platform/ledger.ts';
import type { DraftView, RoundView } from '../view.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const world = await startWorld({ today: '2026-10-02' });

const place = {} as {
  province: number;
  ward: number;
  one: number;
  two: number;
  board: Client;
  officer: Client;
  first: Client;
  second: Client;
};
beforeAll(async () => {
  place.province = await world.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province' });
  place.ward = await world.unit({
    name: 'Đảng bộ phường Kinh Bắc',
    kind: 'base_organisation',
    parent: place.province,
  });
  place.one = await world.unit({ name: 'Chi bộ khu phố 1', type: 'TDP', parent: place.ward });
  place.two = await world.unit({ name: 'Chi bộ khu phố 2', type: 'TDP', parent: place.ward });
  for (const unit of [place.one, place.two])
    await world.person({ name: 'Nguyễn Văn Bình', unit, kind: 'official' });
  place.board = await world.as('superior_board', place.province);
  place.officer = await world.as('base_officer', place.ward);
  place.first = await world.as('cell_secretary', place.one);
  place.second = await world.as('cell_secretary', place.two);
});

const quarter = { form: 'phat-trien-dang-vien', period: '2026-Q3', closesOn: '2026-09-30' };
const body = (more: object = {}) => {
  const { form, ...asked } = { ...quarter, ...more };
  return {
    clientId: newId(),
    unitId: place.ward,
    forms: [form],
    dueOn: '2026-10-05',
    to: [place.one, place.two],
    words: 'Báo cáo đủ cả số liệu và khó khăn',
    ...asked,
  };
};
async function ask(client: Client, more: object = {}): Promise<string> {
  const answer = await client.post('/api/reports/rounds', body(more));
  expect(answer.status, answer.text).toBe(200);
  return answer.body.ids[0];
}
const view = async (client: Client, id: string): Promise<RoundView> =>
  (await client.get(`/api/reports/rounds/${id}`)).body;
const lines = async (client: Client) =>
  ((await client.get('/api/worklist')).body.items as { caseKind: string; unitId: number }[]).filter(
    ({ caseKind }) => caseKind === 'report',
  );

async function submission(client: Client, unitId: number, round: string | null, asked: object = quarter) {
  const words = new URLSearchParams({ unit: String(unitId), ...asked, ...(round ? { round } : {}) });
  const draft: DraftView = (await client.get(`/api/reports/draft?${words}`)).body;
  return {
    clientId: newId(),
    unitId,
    ...asked,
    round,
    words: [
      { section: 'results', text: 'Giới thiệu hai quần chúng ưu tú' },
      { section: 'difficulties', text: 'Đoàn viên đi làm xa' },
      { section: 'ahead', text: 'Bồi dưỡng hai quần chúng' },
    ],
    signatory: { officeId: draft.signers[0]?.officeId, capacity: 'T/M CHI BỘ' },
    number: null,
    signedOn: '2026-10-02',
    print: draft.print,
  };
}

describe('rounds (S3-06)', () => {
  let id = '';
  it('puts a line on the list of each office that owes, which a reminder can be sent about (S3-06, S3-11)', async () => {
    id = await ask(place.officer);
    const [line] = await lines(place.first);
    expect(line).toMatchObject({
      caseKind: 'report',
      unitId: place.one,
      dueOn: '2026-10-05',
      mine: true,
      title: 'Báo cáo công tác phát triển đảng viên',
      second: 'Quý III năm 2026',
      act: { step: 'report_submit', href: `/reports/draft?round=${id}&unit=${place.one}` },
      can: [],
    });
    const round = await view(place.officer, id);
    expect(round.counts).toEqual({ asked: 2, submitted: 0, late: 0, owing: 2, returned: 0 });
    expect(round.units.map(({ state }) => state)).toEqual(['owing', 'owing']);
    const reminded = await place.officer.post('/api/reminders', {
      clientId: newId(),
      line: round.units[1]?.line,
      text: 'Đề nghị chi bộ gửi báo cáo quý đúng hạn',
    });
    expect(reminded.status, reminded.text).toBe(200);
    expect((await view(place.officer, id)).units[1]?.remindedOn).toBe('2026-10-02');
    const owing = (await place.first.get('/api/reports/owing')).body;
    expect(owing.items).toMatchObject([{ state: 'owing', dueOn: '2026-10-05', can: ['submit'] }]);
    // A cell sees its own line of the round and nobody else's.
    expect((await view(place.first, id)).units.map(({ unitId }) => unitId)).toEqual([place.one]);
  });

  it('a line cannot be taken off by hand', async () => {
    const answer = await place.first.post('/api/worklist/settle', {
      clientId: newId(),
      ...(await view(place.officer, id)).units[0]?.line,
      how: 'not_needed',
      reason: 'Không cần',
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await lines(place.first)).toHaveLength(1);
  });

  it('the line goes when the report is in, and comes back when it is returned', async () => {
    const answer = await place.first.post('/api/reports', await submission(place.first, place.one, id));
    expect(answer.status, answer.text).toBe(200);
    expect(await lines(place.first)).toEqual([]);
    expect((await view(place.officer, id)).counts).toMatchObject({ submitted: 1, owing: 1 });
    const back = { clientId: newId(), reason: 'Thiếu số nguồn' };
    expect((await place.officer.post(`/api/reports/${answer.body.id}/return`, back)).status).toBe(200);
    expect(await lines(place.first)).toHaveLength(1);
    expect((await view(place.officer, id)).units[0]).toMatchObject({ state: 'returned' });
    const rows = () =>
      world.db.selectFrom('due').selectAll().where('case_kind', '=', 'report').orderBy('part').execute();
    const before = await rows();
    await rebuild(world.db);
    expect(await rows()).toEqual(before);
    const again = await place.first.post('/api/reports', await submission(place.first, place.one, id));
    expect(again.status, again.text).toBe(200);
    expect(await lines(place.first)).toEqual([]);
  });

  it('late is told in days, and the day can be put off, never brought forward', async () => {
    world.setToday('2026-10-08');
    const late = await view(place.officer, id);
    expect(late.units[1]).toMatchObject({ state: 'late', lateDays: 3 });
    const extend = (dueOn: string, units: number[] = []) =>
      place.officer.post(`/api/reports/rounds/${id}/extend`, {
        clientId: newId(),
        dueOn,
        units,
        reason: 'Trùng đợt bầu cử',
      });
    expect((await extend('2026-10-04')).body.error.code).toBe('report.extended_before');
    const put = await extend('2026-10-07', [place.two]);
    expect(put.body.units[1]).toMatchObject({ dueOn: '2026-10-07', lateDays: 1 });
    expect(put.body.extensions).toMatchObject([{ units: ['Chi bộ khu phố 2'], reason: 'Trùng đợt bầu cử' }]);
    const answer = await place.second.post('/api/reports', await submission(place.second, place.two, id));
    expect(answer.status, answer.text).toBe(200);
    const report = (await place.second.get(`/api/reports/${answer.body.id}`)).body;
    expect(report).toMatchObject({ lateDays: 1, dueOn: '2026-10-07', roundId: id });
    world.setToday('2026-10-02');
  });

  it('after a round was taken back nothing is sent for it, and its lines are gone', async () => {
    const month = { ...quarter, period: '2026-09' };
    const other = await ask(place.officer, { ...month, dueOn: '2026-10-10', to: [place.two] });
    const sending = await submission(place.second, place.two, other, month);
    const back = { clientId: newId(), reason: 'Gửi nhầm mẫu' };
    expect(
      (await place.officer.post(`/api/reports/rounds/${other}/take-back`, back)).body.takenBack.reason,
    ).toBe('Gửi nhầm mẫu');
    const refused = await place.second.post('/api/reports', sending);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'report.round_taken_back']);
    expect(await lines(place.second)).toEqual([]);
    const own = await place.second.post('/api/reports', { ...sending, clientId: newId(), round: null });
    expect(own.status, own.text).toBe(200);
    const twice = await place.officer.post(`/api/reports/rounds/${other}/take-back`, {
      ...back,
      clientId: newId(),
    });
    expect(twice.body.error.code).toBe('report.round_taken_back');
  });

  it('asks only units below, for days that fit, by whoever may ask', async () => {
    const code = async (more: object, client = place.officer) =>
      (await client.post('/api/reports/rounds', body(more))).body.error?.code;
    expect(await code({ to: [place.ward] })).toBe('report.own_unit');
    expect(await code({ to: [place.province] })).toBe('access.missing');
    expect(await code({ closesOn: '2026-10-01' })).toBe('report.closing_outside');
    expect(await code({ dueOn: '2026-09-29' })).toBe('report.due_before');
    expect(await code({ form: 'khong-co' })).toBe('forms.unknown');
    expect(await code({ form: 'bieu-1-tctw' })).toBe('report.form_period');
    expect(await code({}, place.first)).toBe('access.not_this_office');
  });

  it('needed words may not be left out', async () => {
    const october = { ...quarter, period: '2026-08', closesOn: '2026-08-31' };
    const sending = await submission(place.first, place.one, null, october);
    const answer = await place.first.post('/api/reports', { ...sending, words: [] });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'report.words_needed']);
  });
});

describe('difficulties (S4-35)', () => {
  const raise = async (client: Client, unitId: number): Promise<string> => {
    const answer = await client.post('/api/difficulties', {
      clientId: newId(),
      unitId,
      topic: 'sourcing',
      words: 'Thanh niên đi làm ăn xa, chi bộ hai năm chưa có nguồn kết nạp.',
    });
    expect(answer.status, answer.text).toBe(200);
    return answer.body.item.id;
  };
  const go = (client: Client, way: string, version: number, words = '') =>
    client.post(`/api/difficulties/${way}`, { clientId: newId(), version, words });
  const waiting = async (client: Client): Promise<number> =>
    ((await client.get('/api/waiting')).body.items as { id: string; count: number }[]).find(
      (one) => one.id === 'difficulties',
    )?.count ?? 0;

  it('goes up to whoever can answer, and whoever wrote it sees where it lies (S1-44, S3-64)', async () => {
    const id = await raise(place.first, place.one);
    expect([await waiting(place.officer), await waiting(place.board)]).toEqual([1, 0]);
    const up = await go(place.officer, `${id}/pass-up`, 1);
    expect(up.body.error.code).toBe('difficulty.words_needed');
    expect((await go(place.officer, `${id}/take-up`, 1)).body.item.state).toBe('taken_up');
    const passed = await go(place.officer, `${id}/pass-up`, 2, 'Vượt thẩm quyền của phường');
    expect(passed.body.item).toMatchObject({ state: 'waiting', at: { name: 'Đảng bộ tỉnh Bắc Ninh' } });
    expect([await waiting(place.officer), await waiting(place.board)]).toEqual([0, 1]);
    expect((await go(place.officer, `${id}/answer`, 3, 'Không còn ở đây')).status).toBe(404);
    const stale = await go(place.board, `${id}/answer`, 2, 'Trả lời');
    expect([stale.status, stale.body.error.code]).toEqual([409, 'difficulty.answered_already']);
    const answer = 'Cho phép tạo nguồn từ công nhân khu công nghiệp trên địa bàn.';
    expect((await go(place.board, `${id}/answer`, 3, answer)).status).toBe(200);
    const own = (await place.first.get('/api/difficulties?box=own')).body;
    expect(own.items[0]).toMatchObject({
      state: 'answered',
      answer: { words: answer, unitName: 'Đảng bộ tỉnh Bắc Ninh' },
      can: [],
    });
    expect(own.items[0].steps.map(({ step }: { step: string }) => step)).toEqual([
      'raised',
      'taken_up',
      'passed_up',
      'answered',
    ]);
    await rebuild(world.db);
    expect((await place.first.get('/api/difficulties?box=own')).body).toEqual(own);
    expect((await place.second.get(`/api/difficulties/${id}`)).status).toBe(404);
    expect((await place.board.get('/api/difficulties?state=answered')).body.items).toHaveLength(1);
  });

  it('leaves Nguồn at the top, and is answered there by whoever handed it on', async () => {
    const id = await raise(place.officer, place.ward);
    const out = await go(place.board, `${id}/pass-up`, 1, 'Xin ý kiến Ban Tổ chức Trung ương');
    expect(out.body.item).toMatchObject({ state: 'taken_up', outside: true, can: ['answer'] });
    expect((await go(place.board, `${id}/answer`, 2, 'Trung ương đã có hướng dẫn.')).body.item.state).toBe(
      'answered',
    );
  });

  it('is withdrawn by its own unit only', async () => {
    const id = await raise(place.first, place.one);
    expect((await go(place.officer, `${id}/withdraw`, 1, 'x')).status).toBe(404);
    expect((await go(place.first, `${id}/withdraw`, 1, 'Đã tự giải quyết')).body.item.state).toBe(
      'withdrawn',
    );
    expect((await go(place.officer, `${id}/answer`, 2, 'muộn')).status).toBe(404);
  });
});
