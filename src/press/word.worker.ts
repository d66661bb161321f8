// A paper as a Word document that an office can go on writing in: real paragraphs, real tables, real heading rows.
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Paper, PaperTable } from './paper.ts';
import {
  capitals,
  datedOf,
  font,
  headOf,
  laidOf,
  type LaidRow,
  margins,
  numberOf,
  page,
  party,
  recipientsHead,
  sizes,
  widthsOf,
} from './sheet.ts';

/** Half points, twentieths of a point. */
const half = (points: number) => points * 2;
const twentieth = (points: number) => points * 20;

const plain = {
  bold: false,
  italics: false,
  underlined: false,
  size: sizes.text,
  align: AlignmentType.LEFT as (typeof AlignmentType)[keyof typeof AlignmentType],
  /** millimetres the first line stands in */
  first: 0,
  indent: 0,
  before: 0,
  after: 0,
  /** exact height of the lines; 0: as the letters need */
  line: 0,
  keepNext: false,
};
type Written = Partial<typeof plain>;

function line(text: string, how: Written = {}): Paragraph {
  const { size, align, first, indent, before, after, underlined, ...set } = { ...plain, ...how };
  const exact = set.line > 0 ? { line: twentieth(set.line), lineRule: LineRuleType.EXACT } : {};
  const { bold, italics, keepNext } = set;
  return new Paragraph({
    alignment: align,
    keepNext,
    indent: { firstLine: convertMillimetersToTwip(first), left: twentieth(indent) },
    spacing: { before: twentieth(before), after: twentieth(after), ...exact },
    children: [
      new TextRun({ text, bold, italics, size: half(size), ...(underlined ? { underline: {} } : {}) }),
    ],
  });
}

const centred = (text: string, how: Written = {}): Paragraph =>
  line(text, { ...how, align: AlignmentType.CENTER });

const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none };

/** Two places beside each other without lines: the head, and the foot with recipients and signature. */
function beside(left: Paragraph[], right: Paragraph[]): Table {
  const cell = (children: Paragraph[], size: number) =>
    new TableCell({ children, borders: noBorders, width: { size, type: WidthType.PERCENTAGE } });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ cantSplit: true, children: [cell(left, 45), cell(right, 55)] })],
  });
}

function headPart(paper: Paper): Table {
  const number = numberOf(paper);
  const dated = datedOf(paper.place, paper.on);
  return beside(
    [
      ...(paper.superior ? [centred(capitals(paper.superior))] : []),
      centred(capitals(paper.body), { bold: true }),
      centred('*'),
      ...(number ? [centred(number)] : []),
    ],
    [
      centred(party, { bold: true, underlined: true }),
      ...(dated ? [centred(dated, { italics: true, before: 10 })] : []),
    ],
  );
}

function cellOf(text: string, size: number, how: Written): TableCell {
  return new TableCell({
    children: [line(text, { size: sizes.table, before: 2, after: 2, ...how })],
    width: { size, type: WidthType.PERCENTAGE },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80 },
  });
}

function rowOf({ mark, label, level, whole, cells }: LaidRow, widths: number[]): TableRow {
  const bold = whole;
  const before = mark === null ? [] : [{ text: mark, how: { bold, align: AlignmentType.CENTER } }];
  const all = [
    ...before,
    { text: label, how: { bold, indent: level * 8 } },
    ...cells.map((text) => ({ text, how: { bold, align: AlignmentType.RIGHT } })),
  ];
  return new TableRow({
    cantSplit: true,
    children: all.map(({ text, how }, at) => cellOf(text, widths[at] ?? 10, how)),
  });
}

function tablePart(table: PaperTable): (Paragraph | Table)[] {
  const widths = widthsOf(table);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: headOf(table).map((word, at) =>
      cellOf(word, widths[at] ?? 10, { bold: true, align: AlignmentType.CENTER }),
    ),
  });
  return [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [head, ...laidOf(table).map((row) => rowOf(row, widths))],
    }),
    ...table.notes.map((note) => line(note, { italics: true, size: sizes.note, before: 3 })),
  ];
}

const headed = (text: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: twentieth(10), after: twentieth(6) },
    children: [new TextRun({ text, bold: true, size: half(sizes.text), color: '000000' })],
  });

const told = (text: string): Paragraph =>
  line(text, { first: 10, line: sizes.line, after: 3, align: AlignmentType.JUSTIFIED });

const parts = ({ parts: all }: Paper): (Paragraph | Table)[] =>
  all.flatMap((part) => [
    ...(part.heading ? [headed(part.heading)] : []),
    ...(part.kind === 'table' ? tablePart(part) : part.paragraphs.map(told)),
  ]);

function footPart({ recipients, signature }: Paper): Table {
  const to = recipients.map((one) => line(one, { size: 12 }));
  return beside(
    recipients.length > 0 ? [line(recipientsHead, { size: 12, underlined: true }), ...to] : [line('')],
    [
      ...signature.lines.map((text) => centred(text, { bold: true, keepNext: true })),
      centred('', { before: 60 }),
      centred(signature.name ?? '', { bold: true }),
    ],
  );
}

/** Page numbers from the second page on; generated data is marked on every one. */
const laterPages = ({ mark }: Paper) =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: half(13) })],
      }),
      ...(mark ? [centred(mark, { bold: true, size: sizes.note })] : []),
    ],
  });

const millimetres = (all: typeof margins) =>
  Object.fromEntries(Object.entries(all).map(([side, mm]) => [side, convertMillimetersToTwip(mm)]));

const runs = { font: font.word, size: half(sizes.text) };
const styles = {
  default: {
    document: { run: { ...runs, language: { value: 'vi-VN' } } },
    heading2: { run: { ...runs, bold: true, color: '000000' } },
  },
};

const sheetOf = ({ landscape }: Paper) => ({
  margin: millimetres(margins),
  size: {
    width: convertMillimetersToTwip(page.width),
    height: convertMillimetersToTwip(page.height),
    orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  },
});

const content = (paper: Paper): (Paragraph | Table)[] => [
  headPart(paper),
  ...(paper.mark ? [centred(paper.mark, { bold: true, before: 6 })] : []),
  centred(paper.title, { bold: true, size: sizes.title, before: 16 }),
  ...paper.subtitle.map((text) => centred(text, { bold: true })),
  ...parts(paper),
  line('', { before: 6 }),
  footPart(paper),
  ...paper.footnotes.map((text) => line(text, { size: sizes.note, before: 3 })),
];

export function wordOf(paper: Paper): Promise<Buffer> {
  const document = new Document({
    title: paper.title,
    creator: paper.body,
    styles,
    sections: [
      {
        properties: { titlePage: true, page: sheetOf(paper) },
        headers: { default: laterPages(paper), first: new Header({ children: [new Paragraph('')] }) },
        children: content(paper),
      },
    ],
  });
  return Packer.toBuffer(document);
}
