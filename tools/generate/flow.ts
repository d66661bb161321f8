// What a commune's life leaves before anybody in it has a name: counts that go up and down, and cases on their road. The forecast
// is tested on these lines; lives/ makes persons, offices and papers of them.
import type { Day } from '../../src/platform/day.ts';
import type {
  AdmissionLine,
  AttendLine,
  ClassLine,
  Move,
  ReturnLine,
  StockLine,
  TargetLine,
  UnitLine,
} from './line.ts';

/** What is counted of a candidate, by the day of the introduction. */
export interface CandidateFlow {
  line: 'candidate';
  id: string;
  sex: 'M' | 'F';
  bornOn: Day;
  minority: boolean;
  religion: string | null;
  youthUnion: boolean;
  education: string;
  profession: string;
  occupation: string;
}

export interface MoveFlow {
  line: 'move';
  unitId: number;
  on: Day;
  move: Move;
  reason: string | null;
  /** of whose probation it is the end */
  caseId: string | null;
}

export interface PassageFlow {
  line: 'passage';
  caseId: string;
  unitId: number;
  stage: string;
  on: Day;
  closedAs: string | null;
}

export interface CaseMovedFlow {
  line: 'case_moved';
  caseId: string;
  fromUnitId: number;
  toUnitId: number;
  on: Day;
}

export interface VerificationFlow {
  line: 'verification';
  caseId: string;
  unitId: number;
  place: string;
  sentOn: Day;
  repliedOn: Day;
}

export type Flow =
  | UnitLine
  | ClassLine
  | StockLine
  | TargetLine
  | CandidateFlow
  | MoveFlow
  | PassageFlow
  | CaseMovedFlow
  | AdmissionLine
  | ReturnLine
  | VerificationFlow
  | AttendLine;
