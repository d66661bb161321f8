// The doors of the room: load the files, ask what is in force on a day, ask for a value, have a step judged.
export type { Catalogue } from './catalogues.ts';
export type { Document } from './documents.ts';
export { type ActRecord, buildFacts } from './facts.ts';
export { load, type Overlays, type RegulationFiles, type Regulations } from './load.ts';
export { accessTableOf, type OfficeKind, type Organisation, type UnitKind } from './organisation.ts';
export { papersAfter, type PaperState } from './papers.ts';
export type { Parameter, Resolved, ValueOverlay } from './parameter.ts';
export type {
  Condition,
  DossierPaper,
  Input,
  InputKind,
  Procedure,
  Sheet,
  Stage,
  Step,
} from './procedure.ts';
export { holds } from './conditions.ts';
export type { Effect, Ruleset } from './ruleset.ts';
export * from './verdict.ts';
export { votesNeeded } from './guards/votes.ts';
export { addWorkingDays, type Calendar, workingDaysBetween } from './workdays.ts';
export { explain, explainBody, explainWayOut, type Words, wordsOf } from './explain.ts';
