// The lines that rounds put on the list of work: one for each unit that has not sent its report, gone when it has.
import { sql } from 'kysely';
import type { Day } from '../../platform/day.ts';
import type { Queryable, Tx } from '../../platform/db.ts';
import { takeTurn } from '../../platform/write/turns.ts';
import { keepDues } from '../../worklist/due.store.ts';
import type { DueRow } from '../../worklist/due.ts';
import { regulations } from '../../worklist/in-force.ts';
import { reportClock, submitStep } from './round.ts';

interface Owed {
  roundId: string;
  unitId: number;
  kind: string;
  closesOn: Day;
  dueOn: Day;
}

/** Of a query with `round` in force and `asked`: what is not in, or was returned. */
const notSent = sql<boolean>`(round.taken_back_on is null
  and not exists (select from report where report.unit_id = asked.unit_id and report.form = round.form
        and report.period = round.period and report.closes_on = round.closes_on and report.state = 'submitted'))`;

/** Units that rounds in force still wait for; one whose report was returned owes it again, one that has ended does not. */
export async function owedOf(db: Queryable, rounds: readonly string[]): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    select round.id as "roundId", asked.unit_id as "unitId", unit.kind, round.closes_on as "closesOn", asked.due_on as "dueOn"
    from report_round round join report_round_unit asked on asked.round_id = round.id
    join unit on unit.id = asked.unit_id
    where round.id = any(${[...rounds]}::uuid[]) and ${notSent} and unit.ended_on is null
    order by asked.unit_id`.execute(db);
  return rows;
}

/** Offices of such a unit that may send its report; those above may as well, but it is not their work. */
const writersOf = (kind: string): string[] =>
  writing()
    .filter(({ held_at }) => held_at.includes(kind))
    .map(({ id }) => id);

export const writing = () =>
  regulations().organisation.office_kinds.filter(({ may }) => may['report.write'] !== undefined);

export const dueOf = ({ roundId, unitId, kind, closesOn, dueOn }: Owed): DueRow => ({
  caseKind: 'report',
  caseId: roundId,
  clock: reportClock,
  part: String(unitId),
  step: submitStep,
  unitId,
  personId: null,
  startsOn: closesOn,
  dueOn,
  extendsTo: null,
  limit: null,
  unit: 'days',
  nature: 'duty',
  answers: writersOf(kind),
  citations: [],
  confidence: 'S',
  endsWith: [submitStep],
});

/** After units have ended, are there again or of another kind: the rounds that wait for them, or did. */
export async function keepRoundsOf(tx: Tx, units: readonly number[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct round.id from report_round_unit asked join report_round round on round.id = asked.round_id
    where asked.unit_id = any(${[...units]}::int[]) and ${notSent} order by round.id`.execute(tx);
  await keepRounds(
    tx,
    rows.map(({ id }) => id),
  );
}

/** Makes the lines of these rounds again. */
export async function keepRounds(tx: Tx, rounds: readonly string[]): Promise<void> {
  if (rounds.length === 0) return;
  const { rows } = await sql<Question>`
    select form, period, closes_on as "closesOn" from report_round where id = any(${[...rounds]}::uuid[])`.execute(
    tx,
  );
  await takeTurn(tx, ...rows.map(turnOf));
  await keepDues(tx, 'report', rounds, (await owedOf(tx, rounds)).map(dueOf));
}

interface Question {
  form: string;
  period: string;
  closesOn: Day;
}

/** A round that is asked while its report is sent: the second sees what the first has written. */
const turnOf = ({ form, period, closesOn }: Question): string => `report ${form} ${period} ${closesOn}`;

/** After reports were sent or returned: the rounds that ask for the same. */
export async function keepRoundDues(tx: Tx, reports: readonly Question[]): Promise<void> {
  if (reports.length === 0) return;
  const asked = reports.map(({ form, period, closesOn }) => ({ form, period, closes_on: closesOn }));
  await takeTurn(tx, ...reports.map(turnOf));
  const { rows } = await sql<{ id: string }>`
    select distinct round.id from report_round round
    join jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked(form text, period text, closes_on text)
      on asked.form = round.form and asked.period = round.period and asked.closes_on = round.closes_on`.execute(
    tx,
  );
  await keepRounds(
    tx,
    rows.map(({ id }) => id),
  );
}
