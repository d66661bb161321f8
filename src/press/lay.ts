// A report laid onto paper: its tables and words in order, its head and foot, and small counts of persons left out where
// the file leaves the unit itself.
import { formatDay } from '../platform/day.ts';
import { simulatedNote } from '../workbook/write-xlsx.ts';
import type { Body, Cell, TablePart } from './body.ts';
import type { Paper, PaperCell, PaperColumn, PaperTable, PaperText } from './paper.ts';
import { cellText } from './cell.ts';
import { aboutOf } from './sheet.ts';
import { placeOf, sparedCells } from './spared.ts';

export interface Laid {
  body: Body;
  signed: { number: string | null; on: string | null; capacity: string; title: string; name: string | null };
  /** not sent yet */
  draft: boolean;
  /** what is told at the foot besides: when it was sent, that it was returned */
  told: string[];
  /** the unit’s own readers: nothing is spared */
  own: boolean;
  /** the least count of persons that is shown of another unit */
  least: number;
  simulated: boolean;
}

const kinds: Record<Cell['measure'], NonNullable<PaperCell['as']>> = {
  count: 'whole',
  target: 'whole',
  share: 'percent',
  ratio: 'hundredths',
  mean: 'tenths',
  median: 'tenths',
};

/** Columns share what labels do not need; a broad table gives its labels more room to break. */
const widthOf = (count: number): number => Math.min(14, Math.floor(62 / count));

interface Spared {
  places: ReadonlySet<string>;
  least: number;
}

function tableOf(
  { id, title, label, columns, rows, notes }: TablePart,
  { places, least }: Spared,
): PaperTable {
  const out = (row: number, column: number): boolean => places.has(placeOf(id, row, column));
  const some = rows.some(({ cells }, row) => cells.some((_cell, column) => out(row, column)));
  const hidden: PaperCell = { text: `<${least}`, value: null };
  const missing = rows.flatMap(({ cells }) =>
    cells.flatMap(({ value, why }) => (value === null && why ? [why.vi] : [])),
  );
  return {
    kind: 'table',
    heading: title.vi,
    label: label.vi,
    columns: columns.map(
      (column): PaperColumn => ({ heading: column.label.vi, width: widthOf(columns.length) }),
    ),
    rows: rows.map((row, at) => ({
      mark: row.mark,
      label: row.label.vi,
      level: row.level,
      whole: row.whole,
      cells: columns.map((_column, column) => {
        const cell = row.cells[column];
        if (!cell) return { text: '', value: null };
        return out(at, column)
          ? hidden
          : { text: cellText(cell), value: cell.value, as: kinds[cell.measure] };
      }),
    })),
    notes: [
      ...notes.map(({ vi }) => vi),
      ...new Set(missing.map((why) => `–: ${why}.`)),
      ...(some ? [`<${least}: số nhỏ của đơn vị khác không nêu, hoặc số từ đó suy ra được.`] : []),
    ],
  };
}

const paragraphsOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** The terms of an identity are counts of the tables: where some are left out there, none is told here. */
function checksOf({ checks }: Body, whole: boolean): PaperText[] {
  if (checks.length === 0) return [];
  const said = checks.map(({ label, said: numbers, holds }) => {
    const answer = holds ? 'khớp' : 'không khớp';
    return whole ? `${label.vi}: ${numbers} (${answer}).` : `${label.vi}: ${answer}.`;
  });
  return [{ kind: 'text', heading: 'Kiểm tra số liệu', paragraphs: said }];
}

/** More columns than this lie across. */
const upright = 5;

export function paperOf({ body, signed, draft, told, own, least, simulated }: Laid): Paper {
  const places = own ? new Set<string>() : sparedCells(body, least);
  const parts = body.parts.map((part): PaperTable | PaperText =>
    part.kind === 'table'
      ? tableOf(part, { places, least })
      : { kind: 'text', heading: part.title.vi, paragraphs: paragraphsOf(part.text) },
  );
  const marks = [draft && 'DỰ THẢO', simulated && simulatedNote].filter((mark) => mark !== false);
  const day = formatDay(body.closesOn);
  return {
    file: [body.form.title.vi, body.periodLabel.vi, body.unit.name]
      .join(' – ')
      .replaceAll(/[\\/:*?"<>|]/g, '-'),
    superior: body.superior,
    body: body.unit.name,
    number: signed.number,
    place: null,
    on: signed.on,
    title: 'BÁO CÁO',
    subtitle: [aboutOf(body.form.title.vi), body.periodLabel.vi],
    mark: marks.length > 0 ? marks.join(' · ') : null,
    landscape: body.parts.some((part) => part.kind === 'table' && part.columns.length > upright),
    parts: [...parts, ...checksOf(body, places.size === 0)],
    recipients: [...(body.superior ? [`- ${body.superior},`] : []), `- Lưu ${body.unit.name}.`],
    signature: {
      lines: [signed.capacity, signed.title].filter(Boolean).map((line) => line.toLocaleUpperCase('vi')),
      name: signed.name,
    },
    footnotes: [
      `Số liệu đến hết ngày ${day}, theo tổ chức đảng của ngày ấy: ${body.units} tổ chức, kể cả đơn vị báo cáo.`,
      `Tính theo bộ quy tắc ${body.ruleSet}.`,
      ...told,
    ],
  };
}
