// What stands out in a unit: a catalogue of rules, each about organisations and terms, never about how good somebody is.
// A rule finds its number in the facts, names the units meant, and says where the number opens. A new rule is a new entry
// here and its sentence in words.ts.
import { hrefOf } from './opens.ts';

export const standoutIds = [
  'behind',
  'idle',
  'thin',
  'no_source',
  'recognition_pending',
  'recognition_late',
  'replies',
  'untyped',
] as const;
export type StandoutId = (typeof standoutIds)[number];

export interface NamedUnit {
  id: number;
  name: string;
}

export interface Facts {
  unit: number | null;
  on: string;
  present: boolean;
  cell: boolean;
  cells: number;
  /** cells that two years have passed over without an admission, and those of them below `least` members */
  idle: readonly NamedUnit[];
  thin: readonly NamedUnit[];
  least: number | null;
  /** cells with nobody in the pool; null on a past day */
  withoutSource: readonly NamedUnit[] | null;
  /** units directly below behind the pace of their target, and how many have one */
  behind: readonly NamedUnit[];
  withTarget: number;
  pending: { count: number; href: string | null };
  late: { count: number; href: string | null };
  replies: { count: number; href: string | null };
  /** cells of which nobody has said the type */
  untyped: readonly NamedUnit[];
}

export interface Found {
  count: number;
  href: string | null;
  units?: readonly NamedUnit[];
  params?: Record<string, string | number>;
}

interface Rule {
  id: StandoutId;
  /** act: a term has passed or a pace is missed; wait: to be looked at */
  tone: 'act' | 'wait';
  find: (facts: Facts) => Found | null;
}

const counted = ({ count, href }: Facts['pending']): Found => ({ count, href });
const place = ({ unit, on, present }: Facts) => ({ unit: unit?.toString(), on: present ? undefined : on });

const rules: readonly Rule[] = [
  {
    id: 'behind',
    tone: 'act',
    find: (facts) => ({
      count: facts.behind.length,
      units: facts.behind,
      href: hrefOf('/plans', place(facts)),
      params: { of: facts.withTarget },
    }),
  },
  { id: 'recognition_pending', tone: 'act', find: ({ pending }) => counted(pending) },
  {
    id: 'idle',
    tone: 'wait',
    find: (facts) => ({
      count: facts.idle.length,
      units: facts.idle,
      href: hrefOf('/statistics/cells_idle_2/records', { unit: facts.unit?.toString(), on: facts.on }),
      params: { of: facts.cells },
    }),
  },
  {
    id: 'thin',
    tone: 'wait',
    find: ({ thin, least }) =>
      least === null ? null : { count: thin.length, units: thin, href: null, params: { least } },
  },
  {
    id: 'no_source',
    tone: 'wait',
    find: (facts) =>
      facts.withoutSource && {
        count: facts.withoutSource.length,
        units: facts.withoutSource,
        href: hrefOf('/pool', { unit: facts.unit?.toString(), tab: 'short' }),
        params: { of: facts.cells },
      },
  },
  { id: 'replies', tone: 'wait', find: ({ replies }) => counted(replies) },
  { id: 'recognition_late', tone: 'wait', find: ({ late }) => counted(late) },
  {
    id: 'untyped',
    tone: 'wait',
    find: (facts) => ({
      count: facts.untyped.length,
      units: facts.untyped,
      href: hrefOf('/statistics/cells/records', {
        unit: facts.unit?.toString(),
        on: facts.on,
        where: 'cell_type:',
      }),
    }),
  },
];

/** So many are named beside the sentence; the number opens all. */
const named = 60;

/** In the order of the catalogue; what is nought does not stand out. */
export const standoutsOf = (facts: Facts) =>
  rules.flatMap(({ id, tone, find }) => {
    const found = find(facts);
    if (!found || found.count === 0) return [];
    const { count, href, units = [], params = {} } = found;
    // Of a cell there is nothing to name but itself.
    const shown = facts.cell ? [] : units.slice(0, named).map(({ id: unit, name }) => ({ id: unit, name }));
    return [
      { id, tone, count, href, params, units: shown, more: facts.cell ? 0 : units.length - shown.length },
    ];
  });
