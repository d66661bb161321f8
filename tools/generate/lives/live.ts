// Gives a commune's flows their people: walks through its days once more, puts a person to each count, and adds what persons do
// besides. The counts stay exactly what they are.
import { type DayNumber, monthOf, monthStart, numberOf, yearOf } from '../days.ts';
import { chanceOf } from '../draw.ts';
import type { CandidateFlow, Flow } from '../flow.ts';
import type { Line, StockLine, TargetLine, UnitLine } from '../line.ts';
import { unitsThroughTime } from '../past.ts';
import { sizes } from '../settings.ts';
import { groupsOf } from './settings.ts';
import { admit, findHelpers, introduceCase, moveCase, passes, verifies } from './cases.ts';
import { Life, type Setting } from './life.ts';
import { Inside, moves } from './moves.ts';
import { enterMember } from './roll.ts';
import { beginMonth, endMonth } from './routines.ts';
import { reorganisation } from './committee.ts';
import { endTerms, type Heads, openSeats, reorganise } from './seats.ts';
import { Snapshot } from './snapshot.ts';

export interface Lived {
  setting: Setting;
  flows: readonly Flow[];
  heads: Heads;
  /** numbers as they were handed out in the tree of their day */
  targetsOf: (line: TargetLine) => Iterable<Line>;
  /** units and days of their own, and nothing happens but what the flows say: the worked cases */
  quiet?: { units: readonly UnitLine[]; first: DayNumber };
}

export function livesOf(lived: Lived): Line[] {
  const walk = new Walk(lived);
  for (const flow of lived.flows) walk.meet(flow);
  return walk.finish();
}

class Walk {
  readonly #lived: Lived;
  readonly #life: Life;
  readonly #inside: Inside;
  readonly #snapshot: Snapshot;
  readonly #candidates = new Map<string, CandidateFlow>();
  #settled = false;
  #month: DayNumber;
  #months = 0;
  #reorganised = false;

  constructor(lived: Lived) {
    const { setting, flows, heads, quiet } = lived;
    const { begins, kept } = sizes[setting.options.set];
    const first = quiet?.first ?? numberOf(begins);
    const chance = chanceOf(setting.options.seed, `groups ${setting.commune.index}`);
    this.#lived = lived;
    this.#life = new Life(setting, first, chance.shuffle(groupsOf(setting.commune.provinceCode)));
    this.#inside = new Inside(this.#life, flows);
    this.#snapshot = new Snapshot(this.#life, quiet ? 0 : numberOf(kept));
    this.#month = first;
    const { options, commune } = setting;
    for (const unit of quiet?.units ?? unitsThroughTime(commune, heads.olds, options.today))
      this.#life.put(unit, numberOf(unit.line === 'unit' ? unit.foundedOn : unit.on));
  }

  meet(flow: Flow): void {
    if (flow.line === 'candidate') this.#candidates.set(flow.id, flow);
    const day = dayOf(flow);
    if (day === null) return;
    if (flow.line !== 'stock') this.#to(day);
    this.#take(flow);
  }

  finish(): Line[] {
    this.#to(this.#life.last);
    const month = monthStart(yearOf(this.#life.last), monthOf(this.#life.last));
    this.#life.today = this.#life.last + 1;
    if (!this.#lived.quiet) endMonth(this.#life, month);
    return this.#snapshot.lines();
  }

  #settle(): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#snapshot.at(this.#life.first);
    openSeats(this.#life, this.#lived.heads);
    if (!this.#lived.quiet) beginMonth(this.#life);
  }

  /** Through the months and great days up to a day. */
  #to(day: DayNumber): void {
    this.#settle();
    const life = this.#life;
    if (!this.#lived.quiet) this.#throughMonths(day);
    life.today = day;
  }

  #throughMonths(day: DayNumber): void {
    const life = this.#life;
    for (let next = nextMonth(this.#month); next <= day; next = nextMonth(next)) {
      if (!this.#reorganised && reorganisation <= next) this.#reorganise();
      life.today = next;
      this.#snapshot.at(next);
      endMonth(life, this.#month);
      this.#month = next;
      this.#months += 1;
      findHelpers(life);
      endTerms(life, this.#months);
      beginMonth(life);
    }
  }

  #reorganise(): void {
    this.#reorganised = true;
    this.#life.today = reorganisation;
    reorganise(this.#life, this.#lived.heads);
  }

  #take(flow: Flow): void {
    const life = this.#life;
    if (flow.line === 'stock') return this.#enterAll(flow);
    if (flow.line === 'passage') return this.#pass(flow);
    if (flow.line === 'move') return moves(life, flow, this.#inside);
    if (flow.line === 'case_moved') return moveCase(life, flow);
    if (flow.line === 'admission') return admit(life, flow);
    if (flow.line === 'verification') return verifies(life, flow);
    if (flow.line === 'target') return this.#tell(flow);
    if (flow.line === 'attend' || flow.line === 'return') life.put(flow);
  }

  #enterAll({ unitId, members }: StockLine): void {
    const cell = this.#life.cell(unitId);
    for (let count = 0; count < members; count += 1) enterMember(this.#life, cell, 'first');
  }

  #tell(target: TargetLine): void {
    for (const line of this.#lived.targetsOf(target))
      this.#life.put(line, 'on' in line ? numberOf(line.on) : this.#life.today);
  }

  #pass(flow: Extract<Flow, { line: 'passage' }>): void {
    const candidate = flow.stage === 'nominated' ? this.#candidates.get(flow.caseId) : undefined;
    if (candidate) introduceCase(this.#life, candidate, flow);
    passes(this.#life, flow);
  }
}

const nextMonth = (day: DayNumber): DayNumber => monthStart(yearOf(day), monthOf(day) + 1);

function dayOf(flow: Flow): DayNumber | null {
  if ('on' in flow) return numberOf(flow.on);
  if (flow.line === 'attend') return numberOf(flow.certifiedOn);
  return flow.line === 'verification' ? numberOf(flow.repliedOn) : null;
}
