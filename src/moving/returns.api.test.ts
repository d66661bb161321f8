// Files that come back to be completed: what is missing from a list, resubmitting, and the figures of it.
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { doc, take, walkRecent } from '../../test/road.ts';
import { type Ends, startEnds } from '../../test/moving.ts';

let ends: Ends;
let twice: string;
let once: string;
beforeAll(async () => {
  ends = await startEnds({ today: '2026-05-15' });
  twice = await walkRecent(ends, 'Nguyễn Thị Hoa', 'cell_vote');
  once = await walkRecent(ends, 'Trần Văn Bách', 'papers');
  await giveBack(twice, '2026-02-02', ['history_periods', 'opinions']);
  await resubmit(twice, '2026-02-12');
  await giveBack(twice, '2026-02-20', ['history_periods']);
  await giveBack(once, '2026-03-03', ['wrong_form'], { fields: 'Mẫu 3-KNĐ cũ, xin dùng mẫu mới.' });
}, 60_000);

async function giveBack(id: string, on: string, what: string[], more: object = {}) {
  const inputs = { level: 'base', what, ...more };
  const answer = await take(ends, id, { by: 'officer', step: 'return_dossier', on, inputs });
  expect(answer.status, answer.text).toBe(200);
  return answer;
}
async function resubmit(id: string, on: string) {
  const inputs = { letter: doc('04-CV/CB', on) };
  const answer = await take(ends, id, { by: 'secretary', step: 'resubmit', on, inputs });
  expect(answer.status, answer.text).toBe(200);
  return answer;
}

test('how often files come back, and why, by cell, commune, item and month (S3-63)', async () => {
  const { body, status, text } = await ends.officer.get('/api/returns?from=2026-01-01&to=2026-05-15');
  expect(status, text).toBe(200);
  expect(body).toMatchObject({ returns: 3, files: 2, handled: 2, above: 1, waiting: 2, medianDays: 10 });
  expect(body.what.map(({ code, returns }: { code: string; returns: number }) => [code, returns])).toEqual([
    ['history_periods', 2],
    ['opinions', 1],
    ['wrong_form', 1],
  ]);
  expect(body.what[0].label.vi).toBe('Lý lịch: quá trình bị ngắt quãng');
  expect(body.cells).toEqual([{ id: String(ends.cell), name: 'Chi bộ khu phố 1', returns: 3, files: 2 }]);
  expect(body.communes).toEqual([
    { id: String(ends.ward), name: 'Đảng bộ phường Kinh Bắc', returns: 3, files: 2 },
  ]);
  expect(body.months).toEqual([
    { month: '2026-02', returns: 2 },
    { month: '2026-03', returns: 1 },
  ]);
  expect(body.items[0]).toMatchObject({ dossierId: twice, fullName: 'Nguyễn Thị Hoa', count: 2, back: null });
});

test('only what lies in the period, and only within reach', async () => {
  const march = (await ends.officer.get('/api/returns?from=2026-03-01&to=2026-03-31')).body;
  expect(march).toMatchObject({ returns: 1, files: 1, above: 0 });
  const elsewhere = (await ends.enterpriseOfficer.get('/api/returns?from=2026-01-01')).body;
  expect(elsewhere).toMatchObject({ returns: 0, files: 0, handled: 0, waiting: 0, items: [] });
  const wrong = await ends.officer.get('/api/returns?from=2026-03-01&to=2026-01-01');
  expect([wrong.status, wrong.body.error.code]).toEqual([400, 'moving.period_backwards']);
});

test('a withdrawn return is not counted; a file that was handed over keeps its return with the cell that had it', async () => {
  const id = await walkRecent(ends, 'Lê Thị Cúc', 'papers');
  const { body } = await giveBack(id, '2026-04-02', ['opinions']);
  const april = '/api/returns?from=2026-04-01&to=2026-04-30';
  expect((await ends.officer.get(april)).body.returns).toBe(1);
  const act = body.acts.findLast((one: { step: string }) => one.step === 'return_dossier');
  const withdrawn = await ends.officer.post(`/api/dossiers/${id}/acts/${act.entry}/withdraw`, {
    clientId: newId(),
    version: body.version,
    reason: 'Ghi nhầm hồ sơ.',
  });
  expect(withdrawn.status, withdrawn.text).toBe(200);
  expect((await ends.officer.get(april)).body.returns).toBe(0);

  await giveBack(id, '2026-04-10', ['opinions']);
  const proposed = await ends.secretary.post('/api/handovers', {
    clientId: newId(),
    dossierId: id,
    happenedOn: '2026-04-20',
    to: { unitId: ends.workshop },
    reason: 'work',
  });
  expect(proposed.status, proposed.text).toBe(200);
  const accepted = await ends.receiver.post(`/api/handovers/${proposed.body.id}/accept`, {
    clientId: newId(),
    happenedOn: '2026-04-22',
    receipt: { number: '3/BN', on: '2026-04-22' },
  });
  expect(accepted.status, accepted.text).toBe(200);
  const figures = (await ends.officer.get(april)).body;
  expect([figures.returns, figures.cells[0].id, figures.items]).toEqual([1, String(ends.cell), []]);
});

test('a returned file says so until it is handed in again, and cannot be returned a second time meanwhile', async () => {
  const { version, returned } = (await ends.officer.get(`/api/dossiers/${once}`)).body;
  expect(returned).toBeTruthy();
  const again = await ends.officer.post(`/api/dossiers/${once}/acts`, {
    clientId: newId(),
    version,
    step: 'return_dossier',
    happenedOn: '2026-03-04',
    inputs: { level: 'base', what: ['opinions'] },
  });
  expect(again.status).not.toBe(200);
  await resubmit(once, '2026-03-10');
  expect((await ends.officer.get('/api/returns?from=2026-01-01')).body.waiting).toBeLessThan(3);
});
