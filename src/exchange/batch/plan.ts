// What bringing in a workbook would do, line by line: made without writing anything, and the same for preview and run.
import type { ActInput } from '../../members/person.ts';
import type { KnownAct } from '../../road/take-over.ts';
import type { PartialDay } from '../../platform/day.ts';
import { type NewEntry, typedCode } from '../../platform/entry.ts';
import type { Evidence } from '../../intake/duplicates.ts';
import type { AnyValues, Kind } from '../../intake/kinds.ts';
import type { Issue } from '../../intake/rows.ts';
import type { Content, Fields } from './values.ts';

/** create: a new record · change: something new about a known one · same: nothing · ask: somebody must choose · leave: not taken */
export type LineAction = 'create' | 'change' | 'same' | 'ask' | 'leave';

export interface Alike {
  id: string;
  name: string;
  bornOn: PartialDay | null;
  unit: string | null;
  evidence: Evidence[];
}

export interface Line {
  kind: Kind;
  sheet: string;
  line: number;
  label: string;
  /** what the file says of the person, to be laid beside somebody alike */
  bornOn: PartialDay | null;
  unit: string | null;
  action: LineAction;
  /** columns that are new or changed */
  columns: string[];
  alike: Alike[];
}

/** A unit that exists, or one that this workbook brings. */
export type UnitRef = { id: number } | { key: string };

export interface PlannedUnit {
  key: string;
  parent: UnitRef;
  name: string;
  kind: string;
  type: string | null;
  code: string | null;
  placeCode: string | null;
  foundedOn: PartialDay | null;
  endedOn: PartialDay | null;
  decision: { number: string; on: PartialDay; by: string | null } | null;
}

export interface PlannedDossier {
  id: string;
  /** where the workbook says so */
  sheet: string;
  line: number;
  /** entry of the earlier take-over that this one corrects */
  corrects: string | null;
  stage: string;
  stageOn: PartialDay | null;
  acts: KnownAct[];
  /** name of the helper as written, to be found when everybody of the file is known */
  helper: string | null;
  toldBy: string | null;
  /** body that introduced the person, and centre whose class was attended */
  proposer: UnitRef | null;
  centre: UnitRef | null;
}

export interface PlannedAct {
  kind: string;
  happenedOn: PartialDay;
  unit: UnitRef | null;
  data: Record<string, unknown>;
  /** where the workbook says so */
  sheet: string;
  line: number;
}

export interface PlannedPerson {
  id: string;
  isNew: boolean;
  name: string;
  bornOn: PartialDay | null;
  unit: UnitRef;
  fields: Fields;
  takeOver: ActInput<'member.taken_over'> | null;
  /** entry of the earlier take-over that this one corrects */
  corrects: string | null;
  dossier: PlannedDossier | null;
  acts: PlannedAct[];
}

export interface PlannedOffice {
  personId: string;
  unit: UnitRef;
  kind: string;
  title: string;
  fromOn: PartialDay | null;
  toOn: PartialDay | null;
  namedUnits: UnitRef[];
  decision: { number: string; on: PartialDay; by: string | null } | null;
}

export interface PlannedUnitAct {
  unit: UnitRef;
  kind: string;
  happenedOn: PartialDay;
  data: Record<string, unknown>;
}

export interface PlannedTarget {
  unit: UnitRef;
  /** the entry, when the unit is there */
  make: (unitId: number, about: { clientId: string; batch: string }) => NewEntry;
}

/** How a line is found again in the next file. */
export interface KnownLine {
  /** the line that says so: remembered only when all of it was taken */
  name: string;
  keys: string[];
  stream: string;
  content: Content;
}

export interface Plan {
  units: PlannedUnit[];
  people: PlannedPerson[];
  offices: PlannedOffice[];
  targets: PlannedTarget[];
  unitActs: PlannedUnitAct[];
  lines: Line[];
  issues: Issue[];
  known: KnownLine[];
}

/** A choice for one line: 'skip', 'new', or 'same:<person id>'. Keyed by '<sheet>!<line>'. */
export type Choices = Readonly<Record<string, string>>;
export const lineName = (row: { sheet: string; line: number }): string => `${row.sheet}!${row.line}`;

export const emptyPlan = (): Plan => ({
  units: [],
  people: [],
  offices: [],
  targets: [],
  unitActs: [],
  lines: [],
  issues: [],
  known: [],
});

/** What a row does not say is not known. */
export const orNull = <T>(value: T | undefined): T | null => value ?? null;

export const textOf = (values: AnyValues, key: string): string | null => {
  const value = values[key];
  return typeof value === 'string' && value !== '' ? value : null;
};

export function decisionOf(values: AnyValues): PlannedUnit['decision'] {
  const [number, on] = [textOf(values, 'decisionNumber'), textOf(values, 'decisionOn')];
  const code = typedCode.safeParse(number);
  return code.success && on ? { number: code.data, on, by: textOf(values, 'decisionBy') } : null;
}

const codeColumns = ['decisionNumber', 'code'];
const textColumns = ['unit', 'parent', 'newName', 'decisionBy', 'place', 'title'];
const textLimit = 200;

export interface Unfit {
  code: string;
  params: Record<string, string | number>;
}

/** What of a row the records cannot hold as it is written. */
export function unfitIn(
  values: AnyValues,
  texts: readonly string[] = textColumns,
  codes: readonly string[] = codeColumns,
): Unfit | null {
  const odd = codes
    .map((key) => textOf(values, key))
    .find((text) => text && !typedCode.safeParse(text).success);
  if (odd) return { code: 'exchange.code_unfit', params: { text: odd.slice(0, 60) } };
  const long = texts.map((key) => textOf(values, key)).find((text) => text && text.length > textLimit);
  return long ? { code: 'exchange.text_too_long', params: { length: long.length, limit: textLimit } } : null;
}
