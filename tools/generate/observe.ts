// Counts a set as it goes by: everything the check report compares with published figures.
import { type Day, daysBetween } from '../../src/platform/day.ts';
import type { CandidateFlow, Flow, PassageFlow } from './flow.ts';
import type { AdmissionLine, TargetLine, UnitLine } from './line.ts';

interface Way {
  at: Map<string, Day>;
  returns: number;
  closedAs: string | null;
}

/** One table of numbers, grown key by key. */
export class Tally {
  readonly counts = new Map<string, number>();
  add(key: string, by = 1): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + by);
  }
  of(key: string): number {
    return this.counts.get(key) ?? 0;
  }
}

export class Observed {
  readonly units = new Map<number, UnitLine>();
  readonly people = new Map<string, CandidateFlow>();
  readonly ways = new Map<string, Way>();
  readonly admissions: AdmissionLine[] = [];
  readonly replies: { place: string; days: number }[] = [];
  readonly targets: TargetLine[] = [];
  readonly classSeats: number[] = [];
  readonly moves = new Tally();
  /** `year unit` */
  readonly admittedIn = new Tally();
  readonly lines = new Tally();
  readonly members = new Tally();
  stock = 0;

  see(line: Flow): void {
    this.lines.add(line.line);
    switch (line.line) {
      case 'unit':
        this.units.set(line.id, line);
        break;
      case 'candidate':
        this.people.set(line.id, line);
        break;
      case 'class':
        this.classSeats.push(line.seats);
        break;
      case 'target':
        this.targets.push(line);
        break;
      default:
        this.#seeEvent(line);
    }
  }

  #seeEvent(line: Flow): void {
    if (line.line === 'passage') this.#pass(line);
    if (line.line === 'attend') this.#way(line.caseId).at.set('certificate', line.certifiedOn);
    if (line.line === 'return') this.#way(line.caseId).returns += 1;
    if (line.line === 'verification')
      this.replies.push({ place: line.place, days: daysBetween(line.sentOn, line.repliedOn) });
    if (line.line === 'admission') this.#admit(line);
    if (line.line === 'stock') {
      this.stock += line.members;
      this.members.add(String(line.unitId), line.members);
    }
    if (line.line === 'move') {
      this.moves.add(`${line.on.slice(0, 4)} ${line.move}`);
      this.members.add(String(line.unitId), line.move === 'in' ? 1 : -1);
    }
  }

  #way(id: string): Way {
    const held = this.ways.get(id) ?? { at: new Map(), returns: 0, closedAs: null };
    this.ways.set(id, held);
    return held;
  }

  #pass({ caseId, stage, on, closedAs }: PassageFlow): void {
    const way = this.#way(caseId);
    way.at.set(stage, way.at.get(stage) ?? on);
    way.closedAs = closedAs ?? way.closedAs;
  }

  #admit(line: AdmissionLine): void {
    this.admissions.push(line);
    this.members.add(String(line.unitId));
    for (let unit = this.units.get(line.unitId); unit; unit = this.units.get(unit.parentId ?? 0))
      this.admittedIn.add(`${line.on.slice(0, 4)} ${unit.id}`);
  }

  membersBelow(top: number): number {
    const isBelow = (id: number): boolean => {
      for (let unit = this.units.get(id); unit; unit = this.units.get(unit.parentId ?? 0))
        if (unit.id === top) return true;
      return false;
    };
    return [...this.members.counts].reduce((sum, [id, count]) => sum + (isBelow(Number(id)) ? count : 0), 0);
  }

  membersNow(): number {
    return [...this.members.counts.values()].reduce((sum, count) => sum + count, 0);
  }
}
