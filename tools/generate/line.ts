// What a generated set consists of: lines of a few kinds, in the order in which a commune lived them. Days are texts as in the
// ledger, ids are whole numbers that another run with the same seed gives again.
import type { Day } from '../../src/platform/day.ts';

export type UnitKind = 'province' | 'district' | 'upper_base' | 'base_organisation' | 'base_cell' | 'cell';

export interface UnitLine {
  line: 'unit';
  id: number;
  parentId: number | null;
  name: string;
  kind: UnitKind;
  /** type of cell, a code of the catalogue */
  type: string | null;
  /** code of the commune it stands for */
  placeCode: string | null;
  foundedOn: Day;
}

/** What is counted of a person; names are drawn where they are needed. */
export interface PersonLine {
  line: 'person';
  id: string;
  sex: 'M' | 'F';
  bornOn: Day;
  ethnicity: string;
  religion: string | null;
  youthUnion: boolean;
  education: string;
  profession: string;
  occupation: string;
}

/** Who was a member on the first day. */
export interface StockLine {
  line: 'stock';
  unitId: number;
  on: Day;
  members: number;
}

export const moves = ['in', 'out', 'died', 'struck', 'expelled', 'left', 'cell_in', 'cell_out'] as const;
export type Move = (typeof moves)[number];
/** A member came or went otherwise than by admission. */
export interface MoveLine {
  line: 'move';
  unitId: number;
  on: Day;
  move: Move;
  reason: string | null;
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
}

export interface AdmissionLine {
  line: 'admission';
  caseId: string;
  unitId: number;
  on: Day;
  decidedOn: Day;
  occupation: string;
  began: string;
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
  sentOn: Day;
  repliedOn: Day;
}

export interface ClassLine {
  line: 'class';
  id: string;
  area: number;
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
  part: string | null;
  value: number | null;
  mark: 'exact' | 'at_least' | 'about';
  verdict: 'met' | 'exceeded' | 'missed' | null;
}

export type Line =
  | UnitLine
  | PersonLine
  | StockLine
  | MoveLine
  | PassageLine
  | AdmissionLine
  | ReturnLine
  | VerificationLine
  | ClassLine
  | AttendLine
  | TargetLine
  | ToldLine;
