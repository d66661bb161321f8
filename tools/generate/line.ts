// What a generated set consists of: lines of a few kinds, commune by commune, in each in the order in which it was lived. Days are
// texts as in the ledger; ids are numbers and texts that another run with the same seed gives again.
import type { Day, PartialDay } from '../../src/platform/day.ts';

export type UnitKind =
  | 'province'
  | 'district'
  | 'upper_base'
  | 'base_organisation'
  | 'base_cell'
  | 'cell'
  | 'political_centre';

/** A unit as it was founded; what became of it is told by `unit_act`. Without a parent it stands at the top of its set. */
export interface UnitLine {
  line: 'unit';
  id: number;
  parentId: number | null;
  name: string;
  kind: UnitKind;
  /** type of cell, a code of the catalogue */
  type: string | null;
  /** code of the commune it stands for, of its own time */
  placeCode: string | null;
  foundedOn: Day;
}

interface Decision {
  number: string;
  on: Day;
}
interface Act {
  line: 'unit_act';
  unitId: number;
  on: Day;
  decision: Decision;
}
export type UnitActLine = Act &
  (
    | { act: 'rename'; name: string }
    | { act: 'move'; parentId: number }
    | { act: 'change_kind'; kind: UnitKind; type: string | null }
    | { act: 'end'; as: 'dissolved' | 'merged'; intoId: number | null }
  );

/** Somebody; the same id is a candidate's, a member's, an office holder's. Codes are those of regulations/catalogues.yaml. */
export interface PersonLine {
  line: 'person';
  /** `<commune unit>-<number>`; of a candidate the same as the id of the (first) case */
  id: string;
  /** as a list would bring it: now and then not NFC, with double blanks or in the other tone-mark style */
  fullName: string;
  sex: 'M' | 'F';
  bornOn: PartialDay;
  ethnicity: string;
  religion: string | null;
  /** native place in the names of the day the person was entered: before July 2025 those of the old units */
  hometown: string;
  /** code of that (old or new) commune */
  hometownCode: string;
  residence: string;
  youthUnion: boolean;
  education: string;
  profession: string;
  politicalTheory: string;
  occupation: string;
  /** twelve digits of nobody: the part of the province is 000 */
  identityNumber: string;
  phone: string;
}

/** How many were members on the first day. */
export interface StockLine {
  line: 'stock';
  unitId: number;
  on: Day;
  members: number;
}

/** A member of the first day: the roll as it was found. */
export interface MemberLine {
  line: 'member';
  personId: string;
  unitId: number;
  /** day of the roll */
  on: Day;
  admittedOn: PartialDay;
  /** null: on probation */
  officialOn: PartialDay | null;
  exempt: boolean;
}

export const moves = [
  'in',
  'out',
  'died',
  'struck',
  'expelled',
  'left',
  'annulled',
  'restored',
  'cell_in',
  'cell_out',
] as const;
export type Move = (typeof moves)[number];
/** A member came or went otherwise than by admission. Of a move between cells both sides are told, the going first. */
export interface MoveLine {
  line: 'move';
  personId: string;
  unitId: number;
  on: Day;
  move: Move;
  /** code of the catalogue removal_reason, of those struck off */
  reason: string | null;
  /** the other cell, of cell_in and cell_out */
  otherUnitId: number | null;
  /** where somebody came from or went to, outside the set */
  place: string | null;
  /** of who came: since when a member, since when official (null: on probation) */
  admittedOn: PartialDay | null;
  officialOn: PartialDay | null;
  /** of who was put out, left, was annulled or restored, moved out */
  decision: Decision | null;
}

/** A case begins: the day it is `nominated` it has its first passage. */
export interface CaseLine {
  line: 'case';
  caseId: string;
  personId: string;
  unitId: number;
  /** 'member', 'youth_union' or 'union' */
  introducedBy: 'member' | 'youth_union' | 'union';
  /** the member who introduces, of a member's introduction */
  introducerId: string | null;
  source: string;
}

export interface Ballot {
  /** those who have a vote and are there */
  base: number;
  present: number;
  yes: number;
}

/** A candidacy entered a stage of regulations/procedures/stages.yaml in the unit that had it that day. */
export interface PassageLine {
  line: 'passage';
  caseId: string;
  unitId: number;
  stage: string;
  on: Day;
  /** how a closed case ended */
  closedAs: string | null;
  /** of the votes */
  ballot: Ballot | null;
  /** of a decision (permission, admission, recognition), of minutes, or of a certificate */
  number: string | null;
}

/** A case goes with its person to another cell; `toUnitId` null: somewhere outside the set. */
export interface CaseMovedLine {
  line: 'case_moved';
  caseId: string;
  fromUnitId: number;
  toUnitId: number;
  on: Day;
}

/** The ceremony; the person is a member from that day. */
export interface AdmissionLine {
  line: 'admission';
  caseId: string;
  unitId: number;
  on: Day;
  decidedOn: Day;
  occupation: string;
  began: string;
}

/** The day from which somebody is an official member. */
export interface RecognitionLine {
  line: 'recognition';
  caseId: string;
  personId: string;
  unitId: number;
  /** day of the decision */
  decidedOn: Day;
  /** twelve months after the admission, whenever it was decided */
  officialOn: Day;
  number: string;
}

export interface ReturnLine {
  line: 'return';
  caseId: string;
  unitId: number;
  on: Day;
}

export interface VerificationLine {
  line: 'verification';
  caseId: string;
  unitId: number;
  place: string;
  /** who was asked: a committee, in the names of that day or, sometimes, in older ones */
  addressee: string;
  sentOn: Day;
  repliedOn: Day;
}

export interface ClassLine {
  line: 'class';
  id: string;
  area: number;
  /** unit of the political centre */
  unitId: number;
  sessions: Day[];
  sunday: boolean;
  seats: number;
}

export interface AttendLine {
  line: 'attend';
  classId: string;
  caseId: string;
  certifiedOn: Day;
}

/** Who follows a candidate, an official member of the cell; a new line when somebody takes over. */
export interface HelperLine {
  line: 'helper';
  caseId: string;
  personId: string;
  fromOn: Day;
  /** first day without the charge; null: still */
  toOn: Day | null;
}

/** What a helper says of a month. */
export interface NoteLine {
  line: 'note';
  caseId: string;
  helperId: string;
  /** YYYY-MM */
  month: string;
  on: Day;
  text: string;
}

/** A conversation with a candidate. */
export interface ContactLine {
  line: 'contact';
  caseId: string;
  byId: string;
  on: Day;
}

/** A meeting of a cell or a committee. */
export interface MeetingLine {
  line: 'meeting';
  id: string;
  unitId: number;
  body: 'cell' | 'base_committee';
  on: Day;
  /** who might come: members without those exempt or away for a while */
  expected: number;
  present: number;
}

/** What a cell found of people who might be sources. */
export interface SurveyLine {
  line: 'survey';
  unitId: number;
  year: number;
  on: Day;
  people: number;
  /** by code of the catalogue candidate_source */
  groups: Record<string, number>;
}

export interface OfficeLine {
  line: 'office';
  /** again the same in a new term */
  id: string;
  personId: string;
  unitId: number;
  /** of regulations/organisation.yaml */
  kind: string;
  title: string;
  fromOn: Day;
  /** first day without the office; null: still */
  toOn: Day | null;
  namedUnits: number[];
  decision: Decision;
}

/** A member takes part elsewhere for a while; `toUnitId` null: outside the set. */
export interface AbsenceLine {
  line: 'absence';
  personId: string;
  unitId: number;
  fromOn: Day;
  /** null: not yet back */
  toOn: Day | null;
  toUnitId: number | null;
  place: string;
}

export interface ExemptLine {
  line: 'exempt';
  personId: string;
  unitId: number;
  on: Day;
  reason: 'age' | 'treatment';
}

/** Something about a person is otherwise from now on: fields of a person by name, in the words of the product ('false', 'HUU'). */
export interface ProfileLine {
  line: 'profile';
  personId: string;
  unitId: number;
  on: Day;
  changes: Readonly<Record<string, string>>;
}

/** An office opened the page of a person or a dossier; the last twelve months only. */
export interface AccessLine {
  line: 'access';
  officeId: string;
  on: Day;
  /** seconds since midnight */
  at: number;
  subject: 'person' | 'dossier';
  /** personId or caseId */
  subjectId: string;
}

export interface TargetLine {
  line: 'target';
  unitId: number;
  /** as src/plans/period.ts writes periods: '2021', '2021-2025' */
  period: string;
  on: Day;
  minimum: number | null;
  maximum: number | null;
  aim: number | null;
}

/** Results that stand in a report and not in the records. */
export interface ToldLine {
  line: 'told';
  unitId: number;
  period: string;
  asOf: Day;
  figure: 'admission' | 'members';
  part: string | null;
  value: number | null;
  mark: 'exact' | 'at_least' | 'about';
  verdict: 'met' | 'exceeded' | 'missed' | null;
}

export type Line =
  | UnitLine
  | UnitActLine
  | PersonLine
  | StockLine
  | MemberLine
  | MoveLine
  | CaseLine
  | CaseMovedLine
  | PassageLine
  | AdmissionLine
  | RecognitionLine
  | ReturnLine
  | VerificationLine
  | ClassLine
  | AttendLine
  | HelperLine
  | NoteLine
  | ContactLine
  | MeetingLine
  | SurveyLine
  | OfficeLine
  | AbsenceLine
  | ExemptLine
  | ProfileLine
  | AccessLine
  | TargetLine
  | ToldLine;
export type LineKind = Line['line'];
