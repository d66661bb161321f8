// Who holds which office: secretaries of cells, officers and members of committees, of districts until the reorganisation, of the
// province, directors of political centres. Whoever leaves the cell or the Party leaves the office; somebody follows the same day.
import { dayOfNumber, officeDayFrom } from '../days.ts';
import type { OldUnit } from '../past.ts';
import type { CommunePlan } from '../plan.ts';
import { terms } from './settings.ts';
import { ageOn, type Cell, isOfficial, type Life, type Member, type Seat } from './life.ts';

export interface Heads {
  olds: ReadonlyMap<number, OldUnit>;
  /** districts, provinces and centres whose offices people of this commune hold */
  districts: readonly number[];
  boards: readonly number[];
  centre: number | null;
}

type Kind = Pick<Seat, 'kind' | 'title'>;
const secretary: Kind = { kind: 'cell_secretary', title: 'Bí thư chi bộ' };
const officer: Kind = { kind: 'base_officer', title: 'Cán bộ phụ trách công tác đảng viên' };
const leader: Kind = { kind: 'committee_leader', title: 'Bí thư đảng ủy' };
const member: Kind = { kind: 'committee_member', title: 'Đảng ủy viên phụ trách chi bộ' };
const board: Kind = { kind: 'superior_board', title: 'Chuyên viên Ban Tổ chức' };
const director: Kind = { kind: 'political_centre', title: 'Giám đốc trung tâm chính trị' };

/** On the first day; what belongs to today's communes only comes with them. */
export function openSeats(life: Life, heads: Heads): void {
  const { commune } = life.setting;
  const cells = [...life.cells.values()];
  for (const cell of cells) open(life, secretary, cell.id, [cell]);
  for (const [id, own] of cellsOfOlds(life, heads.olds)) {
    open(life, leader, id, own);
    open(life, officer, id, own);
  }
  for (const id of heads.districts) open(life, board, id, cells);
  for (const id of heads.boards) open(life, board, id, cells);
  if (heads.centre !== null) open(life, director, heads.centre, cells);
  if (heads.olds.size === 0) openCommittee(life, commune);
}

function cellsOfOlds(life: Life, olds: ReadonlyMap<number, OldUnit>): Map<number, Cell[]> {
  const found = new Map<number, Cell[]>();
  for (const cell of life.cells.values()) {
    const old = olds.get(cell.id);
    // Of a divided commune those who stay with its seat hold its offices.
    if (old && Math.floor(old.id / 1000) === Math.floor(cell.id / 1000))
      found.set(old.id, [...(found.get(old.id) ?? []), cell]);
  }
  return found;
}

export function openCommittee(life: Life, { id, bases }: CommunePlan): void {
  const cells = [...life.cells.values()];
  open(life, leader, id, cells);
  open(life, officer, id, cells);
  for (const base of bases) {
    const own = cells.filter(({ plan }) => plan.parentId === base.id);
    if (own.length > 0) open(life, officer, base.id, own);
  }
  for (let at = 0; at < cells.length; at += terms.inCharge) {
    const own = cells.slice(at, at + terms.inCharge);
    open(life, member, id, { cells, named: own.map((cell) => cell.id) });
  }
}

/** The day of the reorganisation: old committees and districts are no more. */
export function reorganise(life: Life, heads: Heads): void {
  const gone = new Set([...[...heads.olds.values()].map(({ id }) => id), ...heads.districts]);
  if (gone.size === 0) return;
  for (const seat of life.seats)
    if (gone.has(seat.unitId)) {
      vacate(life, seat);
      seat.closed = true;
    }
  openCommittee(life, life.setting.commune);
}

type From = readonly Cell[] | { cells: readonly Cell[]; named: number[] };
function open(life: Life, kind: Kind, unitId: number, from: From): void {
  const [cells, namedUnits] = 'named' in from ? [from.cells, from.named] : [from, []];
  const key = `${life.setting.commune.id}-o${life.next('seat')}`;
  const seat: Seat = {
    key,
    unitId,
    ...kind,
    namedUnits,
    from: cells,
    holder: null,
    line: null,
    terms: 0,
    closed: false,
  };
  life.seats.push(seat);
  fill(life, seat);
}

function fill(life: Life, seat: Seat): void {
  const found = choose(life, seat);
  if (!found) return;
  seat.terms += 1;
  seat.holder = found;
  found.seats.push(seat);
  const decidedOn = officeDayFrom(life.today - 10);
  seat.line = {
    line: 'office',
    id: `${seat.key}-${seat.terms}`,
    personId: found.id,
    unitId: seat.unitId,
    kind: seat.kind,
    title: seat.title,
    fromOn: dayOfNumber(life.today),
    toOn: null,
    namedUnits: seat.namedUnits,
    decision: { number: life.number('QĐ/ĐU'), on: dayOfNumber(Math.min(decidedOn, life.today)) },
  };
  life.put(seat.line);
}

/** Official, there, of an age to lead, without another office; else whoever is official. */
function choose(life: Life, { from }: Seat): Member | null {
  const all = from.length === 1 ? (from[0]?.members ?? []) : pool(life, from);
  const official = all.filter((one) => isOfficial(one) && !one.leaving);
  const free = official.filter((one) => one.seats.length === 0 && !one.exempt);
  const fit = free.filter((one) => one.away <= life.today && ageOn(one, life.today) < 63);
  const some = [fit, free, official].find((list) => list.length > 0);
  return some ? life.chance.weighted(some, (one) => weightOf(ageOn(one, life.today))) : null;
}
const weightOf = (age: number): number => (age < 28 ? 0.3 : age < 35 ? 1 : age < 58 ? 2 : 0.8);

/** Of many cells three are looked at: offices of large committees are not drawn from thousands. */
const pool = (life: Life, from: readonly Cell[]): Member[] =>
  [0, 1, 2].flatMap(() => life.chance.pick(from).members);

function vacate(life: Life, seat: Seat): void {
  const today = dayOfNumber(life.today);
  if (seat.holder) seat.holder.seats = seat.holder.seats.filter((one) => one !== seat);
  if (seat.line?.fromOn === today) life.drop(seat.line);
  else if (seat.line) seat.line.toOn = today;
  seat.holder = null;
  seat.line = null;
}

/** Somebody goes: the office passes on. */
export function leaveSeat(life: Life, leaver: Member): void {
  for (const seat of leaver.seats) {
    vacate(life, seat);
    if (!seat.closed) fill(life, seat);
  }
}

/** At the end of a term many are elected again, others are followed. */
export function endTerms(life: Life, month: number): void {
  for (const [at, seat] of life.seats.entries()) {
    if (seat.closed || !seat.holder) continue;
    const length = seat.kind === 'cell_secretary' ? terms.cellMonths : terms.committeeMonths;
    if ((month + at) % length !== 0 || life.chance.yes(terms.stays)) continue;
    vacate(life, seat);
    fill(life, seat);
  }
}
