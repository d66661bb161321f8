// Targets of a workbook: what was assigned of each figure, what a unit registered and aims at, and results that were told.
// A later file says anew only what changed; whatever is dated stands from its day, the rest from the period's first.
import type { PartialDay } from '../../platform/day.ts';
import { latest } from '../../platform/day.ts';
import { typedCode } from '../../platform/entry.ts';
import { type Amount, amountOf, unknownAmount } from '../../plans/amount.ts';
import { parsePeriod, type Period } from '../../plans/period.ts';
import { aimedEntry, assignedEntry, registeredEntry, toldEntry } from '../../plans/target.ts';
import type { Verdict } from '../../plans/view.ts';
import type { IntakeRow } from '../../intake/intake.ts';
import type { AnyValues, RangeValue } from '../../intake/kinds.ts';
import { complain, complainUnit, isUnfit, type KnownContent, note, remember } from './desk.ts';
import type { Desk } from './people.ts';
import { orNull, type PlannedTarget, textOf, type UnitRef } from './plan.ts';
import { changedColumns, contentOf } from './values.ts';

type Row = IntakeRow<'targets'>;
type Values = Row['values'];

export function planTargets(rows: readonly Row[], desk: Desk, known: KnownContent): void {
  for (const row of rows) if (row.ok) planTarget(row, desk, known);
}

function planTarget(row: Row, desk: Desk, known: KnownContent): void {
  if (isUnfit(row, desk)) return;
  const { unit: name, year } = row.values;
  const unit = desk.units.find(orNull(name));
  const period = parsePeriod(String(year));
  if (!unit) return complainUnit(row, desk, name);
  if (!period) return complain(row, desk, 'exchange.year_unreadable', { text: String(year) });
  planSaid(row, { period, unit, desk, paper: paperOf(row.values, desk) }, known);
}

/** What is new or other than last time. */
function planSaid(row: Row, about: About, known: KnownContent): void {
  const { desk, unit, paper } = about;
  const held = { ...row.values, [linked]: paper.documentId ?? undefined } as AnyValues;
  const content = contentOf(held, desk.keyed);
  const before = known(row.keys);
  const columns = changedColumns(before ?? {}, content);
  const said = saidIn(row.values, about, new Set(columns));
  if (said.length === 0) return note(row, desk, 'same');
  if (paper.decision?.number) sayUnheld(row, desk, paper.decision.number);
  desk.plan.targets.push(...said.map((make) => ({ unit, make })));
  remember(row, desk, 'target', content);
  const named = columns.map((column) => (column === linked ? 'decisionNumber' : column));
  note(row, desk, before ? 'change' : 'create', [...new Set(named)]);
}

/** A document that was registered after the last file is something new, too. */
const linked = 'document';

const sayUnheld = (row: Row, desk: Desk, number: string) =>
  desk.plan.issues.push({
    severity: 'notice',
    code: 'exchange.document_unknown',
    sheet: row.sheet,
    cell: `A${row.line}`,
    params: { number },
  });

interface About {
  period: Period;
  unit: UnitRef;
  desk: Desk;
  paper: ReturnType<typeof paperOf>;
}
type Make = PlannedTarget['make'];

/** Columns of assigned numbers → figures of src/statistics/figure.ts. */
const figures = {
  target: 'admission',
  sourcing: 'sourcing',
  training: 'class',
  introduction: 'introduction',
} as const;
const paperColumns = ['decisionNumber', 'decisionOn', 'decisionBy', 'fromOn', 'document'];

/** What a line says, as far as it changed. */
function saidIn(values: Values, about: About, changed: ReadonlySet<string>): Make[] {
  const touched = (columns: readonly string[]) => columns.some((column) => changed.has(column));
  return [
    touched([...Object.keys(figures), ...paperColumns]) ? assigned(values, about) : null,
    touched(['registered', 'fromOn']) ? proposed(values, about, 'registered') : null,
    touched(['aim', 'fromOn']) ? proposed(values, about, 'aim') : null,
    touched(['result', 'resultOn', 'verdict']) ? told(values, about) : null,
  ].filter((make) => make !== null);
}

const line = (figure: string, range: RangeValue) => ({ figure, part: '', ...amountIn(range), share: null });

/** “3–5” · 13 · “≥ 2.070” · “khoảng 600” · “chưa rõ số”. */
function amountIn({ min, max, about }: RangeValue): Amount {
  if (min === null && max === null) return unknownAmount;
  return amountOf(min, max, about ? 'about' : max === null ? 'at_least' : 'exact');
}

function assigned(values: Values, { period, unit, desk, paper }: About): Make | null {
  const lines = Object.entries(figures).flatMap(([column, figure]) => {
    const range = values[column as keyof typeof figures];
    return range ? [line(figure, range)] : [];
  });
  if (lines.length === 0) return null;
  const outside = 'id' in unit && desk.outermost.has(unit.id);
  const since = orNull(values.fromOn) ?? orNull(values.decisionOn);
  return (unitId, made) =>
    assignedEntry(
      unitId,
      { ...made, happenedOn: since },
      { period: period.key, lines, given: outside ? 'outside' : 'above', ...paper },
    );
}

const proposing = { registered: registeredEntry, aim: aimedEntry } as const;

function proposed(values: Values, { period }: About, as: keyof typeof proposing): Make | null {
  const range = values[as];
  if (!range) return null;
  const data = { period: period.key, lines: [line('admission', range)] };
  return (unitId, made) => proposing[as](unitId, { ...made, happenedOn: orNull(values.fromOn) }, data);
}

function told(values: Values, { period, desk }: About): Make | null {
  const { result, verdict, resultOn } = values;
  if (result === undefined && verdict === undefined) return null;
  const amount = typeof result === 'number' ? amountOf(result, result) : result && amountIn(result);
  const data = {
    period: period.key,
    figure: 'admission',
    asOf: asOf(period, { resultOn: orNull(resultOn), today: desk.today }),
    value: amount?.minimum ?? null,
    mark: amount?.mark ?? ('exact' as const),
    verdict: (verdict as Verdict | undefined) ?? null,
  };
  return (unitId, made) => toldEntry(unitId, made, data);
}

/** The day up to which a result counts: as said, else the last day of the period, or today within it. */
function asOf(period: Period, { resultOn, today }: { resultOn: PartialDay | null; today: string }): string {
  if (resultOn !== null) return latest(resultOn) < today ? latest(resultOn) : today;
  return period.to < today ? period.to : today;
}

/** The document of the register that the line names; else what it says of the paper. */
function paperOf(values: Values, desk: Desk) {
  const number = typedCode.nullable().parse(textOf(values as AnyValues, 'decisionNumber'));
  const on = orNull(values.decisionOn);
  const documentId = number === null ? null : desk.documentOf(number, on);
  if (documentId !== null || (number === null && on === null)) return { documentId, decision: null };
  return { documentId: null, decision: { number, on, by: textOf(values as AnyValues, 'decisionBy') } };
}
