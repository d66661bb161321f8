// Who lives in the province: 51,000 members in its cells, some of them away for a while, with generated names.
import type { PlannedAct, PlannedPerson } from '../../../src/exchange/batch/plan.ts';
import { addDays, addMonths, type Day } from '../../../src/platform/day.ts';
import { newId } from '../../../src/platform/ids.ts';
import { namer } from '../../training-ward/names.ts';
import { type Chance, chanceOf } from '../../training-ward/random.ts';
import { type PlannedCell, shareOf } from './tree.ts';

export const memberCount = 51_000;
/** Every so many members one is away for a limited time. */
const away = 40;
const kinds = [0.4, 0.6, 0.8, 1, 1, 1.2, 1.4, 1.6];

export interface Peopling {
  today: Day;
  seed: number;
}

export type NewName = (sex: 'M' | 'F', year: number) => string;
export interface Drawing {
  chance: Chance;
  newName: NewName;
}
export function drawingOf(seed: number, label: string): Drawing {
  return { chance: chanceOf(seed, label), newName: namer(chanceOf(seed, `${label} names`)) };
}

/** Members by cell, in the order of the cells; `taken` of each are others on the roll already. */
export function planMembers(
  cells: readonly PlannedCell[],
  taken: ReadonlyMap<string, number>,
  { today, seed }: Peopling,
): Map<string, PlannedPerson[]> {
  const drawing = drawingOf(seed, 'members');
  let serial = 0;
  return new Map(
    sizesOf(cells.length).map((size, at) => {
      const cell = cells[at] as PlannedCell;
      const count = size - (taken.get(cell.ref.key) ?? 0);
      const people = Array.from({ length: count }, () => member(cell, today, drawing, (serial += 1)));
      return [cell.ref.key, people];
    }),
  );
}

/** Small and large cells, so many members in all. */
function sizesOf(count: number): number[] {
  const mean = memberCount / count;
  const sizes = Array.from({ length: count }, (_, at) => Math.floor(mean * (kinds[at % kinds.length] ?? 1)));
  const rest = memberCount - sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, at) => size + shareOf(rest, count, at));
}

const schooling = ['THPT', 'THPT', 'THPT', 'THCS'];

/** Fields of anybody: what a list of members usually says. */
export function personOf(
  cell: PlannedCell,
  { chance, newName }: Drawing,
  bornOn: Day,
): Pick<PlannedPerson, 'id' | 'isNew' | 'name' | 'bornOn' | 'unit' | 'fields' | 'corrects'> {
  const sex = chance.yes(0.38) ? ('F' as const) : ('M' as const);
  const name = newName(sex, Number(bornOn.slice(0, 4)));
  const education = chance.pick(schooling);
  const fields = { fullName: name, sex, bornOn, ethnicity: 'KINH', education, occupation: 'KCT' };
  return { id: newId(), isNew: true, name, bornOn, unit: cell.ref, fields, corrects: null };
}

function member(cell: PlannedCell, today: Day, drawing: Drawing, serial: number): PlannedPerson {
  const { chance } = drawing;
  const bornOn = chance.day('1948-01-01', '1999-12-31');
  const person = personOf(cell, drawing, bornOn);
  const admittedOn = chance.day(addMonths(bornOn, 12 * 22), '2024-06-30');
  return {
    ...person,
    fields: { ...person.fields, cardNumber: String(10_000_000 + serial) },
    takeOver: {
      kind: 'official',
      admittedOn,
      decidedOn: addDays(admittedOn, -14),
      officialOn: addMonths(admittedOn, 12),
      since: null,
      exempt: false,
      vouchedBy: { officeId: null, paper: null },
    },
    dossier: null,
    acts: serial % away === 0 ? [leaveFor(today, chance)] : [],
  };
}

/** Takes part elsewhere until a day behind us or ahead. */
function leaveFor(today: Day, chance: Chance): PlannedAct {
  return {
    kind: 'member.temporary_began',
    happenedOn: addDays(today, -chance.int(20, 300)),
    unit: null,
    data: { place: 'Nơi làm việc xa', until: addDays(today, chance.int(-15, 240)) },
    sheet: '',
    line: 0,
  };
}
