// Where the playing of a set stands: the installation, what is called how in it, and who may write everything.
import { actionsOf } from '../../../src/org/access.ts';
import type { Day } from '../../../src/platform/day.ts';
import type { Db } from '../../../src/platform/db.ts';
import type { Actor } from '../../../src/platform/http.ts';
import type { Recorder } from '../../../src/platform/ledger.ts';
import { law } from '../../../src/road/law.ts';
import { type Names, unitIdOf } from './ids.ts';
import type { SetSource } from './load.ts';

export type Work = () => Promise<unknown>;
export interface Turn {
  on: Day;
  rank: number;
  work: Work;
}

export interface Played {
  names: Names;
  /** ids that loading derives → ids that the functions gave */
  ids: Map<string, string>;
}

export interface Stage extends Played {
  db: Db;
  by: Recorder;
  source: SetSource;
  top: { id: number; path: string };
  /** letters under way, by case and number */
  letters: Map<string, string>;
}

export const ranks = { unit: 0, move: 1, meeting: 2, deed: 3, office: 4, officeEnd: 5, other: 6, unitEnd: 7 };

/** An office of this kind whose reach is everything. */
export function actorOf({ by, top }: Pick<Stage, 'by' | 'top'>, office: string): Actor {
  return {
    ...by,
    displayName: '',
    personId: null,
    mustChange: false,
    office,
    unitId: top.id,
    unitPath: top.path,
    named: [],
    can: actionsOf(office),
  };
}

const preferred = ['cell_secretary', 'base_officer', 'superior_board'];
export function actorFor(stage: Stage, step: string): Actor {
  const offices = law().findStep(step)?.step.actor ?? [];
  return actorOf(stage, preferred.find((office) => offices.includes(office)) ?? 'base_officer');
}

/** Ids of persons and numbers of units as this installation has them. */
export function real<T>({ ids, names }: Stage, value: T): T {
  const text = JSON.stringify(value, (key, held) => {
    if (typeof held === 'string') return ids.get(held) ?? held;
    return typeof held === 'number' && held < 0 && /unitId|centreId|namedUnits|^\d+$/i.test(key)
      ? unitIdOf(names, -held)
      : held;
  });
  return JSON.parse(text) as T;
}
