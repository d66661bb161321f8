// The years the forecast is tested on, asked at each month end as an office would: what was known that day, what was told, what
// came.
import { gateOf, least } from '../../../src/forecast/gate.ts';
import {
  fitHistory,
  type Model,
  type OpenCase,
  openCasesOn,
  type Passage,
} from '../../../src/forecast/history.ts';
import { outlook } from '../../../src/forecast/outlook.ts';
import { type Day, daysBetween, latest } from '../../../src/platform/day.ts';
import type { UnitKind } from '../../generate/line.ts';
import type { Known } from './baselines.ts';
import { admittedIn, firstDay, type History, push } from './history.ts';

export const testYears = [2024, 2025] as const;
export const fittedUntil: Day = '2023-12-31';
const months = Array.from({ length: 11 }, (_, at) => String(at + 1).padStart(2, '0'));

export type Kind = 'communes and blocks' | 'base organisations' | 'province';
const kinds: Partial<Record<UnitKind, Kind>> = {
  province: 'province',
  upper_base: 'communes and blocks',
  base_organisation: 'base organisations',
};

export interface Answer extends Known {
  kind: Kind;
  unitId: number;
  on: Day;
  chance: number;
  median: number;
  low: number;
  high: number;
  /** why the application would tell no probability; null: it tells one */
  why: string | null;
  came: number;
}

/** `rolling`: fitted anew to each day, as the application does it; else once, on years 1–8. */
export function answersOf(history: History, rolling: boolean): Answer[] {
  const fixed = rolling ? null : fit(history, fittedUntil);
  return testYears.flatMap((year) =>
    months.flatMap((month) => {
      const on = latest(`${year}-${month}`);
      return answersOn(history, fixed ?? fit(history, on), on);
    }),
  );
}

/** Targets of years that have ended, and admissions, are what an office would know, too. */
function fit({ passages, paths, targets }: History, until: Day): Model {
  const asked = [...targets].flatMap(([key, minimum]) => {
    const [unitId, year] = key.split(' ');
    const [from, to] = [`${year}-01-01`, `${year}-12-31`];
    return to <= until && from >= firstDay ? [{ unitId: Number(unitId), from, to, minimum }] : [];
  });
  return fitHistory(passages, { until, paths, targets: asked });
}

/** The application tells nothing of so large a pool; here it is still asked what it would be worth. */
const unproven = { ...least, most: Number.POSITIVE_INFINITY };

function answersOn(history: History, model: Model, on: Day): Answer[] {
  const below = casesBelow(history, openCasesOn(upTo(history.passages, on), on));
  return history.units.flatMap(({ id, kind }) => {
    const named = kinds[kind];
    const known = knownOf(history, id, on);
    if (!named || known.target === 0) return [];
    const until = `${on.slice(0, 4)}-12-31`;
    const cases = below.get(id) ?? [];
    const told = outlook(model, cases, { unitId: id, on, until, done: known.done, target: known.target });
    const standing = { done: known.done, elapsed: known.elapsed, rests: told.rests };
    const why = gateOf(standing, kind === 'province' ? unproven : least);
    const came = admittedIn(history, id, `${on.slice(0, 4)}-01-01`, until);
    const { median, low, high } = told;
    return [
      {
        ...known,
        kind: named,
        unitId: id,
        on,
        chance: told.chanceOf(known.target),
        median,
        low,
        high,
        why,
        came,
      },
    ];
  });
}

/** Nothing of later days is handed over. */
const upTo = (passages: readonly Passage[], on: Day): Passage[] => passages.filter((one) => one.on <= on);

function casesBelow({ paths }: History, cases: readonly OpenCase[]): Map<number, OpenCase[]> {
  const below = new Map<number, OpenCase[]>();
  for (const one of cases) for (const id of paths.get(one.unitId) ?? []) push(below, id, one);
  return below;
}

function knownOf(history: History, unitId: number, on: Day): Known {
  const year = Number(on.slice(0, 4));
  const [first, before] = [
    `${year}-01-01`,
    `${year - 1}${on.slice(4) === '-02-29' ? '-02-28' : on.slice(4)}`,
  ];
  const lastYear = admittedIn(history, unitId, `${year - 1}-01-01`, `${year - 1}-12-31`);
  return {
    done: admittedIn(history, unitId, first, on),
    target: history.targets.get(`${unitId} ${year}`) ?? 0,
    elapsed: (daysBetween(first, on) + 1) / (daysBetween(first, `${year}-12-31`) + 1),
    lastYear,
    lastYearAfter: lastYear - admittedIn(history, unitId, `${year - 1}-01-01`, before),
  };
}
