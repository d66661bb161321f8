// Surveys in the database: the stream of each unit, its rows, and recording, correcting, taking back. One survey of a
// unit and year stands; whoever corrects it says which one he saw.
import { sql } from 'kysely';
import { getUnit, type UnitRow } from '../org/unit.store.ts';
import { findUnitKind } from '../org/organisation.ts';
import { today } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/db.ts';
import { formatDay } from '../platform/day.ts';
import { withdrawal } from '../platform/effective.ts';
import { type Entry, type NewEntry, idOf } from '../platform/entry.ts';
import { Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append, entriesOf, type Stream } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import type { Json } from '../platform/tables.ts';
import { regulations } from '../worklist/in-force.ts';
import {
  isYearFor,
  peopleFault,
  type PriorityData,
  standingPriorities,
  standingSurveys,
  type SurveyData,
  surveyKinds,
  surveyStreamOf,
} from './survey.ts';
import type { PriorityBody, SurveyBody, WithdrawBody } from './view.ts';

declare module '../platform/db.ts' {
  interface Tables {
    survey: {
      unit_id: number;
      year: number;
      entry: string;
      province_id: string;
      surveyed_on: string;
      people: number | null;
      counts: Json<Record<string, number>>;
      recorded_at: string;
      recorded_by: string;
    };
    survey_priority: { unit_id: number; year: number; entry: string; source_groups: string[] };
  }
}

export const surveyStream: Stream = {
  prefix: 'survey',
  kinds: surveyKinds,
  tables: ['survey', 'survey_priority'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = [...(await entriesOf(tx, ids.map(surveyStreamOf)))];
  const of = (pick: (own: readonly Entry[]) => Entry[], row: (unitId: number, entry: Entry) => object) =>
    JSON.stringify(
      entries.flatMap(([stream, own]) => pick(own).map((entry) => row(Number(idOf(stream)), entry))),
    );
  const units = ids.map(Number);
  await sql`delete from survey where unit_id = any(${units}::int[])`.execute(tx);
  await sql`delete from survey_priority where unit_id = any(${units}::int[])`.execute(tx);
  await sql`
    insert into survey
    select r.unit_id, r.year, r.entry, made.province_id, r.surveyed_on, r.people, r.counts, made.recorded_at,
           made.recorded_by
    from jsonb_populate_recordset(null::survey, ${of(standingSurveys, surveyRowOf)}::jsonb) as r
    join ledger as made on made.client_id = r.entry`.execute(tx);
  await sql`
    insert into survey_priority
    select * from jsonb_populate_recordset(null::survey_priority, ${of(standingPriorities, priorityRowOf)}::jsonb)`.execute(
    tx,
  );
}

function surveyRowOf(unitId: number, { clientId, happenedOn, data }: Entry) {
  const { year, groups, people } = data as SurveyData;
  return { unit_id: unitId, year, entry: clientId, surveyed_on: happenedOn, people, counts: groups };
}
function priorityRowOf(unitId: number, { clientId, data }: Entry) {
  const { year, groups } = data as PriorityData;
  return { unit_id: unitId, year, entry: clientId, source_groups: groups };
}

const onceFor = (actor: Actor, clientId: string, unitId: number) => ({
  clientId,
  accountId: actor.accountId,
  stream: surveyStreamOf(unitId),
});

/** Records the survey of a cell, or corrects the one that stands for that year. */
export async function recordSurvey(db: Db, actor: Actor, body: SurveyBody): Promise<void> {
  await write(db, onceFor(actor, body.clientId, body.unitId), async (tx) => {
    const unit = await getUnit(tx, actor, 'survey.write', body.unitId);
    decideUnit(unit);
    decideSurvey(body);
    const replaced = await decideReplaced(tx, body);
    await append(tx, actor, [
      {
        clientId: body.clientId,
        stream: surveyStreamOf(unit.id),
        kind: 'survey.recorded',
        happenedOn: body.happenedOn,
        unitId: unit.id,
        names: replaced,
        data: { year: body.year, groups: filled(body.groups), people: body.people },
      },
    ]);
  });
}

const filled = (groups: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(groups).filter(([, count]) => count > 0));

function decideUnit(unit: UnitRow): void {
  if (!findUnitKind(unit.kind)?.cell || unit.external) throw new Invalid('sourcing.cells_only');
  if (unit.endedOn) throw new Invalid('sourcing.unit_ended');
}

function decideSurvey({ year, happenedOn, groups, people }: SurveyBody): void {
  if (happenedOn > today()) throw new Invalid('ledger.future_day', { day: formatDay(happenedOn) });
  if (!isYearFor(year, happenedOn)) throw new Invalid('sourcing.other_year', { year: String(year) });
  decideGroups(Object.keys(groups));
  const fault = peopleFault(groups, people);
  if (fault) throw new Invalid(fault, {}, { fields: ['people'] });
}

export function decideGroups(codes: readonly string[]): void {
  const known = new Set(
    regulations()
      .catalogue('candidate_source')
      .items.map(({ code }) => code),
  );
  if (codes.some((code) => !known.has(code))) throw new Invalid('sourcing.unknown_group');
}

async function decideReplaced(tx: Tx, { unitId, year, replaces }: SurveyBody): Promise<string | null> {
  const stands = await tx
    .selectFrom('survey')
    .select('entry')
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .executeTakeFirst();
  if ((stands?.entry ?? null) !== (replaces ?? null)) throw new Stale('ledger.changed_meanwhile');
  return stands?.entry ?? null;
}

/** Takes the survey of a unit and year back; there is none then. */
export async function withdrawSurvey(db: Db, actor: Actor, entry: string, body: WithdrawBody): Promise<void> {
  const made = await db
    .selectFrom('ledger')
    .select('unit_id')
    .where('client_id', '=', entry)
    .where('kind', '=', 'survey.recorded')
    .executeTakeFirst();
  if (!made?.unit_id) throw new Missing('access.missing');
  const unit = await getUnit(db, actor, 'survey.write', made.unit_id);
  await write(db, onceFor(actor, body.clientId, unit.id), async (tx) => {
    const stands = await tx.selectFrom('survey').select('entry').where('entry', '=', entry).execute();
    if (stands.length === 0) throw new Stale('ledger.changed_meanwhile');
    const about = { stream: surveyStreamOf(unit.id), happenedOn: null, unitId: unit.id };
    const entries: NewEntry[] = [
      { ...about, clientId: body.clientId, kind: withdrawal, names: entry, data: {} },
      {
        ...about,
        clientId: derivedId(body.clientId, 'ground'),
        kind: 'survey.ground',
        data: { of: body.clientId, ground: body.reason },
      },
    ];
    await append(tx, actor, entries);
  });
}

/** Puts groups first for a year, here and below; an empty list takes them all back. */
export async function recordPriorities(db: Db, actor: Actor, body: PriorityBody): Promise<void> {
  await write(db, onceFor(actor, body.clientId, body.unitId), async (tx) => {
    const unit = await getUnit(tx, actor, 'survey.write', body.unitId);
    if (unit.kind === 'mass_organisation') throw new Missing('access.missing');
    decideGroups(body.groups);
    await append(tx, actor, [
      {
        clientId: body.clientId,
        stream: surveyStreamOf(unit.id),
        kind: 'survey.priority_set',
        happenedOn: today(),
        unitId: unit.id,
        data: { year: body.year, groups: [...new Set(body.groups)] },
      },
    ]);
  });
}
