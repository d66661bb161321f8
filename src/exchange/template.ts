// The workbook people download when they keep no list of their own: one sheet for each kind with our headings
// and a guide. Examples stand in the guide, so that nothing has to be deleted before filling in.
import { kindSpecs } from '../intake/kinds.ts';
import type { Column, Kind } from '../intake/kinds.ts';
import { isSensitive } from '../intake/mapping.ts';
import { guideSheetName } from '../intake/intake.ts';
import { guideLines } from './template-guide.ts';
import { vocabularies } from '../intake/words.ts';
import type { Catalogues } from '../intake/lookup.ts';
import { writeWorkbook } from '../workbook/write-xlsx.ts';
import type { FreeSheet, OutCell, OutColumn, OutSheet } from '../workbook/write-xlsx.ts';

export interface TemplateOptions {
  profile: 'A' | 'B' | 'C';
  catalogues: Catalogues;
}

const listTitles: Record<Kind, string> = {
  units: 'DANH SÁCH TỔ CHỨC ĐẢNG',
  members: 'DANH SÁCH ĐẢNG VIÊN',
  candidates: 'DANH SÁCH QUẦN CHÚNG ƯU TÚ VÀ NGƯỜI VÀO ĐẢNG',
  offices: 'DANH SÁCH CHỨC DANH VÀ PHÂN CÔNG',
  targets: 'CHỈ TIÊU KẾT NẠP VÀ TẠO NGUỒN',
  acts: 'BIẾN ĐỘNG CÓ NGÀY THÁNG',
};

const takes = (options: TemplateOptions) => (column: Column) =>
  options.profile !== 'B' || !isSensitive(column);

const valuesOf =
  (options: TemplateOptions) =>
  (column: Column): string[] => {
    if (column.parse === 'sex') return ['Nam', 'Nữ'];
    const words = vocabularies[column.list ?? ''];
    if (words) return words.map((word) => word.label.vi);
    return (options.catalogues[column.list ?? ''] ?? []).map((entry) => entry.vi);
  };

/** Columns of a kind with the key each stands for, as they stand in the template. */
export function templateColumns(kind: Kind, options: TemplateOptions): (OutColumn & { key: string })[] {
  const values = valuesOf(options);
  return Object.entries(kindSpecs[kind].columns)
    .filter(([, column]) => takes(options)(column))
    .map(([key, column]) => ({
      key,
      heading: column.label.vi,
      width: Math.max(12, Math.min(28, column.example.length + 4)),
      choices: values(column),
      ...(column.required ? { note: 'Bắt buộc' } : {}),
    }));
}

/** A sheet in our own layout: empty for the template, filled for a file that is to be imported again. */
export function kindSheet(kind: Kind, options: TemplateOptions, rows: OutCell[][] = []): OutSheet {
  return {
    name: kindSpecs[kind].label.vi,
    titles: [listTitles[kind]],
    columns: templateColumns(kind, options),
    rows,
    spareRows: 500,
  };
}

function guideSheet(kinds: readonly Kind[], options: TemplateOptions): FreeSheet {
  const lines = guideLines(kinds, takes(options), valuesOf(options));
  return {
    name: guideSheetName,
    cells: lines.map((line) => line.text),
    merges: lines.flatMap((line, row) =>
      line.text.length === 1 ? [{ fromRow: row, fromColumn: 0, toRow: row, toColumn: 2 }] : [],
    ),
    widths: [34, 70, 40],
    bold: lines.flatMap((line, row) => (line.bold ? [row] : [])),
  };
}

export async function writeTemplate(kinds: readonly Kind[], options: TemplateOptions): Promise<Uint8Array> {
  return writeWorkbook([guideSheet(kinds, options), ...kinds.map((kind) => kindSheet(kind, options))]);
}
