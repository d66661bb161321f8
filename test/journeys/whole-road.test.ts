// The main journey: an office's workbook is brought in, and one of its nominees is walked to official member across
// three rule sets by four offices – refused eight times under rules that are sure on their day, each with its way out
// taken; then a correction that judges later acts anew.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { candidateBook, memberBook } from './books/office-book.ts';
import { button, dialog, field, heading, link, openBrowser, type Reader, settled } from './browser.ts';
import { throughClass } from './class-steps.ts';
import { startSite } from './site.ts';
import {
  choose,
  day,
  happened,
  openStep,
  paper,
  papersHeld,
  person,
  record,
  refused,
  votes,
} from './steps.ts';

const site = await startSite({ today: '2026-04-06', profile: 'B' });
const province = await site.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province' });
const college = await site.unit({
  name: 'Đảng bộ Trường Cao đẳng Kinh Bắc',
  kind: 'base_organisation',
  parent: province,
});
const cell = await site.unit({ name: 'Chi bộ Sinh viên', type: 'TRUONG', parent: college });
const centreUnit = await site.unit({
  name: 'Trung tâm chính trị Kinh Bắc',
  kind: 'political_centre',
  parent: college,
});
const visits = await openBrowser(site);
const offices = {
  officer: await site.office({ kind: 'base_officer', unit: college }),
  secretary: await site.office({ kind: 'cell_secretary', unit: cell }),
  centre: await site.office({ kind: 'political_centre', unit: centreUnit }),
  board: await site.office({ kind: 'superior_board', unit: province }),
};

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const helper = 'Nguyễn Văn Trỗi';
const second = 'Võ Thị Sáu';
const nominee = 'Lê Thị Hồng Gấm';

async function bringIn(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/imports');
  await settled(page);
  await page.getByLabel('Bảng tính của cơ quan').setInputFiles({ name, mimeType: xlsx, buffer });
  await heading(page, name).waitFor();
  await page.getByText('chờ xem và ghi', { exact: true }).waitFor();
  await button(page, 'Ghi vào Nguồn').click();
  await button(dialog(page), 'Ghi vào Nguồn').click();
  await page.getByText('đã ghi vào Nguồn', { exact: true }).waitFor();
  await settled(page);
}

const member = (name: string, bornOn: string, sex: 'M' | 'F') => ({
  name,
  bornOn,
  sex,
  admittedOn: '19/5/2015',
  officialOn: '19/5/2016',
});

test('the workbooks of the office bring the roll and a nominee', { timeout: 60_000 }, async () => {
  const { page } = await visits.as(offices.officer);
  const roll = await memberBook({
    'Chi bộ Sinh viên': [
      member(helper, '1/2/1980', 'M'),
      member(second, '3/1985', 'F'),
      member('Bế Văn Đàn', '1979', 'M'),
      member('Lý Tự Trọng', '20/10/1988', 'M'),
      member('Nguyễn Thị Chiên', '12/12/1990', 'F'),
    ],
  });
  await bringIn(page, 'Danh sach dang vien.xlsx', roll);
  const list = await candidateBook([
    {
      name: nominee,
      bornOn: '15/01/2007',
      cell: 'Chi bộ Sinh viên',
      education: '12/12',
      nominatedOn: '26/03/2024',
      toldOn: '26/03/2024',
    },
  ]);
  await bringIn(page, 'Quan chung uu tu.xlsx', list);
  await page.goto('/dossiers?phase=source');
  await settled(page);
  await link(page, nominee).waitFor();
});

let dossier = '';
const as = (office: keyof typeof offices): Promise<Reader> => visits.as(offices[office]);

test('up to the permission: helper and introducers must have known her for twelve months', {
  timeout: 90_000,
}, async () => {
  const secretary = await as('secretary');
  const { page } = secretary;
  await secretary.open('/dossiers');
  await link(page, nominee).click();
  await heading(page, nominee).waitFor();
  dossier = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await openStep(page, dossier, 'Đưa vào danh sách cảm tình Đảng');
  await happened(page, '2024-04-03');
  await paper(page, 'Nghị quyết chi bộ', { number: '03-NQ/CB', on: '2024-04-03' });
  await record(page);

  // The political centre sees her on its class, and nothing else of her.
  await throughClass({
    centre: await as('centre'),
    officer: await as('officer'),
    sort: 'Lớp bồi dưỡng nhận thức về Đảng',
    label: 'Lớp nhận thức về Đảng khóa 1',
    who: nominee,
    on: '2024-05-19',
    certificate: { number: '112/GCN', on: '2024-05-20' },
  });

  await openStep(page, dossier, 'Phân công đảng viên giúp đỡ');
  await happened(page, '2024-06-03');
  await paper(page, 'Nghị quyết chi bộ', { number: '05-NQ/CB', on: '2024-06-03' });
  await person(page, 'Đảng viên được phân công giúp đỡ', helper);
  await day(page, 'Cùng công tác, lao động, học tập hoặc cư trú từ', '2024-01');
  await refused(secretary, {
    article: /24-QĐ\/TW/,
    fact: /giúp đỡ từ: 01\/2024/,
    threshold: /12 tháng, đủ từ ngày 31\/01\/2025/,
    way: /Chờ đến thứ Sáu, 31\/01\/2025 hoặc chọn đảng viên khác/,
  });
  await person(page, 'Đảng viên được phân công giúp đỡ', second);
  await day(page, 'Cùng công tác, lao động, học tập hoặc cư trú từ', '2020-09');
  await record(page);

  const officer = await as('officer');
  await openStep(officer.page, dossier, 'Cho lập hồ sơ kết nạp');
  await happened(officer.page, '2024-09-10');
  await paper(officer.page, 'Văn bản cho lập hồ sơ', { number: '15-CV/ĐU', on: '2024-09-10' });
  await choose(officer.page, 'Cách giới thiệu vào Đảng', 'Hai đảng viên chính thức');
  await person(officer.page, 'Thêm một người', second);
  await day(
    officer.page,
    'Cùng công tác, lao động, học tập hoặc cư trú từ (người biết muộn nhất)',
    '2020-09',
  );
  await refused(officer, {
    article: /Điều lệ Đảng, Điều 4\.1/,
    fact: /Số đảng viên giới thiệu: 1/,
    threshold: /ít nhất 2/,
    way: /Bổ sung đảng viên giới thiệu/,
  });
  await person(officer.page, 'Thêm một người', helper);
  await record(officer.page);
});

test('up to the vote: eighteen years are counted by month', { timeout: 90_000 }, async () => {
  const secretary = await as('secretary');
  const { page } = secretary;
  await openStep(page, dossier, 'Cập nhật giấy tờ hồ sơ');
  await happened(page, '2024-10-05');
  await papersHeld(page, '2024-10-01', { 'Giấy tờ thẩm tra lý lịch': 'không cần' });
  await record(page);
  const officer = await as('officer');
  await openStep(officer.page, dossier, 'Gửi thẩm tra lý lịch');
  await happened(officer.page, '2024-10-10');
  await field(officer.page, 'Nơi thẩm tra').fill('Xã Hòa Long');
  await field(officer.page, 'Số người cần thẩm tra').fill('3');
  await choose(officer.page, 'Cách thẩm tra', 'Gửi công văn');
  await record(officer.page);
  await openStep(officer.page, dossier, 'Ghi kết quả thẩm tra');
  await happened(officer.page, '2024-11-20');
  await field(officer.page, 'Nơi thẩm tra').fill('Xã Hòa Long');
  await choose(officer.page, 'Kết quả', 'Đã xác nhận');
  await record(officer.page);
  await openStep(officer.page, dossier, 'Kết luận thẩm tra lý lịch');
  await happened(officer.page, '2024-12-01');
  await choose(officer.page, 'Kết luận', 'Đủ điều kiện');
  await record(officer.page);

  await openStep(page, dossier, 'Chi bộ biểu quyết đề nghị kết nạp');
  await happened(page, '2024-12-20');
  await votes(page, 'Đảng viên chính thức của chi bộ', { total: 5, present: 5, yes: 5, no: 0 });
  await refused(secretary, {
    article: /24-QĐ\/TW, 1\.1\.1/,
    fact: /Tuổi trong tháng đó: 17 tuổi 11 tháng/,
    threshold: /đủ 18 tuổi, tính theo tháng/,
    way: /Thực hiện sớm nhất vào thứ Tư, 01\/01\/2025/,
  });
  // Voted on a day when she is eighteen, by then under another rule set.
  await happened(page, '2025-01-21');
  await record(page);

  await openStep(officer.page, dossier, 'Đảng ủy cơ sở biểu quyết đề nghị kết nạp');
  await happened(officer.page, '2025-01-23');
  await votes(officer.page, 'Đảng ủy viên đương nhiệm', { total: 9, present: 9, yes: 8, no: 1 });
  await record(officer.page);
});

test('admission: no ceremony before the decision', { timeout: 90_000 }, async () => {
  const board = await as('board');
  await openStep(board.page, dossier, 'Quyết định kết nạp');
  await happened(board.page, '2025-02-10');
  await choose(board.page, 'Kết quả', 'Kết nạp');
  await paper(board.page, 'Quyết định hoặc thông báo', {
    number: '45-QĐ/TU',
    on: '2025-02-10',
    by: 'Tỉnh ủy Bắc Ninh',
  });
  await choose(board.page, 'Tập thể quyết định', 'Ban thường vụ cấp trên trực tiếp của tổ chức cơ sở đảng');
  await day(board.page, 'Ngày chi bộ nhận quyết định', '2025-02-12');
  await record(board.page);

  const secretary = await as('secretary');
  const { page } = secretary;
  await openStep(page, dossier, 'Tổ chức lễ kết nạp');
  await happened(page, '2025-02-08');
  await refused(secretary, {
    article: /232-QĐ\/TW, 4\.1/,
    fact: /Còn thiếu\s+Quyết định kết nạp/,
    threshold: /Quyết định kết nạp/,
    way: /Ghi quyết định kết nạp trước/,
  });
  await happened(page, '2025-02-15');
  await record(page);
});

test('recognition under 294: the class, twelve months, the base of the committee, the competent body', {
  timeout: 120_000,
}, async () => {
  const secretary = await as('secretary');
  const { page } = secretary;
  const vote = 'Chi bộ biểu quyết đề nghị công nhận chính thức';
  await openStep(page, dossier, vote);
  await happened(page, '2026-02-05');
  await votes(page, 'Đảng viên chính thức của chi bộ', { total: 5, present: 5, yes: 5, no: 0 });
  await refused(secretary, {
    article: /294-QĐ\/TW, 4\.2\.1/,
    fact: /Tổ chức lễ kết nạp: 15\/02\/2025/,
    threshold: /từ ngày 16\/02\/2026/,
    way: /Thực hiện sớm nhất vào thứ Hai, 16\/02\/2026/,
  });
  await refused(secretary, {
    article: /06-HD\/TW 2025, mục 4\.1/,
    fact: /Còn thiếu\s+Ghi giấy chứng nhận lớp đảng viên mới/,
    threshold: /Chưa có giấy chứng nhận lớp bồi dưỡng đảng viên mới/,
    way: /Cử đi học lớp bồi dưỡng đảng viên mới và ghi giấy chứng nhận/,
  });

  // The way out is one press away.
  await button(page, 'Mở: Ghi bản tự kiểm điểm').first().click();
  await heading(page, 'Ghi bản tự kiểm điểm').waitFor();
  await happened(page, '2026-02-16');
  await day(page, 'Ngày ký bản tự kiểm điểm', '2026-02-16');
  await record(page);
  await openStep(page, dossier, 'Ghi nhận xét của đảng viên giúp đỡ');
  await happened(page, '2026-02-16');
  await day(page, 'Ngày ký bản nhận xét', '2026-02-16');
  await record(page);
  await throughClass({
    centre: await as('centre'),
    officer: await as('officer'),
    sort: 'Lớp bồi dưỡng đảng viên mới',
    label: 'Lớp đảng viên mới khóa 1',
    who: nominee,
    on: '2025-10-09',
    certificate: { number: '56/CN', on: '2025-10-10' },
  });
  await openStep(page, dossier, vote);
  await happened(page, '2026-02-20');
  await votes(page, 'Đảng viên chính thức của chi bộ', { total: 5, present: 5, yes: 5, no: 0 });
  await record(page);

  const officer = await as('officer');
  await openStep(officer.page, dossier, 'Đảng ủy cơ sở biểu quyết đề nghị công nhận');
  await happened(officer.page, '2026-03-02');
  await votes(officer.page, 'Đảng ủy viên đương nhiệm', {
    total: 9,
    present: 8,
    yes: 8,
    no: 0,
    excluded: { 'Được miễn công tác và sinh hoạt, vắng mặt': 1 },
  });
  await refused(officer, {
    article: /294-QĐ\/TW, 9\.3\.3/,
    fact: /đảng viên được miễn sinh hoạt và vắng mặt/,
    threshold: /Ngưỡng áp dụng\s+đảng viên sinh hoạt tạm thời nơi khác/,
    way: /Đối chiếu biên bản, sửa tổng số rồi ghi lại/,
  });
  await field(officer.page, 'Được miễn công tác và sinh hoạt, vắng mặt').fill('');
  await record(officer.page);

  const board = await as('board');
  await openStep(board.page, dossier, 'Quyết định công nhận đảng viên chính thức');
  await happened(board.page, '2026-03-20');
  await choose(board.page, 'Kết quả', 'Công nhận chính thức');
  await paper(board.page, 'Quyết định hoặc thông báo', {
    number: '60-QĐ/TU',
    on: '2026-03-20',
    by: 'Tỉnh ủy Bắc Ninh',
  });
  await choose(board.page, 'Tập thể quyết định', 'Ban thường vụ đảng ủy cơ sở');
  await choose(board.page, 'Thẩm quyền đã được trao cho đảng ủy cơ sở', 'Không được ủy quyền');
  await refused(board, {
    article: /294-QĐ\/TW, 4\.3\.2, 20\.2\.2/,
    fact: /Tập thể quyết định: Ban thường vụ đảng ủy cơ sở/,
    threshold: /Ban thường vụ cấp trên trực tiếp của tổ chức cơ sở đảng/,
    way: /Chuyển hồ sơ đến cấp có thẩm quyền/,
  });
  await choose(board.page, 'Tập thể quyết định', 'Ban thường vụ cấp trên trực tiếp của tổ chức cơ sở đảng');
  await record(board.page);
  await board.page.getByText(/đảng viên chính thức từ ngày 15\/02\/2026/).waitFor();

  // The roll has her as what she now is, found without accents.
  await officer.open('/people?q=hong gam');
  const inRoll = officer.page.getByRole('row', { name: new RegExp(nominee) });
  expect(await inRoll.innerText()).toMatch(/đảng viên chính thức[\s\S]*15\/02\/2025[\s\S]*15\/02\/2026/);
});

test('a correction judges later acts anew', { timeout: 60_000 }, async () => {
  site.setToday('2026-04-07');
  const secretary = await as('secretary');
  const { page } = secretary;
  await secretary.open(`/dossiers/${dossier}`);
  await button(page, 'Xử lý việc “Tổ chức lễ kết nạp”').click();
  await page.getByRole('menuitem', { name: 'Đính chính' }).click();
  await heading(page, 'Đính chính: Tổ chức lễ kết nạp').waitFor();
  await happened(page, '2025-03-01');
  await field(page, 'Lý do đính chính').fill('Biên bản lễ kết nạp ghi ngày 01/3/2025.');
  await record(page, 'Ghi đính chính');
  await page
    .getByText(/việc sau đó được xét lại/)
    .first()
    .waitFor();

  const log = page.getByRole('list', { name: 'Nhật ký các việc đã ghi' });
  const entry = (step: string) => log.getByRole('listitem').filter({ hasText: step });
  const vote = entry('Chi bộ biểu quyết đề nghị công nhận chính thức').first();
  await vote.getByText('Xét lại sau một đính chính: việc này nay không còn đứng vững.').waitFor();
  await vote
    .getByText(/02\/03\/2026/)
    .first()
    .waitFor();
  // Both entries stay.
  const ceremonies = entry('Tổ chức lễ kết nạp').filter({ hasText: /^(15\/02|01\/03)\/2025/ });
  expect(await ceremonies.count()).toBe(2);
  await ceremonies
    .filter({ hasText: 'đã đính chính' })
    .getByText(/Biên bản lễ kết nạp ghi ngày 01\/3\/2025/)
    .waitFor();
});
