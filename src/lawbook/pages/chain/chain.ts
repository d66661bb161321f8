// Documents on bands of time: which columns each of them spans, and the column of the day looked at.
import { addDays, type Day } from '../../../platform/day.ts';
import type { Document } from '../../../rules/index.ts';

export const bandKinds = ['rule_set', 'guidance', 'working_guidance'] as const;
export type BandKind = (typeof bandKinds)[number];

export interface Placed {
  document: Document;
  /** lines of the grid, from 1 */
  from: number;
  to: number;
}
export interface Chain {
  /** first day of each column; the last column is open */
  columns: Day[];
  bands: { kind: BandKind; placed: Placed[] }[];
  others: Document[];
  /** column of the day, -1 before the first */
  at: number;
}

const isBand = ({ kind }: Document): boolean => (bandKinds as readonly string[]).includes(kind);
const byStart = (a: Document, b: Document) => (a.in_force_from < b.in_force_from ? -1 : 1);

export function chainOf(documents: readonly Document[], on: Day): Chain {
  const banded = documents.filter(isBand).toSorted(byStart);
  const first = banded.find(({ kind }) => kind === 'rule_set')?.in_force_from ?? '';
  const edges = banded.flatMap(({ in_force_from: from, in_force_until: until }) =>
    until ? [from, addDays(until, 1)] : [from],
  );
  const columns = [...new Set(edges.filter((day) => day >= first))].toSorted();
  const columnOf = (day: Day) =>
    Math.max(
      columns.findLastIndex((start) => start <= day),
      0,
    );
  const place = (document: Document): Placed => ({
    document,
    from: columnOf(document.in_force_from) + 1,
    to: document.in_force_until ? columnOf(document.in_force_until) + 2 : columns.length + 1,
  });
  const seen = banded.filter(({ in_force_until: until }) => !until || until >= first);
  return {
    columns,
    bands: bandKinds.map((kind) => ({ kind, placed: seen.filter((one) => one.kind === kind).map(place) })),
    others: [
      ...documents.filter((one) => !isBand(one)),
      ...banded.filter((one) => !seen.includes(one)),
    ].toSorted((a, b) => byStart(b, a)),
    at: columns.findLastIndex((start) => start <= on),
  };
}

export type Standing = 'holds' | 'ended' | 'later';
export function standingOn({ in_force_from: from, in_force_until: until }: Document, on: Day): Standing {
  if (on < from) return 'later';
  return until && until < on ? 'ended' : 'holds';
}
