// Every admission as a row of its own, with the person as held on the day of the ceremony: what figures of admissions
// are counted from. Made in the fold of the person and never written alone.
import { dayAt, earliest, latest, type PartialDay } from '../platform/day.ts';
import { among } from '../platform/db.ts';
import type { Entry } from '../platform/entry.ts';
import type { Row, RowsOf } from '../platform/write/rows.ts';
import type { PlainValue } from '../platform/vault.ts';
import type { Admission, FieldName } from './person.ts';

declare module '../platform/db.ts' {
  interface Tables {
    admitted: AdmittedRow;
  }
}

interface AdmittedRow {
  person_id: string;
  on_day: string;
  province_id: string;
  unit_id: number;
  decided_on: string | null;
  began_as: string;
  again: boolean;
  sex: string | null;
  born_on: string | null;
  ethnicity: string | null;
  youth_union: boolean | null;
  education: string | null;
  profession: string | null;
  occupation: string | null;
  official_on: string | null;
  ended_as: string | null;
  ended_on: string | null;
}

export interface Admitted {
  personId: string;
  provinceId: string;
  admissions: readonly Admission[];
  /** what is known now */
  newest: ReadonlyMap<string, string>;
  /** every value ever brought, oldest first */
  values: readonly PlainValue[];
  entries: readonly Entry[];
}

export const admittedRowsOf: RowsOf = {
  table: 'admitted',
  key: ['person_id', 'on_day'],
  where: (ids) => among('person_id', ids, 'uuid'),
};

/** Two ceremonies of one day are one. */
export function admittedRows(one: Admitted): Row[] {
  const rows = new Map(one.admissions.map((admission) => [admission.on, rowOf(one, admission)]));
  return [...rows.values()].map((row) => ({ ...row }));
}

function rowOf(one: Admitted, admission: Admission): AdmittedRow {
  const held = heldBy(one, admission.on);
  const union = held('youthUnion');
  return {
    person_id: one.personId,
    on_day: admission.on,
    province_id: one.provinceId,
    unit_id: admission.unitId,
    decided_on: admission.decidedOn,
    began_as: admission.beganAs,
    again: admission.again,
    // Nobody changes these in a life: another value is a mistake put right.
    sex: one.newest.get('sex') ?? null,
    born_on: one.newest.get('bornOn') ?? null,
    ethnicity: one.newest.get('ethnicity') ?? null,
    youth_union: union === null ? null : union === 'true',
    education: held('education'),
    profession: held('profession'),
    occupation: held('occupation'),
    official_on: admission.officialOn,
    ended_as: admission.endedAs,
    ended_on: admission.endedOn,
  };
}

/** The newest value brought until a day; where nothing was known by then, the first that became known. */
function heldBy({ values, entries }: Admitted, on: PartialDay): (field: FieldName) => string | null {
  const days = new Map(entries.map((entry) => [entry.clientId, dayOfEntry(entry)]));
  const until = latest(on);
  return (field) => {
    const own = values.filter((value) => value.field === field);
    const then = own.findLast(({ entry, recordedAt }) => (days.get(entry) ?? dayIn(recordedAt)) <= until);
    return (then ?? own.find(({ value }) => value !== null))?.value ?? null;
  };
}

const dayIn = (instant: string): string => dayAt(new Date(instant));
const dayOfEntry = ({ happenedOn, recordedAt }: Entry): string =>
  happenedOn ? earliest(happenedOn) : dayIn(recordedAt);
