// The doors of the room: load the files, ask what is in force on a day, ask for a value, have a step judged.
export type { Catalogue } from './catalogues.ts';
export type { Document } from './documents.ts';
export { load, type Overlays, type RegulationFiles, type Regulations } from './load.ts';
export { type Fault, reasonOf, RegulationError, sayFault } from './reading/fault.ts';
export { type Provision } from './provisions/provision.ts';
export { stricterThan } from './provisions/stricter.ts';
export { decideProvision, type ProvisionFault } from './provisions/decide-provision.ts';
export { type UsedAt, whereUsed } from './uses.ts';
export { accessTableOf, type OfficeKind, type Organisation, type UnitKind } from './organisation.ts';
export type { Laid, Parameter, ParameterValue, Resolved } from './parameter.ts';
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
export { calendarName, overhear, type Overheard } from './overheard.ts';
export { extended } from './clocks/run.ts';
export { votesNeeded } from './guards/votes.ts';
