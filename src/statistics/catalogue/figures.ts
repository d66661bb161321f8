// The catalogue as pages read it: what each figure is, and by what it can be broken down.
import type { Message } from '../../platform/messages.ts';
import { catalogue, groups } from './catalogue.ts';
import { type DimensionId, getDimension } from './dimension.ts';
import { type Entry, groupIds } from './entry.ts';
import { getSource } from './source.ts';
import type { CatalogueView, FigureView } from './view.ts';

const plain: Record<string, Message> = {
  child: { vi: 'Đơn vị trực thuộc', en: 'Units below' },
  month: { vi: 'Tháng', en: 'Month' },
  year: { vi: 'Năm', en: 'Year' },
  areas: { vi: 'Địa bàn (có chồng nhau)', en: 'Kinds of places (overlapping)' },
  parts: { vi: 'Thành phần (có chồng nhau)', en: 'Parts (overlapping)' },
};

const measureOf = ({ ages, per, years, identity }: Entry): FigureView['measure'] =>
  identity ? 'identity' : ages ? 'ages' : (per ?? years) ? 'ratio' : 'count';

export function figureOf(entry: Entry): FigureView {
  const { nature, record } = getSource(entry.source);
  const ways = ['child', 'month', 'year', ...(entry.parts ? ['parts'] : []), 'areas'];
  const { id, group, label, definition, basis, form, note } = entry;
  return {
    id,
    group,
    label,
    definition,
    basis,
    form,
    nature,
    record,
    by: entry.identity
      ? [{ id: 'child', label: plain.child as Message }]
      : [
          ...ways.map((way) => ({ id: way, label: plain[way] as Message })),
          ...entry.by.map((way: DimensionId) => ({ id: way, label: getDimension(way).label })),
        ],
    measure: measureOf(entry),
    note: note ?? null,
  };
}

export const catalogueAnswer = (): CatalogueView => ({
  items: catalogue.map(figureOf),
  groups: groupIds.map((id) => ({ id, label: groups[id] })),
});
