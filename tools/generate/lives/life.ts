// The people of a commune while it is lived: who stands in which cell, who is on the road, who holds what; and the lines that say so.
import { type Chance, chanceOf } from '../draw.ts';
import { type DayNumber, dayOfNumber, numberOf } from '../days.ts';
import type { AbsenceLine, HelperLine, Line, OfficeLine } from '../line.ts';
import type { CellPlan, CommunePlan } from '../plan.ts';
import { type Options, sizes } from '../settings.ts';

export interface Member {
  id: string;
  cell: Cell;
  /** known to the book since */
  entered: DayNumber;
  sex: 'M' | 'F';
  born: DayNumber;
  admitted: DayNumber;
  /** null: on probation */
  official: DayNumber | null;
  exempt: boolean;
  /** in [0, 1): the lower, the sooner somebody asks to be exempt */
  frail: number;
  /** takes part elsewhere until that day */
  away: DayNumber;
  /** the newest, as long as it lasts */
  absence: AbsenceLine | null;
  /** day of the newest act: nobody leaves on a day on which they introduce somebody */
  acted: DayNumber;
  /** has already asked to move to another cell */
  leaving: boolean;
  helping: Case[];
  seats: Seat[];
  occupation: string;
  youthUnion: boolean;
}

export interface Cell {
  id: number;
  plan: Pick<CellPlan, 'type' | 'kind' | 'parentId'>;
  /** day of the month on which it meets */
  meets: number;
  members: Member[];
}

/** Somebody on the road to membership, or on probation. */
export interface Case {
  id: string;
  person: Member;
  cell: Cell;
  introducer: Member | null;
  /** everybody whom the file names: who introduced, who helps, who helped */
  named: Set<Member>;
  introduced: DayNumber;
  helper: HelperLine | null;
  helperIs: Member | null;
  open: boolean;
  /** may be given a helper: the stage has come */
  helped: boolean;
}

/** An office that somebody of these cells holds, one after the other. */
export interface Seat {
  key: string;
  unitId: number;
  kind: string;
  title: string;
  namedUnits: number[];
  from: readonly Cell[];
  holder: Member | null;
  line: OfficeLine | null;
  terms: number;
  closed: boolean;
}

export interface Setting {
  commune: CommunePlan;
  options: Options;
  meets: ReadonlyMap<number, number>;
  committeeMeets: number;
}

export class Life {
  readonly setting: Setting;
  readonly chance: Chance;
  readonly cells: ReadonlyMap<number, Cell>;
  readonly cases = new Map<string, Case>();
  readonly seats: Seat[] = [];
  readonly groups: readonly string[];
  readonly first: DayNumber;
  readonly last: DayNumber;
  /** acts are kept from this day on */
  readonly kept: DayNumber;
  /** first day of the last twelve months */
  readonly recent: DayNumber;
  today: DayNumber;
  readonly #lines: { day: DayNumber; line: Line }[] = [];
  readonly #dropped = new Set<Line>();
  readonly #counts = new Map<string, number>();

  constructor(setting: Setting, first: DayNumber, groups: readonly string[]) {
    const { commune, options, meets } = setting;
    this.setting = setting;
    this.chance = chanceOf(options.seed, `lives ${commune.index}`);
    this.cells = new Map(
      commune.cells.map((plan) => [
        plan.id,
        { id: plan.id, plan, meets: meets.get(plan.id) ?? 5, members: [] },
      ]),
    );
    this.groups = groups;
    this.first = first;
    this.today = first;
    this.last = numberOf(options.today);
    this.kept = numberOf(sizes[options.set].kept);
    this.recent = numberOf(`${Number(options.today.slice(0, 4)) - 1}${options.today.slice(4)}`) + 1;
  }

  cell(id: number): Cell {
    const found = this.cells.get(id);
    if (!found) throw new Error(`no cell ${id} in commune ${this.setting.commune.index}`);
    return found;
  }

  put(line: Line, day: DayNumber = this.today): void {
    this.#lines.push({ day, line });
  }

  /** Takes back a line that was put for a later day. */
  drop(line: Line): void {
    this.#dropped.add(line);
  }

  /** 1, 2, 3 … by key */
  next(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count;
  }

  /** Number of a decision or certificate, counted by year. */
  number(kind: string): string {
    return `${this.next(`${kind} ${dayOfNumber(this.today).slice(0, 4)}`)}-${kind}`;
  }

  /** In the order of days; on one day in the order in which they were put. */
  lines(): { day: DayNumber; line: Line }[] {
    return this.#lines.filter(({ line }) => !this.#dropped.has(line)).toSorted((a, b) => a.day - b.day);
  }
}

export const ageOn = (member: Pick<Member, 'born'>, day: DayNumber): number => (day - member.born) / 365.25;

export const isOfficial = (member: Member): boolean => member.official !== null;

/** Who has a vote and may be expected at a meeting. */
export const isThere = (member: Member, day: DayNumber): boolean =>
  !member.exempt && member.away <= day && !member.leaving;

export const takeFrom = (list: Member[], member: Member): void => {
  const at = list.indexOf(member);
  if (at >= 0) list.splice(at, 1);
};
