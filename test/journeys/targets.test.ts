// A year of targets of a province, from the directive to the cell and back: registered, divided, discussed, approved,
// registered against, cascaded further; then the first admissions come back up, somebody is urged, the plan is revised.
import { expect, test } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { button, dialog, field, heading, link, settled } from './browser.ts';
import { day } from './steps.ts';
import { register } from './targets/documents.ts';
import {
  as,
  before,
  cells,
  done,
  hoaLong,
  kinhBac,
  on,
  people,
  phone,
  province,
  yenPhong,
} from './targets/province.ts';
import { measureDone, urgedAndAnswered } from './targets/follow.ts';
import { endedWithinYear, resultOfYear, revised, samePapers } from './targets/later.ts';
import { admissionSeen, twoAtOnce } from './targets/live.ts';
import { boxes, says } from './targets/sayings.ts';
import {
  answersFor,
  approve,
  discuss,
  gapOf,
  given,
  rowOf,
  save,
  sound,
  type,
  values,
} from './targets/sheet.ts';

const communes = ['Đảng bộ phường Kinh Bắc', 'Đảng bộ xã Hòa Long', 'Đảng bộ xã Yên Phong'];
const [ofKinhBac, ofHoaLong, ofYenPhong] = communes as [string, string, string];
const [ofOne, ofTwo, ofThree] = ['Chi bộ khu phố 1', 'Chi bộ khu phố 2', 'Chi bộ khu phố 3'] as const;
const [ofSchool, ofYouth] = ['Chi bộ Trường Tiểu học Kinh Bắc', 'Đoàn phường Kinh Bắc'] as const;

test('the board registers directive, plan and letter, each under the one it carries out (S0-19, S0-20, S0-21)', {
  timeout: 120_000,
}, async () => {
  await before();
  on('2026-01-12');
  const board = await as('board');
  const issuer = 'Ban Thường vụ Tỉnh ủy Bắc Ninh';
  await register(board, {
    type: 'Chỉ thị',
    number: '30-CT/TU',
    issuer,
    subject: 'Về công tác phát triển đảng viên giai đoạn 2026–2030',
    on: '2025-12-20',
  });
  await register(board, {
    type: 'Kế hoạch',
    number: '130-KH/TU',
    issuer,
    subject: 'Giao chỉ tiêu phát triển đảng viên năm 2026',
    on: '2026-01-05',
    parent: ['30-CT', 'Chỉ thị 30-CT/TU'],
  });
  await register(board, {
    type: 'Công văn',
    number: '69-CV/BTC',
    issuer: 'Ban Tổ chức Tỉnh ủy Bắc Ninh',
    subject: 'Đôn đốc thực hiện chỉ tiêu phát triển đảng viên',
    on: '2026-01-12',
    parent: ['130-KH', 'Kế hoạch 130-KH/TU'],
  });
  const { page, open } = board;
  await sound(board);
  await open('/documents');
  const order = await page.getByRole('table').getByRole('link').allInnerTexts();
  expect(order.map((name) => /\d+-\S+/.exec(name)?.[0])).toEqual(['30-CT/TU', '130-KH/TU', '69-CV/BTC']);
  await sound(board);
});

test('the own target comes from outside with its paper; last year’s plan is copied, its results are not (S0-22, S3-60)', {
  timeout: 120_000,
}, async () => {
  const board = await as('board');
  const { page, open } = board;
  await open(`/plans/${province}/cascade?period=2026`);
  await button(page, 'Ghi số cấp trên giao').first().click();
  const form = dialog(page);
  await field(form, 'Số').fill('40');
  await day(form, 'Có hiệu lực từ ngày', '2026-01-05');
  await field(form, 'Số văn bản giao').fill('12-KH/TW');
  await field(form, 'Cơ quan giao').fill('Ban Tổ chức Trung ương');
  await button(form, 'Ghi').click();
  await page.getByText('Đã ghi chỉ tiêu của đơn vị.').waitFor();
  await page.getByText('nhận từ cấp trên chưa dùng Nguồn, từ 05/01/2026').waitFor();

  await button(page, 'Sao chép kế hoạch kỳ trước').click();
  await page.getByText('Đã sao chép thành dự thảo.').waitFor();
  await settled(page);
  expect(await values(page, 'Kết nạp', communes)).toEqual(['16', '11', '9']);
  expect(await values(page, 'Tạo nguồn', communes)).toEqual(['32', '22', '18']);
  await page.getByText('Tạo nguồn từ cơ sở, không chạy theo số lượng.').waitFor();
  expect(await gapOf(page, 'Kết nạp')).toMatch(/được giao 40 · đã chia 36 .*giao thiếu 4/);
  await sound(board);
});

test('the source divides the target to the last person; one is set by hand, and the gap is shown, not mended (S3-31, S3-32, K17)', {
  timeout: 120_000,
}, async () => {
  const board = await as('board');
  const { page, open } = board;
  await open(`/plans/${province}/cascade?period=2026`);
  await button(page, 'Chia giúp').click();
  const form = dialog(page);
  expect(await field(form, 'Tổng số cần chia').inputValue()).toBe('40');
  await field(form, 'Chia theo').selectOption({ label: 'số người khảo sát được' });
  await form.getByText('Tổng các đề xuất đúng bằng 40.').waitFor();
  const proposed = await form.getByRole('row').allInnerTexts();
  expect(
    proposed.slice(1).map((row) =>
      row
        .split(/\s*\t\s*/)
        .filter(Boolean)
        .map((word) => word.trim()),
    ),
  ).toEqual([
    [ofKinhBac, '23', '20'],
    [ofHoaLong, '14', '12'],
    [ofYenPhong, '9', '8'],
  ]);
  await sound(board);
  await button(form, 'Điền vào bảng').click();
  await form.waitFor({ state: 'detached' });
  expect(await values(page, 'Kết nạp', communes)).toEqual(['20', '12', '8']);
  expect(await gapOf(page, 'Kết nạp')).toMatch(/được giao 40 · đã chia 40 .*khớp/);
  await type(page, 'Kết nạp', { [ofHoaLong]: '13' });
  expect(await gapOf(page, 'Kết nạp')).toMatch(/đã chia 41 .*giao thừa 1/);
  // Neither negative nor half a person; what was typed stays and says why.
  await type(page, 'Kết nạp', { [ofYenPhong]: '-3' });
  await page.getByText('Không nhận số âm').waitFor();
  await type(page, 'Kết nạp', { [ofYenPhong]: '7,5' });
  await page.getByText('Chỉ nhận số nguyên').waitFor();
  await type(page, 'Kết nạp', { [ofYenPhong]: '7' });
  expect(await gapOf(page, 'Kết nạp')).toMatch(/đã chia 40 .*khớp/);
  await save(page, 3);
  expect(await values(page, 'Kết nạp', communes)).toEqual(['20', '13', '7']);
});

test('it is discussed and approved on the day of the meeting, by the plan of the register (S0-20, S2-36, S3-45)', {
  timeout: 120_000,
}, async () => {
  on('2026-01-20');
  const board = await as('board');
  const { page, open } = board;
  await open(`/plans/${province}/cascade?period=2026`);
  await discuss(page, '2026-01-14', 'Hội nghị Ban Thường vụ');
  const changes = await approve(page, {
    on: '2026-01-15',
    number: '02-NQ/TU',
    document: ['130-KH', /Kế hoạch 130-KH\/TU/],
  });
  expect(changes).toEqual([
    [ofKinhBac, 'Kết nạp', '–', '20'],
    [ofKinhBac, 'Tạo nguồn', '–', '32'],
    [ofHoaLong, 'Kết nạp', '–', '13'],
    [ofHoaLong, 'Tạo nguồn', '–', '22'],
    [ofYenPhong, 'Kết nạp', '–', '7'],
    [ofYenPhong, 'Tạo nguồn', '–', '18'],
  ]);
  await page.getByText('Kế hoạch đã duyệt ngày 15/01/2026').waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
  await sound(board);
  for (const [unit, count] of [
    [kinhBac, 20],
    [hoaLong, 13],
    [yenPhong, 7],
  ] as const) {
    const { body } = await done(people.board.get(`/api/plans?unit=${unit}&period=2026`));
    expect(body.unit.assigned.minimum).toBe(count);
  }
  // Where the document is cited, the plan stands.
  await open('/documents');
  await link(page, /130-KH\/TU/).click();
  await page
    .getByText(/Kế hoạch .*2026.*Đảng bộ tỉnh Bắc Ninh/)
    .first()
    .waitFor();
  await sound(board);
});

test('the ward registers on a telephone; the board sees the gap to what it assigned (S3-60, S3-32, K17)', {
  timeout: 120_000,
}, async () => {
  on('2026-02-05');
  const officer = await as('officer', phone);
  await says(officer, `/plans/${kinhBac}?period=2026`, {
    'Kết nạp – Đăng ký': '22',
    'Kết nạp – Phấn đấu': '24',
  });
  expect(await boxes(officer.page)).toMatch(
    /Chỉ tiêu 20 có hiệu lực từ 15\/01\/2026 cấp trên giao đăng ký 22 phấn đấu 24/,
  );
  await sound(officer);
  await says(officer, `/plans/${kinhBac}?period=2026&figure=sourcing`, { 'Tạo nguồn – Đăng ký': '30' });
  expect(await boxes(officer.page)).toMatch(/Chỉ tiêu 32 .*đăng ký 30/);

  const { page, open } = await as('board');
  await open(`/plans/${province}/cascade?period=2026`);
  expect((await rowOf(page, new RegExp(ofKinhBac))).join(' | ')).toMatch(
    /22 · phấn đấu 24.*20 · kém đăng ký 2/,
  );
  await open(`/plans/${province}?period=2026&part=given`);
  const ways = page.getByRole('table', { name: 'Chỉ tiêu và các đơn vị bên dưới' });
  const said = (await ways.innerText()).replaceAll(/\s+/g, ' ');
  expect(said).toMatch(/Giao xuống 40 40 khớp .*Đăng ký lên 22 40 thiếu 18 .*Phấn đấu 24 40 thiếu 16/);
  await sound({ page });
});

test('the ward cascades to its cells on a telephone: a number, a range, a number nobody knows yet (S0-07, S2-07, S2-36, S3-45)', {
  timeout: 150_000,
}, async () => {
  const { page, open } = await as('officer', phone);
  await open(`/plans/${kinhBac}/cascade?period=2026`);
  await type(page, 'Kết nạp', { [ofOne]: '8', [ofTwo]: '3–5', [ofSchool]: '4' });
  expect(await gapOf(page, 'Kết nạp')).toMatch(/15–17\/20 · giao thiếu 5/);
  await type(page, 'Kết nạp', { [ofThree]: '?' });
  expect(await gapOf(page, 'Kết nạp')).toMatch(/chưa so được: 1 đơn vị chưa rõ số/);
  await type(page, 'Tạo nguồn', { [ofOne]: '14', [ofTwo]: '10', [ofThree]: '4', [ofSchool]: '4' });
  await type(page, 'Giới thiệu', { [ofYouth]: '12' });
  await save(page, 9);
  await sound({ page });

  await says(await as('secretary', phone), '/plans?period=2026', {
    'Kết nạp – Đăng ký': '9',
    'Kết nạp – Phấn đấu': '10',
  });
});

test('registered numbers are settled in one screen, and the ward approves (S3-45, S3-60)', {
  timeout: 150_000,
}, async () => {
  const officer = await as('officer');
  const { page, open } = officer;
  await open(`/plans/${kinhBac}/cascade?period=2026`);
  expect((await rowOf(page, new RegExp(ofOne))).join(' | ')).toMatch(/9 · phấn đấu 10/);
  await page.getByText('kém đăng ký 1').waitFor();
  await button(page, 'Số đăng ký').click();
  await page.getByRole('menuitem', { name: 'Kết nạp: nhận số đăng ký không thấp hơn số giao' }).click();
  await page.getByText('Đã điền 1 ô, chưa lưu').waitFor();
  expect(await given(page, 'Kết nạp', ofOne).inputValue()).toBe('9');
  await save(page, 1);
  await answersFor(page);
  await discuss(page, '2026-02-02', 'Hội nghị Ban Chấp hành');
  const changes = await approve(page, { on: '2026-02-03', number: '05-NQ/ĐU' });
  expect(changes.filter(([, figure]) => figure !== 'Tạo nguồn').map(([unit, , , to]) => [unit, to])).toEqual([
    [ofOne, '9'],
    [ofTwo, '3–5'],
    [ofThree, 'chưa rõ số'],
    [ofSchool, '4'],
    [ofYouth, '12'],
  ]);
  await sound(officer);
  await open(`/plans/${kinhBac}?period=2026&part=given`);
  await page.getByText(`Chưa rõ số: ${ofThree}`).waitFor();
  await sound(officer);
  await open(`/plans/${kinhBac}?period=2026`);
  await page.getByText(/^Người chịu trách nhiệm kế hoạch: Nguyễn Văn base officer/).waitFor();
});

test('a mass organisation gets its number of introductions, registers another, and its work counts (S3-56)', {
  timeout: 90_000,
}, async () => {
  const youth = await as('youth', phone);
  await says(youth, '/plans?period=2026', { 'Giới thiệu – Đăng ký': '14' });
  expect(await boxes(youth.page)).toMatch(/Chỉ tiêu 12 .*đăng ký 14/);
  await sound(youth);
  const nominee = { fullName: 'Đặng Thị Sen', bornOn: '2001' };
  const told = { agreed: true, informedOn: '2026-02-01', proposerKind: 'youth_union', source: 'DVTN' };
  const named = {
    clientId: newId(),
    unitId: cells.one,
    happenedOn: '2026-02-04',
    person: nominee,
    inputs: told,
  };
  await done(people.youth.post('/api/dossiers', named));
  await youth.open('/plans?period=2026');
  await youth.page
    .getByText(/^1\/12 · 8,3%/)
    .first()
    .waitFor();
  const { page, open } = await as('officer');
  await open(`/plans/${kinhBac}/cascade?period=2026`);
  expect((await rowOf(page, new RegExp(ofYouth))).join(' | ')).toMatch(/14.*12 · kém đăng ký 2/);
});

test('a cell secretary sees the own cell and nobody else’s number (S1-12)', { timeout: 90_000 }, async () => {
  const secretary = await as('secretary', phone);
  const { page, open, during } = secretary;
  await open('/plans');
  await heading(page, ofOne).first().waitFor();
  expect(await boxes(page)).toMatch(/Chỉ tiêu 9 .*đăng ký 9 phấn đấu 10/);
  expect(await page.getByRole('main').innerText()).not.toMatch(/khu phố 2|Hòa Long|\b20\b/);
  await sound(secretary);
  for (const unit of [cells.two, kinhBac, province])
    for (const address of [`/plans/${unit}`, `/plans/${unit}/cascade`])
      await during(/^404 GET \/api\//, () => open(address));
  for (const unit of [cells.two, kinhBac, province])
    for (const path of [
      `plans?unit=${unit}`,
      `plans/${unit}`,
      `plans.xlsx?unit=${unit}`,
      `plans/${unit}/cascade`,
    ])
      expect((await people.secretary.get(`/api/${path}`)).status, path).toBe(404);
});

test('a committee member in charge sees the cells in charge, without a total that nobody set them (S3-59)', {
  timeout: 60_000,
}, async () => {
  const reader = await as('inCharge');
  await reader.open('/plans?period=2026');
  await heading(reader.page, 'Các đơn vị được phân công phụ trách').waitFor();
  expect(await reader.page.getByRole('rowheader').getByRole('link').allInnerTexts()).toEqual([ofOne, ofTwo]);
  await sound(reader);
});

test(
  'two at one cascade: the second is shown what the first saved, and nothing typed is lost',
  {
    timeout: 120_000,
  },
  twoAtOnce,
);

test(
  'a ceremony recorded in the cell stands in cell, ward and province within two seconds (S0-03, S3-60)',
  {
    timeout: 120_000,
  },
  admissionSeen,
);

test('one admission is too little to foretell from, and is said so (K5, S2-06)', {
  timeout: 90_000,
}, async () => {
  const officer = await as('officer');
  const { page, open } = officer;
  await open(`/plans/${kinhBac}?period=2026`);
  const outlook = page.getByRole('region', { name: 'Dự báo cuối kỳ' });
  await outlook.getByText(/^Chưa đủ dữ liệu: mới kết nạp 1 người trong kỳ/).waitFor();
  expect(await outlook.innerText()).not.toMatch(/\d+%|Khả năng đạt/);
  await open('/plans?period=2026');
  await page
    .getByRole('row', { name: new RegExp(ofOne) })
    .getByText('chưa đủ dữ liệu')
    .waitFor();
});

test(
  'a measure has its owner, stands on the owner’s list of work and is done from there (S2-38, S3-57)',
  {
    timeout: 120_000,
  },
  measureDone,
);

test(
  'a commune behind pace is urged by the letter, reads it – the board sees when – and answers (S0-21, S0-30, S3-43)',
  {
    timeout: 120_000,
  },
  urgedAndAnswered,
);

test(
  'a revision says why, never lies before its plan, and a past day keeps its number (S3-45)',
  {
    timeout: 120_000,
  },
  revised,
);

test(
  'a cell that ends within the year stays in the sum, with its target and result',
  {
    timeout: 120_000,
  },
  endedWithinYear,
);

test('paper and workbook hold the numbers of the screen', { timeout: 120_000 }, samePapers);

test(
  'the year’s result flows to the rating without being typed again (S0-35, S1-26, S2-37)',
  {
    timeout: 90_000,
  },
  resultOfYear,
);
