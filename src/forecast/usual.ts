// What usually happens from a stage on: how long half of those admitted still needed, and which stage comes next.
import type { Model } from './history.ts';

export interface Usual {
  /** days from here to the ceremony, of half of those admitted; null: too few to say */
  days: number | null;
  /** the stage that most often comes next; 'admitted' after the last */
  next: string | null;
}

const least = 8;
const known = new WeakMap<Model, Map<string, Usual>>();

export function usualFrom(model: Model, stage: string): Usual {
  const held = known.get(model) ?? reckon(model);
  known.set(model, held);
  return held.get(stage) ?? { days: null, next: null };
}

function reckon(model: Model): Map<string, Usual> {
  const { past, stages } = model;
  const days: number[][] = stages.map(() => []);
  const next = stages.map(() => new Map<string, number>());
  for (let index = 0; index < past.cases; index += 1) {
    if (past.admitted[index] !== 1) continue;
    const end = past.firstOf[index + 1]!;
    for (let at = past.firstOf[index]!; at < end; at += 1) {
      const stage = past.stageOf[at]!;
      days[stage]!.push(past.endOf[index]! - past.dayOf[at]!);
      const after = at + 1 < end ? stages[past.stageOf[at + 1]!]! : 'admitted';
      next[stage]!.set(after, (next[stage]!.get(after) ?? 0) + 1);
    }
  }
  return new Map(stages.map((stage, at) => [stage, { days: medianOf(days[at]!), next: mostOf(next[at]!) }]));
}

const medianOf = (list: number[]): number | null =>
  list.length < least ? null : list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;
const mostOf = (counts: ReadonlyMap<string, number>): string | null =>
  [...counts].reduce<[string, number] | null>(
    (most, one) => (most && most[1] >= one[1] ? most : one),
    null,
  )?.[0] ?? null;
