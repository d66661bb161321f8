// The views that figures are counted from, and the columns of each. A view is read whole and held by the process; every
// figure over it is a condition.
import type { Shape } from '../../columns/columns.ts';
import type { DimensionId } from './dimension.ts';

/**
 * Whose rows a stream may change: those of its own subject, of the units with that number, of the cases of a person or a
 * request, of the units where a person has been; or there is no telling.
 */
export type Follows = 'subject' | 'place' | 'cases' | 'cases_of_request' | 'units' | 'all';

export interface Source extends Shape {
  view: string;
  /** by prefix of the streams whose acts may change it */
  follows: Readonly<Record<string, Follows>>;
  /**
   * Columns of codes. `age` is reckoned from born_on, `sector` from the type of the cell; `cell_type` of a stock stands in
   * the tree of the day.
   */
  dimensions: readonly DimensionId[];
  /** other_id: the other unit of a move */
  pair?: true;
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
const there = ['cell_type', 'sector'] as const satisfies DimensionId[];
const inCell = [...personal, ...there] as const satisfies DimensionId[];

const ofPerson = { person: 'subject' } as const;
/** The type of a cell is that of the day of the event. */
const ofPersonThere = { ...ofPerson, unit: 'place' } as const;
const ofCase = { dossier: 'subject', person: 'cases' } as const;
const ofCaseThere = { ...ofCase, unit: 'place' } as const;
const ofRequest = { ...ofCaseThere, request: 'cases_of_request' } as const;

export const sources = {
  member: {
    view: 'stat_member',
    follows: ofPerson,
    nature: 'stock',
    record: 'person',
    dimensions: ['kind', ...inCell, 'political_theory'],
  },
  movement: {
    view: 'stat_movement',
    follows: ofPersonThere,
    nature: 'flow',
    record: 'person',
    dimensions: ['term', 'reason', 'kind', ...inCell, 'political_theory'],
    pair: true,
    byFirstDay: true,
  },
  guest: {
    view: 'stat_guest',
    follows: ofPerson,
    nature: 'stock',
    record: 'person',
    dimensions: [...inCell, 'political_theory'],
  },
  admission: {
    view: 'stat_admission',
    follows: ofPersonThere,
    nature: 'flow',
    record: 'person',
    dimensions: inCell,
  },
  sourcing: {
    view: 'stat_sourcing',
    follows: ofCaseThere,
    nature: 'flow',
    record: 'dossier',
    dimensions: inCell,
  },
  class: { view: 'stat_class', follows: ofCaseThere, nature: 'flow', record: 'dossier', dimensions: inCell },
  class_place: {
    view: 'stat_class_place',
    // A class is written as a whole, for everybody in it.
    follows: { ...ofCaseThere, class: 'all' },
    nature: 'flow',
    record: 'dossier',
    dimensions: ['attendance', ...inCell],
  },
  introduction: {
    view: 'stat_introduction',
    follows: ofCase,
    nature: 'flow',
    record: 'dossier',
    dimensions: personal,
  },
  recognition: {
    view: 'stat_recognition',
    follows: ofPersonThere,
    nature: 'flow',
    record: 'person',
    dimensions: inCell,
  },
  due: {
    view: 'stat_due_recognition',
    follows: ofPersonThere,
    nature: 'flow',
    record: 'person',
    dimensions: ['outcome', ...inCell],
  },
  stage: {
    view: 'stat_stage',
    follows: ofCase,
    nature: 'stock',
    record: 'dossier',
    dimensions: ['stage', ...inCell],
  },
  request: {
    view: 'stat_request',
    follows: ofRequest,
    nature: 'flow',
    record: 'dossier',
    dimensions: ['purpose', 'state', ...there],
  },
  waiting: {
    view: 'stat_request',
    follows: ofRequest,
    nature: 'stock',
    record: 'dossier',
    dimensions: ['purpose', ...there],
  },
  cell: {
    view: 'stat_cell',
    follows: { unit: 'all' },
    nature: 'stock',
    record: 'unit',
    dimensions: [...there, 'unit_kind'],
  },
  below: {
    view: 'stat_below',
    follows: { unit: 'all' },
    nature: 'stock',
    record: 'unit',
    dimensions: ['unit_kind'],
  },
  base: {
    view: 'stat_base',
    follows: { unit: 'all' },
    nature: 'stock',
    record: 'unit',
    dimensions: ['unit_kind'],
  },
  idle: {
    view: 'stat_idle_cell',
    follows: { person: 'units', unit: 'subject' },
    nature: 'stock',
    record: 'unit',
    dimensions: ['months', ...there],
  },
} as const satisfies Record<string, Source>;
export type SourceId = keyof typeof sources;
export const getSource = (id: SourceId): Source => sources[id];
