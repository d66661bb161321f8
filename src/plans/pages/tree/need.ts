// Where help is needed, said by reasons and never by a score: behind the pace, too few candidates for what is left, no
// target yet, and – before any number – the quality of those admitted. No list is ordered by how many were admitted.
import type { Line } from '../../view.ts';
import { standingOf } from '../../attainment.ts';
import type { Beside } from '../../beside/view.ts';

export type Need =
  | { reason: 'quality'; count: number }
  | { reason: 'missed' | 'behind'; count: number }
  | { reason: 'source'; left: number; open: number }
  | { reason: 'unassigned' };

type Quality = Beside['items'][number]['quality'];

export function needsOf(line: Line, quality: Quality | null): Need[] {
  return [...byQuality(quality), ...byPace(line), ...bySource(line)];
}

/** Admitted, and later not recognised or no longer in the Party: looked at before the number. */
export const lost = (quality: Quality | null): number =>
  quality ? quality.notRecognised + quality.removed : 0;

const byQuality = (quality: Quality | null): Need[] =>
  lost(quality) > 0 ? [{ reason: 'quality', count: lost(quality) }] : [];

function byPace({ attainment, assigned, endedOn }: Line): Need[] {
  if (attainment.status === 'none') return assigned || endedOn ? [] : [{ reason: 'unassigned' }];
  if (attainment.status === 'missed') return [{ reason: 'missed', count: attainment.left ?? 0 }];
  if (attainment.status !== 'behind') return [];
  return [{ reason: 'behind', count: Math.max(0, -(attainment.lead?.minimum ?? 0)) }];
}

/** Candidates are those of admission; who has ended admits nobody any more. */
function bySource({ attainment, pool, endedOn }: Line): Need[] {
  const left = attainment.left ?? 0;
  if (!pool || endedOn || left <= 0 || attainment.daysLeft === 0 || pool.open >= left) return [];
  return [{ reason: 'source', left, open: pool.open }];
}

/** How far from what should be, as a share of the unit's own target: large and small units are told apart by need. */
const gap = ({ attainment, assigned }: Line): number => {
  const target = assigned?.minimum ?? 0;
  if (attainment.status === 'missed') return target > 0 ? (attainment.left ?? 0) / target : 0;
  return target > 0 ? Math.max(0, -(attainment.lead?.minimum ?? 0)) / target : 0;
};

export interface Needing {
  line: Line;
  needs: Need[];
}

/** Most reasons first, then the widest gap; who needs nothing keeps the order of the tree. */
export function needing(lines: readonly Line[], qualityOf: (unitId: number) => Quality | null): Needing[] {
  const all = lines.map((line) => ({ line, needs: needsOf(line, qualityOf(line.unitId)) }));
  return all.toSorted((a, b) => b.needs.length - a.needs.length || gap(b.line) - gap(a.line));
}

export const filters = [
  'met',
  'exceeded',
  'not_begun',
  'on_pace',
  'behind',
  'missed',
  'unknown',
  'zero',
  'none',
  'difference',
  'quality',
] as const;
export type Filter = (typeof filters)[number];

export const isFilter = (word: string | undefined): word is Filter =>
  filters.some((filter) => filter === word);

export function matches(line: Line, filter: Filter | null, quality: Quality | null): boolean {
  if (filter === null) return true;
  if (filter === 'difference') return differs(line);
  if (filter === 'quality') return lost(quality) > 0;
  return standingOf(line.attainment) === filter;
}

export function differs({ below }: Line): boolean {
  const { state } = below.difference.assigned;
  return below.units > 0 && (state === 'over' || state === 'under' || state === 'both');
}
