// Candidates with names: who introduced them and who follows them, how votes went, what was decided under which number.
import { type DayNumber, dayOfNumber, numberOf } from '../days.ts';
import { poisson } from '../draw.ts';
import type { CandidateFlow, CaseMovedFlow, PassageFlow, VerificationFlow } from '../flow.ts';
import type { AdmissionLine, Ballot } from '../line.ts';
import { oldAddress, reorganisedOn } from '../past.ts';
import { oldCommunes } from '../places.ts';
import { care } from './settings.ts';
import { type Case, type Cell, isOfficial, isThere, type Life, type Member } from './life.ts';
import { committeeSize } from './committee.ts';
import { placeOf } from './moves.ts';
import { enterPerson, knownOfCandidate } from './person.ts';
import { yearAfter } from './roll.ts';

export function introduceCase(life: Life, flow: CandidateFlow, passage: PassageFlow): void {
  const cell = life.cell(passage.unitId);
  const known = knownOfCandidate(life, flow, cell, numberOf(flow.bornOn));
  const person = enterPerson(life, known);
  const by = introducedBy(life, person, cell);
  const introducer = by === 'member' ? pickMember(life, cell) : null;
  if (introducer) introducer.acted = life.today;
  const one: Case = {
    id: flow.id,
    person,
    cell,
    introducer,
    named: new Set(introducer ? [introducer] : []),
    introduced: life.today,
    helper: null,
    helperIs: null,
    open: true,
    helped: false,
  };
  life.cases.set(flow.id, one);
  life.put({
    line: 'case',
    caseId: flow.id,
    personId: person.id,
    unitId: cell.id,
    introducedBy: introducer ? 'member' : by === 'member' ? 'youth_union' : by,
    introducerId: introducer?.id ?? null,
    source: sourceOf(person, cell),
  });
}

function introducedBy(life: Life, person: Member, cell: Cell): 'member' | 'youth_union' | 'union' {
  if (person.youthUnion && life.chance.yes(care.byYouthUnion)) return 'youth_union';
  return works.has(cell.plan.type) && life.chance.yes(care.byUnion) ? 'union' : 'member';
}
const works = new Set(['DN', 'DNNN', 'TRUONG', 'YTE', 'CQ']);

const sources: Record<string, string> = { TRUONG: 'GV', DN: 'CNDN', DNNN: 'CNDN', HTX: 'HTX', QS: 'DQTV' };
const sourceOf = ({ youthUnion, occupation }: Member, { plan }: Cell): string =>
  sources[plan.type] ?? (youthUnion ? 'DVTN' : occupation === 'ND' ? 'NONGDAN' : 'QCUT');

const pickMember = (life: Life, cell: Cell): Member | null => {
  const some = cell.members.filter((one) => isOfficial(one) && isThere(one, life.today));
  return some.length > 0 ? life.chance.pick(some) : null;
};

const votes = new Set(['cell_voted', 'recognition_cell_voted', 'base_voted', 'recognition_base_voted']);
const papers: Record<string, string> = {
  permitted: 'CV/ĐU',
  decided: 'QĐ/ĐU',
  recognised: 'QĐ/ĐU',
  cell_voted: 'NQ/CB',
  recognition_cell_voted: 'NQ/CB',
  class_certified: 'GCN',
};

export function passes(life: Life, flow: PassageFlow): void {
  const one = life.cases.get(flow.caseId);
  if (!one) return;
  if (flow.stage === 'helped') one.helped = true;
  const ballot = votes.has(flow.stage) ? ballotOf(life, one, flow.stage) : null;
  const paper = papers[flow.stage];
  const number = paper ? life.number(paper) : null;
  life.put({ ...flow, ballot, number });
  if (flow.stage === 'helped') assignHelper(life, one);
  if (flow.stage === 'recognised') recognise(life, one, number ?? '');
  if (flow.stage === 'closed' || flow.stage === 'recognised') end(life, one);
}

/** All are for it most of the time; the law asks for two thirds of those official. */
function ballotOf(life: Life, { cell }: Case, stage: string): Ballot {
  const { chance, setting } = life;
  const cellVotes = stage.endsWith('cell_voted');
  const base = cellVotes ? votersIn(cell, life.today) : committeeSize(setting.commune);
  const least = Math.ceil((base * 2) / 3);
  const present = Math.max(least, base - poisson(chance, base * 0.04));
  const yes = chance.yes(0.9) ? present : Math.max(least, present - 1);
  return { base, present, yes };
}
/** Official members who take part; when nearly all are exempt, all of them. */
function votersIn({ members }: Cell, today: DayNumber): number {
  const official = members.filter(isOfficial);
  const there = official.filter((one) => isThere(one, today)).length;
  return there >= 3 ? there : official.length;
}

function recognise(life: Life, { id, person, cell }: Case, number: string): void {
  const official = yearAfter(person.admitted);
  person.official = official;
  const [decidedOn, officialOn] = [dayOfNumber(life.today), dayOfNumber(official)];
  life.put({
    line: 'recognition',
    caseId: id,
    personId: person.id,
    unitId: cell.id,
    decidedOn,
    officialOn,
    number,
  });
}

function end(life: Life, one: Case): void {
  one.open = false;
  dismissHelper(life, one);
  life.cases.delete(one.id);
}

export function admit(life: Life, flow: AdmissionLine): void {
  const one = life.cases.get(flow.caseId);
  if (!one) return;
  one.person.admitted = life.today;
  one.person.cell = one.cell;
  one.cell.members.push(one.person);
  life.put(flow);
}

export function moveCase(life: Life, flow: CaseMovedFlow): void {
  const one = life.cases.get(flow.caseId);
  if (!one) return;
  one.cell = life.cell(flow.toUnitId);
  one.person.cell = one.cell;
  life.put(flow);
  if (one.helper) {
    dismissHelper(life, one);
    assignHelper(life, one);
  }
}

function assignHelper(life: Life, one: Case): void {
  const free = one.cell.members.filter(
    (other) => isOfficial(other) && !other.leaving && other.helping.length < care.mostHelped,
  );
  const there = free.filter((other) => isThere(other, life.today));
  const some = there.length > 0 ? there : free;
  if (some.length === 0) return;
  const helper = life.chance.weighted(some, (other) => 1 / (1 + 3 * other.helping.length));
  helper.helping.push(one);
  one.helperIs = helper;
  one.named.add(helper);
  one.helper = {
    line: 'helper',
    caseId: one.id,
    personId: helper.id,
    fromOn: dayOfNumber(life.today),
    toOn: null,
  };
  life.put(one.helper);
}

function dismissHelper(life: Life, one: Case): void {
  if (one.helperIs) one.helperIs.helping = one.helperIs.helping.filter((each) => each !== one);
  const today = dayOfNumber(life.today);
  // Who leaves on the very day never helped.
  if (one.helper?.fromOn === today) life.drop(one.helper);
  else if (one.helper) one.helper.toOn = today;
  one.helper = null;
  one.helperIs = null;
}

/** Somebody leaves the cell: whom they helped is followed by another from that day. */
export function freeFromCases(life: Life, leaver: Member): void {
  for (const one of leaver.helping) {
    dismissHelper(life, one);
    assignHelper(life, one);
  }
}

/** Those for whom nobody was free get a helper when somebody is. */
export function findHelpers(life: Life): void {
  for (const one of life.cases.values())
    if (one.open && one.helped && one.helper === null) assignHelper(life, one);
}

export function verifies(life: Life, flow: VerificationFlow): void {
  const { chance } = life;
  // Some letters still go to a committee under its name of before the reorganisation.
  const old = flow.sentOn >= reorganisedOn && chance.yes(0.05);
  const addressee = old
    ? `Đảng ủy ${oldAddress(chance.pick(oldCommunes))}`
    : placeOf(life, { inside: flow.place === 'inside', on: flow.sentOn });
  life.put({ ...flow, addressee });
}
