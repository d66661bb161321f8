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

/** Of one unit, period, figure and day one result, with its parts. */
export function toldEntries(lines: readonly ToldLine[], names: Names): NewEntry[] {
  const about = ({ unitId, period, figure, asOf }: ToldLine) => `${unitId}/${period}/${figure}/${asOf}`;
  return [...Map.groupBy(lines, about)].map(([key, own]) => resultOf(key, own, names));
}

function resultOf(key: string, own: readonly ToldLine[], names: Names): NewEntry {
  const [first] = own as [ToldLine];
  const { unitId, period, figure, asOf } = first;
  const { value, mark, verdict } = own.find(({ part }) => part === null) ?? { ...first, value: null };
  const parts = own.flatMap((line) =>
    line.part === null
      ? []
      : [{ part: line.part, label: null, value: line.value, share: null, mark: line.mark }],
  );
  const data = { period, figure, asOf, value, mark, verdict, parts };
  return toldEntry(unitIdOf(names, unitId), { clientId: entryIdOf(names, `told/${key}`) }, data);
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
