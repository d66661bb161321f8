// A paper as a source for typst: the layout stands in one template, the words are handed over beside it, so that nothing
// written by anybody can become an instruction.
import type { Paper, PaperTable } from './paper.ts';
import {
  capitals,
  datedOf,
  font,
  headOf,
  laidOf,
  margins,
  numberOf,
  party,
  recipientsHead,
  sizes,
  widthsOf,
} from './sheet.ts';

export const template = `
#let paper = json(bytes(sys.inputs.paper))
#let sheet = paper.sheet
#set document(title: paper.title)
#set page(
  paper: "a4",
  flipped: sheet.landscape,
  margin: (top: sheet.top * 1mm, bottom: sheet.bottom * 1mm, left: sheet.left * 1mm, right: sheet.right * 1mm),
  header: context if counter(page).get().first() > 1 {
    align(center, text(size: 13pt, str(counter(page).get().first())))
  },
  header-ascent: 6mm,
  background: if paper.mark == none { none } else {
    pdf.artifact(rotate(-32deg, text(size: 40pt, weight: "bold", fill: luma(230), paper.mark)))
  },
)
#set text(font: sheet.font, size: sheet.text * 1pt, lang: "vi", top-edge: "ascender", bottom-edge: "descender")
#set par(leading: (sheet.line - sheet.text * 1.107) * 1pt, spacing: (sheet.line - sheet.text * 1.107) * 1pt + 3pt, justify: true)
#show heading: it => block(above: 10pt, below: 6pt, sticky: true, text(size: sheet.text * 1pt, weight: "bold", it.body))

#let middle(body) = align(center, par(justify: false, first-line-indent: 0pt, body))
#grid(
  columns: (45%, 55%),
  column-gutter: 0pt,
  middle[
    #if paper.superior != none [#paper.superior \\ ]
    #strong(paper.body) \\
    \\*
    #if paper.number != none [\\ #paper.number]
  ],
  middle[
    #strong(underline(offset: 4pt, paper.party))
    #if paper.dated != none [\\ \\ #emph(paper.dated)]
  ],
)
#if paper.mark != none { v(6pt); middle(strong(paper.mark)) }
#v(16pt)
#middle(text(size: sheet.title * 1pt, weight: "bold", paper.title))
#for line in paper.subtitle { middle(strong(line)) }
#v(8pt)

#show table.cell: set block(breakable: false)
#let laid(part) = {
  set text(size: sheet.table * 1pt)
  set par(leading: 3pt, justify: false)
  table(
    columns: part.widths.map(width => width * 1fr),
    inset: (x: 4pt, y: 4pt),
    stroke: 0.5pt,
    align: (column, row) => if row == 0 { center + horizon } else if column == part.label { left } else if column < part.label { center } else { right },
    table.header(..part.head.map(word => strong(word))),
    ..part.rows.map(row => {
      let said(word) = if row.whole { strong(word) } else { word }
      (
        ..(if row.mark == none { () } else { (said(row.mark),) }),
        table.cell(inset: (left: 4pt + row.level * 8pt, right: 4pt, y: 4pt), said(row.label)),
        ..row.cells.map(said),
      )
    }).flatten(),
  )
  for note in part.notes { text(size: sheet.note * 1pt, style: "italic", note); parbreak() }
}
#for part in paper.parts {
  if part.heading != "" { heading(level: 2, part.heading) }
  if part.kind == "table" { laid(part) } else {
    for words in part.paragraphs { par(first-line-indent: (amount: 10mm, all: true), words) }
  }
}
#v(14pt)
#block(breakable: false, grid(
  columns: (45%, 55%),
  if paper.recipients.len() > 0 {
    set text(size: 12pt)
    set par(leading: 3pt, justify: false)
    underline(paper.recipientsHead)
    for one in paper.recipients { linebreak(); one }
  },
  {
    for words in paper.signature { middle(strong(words)) }
    v(24mm)
    middle(strong(paper.signer))
  },
))
#if paper.footnotes.len() > 0 {
  v(10pt)
  line(length: 30%, stroke: 0.5pt)
  set text(size: sheet.note * 1pt)
  set par(leading: 3pt)
  for note in paper.footnotes { note; parbreak() }
}
`;

const tableIn = (table: PaperTable) => ({
  kind: 'table',
  heading: table.heading,
  head: headOf(table),
  widths: widthsOf(table),
  /** in which column the labels stand */
  label: headOf(table).indexOf(table.label),
  rows: laidOf(table),
  notes: table.notes,
});

/** What the template is given. */
export const inputOf = (paper: Paper): string =>
  JSON.stringify({
    sheet: { ...margins, ...sizes, font: font.pdf, landscape: paper.landscape },
    superior: paper.superior && capitals(paper.superior),
    body: capitals(paper.body),
    party,
    number: numberOf(paper),
    dated: datedOf(paper.place, paper.on),
    title: paper.title,
    subtitle: paper.subtitle,
    mark: paper.mark,
    parts: paper.parts.map((part) => (part.kind === 'table' ? tableIn(part) : part)),
    recipientsHead,
    recipients: paper.recipients,
    signature: paper.signature.lines,
    signer: paper.signature.name ?? '',
    footnotes: paper.footnotes,
  });
