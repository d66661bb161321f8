// What we write reads back as it was, and no text becomes a formula.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cataloguesFrom } from '../intake/catalogues.ts';
import { readWorkbook } from '../workbook/read.ts';
import { writeWorkbook } from '../workbook/write-xlsx.ts';
import { takeIn } from '../intake/intake.ts';
import { kinds, kindSpecs } from '../intake/kinds.ts';
import { kindSheet, templateColumns, writeTemplate } from './template.ts';
import type { TemplateOptions } from './template.ts';

const catalogues = cataloguesFrom(
  parse(readFileSync(new URL('../../regulations/catalogues.yaml', import.meta.url), 'utf8')),
);
const inA: TemplateOptions = { profile: 'A', catalogues };

test.each([...kinds])('an empty template of %s is understood without a word', async (kind) => {
  const intake = takeIn(await readWorkbook(await writeTemplate([kind], inA)), {
    today: '2026-11-27',
    ...inA,
  });
  expect(intake.tables.map((t) => [t.mapping.kind, t.rows])).toEqual([[kind, 0]]);
  expect(intake.tables[0]!.mapping.uses.map((use) => [use.key, use.confidence])).toEqual(
    templateColumns(kind, inA).map((c) => [c.key, 1]),
  );
  expect(intake.issues).toEqual([]);
});

test('the template of profile B has no column of class 3 or 4', async () => {
  for (const kind of kinds) {
    for (const { key } of templateColumns(kind, { ...inA, profile: 'B' }))
      expect(kindSpecs[kind].columns[key]!.class).toBeLessThan(3);
  }
  const text = JSON.stringify(await readXlsx(await writeTemplate(kinds, { ...inA, profile: 'B' })));
  expect(text).not.toMatch(/Tôn giáo|Kỷ luật|Lịch sử chính trị/);
});

test.each([...kinds])('the example of every column of %s is taken without an error', async (kind) => {
  const examples = Object.values(kindSpecs[kind].columns).map((column) => column.example || null);
  const intake = takeIn(await readWorkbook(await writeWorkbook([kindSheet(kind, inA, [examples])])), {
    today: '2026-11-27',
    ...inA,
  });
  const [row] = intake.rows[kind];
  expect(intake.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  expect(Object.keys(row!.values).toSorted()).toEqual(
    Object.entries(kindSpecs[kind].columns)
      .filter(([, column]) => column.example)
      .map(([key]) => key)
      .toSorted(),
  );
});

test('the same content gives the same bytes', async () => {
  expect(await writeTemplate(kinds, inA)).toEqual(await writeTemplate(kinds, inA));
});

describe('exports', () => {
  const write = (rows: (string | number | { day: string } | null)[][], more = {}) =>
    writeWorkbook([
      { name: 'Đảng viên', columns: [{ heading: 'Họ và tên' }, { heading: 'Ngày vào Đảng' }], rows, ...more },
    ]);
  test('days are dates shown as dd/mm/yyyy, partial days are text', async () => {
    const bytes = await write([
      ['A', { day: '2024-05-19' }],
      ['B', { day: '2024-05' }],
      ['C', { day: '2024' }],
    ]);
    const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
    expect(sheet!.rows.slice(1).map((row) => row[1])).toEqual([
      new Date(Date.UTC(2024, 4, 19)),
      '05/2024',
      '2024',
    ]);
    expect(sheet!.cells!.get('1,1')!.style!.numFmt).toBe('dd/mm/yyyy');
    expect(sheet!.freezePane).toMatchObject({ rows: 1 });
  });
  test('simulated data say so in the first line', async () => {
    const [sheet] = (await readXlsx(await write([], { simulated: true, titles: ['DANH SÁCH'] }))).sheets;
    expect(sheet!.rows.map((row) => row[0])).toEqual(['DỮ LIỆU MÔ PHỎNG', 'DANH SÁCH', 'Họ và tên']);
  });
  test.each(['=1+1', '=HYPERLINK("http://x","y")', '+84900000123', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])(
    '%j is text',
    async (text) => {
      const [sheet] = (await readXlsx(await write([[text, null]]))).sheets;
      expect(sheet!.rows[1]![0]).toBe(
        `'${text}`
          .replace('\r', '\n')
          .replace('\n', sheet!.rows[1]![0]!.toString().includes('\r') ? '\r' : '\n'),
      );
      expect(sheet!.cells?.get('1,0')?.formula).toBeUndefined();
    },
  );
  test('no text whatever starts a formula, and what an office may write comes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), {
          minLength: 1,
          maxLength: 20,
        }),
        async (texts) => {
          const [sheet] = (await readXlsx(await write(texts.map((text) => [text, null])))).sheets;
          const formulas = [...(sheet!.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined);
          const starts = sheet!.rows.slice(1).map((row) => String(row[0] ?? ''));
          return formulas.length === 0 && starts.every((text) => !/^[=+\-@\t\r]./.test(text));
        },
      ),
      { numRuns: 30 },
    );
  });
  test('sheet names that Excel refuses are mended and kept apart', async () => {
    const sheet = (name: string) => ({ name, columns: [{ heading: 'A' }], rows: [] });
    const book = await readXlsx(
      await writeWorkbook([sheet('Chi bộ 1/2: [x]'), sheet('Chi bộ 1/2: [x]'), sheet('')]),
    );
    expect(book.sheets.map((s) => s.name)).toEqual(['Chi bộ 1 2 x', 'Chi bộ 1 2 x 2', 'Trang']);
  });
});
