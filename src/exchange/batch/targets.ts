// Yearly targets of a workbook: a later file with other numbers sets them anew.
import type { TargetData } from '../../plans/target.ts';
import type { IntakeRow } from '../../intake/intake.ts';
import type { AnyValues, RangeValue } from '../../intake/kinds.ts';
import { complainUnit, isUnfit, type KnownContent, note, remember } from './desk.ts';
import type { Desk } from './people.ts';
import { decisionOf, orNull } from './plan.ts';
import { changedColumns, contentOf } from './values.ts';

type Row = IntakeRow<'targets'>;

export function planTargets(rows: readonly Row[], desk: Desk, known: KnownContent): void {
  for (const row of rows) if (row.ok) planTarget(row, desk, known);
}

function planTarget(row: Row, desk: Desk, known: KnownContent): void {
  if (isUnfit(row, desk)) return;
  const unit = desk.units.find(orNull(row.values.unit));
  if (!unit) return complainUnit(row, desk, row.values.unit);
  const content = contentOf(row.values as AnyValues, desk.keyed);
  const before = known(row.keys);
  const columns = changedColumns(before ?? {}, content);
  if (columns.length === 0) return note(row, desk, 'same');
  for (const data of targetsOf(row)) desk.plan.targets.push({ unit, data });
  remember(row, desk, 'target', content);
  note(row, desk, before ? 'change' : 'create', columns);
}

const range = (value: RangeValue | undefined) => ({
  minimum: value?.min ?? null,
  maximum: value?.max ?? null,
});

function targetsOf({ values }: Row): TargetData[] {
  const common = { year: values.year ?? 0, decision: decisionOf(values as AnyValues) };
  const { aim, target, result, sourcing } = values;
  const admission = {
    ...common,
    of: 'admission' as const,
    ...range(target),
    aim: range(aim).maximum ?? range(aim).minimum,
    done: orNull(result),
  };
  const given = [target, aim, result].some((value) => value !== undefined);
  const planned =
    sourcing === undefined
      ? []
      : [
          {
            ...common,
            of: 'sourcing' as const,
            ...range({ min: sourcing, max: sourcing }),
            aim: null,
            done: null,
          },
        ];
  return [...(given ? [admission] : []), ...planned];
}
