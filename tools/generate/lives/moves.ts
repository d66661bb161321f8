// Members come and go: who it is follows from age, work and cell. Some who leave a cell are found again in another of the commune.
import { chanceOf } from '../draw.ts';
import type { Flow, MoveFlow } from '../flow.ts';
import { type DayNumber, dayOfNumber, numberOf, officeDayFrom } from '../days.ts';
import type { Move, MoveLine } from '../line.ts';
import { oldAddress, reorganisedOn } from '../past.ts';
import { communes, oldCommunes, oldOfProvince, placesOf, provinces, spoken } from '../places.ts';
import { homes } from '../plan.ts';
import { routines, stock } from './settings.ts';
import { freeFromCases } from './cases.ts';
import { ageOn, type Cell, isOfficial, type Life, type Member, takeFrom } from './life.ts';
import { enterMember, retiresAt } from './roll.ts';
import { leaveSeat } from './seats.ts';

/** Whoever moves on to another cell of the commune waits there for the day on which somebody comes. */
export class Inside {
  readonly #waits = new Map<MoveFlow, MoveFlow>();
  readonly #leaving = new Map<MoveFlow, Member>();

  /** Pairs moves out with moves in that follow soon. */
  constructor(life: Life, flows: readonly Flow[]) {
    const { seed } = life.setting.options;
    const chance = chanceOf(seed, `inside ${life.setting.commune.index}`);
    const taken = new Set<MoveFlow>();
    const moves = flows.filter((flow): flow is MoveFlow => flow.line === 'move');
    for (const [at, out] of moves.entries()) {
      if (out.move !== 'out' || !chance.yes(routines.inside)) continue;
      const until = numberOf(out.on) + routines.insideDays;
      for (let next = at + 1; next < moves.length; next += 1) {
        const come = moves[next] as MoveFlow;
        if (numberOf(come.on) > until) break;
        if (come.move !== 'in' || come.unitId === out.unitId || taken.has(come)) continue;
        taken.add(come);
        this.#waits.set(out, come);
        break;
      }
    }
  }

  goesTo(out: MoveFlow): MoveFlow | undefined {
    return this.#waits.get(out);
  }
  wait(come: MoveFlow, member: Member): void {
    member.leaving = true;
    this.#leaving.set(come, member);
  }
  arrives(come: MoveFlow): Member | undefined {
    return this.#leaving.get(come);
  }
}

const plain = {
  reason: null,
  otherUnitId: null,
  place: null,
  admittedOn: null,
  officialOn: null,
  decision: null,
};

function moveLine(life: Life, personId: string, cell: Cell, more: Partial<MoveLine> & { move: Move }): void {
  const on = dayOfNumber(life.today);
  life.put({ line: 'move', ...plain, personId, unitId: cell.id, on, ...more });
}

export function moves(life: Life, flow: MoveFlow, inside: Inside): void {
  const cell = life.cell(flow.unitId);
  if (flow.move === 'in') return come(life, flow, inside);
  const leaver = leaverOf(life, flow, cell);
  if (!leaver) return;
  const next = flow.move === 'out' ? inside.goesTo(flow) : undefined;
  if (next) return inside.wait(next, leaver);
  go(life, leaver, flow);
}

function leaverOf(life: Life, { caseId, move }: MoveFlow, cell: Cell): Member | null {
  const own = caseId === null ? undefined : life.cases.get(caseId);
  if (own) return own.person;
  const some = cell.members.filter((one) => isOfficial(one) && !one.leaving);
  const bound = boundIn(life);
  const free = some.filter((one) => one.acted !== life.today && !bound.has(one));
  const who = free.length > 0 ? free : some;
  return who.length === 0 ? null : life.chance.weighted(who, (one) => weightOf(one, move, life.today));
}

/** Open files of before the roll was taken name those who are on it: whoever is named stays until then. */
function boundIn(life: Life): ReadonlySet<Member> {
  if (life.today >= life.kept) return nobody;
  return new Set([...life.cases.values()].flatMap(({ named }) => [...named]));
}
const nobody: ReadonlySet<Member> = new Set();

/** Death by age; the young move and lose touch; whoever has stopped working leaves the workplace. */
function weightOf(one: Member, move: Move, today: DayNumber): number {
  const age = ageOn(one, today);
  if (move === 'died') return Math.exp(0.085 * (age - 50));
  if (move === 'out') return outWeight(one, age);
  return age < 45 ? 3 : 1;
}
const bounds = [31, 36, 41, 56, 200];
function outWeight(one: Member, age: number): number {
  const { goes } = stock.ages;
  const home = homes.has(one.cell.plan.type);
  if (!home && age >= retiresAt('VC', one.sex)) return goes.retired;
  const at = bounds.findIndex((bound) => age < bound);
  return (home ? goes.home : goes.work)[at] ?? 1;
}

function go(life: Life, leaver: Member, { move, reason }: MoveFlow): void {
  const { cell } = leaver;
  const decided = move !== 'died';
  moveLine(life, leaver.id, cell, {
    move,
    reason,
    place: move === 'out' ? placeOf(life) : null,
    decision: decided
      ? { number: life.number(move === 'out' ? 'GTSHĐ' : 'QĐ/ĐU'), on: decisionDay(life) }
      : null,
  });
  leave(life, leaver);
}
const decisionDay = (life: Life): string => {
  const day = officeDayFrom(life.today - 3);
  return dayOfNumber(day > life.today ? life.today : day);
};

/** Out of the cell: offices and charges pass to others. */
export function leave(life: Life, leaver: Member): void {
  takeFrom(leaver.cell.members, leaver);
  comeBack(life, leaver);
  leaveSeat(life, leaver);
  freeFromCases(life, leaver);
}

/** Whoever was away is not away from a cell any more that was left; who leaves on the very day never went away. */
function comeBack(life: Life, { absence }: Member): void {
  const on = dayOfNumber(life.today);
  if (absence && absence.fromOn >= on) life.drop(absence);
  else if (absence && (absence.toOn === null || absence.toOn > on)) absence.toOn = on;
}

function come(life: Life, flow: MoveFlow, inside: Inside): void {
  const cell = life.cell(flow.unitId);
  const known = inside.arrives(flow);
  if (known) return change(life, known, cell);
  const comer = enterMember(life, cell, 'in');
  moveLine(life, comer.id, cell, {
    move: 'in',
    place: placeOf(life),
    admittedOn: dayOfNumber(comer.admitted),
    officialOn: comer.official === null ? null : dayOfNumber(comer.official),
    decision: { number: life.number('GTSHĐ'), on: decisionDay(life) },
  });
}

function change(life: Life, member: Member, to: Cell): void {
  const from = member.cell;
  const decision = { number: life.number('GTSHĐ'), on: decisionDay(life) };
  moveLine(life, member.id, from, { move: 'cell_out', otherUnitId: to.id, decision });
  leave(life, member);
  member.cell = to;
  member.leaving = false;
  member.away = 0;
  member.absence = null;
  to.members.push(member);
  moveLine(life, member.id, to, { move: 'cell_in', otherUnitId: from.id, decision });
}

/** Another committee, in the names of the day; anywhere, or of the same province. */
export function placeOf(life: Life, { inside = false, on = dayOfNumber(life.today) } = {}): string {
  const own = inside ? life.setting.commune.provinceCode : null;
  if (on < reorganisedOn)
    return `Đảng ủy ${oldAddress(life.chance.pick(own === null ? oldCommunes : oldOfProvince(own)))}`;
  const now = life.chance.pick(own === null ? communes : placesOf(own));
  const province = provinces.get(now.province);
  return `Đảng ủy ${spoken(now)}, ${province ? spoken(province) : ''}`;
}
