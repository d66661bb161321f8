// What GET /api/figures answers: the catalogue of figures and parts, for pages, forms and templates.
import { z } from 'zod';
import { figureIds, figures } from './figure.ts';
import { partIds, parts } from './part.ts';
import { rangeNote } from './within.ts';

const words = z.object({ vi: z.string(), en: z.string() });

export const figuresView = z.object({
  items: z.array(
    z.object({
      id: z.enum(figureIds),
      label: words,
      short: words,
      definition: words,
      basis: words,
      of: z.enum(['party', 'mass']),
      nature: z.enum(['flow', 'stock']),
      target: z.boolean(),
      frozen: z.boolean(),
      parts: z.array(z.enum(partIds)),
    }),
  ),
  parts: z.array(
    z.object({
      id: z.enum(partIds),
      label: words,
      definition: words,
      by: z.enum(['person', 'cell']),
      counted: z.boolean(),
    }),
  ),
  note: words,
});
export type FiguresView = z.output<typeof figuresView>;

export const allFigures = (): FiguresView => ({
  items: figures.map(({ view: _view, record: _record, breakdowns: _breakdowns, ...figure }) => ({
    ...figure,
    parts: [...figure.parts],
  })),
  parts: [...parts],
  note: rangeNote,
});
