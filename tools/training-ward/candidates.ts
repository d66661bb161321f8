// About thirty people on the road, in every stage seen from today; some stand still for reasons worth learning.
import { addDays, addMonths } from '../../src/platform/day.ts';
import type { Day } from '../../src/platform/day.ts';
import { workingUpTo } from './calendar.ts';
import { cellOn, isOfficialOn, makePerson, numbersOf } from './person.ts';
import type { Person } from './person.ts';
import { chanceOf } from './random.ts';
import type { Chance } from './random.ts';
import type { Roll } from './roll.ts';
import { specs } from './specs.ts';
import type { Spec } from './specs.ts';
import { cells, decider } from './setting.ts';

/** Facts by the column keys of the importer's list of candidates; days as days, marks as true. */
export type Facts = Record<string, Day | string | number | boolean>;
export interface Candidate {
  name: string;
  sex: 'M' | 'F';
  bornOn: Day;
  cellId: string;
  facts: Facts;
  /** Why the case is instructive, for the guide and for tests. */
  lesson: string | null;
}

// Months on the road at which each fact usually happens.
export const road: [fact: string, month: number][] = [
  ['nominatedOn', 0],
  ['listedOn', 1.5],
  ['certificateOn', 5.5],
  ['helperOn', 6.5],
  ['permittedOn', 11.5],
  ['dossierOn', 12],
  ['verificationSentOn', 13],
  ['verificationRepliedOn', 14],
  ['cellVoteOn', 14.5],
  ['baseVoteOn', 15],
  ['decisionOn', 16],
  ['admittedOn', 16.5],
  ['newClassOn', 24],
  ['selfReviewOn', 27.6],
  ['helperNoteOn', 27.8],
  ['recognitionCellVoteOn', 28.9],
  ['recognitionBaseVoteOn', 29.2],
];

/** Days of all facts up to the last one, counted back from it. */
export function daysOf(spec: Spec, today: Day): Record<string, Day> {
  const last = road.findIndex(([fact]) => fact === spec.last);
  const end = road[last]![1];
  const days: Record<string, Day> = {};
  for (const [fact, month] of road.slice(0, last + 1)) {
    days[fact] = workingUpTo(addDays(today, -spec.ago - Math.round((end - month) * 30.4)));
  }
  for (const [fact, months] of Object.entries(spec.monthsAgo ?? {})) {
    days[fact] = workingUpTo(addMonths(today, -months));
  }
  return days;
}

interface Scene {
  spec: Spec;
  days: Record<string, Day>;
  officials: Person[];
  chance: Chance;
}

function helperOf({ spec, officials, chance }: Scene, roll: Roll): string {
  const moved = roll.people.filter((p) => p.left?.act === 'Chuyển sinh hoạt đi' && p.officialOn !== null);
  if (spec.helperMoved) {
    const mine = moved
      .filter((p) => cellOn(p, p.left!.on) === spec.cell)
      .toSorted((a, b) => (a.left!.on < b.left!.on ? 1 : -1));
    if (mine[0]) return mine[0].name;
  }
  const fit = officials.filter(
    (p) => p.exemptOn === null && Number(p.bornOn.slice(0, 4)) > Number(roll.today.slice(0, 4)) - 66,
  );
  return chance.pick(fit.length ? fit : officials).name;
}

/** Two thirds and a little more – or, where the lesson is that, one vote less. */
function ballot(base: number, chance: Chance, short: boolean): number {
  const needed = Math.ceil((base * 2) / 3);
  return short ? needed - 1 : Math.min(base, needed + chance.int(1, Math.max(1, base - needed)));
}

function paperFacts({ spec, days }: Scene): Facts {
  if (!days['permittedOn']) return {};
  const all = days['dossierOn'] !== undefined && !spec.papersMissing;
  return {
    application: true,
    historyPaper: all,
    introduction: all,
    unionResolution: all,
    opinions: all,
    ...(spec.papersMissing ? { papersMissing: spec.papersMissing } : {}),
  };
}

function voteFacts({ spec, days, officials, chance }: Scene): Facts {
  const facts: Facts = {};
  const base = officials.filter((p) => p.exemptOn === null).length;
  const record = (name: string, count: number, short: boolean) => {
    if (days[`${name}On`])
      Object.assign(facts, { [`${name}Yes`]: ballot(count, chance, short), [`${name}Base`]: count });
  };
  record('cellVote', base, spec.short === true);
  record('baseVote', 15, false);
  record('recognitionCellVote', base, false);
  record('recognitionBaseVote', 15, false);
  return facts;
}

function decisionFacts({ days, chance }: Scene): Facts {
  const on = days['decisionOn'];
  if (!on) return {};
  const { by, mark } = decider(on);
  return {
    decisionNumber: `${chance.int(20, 480)}-${mark}`,
    decisionBy: by,
    decisionReceivedOn: workingUpTo(addDays(on, 4)),
  };
}

function factsOf(scene: Scene, roll: Roll): Facts {
  const { spec, days, chance } = scene;
  const certificate = days['certificateOn'];
  return {
    ...days,
    source: spec.source,
    nominatedBy: spec.by,
    ...(spec.untold ? {} : { toldOn: days['nominatedOn']!, toldBy: 'Bí thư chi bộ' }),
    ...(certificate
      ? {
          certificateNumber: `${chance.int(10, 180)}/GCN`,
          classOn: certificate.slice(0, 7),
          classPlace: 'Trung tâm chính trị Kinh Bắc',
        }
      : {}),
    ...(days['helperOn']
      ? { helper: helperOf(scene, roll), helperSince: days['nominatedOn']!.slice(0, 4) }
      : {}),
    ...(days['verificationSentOn'] ? { verificationPlaces: chance.int(1, 3) } : {}),
    ...paperFacts(scene),
    ...voteFacts(scene),
    ...decisionFacts(scene),
    ...(days['newClassOn'] ? { newClassNumber: `${chance.int(5, 60)}/CNĐVM` } : {}),
    ...(spec.closed
      ? { closedOn: workingUpTo(addDays(roll.today, -spec.closed.ago)), closedWhy: spec.closed.why }
      : {}),
  };
}

/** Born so that the age asked for is reached at the nomination. */
function bornFor(spec: Spec, days: Record<string, Day>, chance: Chance): Day {
  const months = Math.round(spec.age * 12);
  return addDays(addMonths(days['nominatedOn']!, -months), -chance.int(3, 27));
}

function personal(spec: Spec, chance: Chance, sex: 'M' | 'F', bornOn: Day): Facts {
  return {
    ...numbersOf(chance, sex, bornOn),
    ethnicity: 'Kinh',
    schooling: spec.schooling ?? '12/12',
    profession: spec.profession ?? 'Đại học',
    occupation: spec.occupation,
    youthUnion: spec.age < 30,
    residence: `khu phố ${spec.cell.startsWith('kp') ? spec.cell.slice(2) : chance.int(1, 6)}, phường Kinh Bắc, tỉnh Bắc Ninh`,
    nativePlace: 'phường Kinh Bắc, thành phố Bắc Ninh, tỉnh Bắc Ninh',
  };
}

function make(spec: Spec, roll: Roll, seed: number): Candidate {
  const chance = chanceOf(seed, `candidate ${spec.id}`);
  const days = daysOf(spec, roll.today);
  const officials = roll.people.filter(
    (p) => isOfficialOn(p, roll.today) && cellOn(p, roll.today) === spec.cell,
  );
  const bornOn = bornFor(spec, days, chance);
  const sex = spec.sex ?? (chance.yes(0.5) ? 'F' : 'M');
  const facts = {
    ...personal(spec, chance, sex, bornOn),
    ...factsOf({ spec, days, officials, chance }, roll),
  };
  return {
    name: roll.newName(sex, Number(bornOn.slice(0, 4))),
    sex,
    bornOn,
    cellId: spec.cell,
    facts,
    lesson: spec.lesson ?? null,
  };
}

/** Those on probation are members too: the same person in both lists. */
function toMember(candidate: Candidate, roll: Roll, seed: number): Person {
  const { name, sex, bornOn, facts } = candidate;
  const cell = cells.find((c) => c.id === candidate.cellId)!;
  const basis = { name, sex, bornOn, cell, admittedOn: String(facts['admittedOn']), serial: 0 };
  return {
    ...makePerson(chanceOf(seed, `member ${name}`), basis, roll.today),
    decisionOn: String(facts['decisionOn']),
    decisionNumber: String(facts['decisionNumber']),
    officialOn: null,
    card: null,
    schooling: String(facts['schooling']),
    profession: String(facts['profession']),
    occupation: String(facts['occupation']),
    identity: String(facts['identity']),
    phone: String(facts['phone']),
    residence: String(facts['residence']),
    nativePlace: String(facts['nativePlace']),
    ethnicity: String(facts['ethnicity']),
    youthUnion: facts['youthUnion'] === true,
  };
}

/** Adds the probationers to the roll. `withProbation` is off while the article's own admissions are on probation. */
export function makeCandidates(roll: Roll, seed: number, withProbation: boolean): Candidate[] {
  const wanted = specs.filter((spec) => withProbation || !isAfterCeremony(spec));
  const candidates = wanted.map((spec) => make(spec, roll, seed));
  for (const candidate of candidates) {
    if (candidate.facts['admittedOn']) roll.people.push(toMember(candidate, roll, seed));
  }
  return candidates;
}

const isAfterCeremony = (spec: Spec): boolean =>
  road.findIndex(([fact]) => fact === spec.last) >= road.findIndex(([fact]) => fact === 'admittedOn');
