// The roll of the day from which acts are kept: who is a member then. Lines of before are dropped but for those of cases that are still
// open, of offices still held, and of the persons in them.
import { type DayNumber, dayOfNumber } from '../days.ts';
import type { Line } from '../line.ts';
import type { Life } from './life.ts';

export class Snapshot {
  readonly #life: Life;
  readonly #kept: DayNumber;
  readonly #persons = new Set<string>();
  readonly #cases = new Set<string>();
  #taken = false;

  constructor(life: Life, kept: DayNumber) {
    this.#life = life;
    this.#kept = kept;
  }

  /** Taken on the first day on or after the one it is for. */
  at(day: DayNumber): void {
    if (this.#taken || day < this.#kept) return;
    this.#taken = true;
    for (const one of this.#life.cases.values()) {
      this.#cases.add(one.id);
      this.#persons.add(one.person.id);
    }
    for (const cell of this.#life.cells.values()) this.#takeCell(cell.id, dayOfNumber(day));
  }

  #takeCell(unitId: number, on: string): void {
    const { members } = this.#life.cell(unitId);
    this.#life.put({ line: 'stock', unitId, on, members: members.length });
    for (const { id, admitted, official, exempt } of members) {
      // Whoever is on probation is told by the own case, the ceremony with it.
      if (this.#persons.has(id)) continue;
      this.#life.put({
        line: 'member',
        personId: id,
        unitId,
        on,
        admittedOn: dayOfNumber(admitted),
        officialOn: official === null ? null : dayOfNumber(official),
        exempt,
      });
    }
    for (const { id } of members) this.#persons.add(id);
  }

  /** All that is kept, in the order of its days. */
  lines(): Line[] {
    return this.#life
      .lines()
      .filter(({ day, line }) => day >= this.#kept || this.#stays(line))
      .map(({ line }) => line);
  }

  #stays(line: Line): boolean {
    if (line.line === 'unit' || line.line === 'unit_act') return true;
    if (line.line === 'person') return this.#persons.has(line.id);
    if (line.line === 'office' || line.line === 'absence')
      return this.#persons.has(line.personId) && stillOn(line.toOn, this.#kept);
    return line.line === 'profile' ? this.#persons.has(line.personId) : this.#isOfOpenCase(line);
  }

  #isOfOpenCase(line: Line): boolean {
    return 'caseId' in line && line.line !== 'note' && this.#cases.has(line.caseId ?? '');
  }
}

const stillOn = (toOn: string | null, kept: DayNumber): boolean => toOn === null || toOn > dayOfNumber(kept);
