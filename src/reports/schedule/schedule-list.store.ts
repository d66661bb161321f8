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
import { daysIn, sendableFrom } from './schedule.ts';

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
  const asks = row.withdrawn_on === null && may(actor, 'report.ask', { path: unit.path });
  return {
    id: row.id,
    unitId: unit.id,
    unitName: unit.name,
    forms: row.forms.map(({ id, title }) => ({ id, title, dropped: !known.has(id) })),
    every: row.every,
    words: row.words,
    document: document && row.document_id ? { id: row.document_id, label: document.label } : null,
    setOn: row.set_on,
    withdrawn: row.withdrawn_on === null ? null : { on: row.withdrawn_on, reason: row.ground ?? '' },
    next: row.next_period === null ? null : await nextOf(db, { row, unit, forms: standing }, row.next_period),
    past: await pastOf(db, row),
    can: asks ? ['send', 'skip', 'withdraw'] : [],
  };
}

async function nextOf(
  db: Queryable,
  { row, unit, forms }: Of & { forms: readonly Form[] },
  period: string,
): Promise<ScheduleView['next']> {
  const units = await findUnits(db, row.units);
  const asked = row.units.flatMap((id) => units.get(id) ?? []);
  const fits = (one: UnitRow): boolean => unitFault(one, { above: unit, forms }) === null;
  const named = ({ id, name }: UnitRow) => ({ id, name });
  return {
    period,
    periodLabel: periodLabel(period),
    ...daysIn(period, { period: row.period, closesOn: row.closes_on, dueOn: row.due_on }),
    to: asked.filter(fits).map(named),
    gone: asked.filter((one) => !fits(one)).map(({ name }) => name),
    fresh: (await foundedSince(db, { row, unit })).filter(fits).map(named),
    from: sendableFrom(period),
  };
}

/** Units directly below that were founded after the schedule was set. */
async function foundedSince(db: Queryable, { row, unit }: Of): Promise<UnitRow[]> {
  const { rows } = await sql<{ id: number }>`
    select id from unit where parent_id = ${unit.id} and founded_on > ${row.set_on} and ended_on is null
      and id <> all(${row.units}::int[]) order by id`.execute(db);
  const ids = rows.map(({ id }) => id);
  const units = await findUnits(db, ids);
  return ids.flatMap((id) => units.get(id) ?? []);
}

async function pastOf(db: Queryable, { past }: Row): Promise<ScheduleView['past']> {
  const ids = past.flatMap(({ rounds }) => rounds);
  const { rows } = await sql<ScheduleView['past'][number]['rounds'][number]>`
    select id, form_title as title from report_round where id = any(${ids}::uuid[])`.execute(db);
  const titled = new Map(rows.map((one) => [one.id, one]));
  return past.toReversed().map(({ period, on, rounds, skipped }) => ({
    period,
    periodLabel: periodLabel(period),
    on,
    rounds: rounds.flatMap((id) => titled.get(id) ?? []),
    skipped,
  }));
}
