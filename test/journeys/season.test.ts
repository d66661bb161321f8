// One season of a commune, from the survey of the source to what is left in the pool: the cell secretary, the officer of
// the ward, mass organisations, the political centre, a member who helps, an enterprise's cell and a committee of another
// province – each on the pages of their own office. What repeats from person to person goes through the API.
import { expect, test } from 'vitest';
import { propose } from '../moving.ts';
import { button, dayText, dialog, field, heading, link, lookUp, settled } from './browser.ts';
import { unfit } from './quality.ts';
import { holdClass, numbers } from './season/class.ts';
import {
  as,
  before,
  dossiers,
  ends,
  idOf,
  introduced,
  on,
  people,
  phone,
  probationer,
  removed,
  six,
  stageOf,
  walk,
  worker,
} from './season/commune.ts';
import { day, happened, record } from './steps.ts';

const twice = 'Phạm Thị Thơm';
const found = [twice, 'Nguyễn Văn Thợ', 'Lê Văn Quân', 'Đỗ Văn Mới'];

test('autumn: the cell surveys its source (S1-24)', { timeout: 60_000 }, async () => {
  await before();
  on('2025-10-06');
  const { page, open } = await as('secretary');
  await open('/sourcing');
  await button(page, 'Ghi').click();
  const form = dialog(page);
  for (const [group, count] of Object.entries({
    'Đoàn viên - thanh niên': '7',
    'Công nhân, lao động doanh nghiệp': '4',
    'Bộ đội hoàn thành nghĩa vụ quân sự (xuất ngũ)': '2',
  }))
    await field(form, group).fill(count);
  await field(form, 'Tổng số người, mỗi người tính một lần').fill('11');
  await button(form, 'Ghi khảo sát').click();
  await page.getByText('Đã ghi khảo sát của Chi bộ khu phố 1.').waitFor();
  const { body } = await ends.officer.get('/api/surveys?year=2025');
  expect(body.total).toMatchObject({
    cells: 2,
    surveyed: 1,
    people: 11,
    groups: { DVTN: 7, CNDN: 4, BDXN: 2 },
  });
});

test('five bodies introduce; one person brought twice is one record (S0-15, S0-25, S2-23, S2-27, S3-27)', {
  timeout: 90_000,
}, async () => {
  await introducedOnPhone(twice);
  for (const [who, name, inputs] of [
    ['union', 'Nguyễn Văn Thợ', { proposerKind: 'trade_union', source: 'CNDN' }],
    ['veterans', 'Lê Văn Quân', { proposerKind: 'veterans', source: 'BDXN' }],
    ['helper', 'Đỗ Văn Mới', { proposerKind: 'member', informedBy: ends.members[1] }],
  ] as const)
    expect((await introduced(who, name, inputs)).status, name).toBe(200);
  // The Women's Union hears no more than whom to ask; the secretary sees that it is the same person.
  const women = await introduced('women', twice, { proposerKind: 'women_union' });
  expect([women.status, women.body.error.details]).toEqual([
    409,
    { items: [], askAbove: true, ask: { office: 'base_officer', unitName: 'Đảng bộ phường Kinh Bắc' } },
  ]);
  const secretary = await as('secretary');
  const { page } = secretary;
  await secretary.open('/dossiers?new=1');
  await field(page, 'Họ và tên khai sinh').fill(twice);
  await page.getByRole('radio', { name: 'Hội Liên hiệp Phụ nữ', exact: true }).check();
  const same = button(page, 'Đúng là người này – ghi thêm lời giới thiệu');
  await secretary.during(/^409 POST \/api\/dossiers$/, async () => {
    await button(page, 'Giới thiệu').click();
    await same.waitFor();
  });
  await same.click();
  await heading(page, twice).waitFor();
  const inbox = (await ends.secretary.get('/api/nominations?state=waiting')).body;
  const mine = inbox.items.filter((row: { fullName: string }) => found.includes(row.fullName));
  for (const { fullName, dossierId } of mine) dossiers.set(fullName, dossierId);
  expect([inbox.total, mine.length]).toEqual([4, 4]);
  const [both] = mine.filter((row: { fullName: string }) => row.fullName === twice);
  expect(both.introductions.map((one: { proposerKind: string }) => one.proposerKind).toSorted()).toEqual([
    'women_union',
    'youth_union',
  ]);
});

test('the cell answers them all, and reviews its list by one resolution (S0-25, S3-34, S3-36)', {
  timeout: 90_000,
}, async () => {
  on('2025-11-10');
  const { page, open } = await as('secretary');
  await open('/sourcing?tab=inbox&state=waiting');
  for (const name of found) await page.getByRole('checkbox', { name: `Chọn ${name}` }).check();
  await button(page, 'Ghi chung một việc').click();
  const form = dialog(page);
  await field(form, 'Việc cần ghi').selectOption({ label: 'Trả lời lời giới thiệu – 4/4 hồ sơ' });
  await happened(form, '2025-10-20');
  await form.getByRole('radio', { name: 'Chi bộ tiếp nhận để xem xét' }).check();
  await button(form, 'Xem trước').click();
  await button(form, 'Ghi cho 4 hồ sơ').click();
  await page.getByText('Đã ghi “Trả lời lời giới thiệu” cho 4 hồ sơ').waitFor();

  await open('/fostering/review');
  for (const name of found.slice(0, 3))
    await field(page, `Xử lý ${name}`).selectOption({ label: 'Đưa vào danh sách' });
  await field(page, 'Số nghị quyết').fill('11-NQ/CB');
  await day(page, 'Ngày nghị quyết', '2025-11-03');
  await button(page, 'Xem trước').click();
  await page.getByText('Ghi được: 3 người').waitFor();
  await button(page, 'Ghi nghị quyết').click();
  await page.getByText('Số 11-NQ/CB, ngày 03/11/2025').waitFor();
  await settled(page);
  expect(await unfit(page, {})).toEqual([]);
  expect(await Promise.all(found.map(stageOf))).toEqual(['listed', 'listed', 'listed', 'nominated']);
  // Who introduced sees the answer, and nothing else.
  const { body } = await (people.youth as typeof ends.officer).get('/api/nominations/mine');
  expect(body.items).toMatchObject([{ fullName: twice, state: 'accepted' }]);
});

test('a class of three Sundays: who was there gets a certificate, who was not does not (S3-09, S3-35, S3-65)', {
  timeout: 120_000,
}, async () => {
  on('2025-12-01');
  await holdClass([...six, twice], twice);
  expect(await numbers([...six, twice])).toEqual(
    [1, 2, 3, 4, 5, 6]
      .map((at) => `0${at}/GCN-TTCT`)
      .concat([''])
      .toSorted(),
  );
  expect(await stageOf(twice)).toBe('listed');
});

test('verification goes to another province under the old name, and is answered there (S3-22, S3-38)', {
  timeout: 90_000,
}, async () => {
  on('2025-12-22');
  const [asked] = six as [string];
  await walk(six, { permit: '2025-12-10', papers: '2025-12-15' });
  await walk(six.slice(1), { verify_send: '2025-12-18' });
  const { page, open } = await as('officer');
  await open(`/dossiers/${idOf(asked)}`);
  await button(page, 'Gửi yêu cầu thẩm tra').click();
  await lookUp(page, 'Nơi thẩm tra', 'vinh hiep', 'xã Vĩnh Hiệp, thành phố Nha Trang');
  await page.getByText(/Trên công văn ghi cả tên cũ: xã Vĩnh Hiệp/).waitFor();
  await field(page, 'Số người cần thẩm tra').fill('2');
  await day(page, 'Ngày đóng dấu giáp lai lý lịch', '2025-12-16');
  await field(page, 'Số công văn').fill('31-CV/ĐU');
  await day(page, 'Ngày công văn', '2025-12-18');
  await day(page, 'Ngày gửi', '2025-12-18');
  await button(page, 'Ghi đã gửi').click();
  await heading(page, `Thẩm tra lý lịch: ${asked}`).waitFor();
  const place =
    'phường Tây Nha Trang, Khánh Hòa (trước 01/7/2025: xã Vĩnh Hiệp, thành phố Nha Trang, Khánh Hòa)';
  await page.getByText(place).waitFor();
  await page.getByText('Đảng bộ phường Tây Nha Trang').waitFor();

  on('2026-01-09');
  await answeredThere(asked);
  on('2026-01-16');
  await walk(six.slice(1), { verify_reply: '2026-01-08' });
  await walk(six, { verify_conclude: '2026-01-12', cell_vote: '2026-01-15' });
  expect(await Promise.all(six.map(stageOf))).toEqual(six.map(() => 'cell_voted'));
});

test('a file comes back with what is missing and is handed in again (S3-63)', {
  timeout: 60_000,
}, async () => {
  on('2026-01-20');
  const [, returned] = six as [string, string];
  const officer = await as('officer');
  await officer.open(`/dossiers/${idOf(returned)}`);
  await button(officer.page, 'Trả lại hồ sơ…').click();
  const form = dialog(officer.page);
  await form.getByRole('checkbox', { name: 'Lý lịch: quá trình bị ngắt quãng' }).check();
  await field(form, 'Nói rõ từng chỗ cần sửa').fill('Thiếu từ tháng 9/2017 đến tháng 6/2018.');
  await button(form, 'Ghi trả lại').click();
  await officer.page.getByText(/Hồ sơ đã trả lại ngày 20\/01\/2026, chờ bổ sung/).waitFor();

  on('2026-01-23');
  const { page, open } = await as('secretary');
  await open(`/dossiers/${idOf(returned)}`);
  await page.getByText('Thiếu từ tháng 9/2017 đến tháng 6/2018.').first().waitFor();
  await button(page, 'Nộp lại hồ sơ').click();
  await heading(page, 'Nộp lại hồ sơ đã bổ sung').waitFor();
  await happened(page, '2026-01-22');
  await record(page);
  const { body } = await ends.officer.get('/api/returns?from=2026-01-01&to=2026-01-23');
  expect(body).toMatchObject({ returns: 1, files: 1, waiting: 0, what: [{ code: 'history_periods' }] });
});

test('the helper writes the month on a telephone; the worker goes to the enterprise (S3-07, S3-37, S3-40)', {
  timeout: 90_000,
}, async () => {
  on('2026-02-10');
  const helper = await as('helper', phone);
  await helper.open('/charges');
  const card = helper.page.getByRole('listitem').filter({ has: heading(helper.page, worker) });
  await button(card, 'Ghi nhận xét tháng').click();
  const note = dialog(helper.page);
  await note.getByRole('radio', { name: 'Tiến bộ rõ' }).check();
  await field(note, 'Việc đã làm trong tháng').fill('Vận động công nhân cùng xưởng hiến máu.');
  await button(note, 'Ghi').click();
  await card.getByText('Vận động công nhân cùng xưởng hiến máu.').waitFor();
  expect(await unfit(helper.page, {})).toEqual([]);

  const sent = await propose(ends, idOf(worker));
  expect(sent.status, sent.text).toBe(200);
  on('2026-02-20');
  const { page, open } = await as('receiver');
  await open('/handovers');
  await link(page, worker).click();
  await field(page, 'Số biên nhận').fill('12/BN');
  await page.getByRole('checkbox', { name: 'Phân công ngay người giúp đỡ của chi bộ' }).check();
  await lookUp(page, 'Đảng viên giúp đỡ', 'bui thi khanh', 'Bùi Thị Khánh');
  await field(page, 'Số nghị quyết phân công').fill('08-NQ/CB');
  await day(page, 'Ngày nghị quyết', '2026-02-19');
  await button(page, 'Ghi tiếp nhận').click();
  await link(page, 'Mở hồ sơ').click();
  await heading(page, worker).waitFor();
  const view = (await ends.receiver.get(`/api/dossiers/${idOf(worker)}`)).body;
  expect([view.unit.id, view.helper.name]).toEqual([ends.workshop, 'Bùi Thị Khánh']);
  expect(view.acts.map((act: { step: string }) => act.step)).toContain('charge_note');
  // The former helper follows her no more; the others stay.
  const { body } = await (people.helper as typeof ends.officer).get('/api/charges');
  expect(body.items.map((one: { name: string }) => one.name)).not.toContain(worker);
});

test('six are admitted, one probationer is not recognised – and who helped him is known (S3-54)', {
  timeout: 60_000,
}, async () => {
  on('2026-03-20');
  await walk(six, { base_vote: '2026-02-02', decide: '2026-03-02', ceremony: '2026-03-19' });
  expect(await Promise.all(six.map(stageOf))).toEqual(six.map(() => 'admitted'));
  await removed(probationer);
  const { page, open } = await as('officer');
  await open('/fostering?tab=helpers');
  await button(page, 'Mở danh sách').click();
  const row = page.getByRole('row', { name: new RegExp(probationer) });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/Trần Thị Bình[\s\S]*03\/07\/2024[\s\S]*10\/03\/2026/);
  await button(row, 'Quá trình giúp đỡ của Trần Thị Bình').click();
  await dialog(page)
    .getByRole('row', { name: new RegExp(`${probationer}.*không được công nhận`, 's') })
    .waitFor();
});

test('spring: nobody is lost and nobody counted twice (S0-42)', { timeout: 60_000 }, async () => {
  on('2026-04-06');
  const { page, open } = await as('officer');
  await open('/pool');
  await page.getByText(/Có 4 người trong nguồn, .* Năm 2026 đã kết nạp 6 người\./).waitFor();
  await page.getByText(/Chỉ tiêu 8 người, còn phải kết nạp 2 người: .* có 2 người trong nguồn\./).waitFor();
  const cell = page.getByRole('row', { name: /Chi bộ khu phố 1/ });
  expect((await cell.innerText()).split(/\s*\n?\t\s*/).slice(1, 7)).toEqual(['1', '3', '0', '0', '4', '6']);
  await settled(page);
  expect(await unfit(page, {})).toEqual([]);

  const there = (await ends.enterpriseOfficer.get('/api/pool')).body.total;
  expect(there).toMatchObject({ open: 1, admitted: 0 });
  const kept = await ends.world.db.selectFrom('dossier').select(['id', 'stage']).execute();
  expect(kept.map(({ id }) => id).toSorted()).toEqual([...dossiers.values()].toSorted());
  const stages = Object.groupBy(kept, ({ stage }) => stage);
  expect(Object.fromEntries(Object.entries(stages).map(([stage, all]) => [stage, all?.length]))).toEqual({
    nominated: 1,
    listed: 3,
    helped: 1,
    admitted: 6,
    closed: 1,
  });
  const roll = (await ends.officer.get('/api/people?status=probationary&limit=50')).body;
  expect(roll.items.map(({ name }: { name: string }) => name).toSorted()).toEqual(six.toSorted());
});

/** The Youth Union, on a telephone. */
async function introducedOnPhone(name: string): Promise<void> {
  const youth = await as('youth', phone);
  await youth.open('/nominate');
  await button(youth.page, 'Giới thiệu một người').click();
  await field(youth.page, 'Họ và tên').fill(name);
  await field(youth.page, 'Năm sinh (nếu biết)').fill('1999');
  await field(youth.page, 'Gửi chi bộ').selectOption({ label: 'Chi bộ khu phố 1' });
  await field(youth.page, 'Giới thiệu thay mặt').selectOption({ label: 'Đoàn thanh niên' });
  await field(youth.page, 'Diện quần chúng').selectOption({ label: 'Đoàn viên - thanh niên' });
  await youth.page.getByRole('checkbox', { name: 'Đã trao đổi và người ấy đồng ý' }).check();
  await field(youth.page, 'Ngày trao đổi').fill(dayText('2025-10-04'));
  await button(youth.page, 'Gửi lời giới thiệu').click();
  await youth.page.getByText(`Đã gửi lời giới thiệu ${name}.`).waitFor();
  await youth.page.getByText('chờ chi bộ trả lời').waitFor();
  expect(await unfit(youth.page, {})).toEqual([]);
}

/** The committee of the place, in its own province. */
async function answeredThere(name: string): Promise<void> {
  const there = await as('addressee');
  await there.open('/verifications?state=asked');
  await link(there.page, name).click();
  await button(there.page, 'Ghi ngày nhận được công văn').click();
  await day(there.page, 'Ngày nơi thẩm tra nhận được', '2025-12-24');
  await button(there.page, 'Ghi ngày nhận').click();
  await there.page.getByText('Đã ghi ngày nhận.').waitFor();
  await button(there.page, 'Ghi trả lời').click();
  await there.page.getByRole('radio', { name: 'Đã xác nhận' }).check();
  await field(there.page, 'Số văn bản trả lời').fill('07-CV/ĐU');
  await day(there.page, 'Ngày văn bản trả lời', '2026-01-08');
  // Answered, it is out of reach at once: the page asks for it once more before it leaves.
  await there.during(/^404 GET \/api\/verifications\/[^/]+$/, async () => {
    await button(there.page, 'Ghi trả lời').last().click();
    await there.page.getByText('Đã ghi trả lời.').waitFor();
    await there.page.getByText('Không có yêu cầu nào chờ trả lời').waitFor();
  });
}
