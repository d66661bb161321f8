// Months of routine work that cells have recorded: most are up to date, some behind, some never wrote any.
import type { NewEntry } from '../../../src/platform/entry.ts';
import { newId } from '../../../src/platform/ids.ts';
import { routineStreamOf } from '../../../src/worklist/routine.ts';

const step = 'list_review';
/** Months of 2026 recorded, by turns. */
const recorded = [10, 10, 10, 10, 10, 10, 10, 8, 8, 0];

export const routinesOf = (units: readonly number[]): NewEntry[] =>
  units.flatMap((unitId, at) =>
    Array.from({ length: recorded[at % recorded.length] ?? 0 }, (_, month) => done(unitId, month + 1)),
  );

function done(unitId: number, month: number): NewEntry {
  const period = `2026-${String(month).padStart(2, '0')}`;
  const happenedOn = `${period}-26`;
  const resolution = { number: `${String(month).padStart(2, '0')}-NQ/CB`, on: happenedOn, by: null };
  return {
    clientId: newId(),
    stream: routineStreamOf(unitId),
    kind: 'routine.done',
    happenedOn,
    unitId,
    data: { step, period, inputs: { resolution } },
  };
}
