// A candidacy lived forward: introduced, listed, taught, helped, permitted, verified, voted on, decided, admitted, recognised –
// or lost on the way.
import { addMonths } from '../../src/platform/day.ts';
import { type Chance, chanceOf } from './draw.ts';
import { type DayNumber, dayOfNumber, numberOf, officeDayFrom, officeDaysAfter, yearOf } from './days.ts';
import { last } from './classes.ts';
import type { CandidateFlow } from './flow.ts';
import { beganOf, personOf } from './people.ts';
import {
  ceremonyOf,
  committeeFrom,
  isLate,
  lettersOf,
  lossAfter,
  meetingFrom,
  reasonOf,
  refused,
  type Stage,
  wait,
} from './road.ts';
import {
  classes,
  delays,
  helperFirst,
  losses,
  recognition,
  returnShares,
  sizes,
  targets,
} from './settings.ts';
import { addDone, type Cell, hasReached, isHurrying, move, type World } from './world.ts';

interface Case {
  id: string;
  chance: Chance;
  cell: Cell;
  person: CandidateFlow;
  open: boolean;
  helped: boolean;
  certified: boolean;
  votedOn: DayNumber;
}

/** Somebody is introduced to the cell today. */
export function introduce(world: World, cell: Cell): void {
  world.cases += 1;
  const id = `${world.commune.id}-${world.cases}`;
  const chance = chanceOf(world.options.seed, `case ${id}`);
  const { provinceCode } = world.commune;
  const { newMinority } = sizes[world.options.set];
  const person = personOf(chance, { id, type: cell.type, provinceCode, newMinority }, world.queue.today);
  const one: Case = {
    id,
    chance,
    cell,
    person,
    open: true,
    helped: false,
    certified: false,
    votedOn: 0,
  };
  world.lines.push(person);
  enter(world, one, 'nominated');
  mayBeLost(world, one);
  mayMove(world, one);
  const on = meetingFrom(world.queue.today + Math.ceil(wait(chance, delays.toList, world.pace)), cell.meets);
  then(world, one, on, () => list(world, one));
}

function enter(world: World, one: Case, stage: Stage, closedAs: string | null = null): void {
  const on = dayOfNumber(world.queue.today);
  world.lines.push({ line: 'passage', caseId: one.id, unitId: one.cell.id, stage, on, closedAs });
}

const then = (world: World, one: Case, day: DayNumber, act: () => void): void =>
  world.queue.at(day, () => one.open && act());

function close(world: World, one: Case, closedAs: string): void {
  one.open = false;
  enter(world, one, 'closed', closedAs);
}

/** The clock of losses runs anew, slower, when the class is behind. Who has been decided on is not lost any more. */
function mayBeLost(world: World, one: Case): void {
  const certified = one.certified;
  const day = world.queue.today + Math.ceil(lossAfter(one.chance, certified, world.pace.shift));
  then(world, one, day, () => {
    if (one.certified === certified && one.votedOn === 0) close(world, one, reasonOf(one.chance));
  });
}

/** Some move to another cell of the commune; the case goes with them. */
function mayMove(world: World, one: Case): void {
  const after = -Math.log(1 - one.chance.next()) * (30.4 / losses.moveInside);
  const target = one.chance.pick(world.cells);
  then(world, one, world.queue.today + Math.ceil(after), () => {
    if (one.votedOn !== 0 || target === one.cell) return;
    const on = dayOfNumber(world.queue.today);
    const [fromUnitId, toUnitId] = [one.cell.id, target.id];
    world.lines.push({ line: 'case_moved', caseId: one.id, fromUnitId, toUnitId, on });
    one.cell = target;
  });
}

function list(world: World, one: Case): void {
  enter(world, one, 'listed');
  if (one.chance.yes(helperFirst)) help(world, one);
  const ready = world.queue.today + Math.ceil(wait(one.chance, delays.toClass, world.pace));
  then(world, one, ready, () => waitForClass(world, one));
}

function help(world: World, one: Case): void {
  one.helped = true;
  const on = meetingFrom(
    world.queue.today + 1 + Math.ceil(wait(one.chance, delays.toHelper, world.pace)),
    one.cell.meets,
  );
  then(world, one, on, () => {
    enter(world, one, 'helped');
    if (one.certified) askToPermit(world, one);
  });
}

/** The next class that ends after today with a seat, if the person is free. */
function waitForClass(world: World, one: Case): void {
  const now = world.queue.today;
  const next = world.classes.find((each) => (each.sessions[0] ?? 0) > now);
  if (!next) return;
  const [begins, ends] = [next.sessions[0] ?? 0, last(next)];
  then(world, one, begins, () => {
    const seats = world.seats.get(next.id) ?? 0;
    if (seats === 0 || !one.chance.yes(classes.comes)) return waitForClass(world, one);
    world.seats.set(next.id, seats - 1);
    const days = 1 + Math.ceil(wait(one.chance, delays.certificate, world.pace));
    then(world, one, officeDayFrom(ends + days), () => certify(world, one, next.id));
  });
}

function certify(world: World, one: Case, classId: string): void {
  one.certified = true;
  const certifiedOn = dayOfNumber(world.queue.today);
  world.lines.push({ line: 'attend', classId, caseId: one.id, certifiedOn });
  mayBeLost(world, one);
  if (!one.helped) {
    enter(world, one, 'class_certified');
    return help(world, one);
  }
  const hasHelper = world.lines.findLast((line) => line.line === 'passage' && line.caseId === one.id);
  if (hasHelper?.line === 'passage' && hasHelper.stage === 'helped') return askToPermit(world, one);
  enter(world, one, 'class_certified');
}

const hurryOf = ({ pace }: World): number => 1 - (1 - targets.hurry) * (1 + pace.shift.leaning);

/** Shorter when the year is late and the number not reached. */
function days(world: World, one: Case, median: number): number {
  const pressed = isHurrying(world, world.queue.today) ? hurryOf(world) : 1;
  return Math.ceil(wait(one.chance, median * pressed, world.pace));
}

function askToPermit(world: World, one: Case): void {
  const on = committeeFrom(world.queue.today + days(world, one, delays.toPermit), world.meets);
  then(world, one, on, () => {
    if (refused(one.chance, losses.refusedAtPermit, world.pace.shift))
      return close(world, one, 'not_approved');
    enter(world, one, 'permitted');
    writePapers(world, one);
  });
}

/** The file is written, sent, and sent back as often as need be. */
function writePapers(world: World, one: Case): void {
  const returns = one.chance.weighted([0, 1, 2, 3], (count) => returnShares[count] ?? 0);
  const send = (left: number, median: number) => {
    then(world, one, officeDayFrom(world.queue.today + days(world, one, median)), () => {
      if (left === 0) return verify(world, one);
      const on = dayOfNumber(world.queue.today);
      world.lines.push({ line: 'return', caseId: one.id, unitId: one.cell.id, on });
      send(left - 1, delays.returned);
    });
  };
  send(returns, delays.papers);
}

function verify(world: World, one: Case): void {
  enter(world, one, 'papers_ready');
  const sentAt = officeDayFrom(world.queue.today + 1 + days(world, one, delays.send));
  then(world, one, sentAt, () => {
    enter(world, one, 'verifying');
    const sent = world.queue.today;
    let latest = sent;
    for (const letter of lettersOf(one.chance, world.pace)) {
      const replied = officeDayFrom(sent + letter.days);
      latest = Math.max(latest, replied);
      then(world, one, replied, () => replyTo(world, one, sent, letter.place));
    }
    const concluded = officeDayFrom(latest + 1 + days(world, one, delays.conclude));
    then(world, one, concluded, () => concludeOn(world, one));
  });
}

function replyTo(world: World, one: Case, sent: DayNumber, place: string): void {
  const [sentOn, repliedOn] = [dayOfNumber(sent), dayOfNumber(world.queue.today)];
  world.lines.push({ line: 'verification', caseId: one.id, unitId: one.cell.id, place, sentOn, repliedOn });
}

function concludeOn(world: World, one: Case): void {
  enter(world, one, 'verified');
  const on = meetingFrom(world.queue.today + 1 + days(world, one, delays.toCell), one.cell.meets);
  then(world, one, on, () => {
    if (isTooOld(one, world.queue.today)) return close(world, one, 'over_age_or_other');
    if (refused(one.chance, losses.refusedAtCell, world.pace.shift)) return close(world, one, 'not_approved');
    one.votedOn = world.queue.today;
    enter(world, one, 'cell_voted');
    if (one.cell.kind === 'base_cell') return prepareDecision(world, one);
    const base = committeeFrom(world.queue.today + 1 + days(world, one, delays.toBase), world.meets);
    then(world, one, base, () => voteOfBase(world, one));
  });
}

/** Beyond sixty the committee directly under the Centre would have to consent: nobody asks it. */
const isTooOld = ({ person }: Case, today: DayNumber): boolean =>
  addMonths(person.bornOn, 12 * 60) <= dayOfNumber(today);

function voteOfBase(world: World, one: Case): void {
  if (refused(one.chance, losses.refusedAtBase, world.pace.shift)) return close(world, one, 'not_approved');
  enter(world, one, 'base_voted');
  prepareDecision(world, one);
}

const legalDecision = 58;

/** A committee that has its number lets decisions of the last weeks wait for January, as far as the limit allows. */
function prepareDecision(world: World, one: Case): void {
  const day = officeDayFrom(world.queue.today + 1 + days(world, one, delays.decide));
  const limit = officeDaysAfter(one.votedOn, legalDecision);
  const january = officeDayFrom(numberOf(`${yearOf(day) + 1}-01-03`) + one.chance.int(0, 12));
  const waits = isLate(day, 9) && one.chance.yes(targets.waits * (1 + world.pace.shift.leaning));
  then(world, one, Math.min(day, limit), () => {
    if (waits && january <= limit && hasReached(world, world.queue.today))
      return then(world, one, january, () => decide(world, one));
    decide(world, one);
  });
}

function decide(world: World, one: Case): void {
  enter(world, one, 'decided');
  const decidedOn = dayOfNumber(world.queue.today);
  const on = ceremonyFor(world, one);
  addDone(world, on);
  then(world, one, on, () => admit(world, one, decidedOn));
}

/** Held this year when the year still needs it and lets it, next year when it does not. */
function ceremonyFor(world: World, one: Case): DayNumber {
  const today = world.queue.today;
  const tries = Array.from({ length: 4 }, () => ceremonyOf(one.chance, today, world.pace.shift));
  const wanted = hasReached(world, today) ? yearOf(today) + 1 : yearOf(today);
  const fits = tries.find((day) => yearOf(day) === wanted);
  return one.chance.yes(targets.waits * (1 + world.pace.shift.leaning))
    ? (fits ?? tries[0] ?? today)
    : (tries[0] ?? today);
}

function admit(world: World, one: Case, decidedOn: string): void {
  enter(world, one, 'admitted');
  const { cell, person } = one;
  const on = dayOfNumber(world.queue.today);
  const began = beganOf(cell.type, person);
  const { occupation } = person;
  world.lines.push({ line: 'admission', caseId: one.id, unitId: cell.id, on, decidedOn, occupation, began });
  cell.members += 1;
  cell.probationers += 1;
  const due = numberOf(
    `${yearOf(world.queue.today) + 1}${on.slice(4) === '-02-29' ? '-02-28' : on.slice(4)}`,
  );
  const ends = one.chance.next();
  const { onTime, late, refused } = recognition;
  if (ends < onTime + late) return recogniseFrom(world, one, due + (ends < onTime ? 1 : 75));
  const put = ends < onTime + late + refused ? 'removed_probationer' : 'died';
  then(world, one, due + 20, () => {
    cell.probationers -= 1;
    const kind = put === 'died' ? 'died' : 'struck';
    move(world, cell, { kind, reason: kind === 'struck' ? 'DUBI' : null, caseId: one.id });
    close(world, one, put);
  });
}

function recogniseFrom(world: World, one: Case, day: DayNumber): void {
  const { chance, cell } = one;
  const after = (count: number) => Math.ceil(wait(chance, count, world.pace));
  then(world, one, day, () => {
    enter(world, one, 'probation_reviewed');
    const vote = meetingFrom(world.queue.today + after(delays.recognise / 2), cell.meets);
    then(world, one, vote, () => {
      enter(world, one, 'recognition_cell_voted');
      const base = committeeFrom(world.queue.today + 2, world.meets);
      if (cell.kind !== 'base_cell')
        then(world, one, base, () => enter(world, one, 'recognition_base_voted'));
      then(world, one, officeDayFrom(base + 1 + after(delays.recognise)), () => {
        enter(world, one, 'recognised');
        cell.probationers -= 1;
        one.open = false;
      });
    });
  });
}
