// What the officer is shown before anything is written: counts that are exact, and the lines and remarks worth reading.
import { type Kind, kinds } from '../../intake/kinds.ts';
import type { Intake, TableReport } from '../../intake/intake.ts';
import type { Issue } from '../../intake/rows.ts';
import type { Line, LineAction, Plan } from './plan.ts';

export const lineActions = [
  'create',
  'change',
  'same',
  'ask',
  'leave',
] as const satisfies readonly LineAction[];
const shownLines = 2000;
const shownIssues = 3000;
const shownUnits = 300;

export type KindCounts = Record<Kind, Record<LineAction, number>>;

export interface Preview {
  tables: TableReport[];
  counts: KindCounts;
  /** units, people, dossiers, offices, targets and acts that would be written */
  writes: Record<'units' | 'people' | 'dossiers' | 'offices' | 'targets' | 'acts', number>;
  issues: { notice: number; warning: number; error: number; shown: Issue[] };
  lines: Line[];
  linesTotal: number;
  /** names of the units that would be founded */
  newUnits: string[];
}

const severities = { error: 0, warning: 1, notice: 2 } as const;
const interest: Record<LineAction, number> = { ask: 0, leave: 1, change: 2, create: 3, same: 4 };

export function previewOf(intake: Intake, plan: Plan, more: readonly Issue[]): Preview {
  const issues = [...intake.issues, ...plan.issues, ...more];
  const count = (severity: string) => issues.filter((issue) => issue.severity === severity).length;
  const refused = new Set(
    more.filter((issue) => issue.severity === 'error').map((issue) => `${issue.sheet}!${issue.cell}`),
  );
  const judged = plan.lines.map((line) =>
    refused.has(`${line.sheet}!A${line.line}`) ? { ...line, action: 'leave' as const } : line,
  );
  const lines = judged.filter((line) => line.action !== 'same');
  return {
    tables: intake.tables,
    counts: countLines(judged, intake),
    writes: countWrites(plan),
    issues: {
      notice: count('notice'),
      warning: count('warning'),
      error: count('error'),
      shown: issues.toSorted((a, b) => severities[a.severity] - severities[b.severity]).slice(0, shownIssues),
    },
    lines: lines.toSorted((a, b) => interest[a.action] - interest[b.action]).slice(0, shownLines),
    linesTotal: lines.length,
    newUnits: plan.units.map((unit) => unit.name).slice(0, shownUnits),
  };
}

/** Rows that could not be read are lines left out, too. */
function countLines(lines: readonly Line[], intake: Intake): KindCounts {
  const counts = Object.fromEntries(
    kinds.map((kind) => [kind, Object.fromEntries(lineActions.map((action) => [action, 0]))]),
  ) as KindCounts;
  for (const line of lines) counts[line.kind][line.action] += 1;
  for (const kind of kinds) counts[kind].leave += intake.rows[kind].filter((row) => !row.ok).length;
  return counts;
}

export function countWrites(plan: Plan): Preview['writes'] {
  return {
    units: plan.units.length,
    people: plan.people.filter((person) => person.isNew).length,
    dossiers: plan.people.filter((person) => person.dossier).length,
    offices: plan.offices.length,
    targets: plan.targets.length,
    acts: plan.unitActs.length + plan.people.reduce((sum, person) => sum + person.acts.length, 0),
  };
}
