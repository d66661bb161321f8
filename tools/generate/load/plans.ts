// Numbers given and aimed at, results told, surveys of the source, meetings without a vote: what a set tells of units.
import type { Day } from '../../../src/platform/day.ts';
import type { NewEntry } from '../../../src/platform/entry.ts';
import { aimedEntry, assignedEntry, toldEntry } from '../../../src/plans/target.ts';
import { surveyStreamOf } from '../../../src/sourcing/survey.ts';
import type { SurveyLine, TargetLine, ToldLine } from '../line.ts';
import { entryIdOf, type Names, unitIdOf } from './ids.ts';

export const targetLines = ({ minimum, maximum }: TargetLine) => [
  { figure: 'admission', part: '', minimum, maximum, mark: 'exact' as const },
];
const aimLines = ({ aim }: TargetLine) => [
  { figure: 'admission', part: '', minimum: aim, maximum: aim, mark: 'exact' as const },
];

export function targetEntries(line: TargetLine, top: number, names: Names): NewEntry[] {
  const { unitId, period, on } = line;
  const id = unitIdOf(names, unitId);
  const about = (role: string) => ({
    clientId: entryIdOf(names, `target/${unitId}/${period}/${on}/${role}`),
    happenedOn: on,
  });
  const given = unitId === top ? ('outside' as const) : ('above' as const);
  const assigned = assignedEntry(id, about('assigned'), { period, lines: targetLines(line), given });
  if (line.aim === null) return [assigned];
  return [assigned, aimedEntry(id, about('aimed'), { period, lines: aimLines(line) })];
}

export function toldEntries(
  { unitId, period, asOf, part, value, mark, verdict }: ToldLine,
  names: Names,
): NewEntry[] {
  const clientId = entryIdOf(names, `told/${unitId}/${period}/${asOf}/${part ?? ''}`);
  const parts = part ? [{ part, label: null, value, share: null, mark }] : [];
  const told = { period, figure: 'admission', asOf, value: part ? null : value, mark, verdict, parts };
  return [toldEntry(unitIdOf(names, unitId), { clientId }, told)];
}

export function surveyEntry({ unitId, year, on, people, groups }: SurveyLine, names: Names): NewEntry {
  const id = unitIdOf(names, unitId);
  const counted = Object.entries(groups).filter(([, count]) => count > 0);
  return {
    clientId: entryIdOf(names, `survey/${unitId}/${year}`),
    stream: surveyStreamOf(id),
    kind: 'survey.recorded',
    happenedOn: on,
    unitId: id,
    data: { year, groups: Object.fromEntries(counted), people },
  };
}

export const isPast = (on: Day, today: Day): boolean => on <= today;
