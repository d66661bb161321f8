// Rounds as they are read: what a committee asked and how far it has come, unit by unit; and what a unit owes.
import { type RawBuilder, sql } from 'kysely';
import { findDocuments } from '../../documents/document.store.ts';
import { homeOf, may, reach } from '../../org/access.ts';
import { reachSql } from '../../org/access.store.ts';
import { officeInForce } from '../../org/office.store.ts';
import { getUnit, type UnitRow } from '../../org/unit.store.ts';
import { today } from '../../platform/clock.ts';
import { readDayCursor, writeDayCursor } from '../../difficulties/cursor.ts';
import type { Queryable } from '../../platform/db.ts';
import { Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import type { Message } from '../../platform/messages.ts';
import { periodLabel } from '../period.ts';
import { lateBy } from '../report.ts';
import type {
  OwingAnswer,
  OwingState,
  OwingView,
  RoundLine,
  RoundsAnswer,
  RoundsQuery,
  RoundView,
} from '../round-view.ts';
import { droppedAmong } from './dropped.store.ts';
import { writing } from './due.store.ts';
import { type Extension, reportClock, stateOf } from './round.ts';

interface Row {
  id: string;
  unitId: number;
  unitName: string;
  unitPath: string;
  form: string;
  formTitle: Message;
  period: string;
  closesOn: string;
  dueOn: string;
  askedOn: string;
  words: string;
  documentId: string | null;
  takenBackOn: string | null;
  ground: string | null;
  extensions: Extension[];
}

const columns = sql`
  round.id, round.unit_id as "unitId", asker.name as "unitName", asker.path as "unitPath", round.form,
  round.form_title as "formTitle", round.period, round.closes_on as "closesOn", round.due_on as "dueOn",
  round.asked_on as "askedOn", round.words, round.document_id as "documentId",
  round.taken_back_on as "takenBackOn", round.ground, round.extensions`;
const tables = sql`report_round round join unit asker on asker.id = round.unit_id`;

interface Asked {
  roundId: string;
  unitId: number;
  unitName: string;
  endedOn: string | null;
  path: string;
  nobody: boolean;
  dueOn: string;
  reportId: string | null;
  reportState: 'submitted' | 'returned' | null;
  submittedOn: string | null;
  remindedOn: string | null;
}

/** Units that these rounds ask, within reach. */
async function askedOf(
  db: Queryable,
  actor: Actor,
  rounds: readonly string[],
): Promise<Map<string, Asked[]>> {
  const writers = writing().map(({ id }) => id);
  const { rows } = await sql<Asked>`
    select asked.round_id as "roundId", unit.id as "unitId", unit.name as "unitName", unit.ended_on as "endedOn",
           unit.path, asked.due_on as "dueOn", report.id as "reportId", report.state as "reportState",
           report.submitted_on as "submittedOn",
           not exists (select from office where office.unit_id = unit.id and office.kind = any(${writers}::text[])
                        and ${officeInForce('office', today())}) as nobody,
           (select max(sent_on) from reminder where case_kind = 'report' and case_id = round.id::text
              and clock = ${reportClock} and part = unit.id::text) as "remindedOn"
    from report_round round join report_round_unit asked on asked.round_id = round.id
    join unit on unit.id = asked.unit_id
    left join report on report.unit_id = asked.unit_id and report.form = round.form and report.period = round.period
      and report.closes_on = round.closes_on
    where round.id = any(${[...rounds]}::uuid[])
      and ${reachSql(reach(actor, 'report.read'), { path: sql<string>`unit.path` })}
    order by unit.path, unit.id`.execute(db);
  return Map.groupBy(rows, ({ roundId }) => roundId);
}

/** What stands beside rounds: the papers they name, and which of them ask for a form that was dropped since. */
interface Beside {
  papers: ReadonlyMap<string, { label: string }>;
  dropped: ReadonlySet<string>;
}

const headOf = (row: Row, { papers, dropped }: Beside) => {
  const label = row.documentId === null ? undefined : papers.get(row.documentId)?.label;
  return {
    id: row.id,
    unitId: row.unitId,
    unitName: row.unitName,
    form: { id: row.form, title: row.formTitle },
    dropped: dropped.has(row.id),
    period: row.period,
    periodLabel: periodLabel(row.period),
    closesOn: row.closesOn,
    dueOn: row.dueOn,
    askedOn: row.askedOn,
    words: row.words,
    document: row.documentId !== null && label !== undefined ? { id: row.documentId, label } : null,
    takenBack: row.takenBackOn === null ? null : { on: row.takenBackOn, reason: row.ground ?? '' },
  };
};

function countsOf(asked: readonly Asked[]): RoundLine['counts'] {
  const states = asked.map((one) => stateOf(one, today()));
  const many = (state: string): number => states.filter((one) => one === state).length;
  return {
    asked: states.length - many('ended'),
    submitted: many('submitted'),
    late: many('late'),
    owing: many('owing'),
    returned: many('returned'),
  };
}

async function besideOf(db: Queryable, actor: Actor, rows: readonly Row[]): Promise<Beside> {
  const papers = await findDocuments(
    db,
    actor,
    rows.map(({ documentId }) => documentId),
  );
  const dropped = await droppedAmong(
    db,
    rows.map(({ id, form, unitPath }) => ({ id, form, path: unitPath })),
  );
  return { papers, dropped };
}

/** What a committee asked, newest first. */
export async function listRounds(db: Queryable, actor: Actor, query: RoundsQuery): Promise<RoundsAnswer> {
  const id = query.unit ?? homeOf(actor, 'report.read');
  if (id === null) throw new Missing('access.missing');
  const unit = await getUnit(db, actor, 'report.read', id);
  const asked = [sql<boolean>`round.unit_id = ${unit.id}`];
  if (query.period) asked.push(sql<boolean>`round.period = ${query.period}`);
  const all = sql.join(asked, sql` and `);
  const total = await sql<{ count: number }>`
    select count(*)::int as count from ${tables} where ${all}`.execute(db);
  const { rows } = await sql<Row>`
    select ${columns} from ${tables} where ${all} ${after(query.cursor)}
    order by round.asked_on desc, round.id desc limit ${query.limit + 1}`.execute(db);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const units = await askedOf(
    db,
    actor,
    shown.map((row) => row.id),
  );
  const beside = await besideOf(db, actor, shown);
  return {
    items: shown.map((row) => ({ ...headOf(row, beside), counts: countsOf(units.get(row.id) ?? []) })),
    total: total.rows[0]?.count ?? 0,
    next: rows.length > query.limit && last ? writeDayCursor(last.askedOn, last.id) : null,
    asOf: today(),
    can: may(actor, 'report.ask', { path: unit.path }) ? ['ask'] : [],
  };
}

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (!cursor) return sql``;
  const [on, id] = readDayCursor(cursor);
  return sql`and (round.asked_on, round.id) < (${on}, ${id}::uuid)`;
}

/** One round with every unit it asks that the reader may see; it is there for whoever sees one of them. */
export async function viewRound(db: Queryable, actor: Actor, id: string): Promise<RoundView> {
  const { rows } = await sql<Row>`select ${columns} from ${tables} where round.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  const asked = row ? ((await askedOf(db, actor, [id])).get(id) ?? []) : [];
  const own = row !== undefined && may(actor, 'report.read', { path: row.unitPath });
  if (!row || (!own && asked.length === 0)) throw new Missing('access.missing');
  const names = new Map(asked.map(({ unitId, unitName }) => [unitId, unitName]));
  const stands = row.takenBackOn === null && may(actor, 'report.ask', { path: row.unitPath });
  return {
    ...headOf(row, await besideOf(db, actor, [row])),
    asOf: today(),
    counts: countsOf(asked),
    units: asked.map((one) => unitView(one, row)),
    // Of all units, or of some that the reader sees: why another was given time is not told.
    extensions: row.extensions
      .filter(({ units }) => units.length === 0 || units.some((unit) => names.has(unit)))
      .map(({ units, ...extension }) => ({
        ...extension,
        units: units.flatMap((unit) => names.get(unit) ?? []),
      })),
    can: stands
      ? ['extend', 'take_back', ...(actor.can.has('reminder.send') ? (['remind'] as const) : [])]
      : [],
  };
}

function unitView(one: Asked, { id, closesOn, takenBackOn }: Row): RoundView['units'][number] {
  const state = stateOf(one, today());
  const open = takenBackOn === null && state !== 'submitted' && state !== 'ended';
  const line = {
    caseKind: 'report' as const,
    caseId: id,
    clock: reportClock,
    part: String(one.unitId),
    startsOn: closesOn,
  };
  return {
    unitId: one.unitId,
    unitName: one.unitName,
    ended: one.endedOn !== null,
    nobody: one.nobody,
    dueOn: one.dueOn,
    state,
    lateDays: lateDaysOf(state, one.dueOn, one.submittedOn),
    reportId: one.reportId,
    submittedOn: one.submittedOn,
    line: open ? line : null,
    remindedOn: one.remindedOn,
  };
}

const lateDaysOf = (state: OwingState, dueOn: string, submittedOn: string | null): number | null =>
  state === 'ended' ? null : lateBy(dueOn, state === 'submitted' ? (submittedOn ?? '') : today());

// ---- what a unit owes

interface OwedRow extends Row, Pick<Asked, 'reportId' | 'reportState' | 'submittedOn'> {
  due: string;
  returnedOn: string | null;
  returnedGround: string | null;
}

/** Open rounds of a unit by the day they are due; with `all` also what is in. */
export async function listOwing(
  db: Queryable,
  actor: Actor,
  query: { unit?: number | undefined; all: boolean },
): Promise<OwingAnswer> {
  const id = query.unit ?? homeOf(actor, 'report.read');
  if (id === null) return { unit: null, items: [], asOf: today() };
  const unit = await getUnit(db, actor, 'report.read', id);
  const { rows } = await sql<OwedRow>`
    select ${columns}, asked.due_on as due, report.id as "reportId", report.state as "reportState",
           report.submitted_on as "submittedOn", last.returned_on as "returnedOn",
           last.returned_ground as "returnedGround"
    from ${tables} join report_round_unit asked on asked.round_id = round.id
    left join report on report.unit_id = asked.unit_id and report.form = round.form and report.period = round.period
      and report.closes_on = round.closes_on
    left join report_submission last on last.report_id = report.id and last.number = report.times
    where asked.unit_id = ${unit.id}
      and (${query.all} or (${unit.endedOn === null} and round.taken_back_on is null and report.state is distinct from 'submitted'))
    order by asked.due_on, round.id limit 500`.execute(db);
  const beside = await besideOf(db, actor, rows);
  const writes = may(actor, 'report.write', { path: unit.path });
  return {
    unit: { id: unit.id, name: unit.name },
    items: rows.map((row) => owingOf(row, beside, { writes, endedOn: unit.endedOn })),
    asOf: today(),
  };
}

const returnOf = ({ returnedOn, returnedGround }: OwedRow): OwingView['returned'] =>
  returnedOn === null ? null : { on: returnedOn, reason: returnedGround ?? '' };

function owingOf(
  row: OwedRow,
  beside: Beside,
  { writes, endedOn }: { writes: boolean; endedOn: UnitRow['endedOn'] },
): OwingView {
  const state = stateOf({ reportState: row.reportState, dueOn: row.due, endedOn }, today());
  const open = writes && state !== 'submitted' && row.takenBackOn === null && !beside.dropped.has(row.id);
  return {
    round: headOf(row, beside),
    dueOn: row.due,
    state,
    lateDays: lateDaysOf(state, row.due, row.submittedOn),
    reportId: row.reportId,
    submittedOn: row.submittedOn,
    returned: state === 'returned' ? returnOf(row) : null,
    can: open ? ['submit'] : [],
  };
}
