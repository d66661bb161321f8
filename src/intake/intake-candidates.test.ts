// Candidates taken over in whatever stage: the facts that are known, and what cannot be.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cataloguesFrom } from './catalogues.ts';
import type { CellValue, Workbook } from '../workbook/sheet.ts';
import { newSheet } from '../workbook/sheet.ts';
import { takeIn } from './intake.ts';
import type { Intake, IntakeOptions } from './intake.ts';

const catalogues = cataloguesFrom(
  parse(readFileSync(new URL('../../regulations/catalogues.yaml', import.meta.url), 'utf8')),
);
const options: IntakeOptions = { today: '2026-11-27', profile: 'A', catalogues };
const workbook = (rows: CellValue[][], name = 'DS'): Workbook => ({
  format: 'xlsx',
  sheets: [newSheet(name, rows)],
  notices: [],
});
const take = (rows: CellValue[][], more: Partial<IntakeOptions> = {}): Intake =>
  takeIn(workbook(rows), { ...options, ...more });
const said = (intake: Intake) =>
  intake.issues.map((i) => `${i.severity} ${i.sheet}!${i.cell} ${i.code.replace('exchange.', '')}`);

describe('candidates in whatever stage', () => {
  const head = [
    'Họ và tên',
    'Ngày sinh',
    'Chi bộ',
    'Ngày giới thiệu',
    'Ngày cấp giấy chứng nhận',
    'Đảng viên giúp đỡ',
    'Đơn xin vào Đảng',
    'Ngày gửi thẩm tra',
    'Ngày có kết quả thẩm tra',
    'Ngày chi bộ biểu quyết',
    'Chi bộ: số phiếu tán thành',
    'Chi bộ: số đảng viên chính thức',
    'Ngày quyết định kết nạp',
    'Ngày kết nạp',
    'Giai đoạn',
  ];
  test('known facts only, votes as “18/20”', () => {
    const { rows, issues } = take([
      head,
      [
        'Nguyễn Văn An',
        '1/1/2000',
        'KP1',
        '3/2024',
        null,
        null,
        'x',
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
      ],
      [
        'Lê Thị Bình',
        '1/1/1999',
        'KP1',
        null,
        '1/9/2024',
        'Trần Văn Hùng',
        '2/3/2025',
        '1/4/2025',
        '2/5/2025',
        '10/5/2025',
        '18/20',
        null,
        null,
        null,
        'Chi bộ đã biểu quyết',
      ],
    ]);
    expect(rows.candidates.map((row) => row.values)).toEqual([
      {
        name: 'Nguyễn Văn An',
        bornOn: '2000-01-01',
        unit: 'KP1',
        nominatedOn: '2024-03',
        application: { have: true, on: null },
      },
      {
        name: 'Lê Thị Bình',
        bornOn: '1999-01-01',
        unit: 'KP1',
        certificateOn: '2024-09-01',
        helper: 'Trần Văn Hùng',
        application: { have: true, on: '2025-03-02' },
        verificationSentOn: '2025-04-01',
        verificationRepliedOn: '2025-05-02',
        cellVoteOn: '2025-05-10',
        cellVoteYes: 18,
        cellVoteBase: 20,
        stage: 'cell_voted',
      },
    ]);
    expect(issues).toEqual([]);
  });
  test('what cannot be is an error: more votes than voters, an answer before the question, a ceremony before its decision', () => {
    const intake = take([
      head,
      [
        'Nguyễn Văn An',
        '1/1/2000',
        'KP1',
        null,
        null,
        null,
        null,
        null,
        null,
        '1/1/2025',
        21,
        20,
        null,
        null,
        null,
      ],
      [
        'Nguyễn Văn Ba',
        '1/1/2000',
        'KP1',
        null,
        null,
        null,
        null,
        '1/4/2025',
        '1/3/2025',
        null,
        null,
        null,
        null,
        null,
        null,
      ],
      [
        'Nguyễn Văn Ca',
        '1/1/2000',
        'KP1',
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        '5/5/2025',
        '1/5/2025',
        'Đã giới thiệu',
      ],
    ]);
    expect(said(intake)).toEqual([
      'error DS!K2 votes',
      'error DS!I3 order',
      'error DS!N4 order',
      'warning DS!O4 stage_behind',
    ]);
  });
  test('month-only days are never called out of order (S3-01)', () => {
    expect(
      take([
        head,
        [
          'Nguyễn Văn An',
          '2000',
          'KP1',
          null,
          null,
          null,
          null,
          '4/2025',
          '4/2025',
          null,
          null,
          null,
          '5/2025',
          '1/5/2025',
          null,
        ],
      ]).issues.filter((i) => i.severity === 'error'),
    ).toEqual([]);
  });
});
