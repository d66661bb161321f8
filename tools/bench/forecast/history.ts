// A generated province as the forecast may see it: who stood where on which day, what was admitted, what was asked for. No
// parameter of the generator comes along.
import type { Passage } from '../../../src/forecast/history.ts';
import type { Day } from '../../../src/platform/day.ts';
import type { Flow } from '../../generate/flow.ts';
import { generateFlows } from '../../generate/generate.ts';
import type { UnitKind } from '../../generate/line.ts';
import type { Options } from '../../generate/settings.ts';

export interface UnitNode {
  id: number;
  kind: UnitKind;
  /** ancestors, top first, itself last */
  path: number[];
}
export interface History {
  passages: Passage[];
  paths: Map<number, number[]>;
  units: UnitNode[];
  /** days of admission below each unit, in order */
  admitted: Map<number, Day[]>;
  /** by `unit year` */
  targets: Map<string, number>;
}

/** First day of year 1; what was under way by then is known as it would be taken over. */
export const firstDay: Day = '2016-01-01';

export function historyOf(options: Options): History {
  const found: Found = {
    history: { passages: [], paths: new Map(), units: [], admitted: new Map(), targets: new Map() },
    ended: new Map(),
    days: [],
  };
  for (const line of generateFlows(options)) take(found, line);
  const { history, ended, days } = found;
  // Cases that had ended before year 1 were not taken over.
  history.passages = history.passages.filter(({ caseId }) => (ended.get(caseId) ?? firstDay) >= firstDay);
  for (const { unitId, on } of days.toSorted((a, b) => (a.on < b.on ? -1 : 1)))
    for (const id of history.paths.get(unitId) ?? [unitId]) push(history.admitted, id, on);
  return history;
}

interface Found {
  history: History;
  ended: Map<string, Day>;
  days: { unitId: number; on: Day }[];
}

function take({ history, ended, days }: Found, line: Flow): void {
  switch (line.line) {
    case 'unit': {
      const path = [...(history.paths.get(line.parentId ?? 0) ?? []), line.id];
      history.paths.set(line.id, path);
      history.units.push({ id: line.id, kind: line.kind, path });
      break;
    }
    case 'passage': {
      const { caseId, unitId, stage, on } = line;
      history.passages.push({ caseId, unitId, stage, on });
      if (ends.has(stage) && !ended.has(caseId)) ended.set(caseId, on);
      break;
    }
    case 'admission':
      days.push({ unitId: line.unitId, on: line.on });
      break;
    case 'target':
      history.targets.set(`${line.unitId} ${line.period}`, line.minimum ?? 0);
      break;
  }
}
const ends = new Set(['admitted', 'closed']);

export function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const held = lists.get(key);
  if (held) held.push(value);
  else lists.set(key, [value]);
}

/** Admissions below a unit in [from, to]. */
export function admittedIn({ admitted }: History, unitId: number, from: Day, to: Day): number {
  const days = admitted.get(unitId) ?? [];
  return firstAfter(days, to) - firstAt(days, from);
}
const firstAt = (days: readonly Day[], from: Day): number => search(days, (day) => day >= from);
const firstAfter = (days: readonly Day[], to: Day): number => search(days, (day) => day > to);
function search(days: readonly Day[], fits: (day: Day) => boolean): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(days[middle] as Day)) high = middle;
    else low = middle + 1;
  }
  return low;
}
