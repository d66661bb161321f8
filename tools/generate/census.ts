// Counts the persons of a set as its lines go by: who is a member at the end, what is known of them, and whether everybody came before
// they went.
import type {
  AdmissionLine,
  ExemptLine,
  Line,
  MemberLine,
  MoveLine,
  PassageLine,
  PersonLine,
  ProfileLine,
} from './line.ts';

/** What is counted of somebody; whoever has gone is forgotten. */
export type Known = Pick<
  PersonLine,
  'sex' | 'bornOn' | 'ethnicity' | 'religion' | 'youthUnion' | 'occupation'
>;
export interface Counted {
  person: Known;
  unitId: number;
  exempt: boolean;
  probation: boolean;
}

export class Census {
  readonly people = new Map<string, Known>();
  readonly members = new Map<string, Counted>();
  /** what no ledger could hold */
  readonly faults: string[] = [];
  readonly lines = new Map<string, number>();
  names = { all: 0, decomposed: 0, blanks: 0, tone: 0 };

  see(line: Line): void {
    this.lines.set(line.line, (this.lines.get(line.line) ?? 0) + 1);
    if (line.line === 'person') this.#enter(line);
    else if (line.line === 'move') this.#move(line);
    else if (line.line === 'exempt' || line.line === 'profile') this.#change(line);
    else if (line.line === 'passage') this.#forget(line);
    else this.#seeMember(line);
  }

  #seeMember(line: Line): void {
    if (line.line === 'member') this.#take(line);
    else if (line.line === 'admission') this.#admit(line);
    else if (line.line === 'recognition') this.#recognise(line.personId);
  }

  /** Whoever does not become a member is not counted any more. */
  #forget({ stage, caseId }: PassageLine): void {
    if (stage === 'closed' && !this.members.has(caseId)) this.people.delete(caseId);
  }

  #recognise(id: string): void {
    const held = this.members.get(id);
    if (held) held.probation = false;
    else this.faults.push(`recognised, but no member: ${id}`);
  }

  #enter(line: PersonLine): void {
    if (this.people.has(line.id)) this.faults.push(`entered twice: ${line.id}`);
    const { sex, bornOn, ethnicity, religion, youthUnion, occupation } = line;
    this.people.set(line.id, { sex, bornOn, ethnicity, religion, youthUnion, occupation });
    this.names.all += 1;
    if (line.fullName !== line.fullName.normalize('NFC')) this.names.decomposed += 1;
    if (line.fullName.includes('  ')) this.names.blanks += 1;
    if (/(oà|oá|oả|oạ|oè|oé|uý|uỳ|uỷ|uỵ)(?!\p{L})/u.test(line.fullName)) this.names.tone += 1;
  }

  #join(id: string, unitId: number, more: Pick<Counted, 'exempt' | 'probation'>): void {
    const person = this.people.get(id);
    if (!person) this.faults.push(`a member whom nobody entered: ${id}`);
    else if (this.members.has(id)) this.faults.push(`a member twice: ${id}`);
    else this.members.set(id, { person, unitId, ...more });
  }

  #take({ personId, unitId, exempt, officialOn }: MemberLine): void {
    this.#join(personId, unitId, { exempt, probation: officialOn === null });
  }
  #admit({ caseId, unitId }: AdmissionLine): void {
    this.#join(caseId, unitId, { exempt: false, probation: true });
  }

  #move(line: MoveLine): void {
    const { personId, unitId, move, officialOn } = line;
    if (move === 'in' || move === 'restored')
      return this.#join(personId, unitId, { exempt: false, probation: officialOn === null });
    if (move === 'cell_in') return this.#arrive(line);
    if (this.members.get(personId)?.unitId !== unitId)
      this.faults.push(`went from where they were not: ${personId}`);
    if (move === 'cell_out') return;
    this.members.delete(personId);
    // Whoever was put out may be restored.
    if (move === 'out' || move === 'died') this.people.delete(personId);
  }

  #arrive({ personId, unitId, otherUnitId }: MoveLine): void {
    const held = this.members.get(personId);
    if (held?.unitId !== otherUnitId) this.faults.push(`came from another cell than told: ${personId}`);
    if (held) held.unitId = unitId;
  }

  #change(line: ExemptLine | ProfileLine): void {
    const held = this.members.get(line.personId);
    if (line.line === 'exempt') {
      if (held) held.exempt = true;
      return;
    }
    const person = this.people.get(line.personId);
    if (!person) return;
    const { youthUnion, occupation } = line.changes;
    const changed = {
      ...person,
      youthUnion: youthUnion === undefined ? person.youthUnion : youthUnion === 'true',
      occupation: occupation ?? person.occupation,
    };
    this.people.set(line.personId, changed);
    if (held) held.person = changed;
  }
}
