// The monthly look through the list of candidates, which a cell takes at its meeting; now and then one forgets to write it down.
import type { Day } from '../../../src/platform/day.ts';
import type { NewEntry } from '../../../src/platform/entry.ts';
import { routineStreamOf } from '../../../src/worklist/routine.ts';
import type { MeetingLine } from '../line.ts';
import { entryIdOf, type Names, unitIdOf } from './ids.ts';

const step = 'list_review';
/** A: one month in so many is not written down. */
const forgets = 13;

export function routineEntries(meetings: readonly MeetingLine[], names: Names, today: Day): NewEntry[] {
  const held = meetings.filter(({ body, on }) => body === 'cell' && on <= today);
  const months = new Map(held.map((line) => [`${line.unitId}/${line.on.slice(0, 7)}`, line]));
  return [...months.values()].filter(isWritten).map((line) => doneEntry(line, names));
}

const isWritten = ({ unitId, on }: MeetingLine): boolean =>
  (unitId * 7 + Number(on.slice(5, 7)) * 5 + Number(on.slice(0, 4))) % forgets !== 0;

function doneEntry({ unitId, on }: MeetingLine, names: Names): NewEntry {
  const id = unitIdOf(names, unitId);
  const period = on.slice(0, 7);
  const resolution = { number: `${on.slice(5, 7)}-NQ/CB`, on, by: null };
  return {
    clientId: entryIdOf(names, `routine/${unitId}/${period}`),
    stream: routineStreamOf(id),
    kind: 'routine.done',
    happenedOn: on,
    unitId: id,
    data: { step, period, inputs: { resolution } },
  };
}
