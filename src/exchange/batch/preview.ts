// What the officer is shown before anything is written: counts that are exact, and the lines and remarks worth reading.
import { columnOf, type Kind, kinds } from '../../intake/kinds.ts';
import type { Intake, TableReport } from '../../intake/intake.ts';
import type { Issue } from '../../intake/rows.ts';
import { isSensitive } from '../../intake/mapping.ts';
import { addressOf } from '../../workbook/sheet.ts';
import type { MadeSum } from './entries.ts';
import { type Line, type LineAction, lineName, type Plan } from './plan.ts';

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

export function previewOf(
  intake: Intake,
  plan: Plan,
  { made, troubles }: { made: MadeSum; troubles: readonly Issue[] },
): Preview {
  const all = [...intake.issues, ...plan.issues, ...troubles];
  const issues = all.map(withoutSealed(intake));
  const count = (severity: string) => issues.filter((issue) => issue.severity === severity).length;
  const judged = plan.lines.map((line) =>
    made.left.has(lineName(line)) ? { ...line, action: 'leave' as const } : line,
  );
  const lines = judged.filter((line) => line.action !== 'same');
  return {
    // Rows that are no rows of a list (totals, signatures) are of no further use.
    tables: intake.tables.map((table) => ({ ...table, skipped: [] })),
    counts: countLines(judged, intake),
    writes: countWrites(plan, made),
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

/** What stands in a column of class 3 or 4 is kept sealed with the person or not at all: here the cell is named only. */
function withoutSealed({ tables }: Intake): (issue: Issue) => Issue {
  const sealed = new Set(
    tables.flatMap(({ mapping: { kind, sheet, uses } }) =>
      uses
        .filter(({ key }) => kind && key && isSealed(kind, key))
        .map(({ column }) => `${sheet}!${columnIn(addressOf(0, column))}`),
    ),
  );
  return (issue) => {
    if (!issue.cell || !sealed.has(`${issue.sheet}!${columnIn(issue.cell)}`)) return issue;
    const { change: _, ...rest } = issue;
    return { ...rest, params: 'text' in issue.params ? { ...issue.params, text: '…' } : issue.params };
  };
}

const columnIn = (cell: string): string => cell.replace(/\d+$/, '');
function isSealed(kind: Kind, key: string): boolean {
  const column = columnOf(kind, key);
  return column !== undefined && isSensitive(column);
}

export function countWrites(plan: Plan, made: MadeSum): Preview['writes'] {
  return {
    units: plan.units.length,
    people: plan.people.filter((person) => person.isNew).length,
    dossiers: made.dossiers,
    offices: plan.offices.length,
    targets: plan.targets.length,
    acts: plan.unitActs.length + made.acts,
  };
}
