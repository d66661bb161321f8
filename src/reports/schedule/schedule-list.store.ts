// Schedules as they are read: what stands prepared for the next period, and what was asked before.
import { type RawBuilder, sql } from 'kysely';
import { findDocuments } from '../../documents/document.store.ts';
import { formsFor } from '../../forms/forms.store.ts';
import type { Form } from '../../forms/form.ts';
import { may } from '../../org/access.ts';
import { findUnits, getUnit, type UnitRow } from '../../org/unit.store.ts';
import type { Queryable, Tables } from '../../platform/db.ts';
import { Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { periodLabel } from '../period.ts';
import type { SchedulesAnswer, ScheduleView } from '../round-view.ts';
import { unitFault } from '../round/round-write.store.ts';
import { daysIn, scheduleStreamOf, sendableFrom } from './schedule.ts';

type Row = Tables['report_schedule'];

/** Those of the unit: in force first, newest first. */
export async function listSchedules(db: Queryable, actor: Actor, unitId: number): Promise<SchedulesAnswer> {
  const unit = await getUnit(db, actor, 'report.read', unitId);
  const rows = await rowsWhere(db, sql<boolean>`unit_id = ${unit.id}`);
  const items = [];
  for (const row of rows) items.push(await viewOf(db, actor, { row, unit }));
  return { items };
}

export async function viewSchedule(db: Queryable, actor: Actor, id: string): Promise<ScheduleView> {
  const [row] = await rowsWhere(db, sql<boolean>`id = ${id}::uuid`);
  if (!row) throw new Missing('access.missing');
  return viewOf(db, actor, { row, unit: await getUnit(db, actor, 'report.read', row.unit_id) });
}

async function rowsWhere(db: Queryable, condition: RawBuilder<boolean>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select * from report_schedule where ${condition}
    order by withdrawn_on is not null, set_on desc, id desc limit 200`.execute(db);
  return rows;
}

interface Of {
  row: Row;
  unit: UnitRow;
}

async function viewOf(db: Queryable, actor: Actor, { row, unit }: Of): Promise<ScheduleView> {
  const known = new Map((await formsFor(db, unit.path)).map(({ form }) => [form.id, form]));
  const standing = row.forms.flatMap(({ id }) => known.get(id) ?? []);
  const document = (await findDocuments(db, actor, [row.document_id])).get(row.document_id ?? '');
  const asks = may(actor, 'report.ask', { path: unit.path });
  return {
    id: row.id,
    unitId: unit.id,
    unitName: unit.name,
    forms: row.forms.map(({ id, title }) => ({ id, title, dropped: !known.has(id) })),
    every: row.every,
    words: row.words,
    document: document && row.document_id ? { id: row.document_id, label: document.label } : null,
    setOn: row.set_on,
    withdrawn: await withdrawnOf(db, row),
    first: await firstOf(db, row),
    next: row.next_period === null ? null : await nextOf(db, { row, unit, forms: standing }, row.next_period),
    past: await pastOf(db, row, asks),
    can: canOf(row, asks),
  };
}

function canOf({ next_period: next }: Row, asks: boolean): ScheduleView['can'] {
  if (!asks) return [];
  return next === null ? ['repeat'] : ['send', 'skip', 'withdraw'];
}

/** Who withdrew it stands in the ledger alone. */
async function withdrawnOf(db: Queryable, row: Row): Promise<ScheduleView['withdrawn']> {
  if (row.withdrawn_on === null) return null;
  const { rows } = await sql<{ by: string }>`
    select account.display_name as by from ledger join account on account.id = ledger.recorded_by
    where ledger.stream = ${scheduleStreamOf(row.id)} and ledger.kind = 'report_schedule.withdrawn'`.execute(
    db,
  );
  return { on: row.withdrawn_on, by: rows[0]?.by ?? '', reason: row.ground ?? '' };
}

async function firstOf(db: Queryable, row: Row): Promise<ScheduleView['first']> {
  const units = await findUnits(db, row.units);
  return {
    periodLabel: periodLabel(row.period),
    closesOn: row.closes_on,
    dueOn: row.due_on,
    to: row.units.flatMap((id) => units.get(id) ?? []).map(named),
  };
}

const named = ({ id, name }: UnitRow) => ({ id, name });

async function nextOf(
  db: Queryable,
  { row, unit, forms }: Of & { forms: readonly Form[] },
  period: string,
): Promise<ScheduleView['next']> {
  const { asked, last, come, kinds } = await unitsOf(db, { row, unit });
  const fits = (one: Pick<UnitRow, 'id' | 'kind' | 'path' | 'endedOn'>): boolean =>
    unitFault(one, { above: unit, forms }) === null;
  // One that could be asked from the first was left out on purpose.
  const left = (one: UnitRow): boolean => {
    const kind = kinds.get(one.id) ?? null;
    return kind !== null && fits({ ...one, kind });
  };
  return {
    period,
    periodLabel: periodLabel(period),
    ...daysIn(period, { period: row.period, closesOn: row.closes_on, dueOn: row.due_on }),
    to: asked.filter(fits).map(named),
    gone: last.filter((one) => !fits(one)).map(({ name }) => name),
    fresh: come.filter((one) => fits(one) && !left(one)).map(named),
    from: sendableFrom(period),
  };
}

interface UnitsOf {
  /** with the first period, and whoever came since and was asked with a later one */
  asked: UnitRow[];
  /** with the period that was sent last */
  last: UnitRow[];
  /** came since, or changed its kind, and not asked yet */
  come: UnitRow[];
  /** by unit that was there when the schedule was recorded: of what kind it was then */
  kinds: ReadonlyMap<number, string | null>;
}

async function unitsOf(db: Queryable, { row, unit }: Of): Promise<UnitsOf> {
  const since = await changedSince(db, { row, unit });
  const come = since.map(({ id }) => id);
  const sent = row.past.filter(({ rounds }) => rounds.length > 0);
  const ever = await askedIn(
    db,
    sent.flatMap(({ rounds }) => rounds),
  );
  const lastly = await askedIn(db, sent.at(-1)?.rounds ?? []);
  const units = await findUnits(db, [...row.units, ...come, ...lastly]);
  const found = (ids: readonly number[]): UnitRow[] => ids.flatMap((id) => units.get(id) ?? []);
  return {
    asked: found([...row.units, ...come.filter((id) => ever.has(id))]),
    last: found([...lastly]),
    come: found(come.filter((id) => !ever.has(id))),
    kinds: new Map(since.map(({ id, kind }) => [id, kind])),
  };
}

async function askedIn(db: Queryable, rounds: readonly string[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select distinct unit_id as id from report_round_unit where round_id = any(${[...rounds]}::uuid[]) order by 1`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}

/** What brings a unit below a committee, whenever it is said to have happened. */
const coming = ['unit.founded', 'unit.taken_over', 'unit.moved', 'unit.restored'];
/** What says of what kind a unit is. */
const kindSaying = ['unit.founded', 'unit.taken_over', 'unit.kind_changed'];

/**
 * Units directly below of which this was recorded after the schedule: that they were founded or came there, or – with the kind
 * as it was recorded before – that they are of another kind.
 */
async function changedSince(
  db: Queryable,
  { row, unit }: Of,
): Promise<{ id: number; kind: string | null }[]> {
  const { rows } = await sql<{ id: number; kind: string | null }>`
    with begun as (select position from ledger where client_id = ${row.entry}::uuid)
    select unit.id, case when not since.came then (
        select data->>'unitKind' from ledger, begun
        where stream = 'unit:' || unit.id and kind = any(${kindSaying}) and ledger.position < begun.position
        order by ledger.position desc limit 1) end as kind
    from unit cross join lateral (
      select bool_or(kind = any(${coming})) as came from ledger, begun
      where stream = 'unit:' || unit.id and kind = any(${[...coming, ...kindSaying]})
        and ledger.position > begun.position) since
    where unit.parent_id = ${unit.id} and unit.ended_on is null and unit.id <> all(${row.units}::int[])
      and since.came is not null
    order by unit.id`.execute(db);
  return rows;
}

/** The one passed over last may be asked after all. */
async function pastOf(
  db: Queryable,
  { past, next_period: next }: Row,
  asks: boolean,
): Promise<ScheduleView['past']> {
  const ids = past.flatMap(({ rounds }) => rounds);
  const open = asks && next !== null;
  const { rows } = await sql<ScheduleView['past'][number]['rounds'][number]>`
    select id, form_title as title from report_round where id = any(${ids}::uuid[])`.execute(db);
  const titled = new Map(rows.map((one) => [one.id, one]));
  return past.toReversed().map(({ period, on, rounds, skipped }, at) => ({
    period,
    periodLabel: periodLabel(period),
    on,
    rounds: rounds.flatMap((id) => titled.get(id) ?? []),
    skipped,
    can: open && at === 0 && skipped !== null ? ['restore'] : [],
  }));
}
