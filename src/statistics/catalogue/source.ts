// The views that figures are counted from, and the columns of each. A view is read whole and held by the process; every
// figure over it is a condition.
import type { DimensionId } from './dimension.ts';

export interface Source {
  view: string;
  nature: 'flow' | 'stock';
  record: 'person' | 'dossier' | 'unit';
  /** columns of codes; `age` is reckoned from born_on, `cell_type` of a stock stands in the tree of the day */
  dimensions: readonly DimensionId[];
  /** other_id: the other unit of a move */
  pair?: true;
  /** a year-only day is its first day, as on the roll; else it counts where the whole year is asked (within.ts) */
  byFirstDay?: true;
}

const personal = [
  'sex',
  'age',
  'ethnicity',
  'youth_union',
  'education',
  'profession',
  'occupation',
] as const satisfies DimensionId[];
const inCell = [...personal, 'cell_type'] as const satisfies DimensionId[];

export const sources = {
  member: {
    view: 'stat_member',
    nature: 'stock',
    record: 'person',
    dimensions: ['kind', ...inCell, 'political_theory'],
  },
  movement: {
    view: 'stat_movement',
    nature: 'flow',
    record: 'person',
    dimensions: ['term', 'reason', 'kind', ...inCell, 'political_theory'],
    pair: true,
    byFirstDay: true,
  },
  guest: {
    view: 'stat_guest',
    nature: 'stock',
    record: 'person',
    dimensions: [...inCell, 'political_theory'],
  },
  admission: { view: 'stat_admission', nature: 'flow', record: 'person', dimensions: inCell },
  sourcing: { view: 'stat_sourcing', nature: 'flow', record: 'dossier', dimensions: inCell },
  class: { view: 'stat_class', nature: 'flow', record: 'dossier', dimensions: inCell },
  introduction: { view: 'stat_introduction', nature: 'flow', record: 'dossier', dimensions: personal },
  recognition: { view: 'stat_recognition', nature: 'flow', record: 'person', dimensions: inCell },
  due: {
    view: 'stat_due_recognition',
    nature: 'flow',
    record: 'person',
    dimensions: ['outcome', ...inCell],
  },
  stage: { view: 'stat_stage', nature: 'stock', record: 'dossier', dimensions: ['stage', ...inCell] },
  request: {
    view: 'stat_request',
    nature: 'flow',
    record: 'dossier',
    dimensions: ['purpose', 'state', 'cell_type'],
  },
  waiting: {
    view: 'stat_request',
    nature: 'stock',
    record: 'dossier',
    dimensions: ['purpose', 'cell_type'],
  },
  cell: { view: 'stat_cell', nature: 'stock', record: 'unit', dimensions: ['cell_type', 'unit_kind'] },
  below: { view: 'stat_below', nature: 'stock', record: 'unit', dimensions: ['unit_kind'] },
  base: { view: 'stat_base', nature: 'stock', record: 'unit', dimensions: ['unit_kind'] },
  idle: { view: 'stat_idle_cell', nature: 'stock', record: 'unit', dimensions: ['months', 'cell_type'] },
} as const satisfies Record<string, Source>;
export type SourceId = keyof typeof sources;
export const getSource = (id: SourceId): Source => sources[id];
