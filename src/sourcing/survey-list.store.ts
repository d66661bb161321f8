// The survey of a year as a table: the units directly below one, each with what its cells counted, the admission target
// beside it and the candidates it has; a cell stands for itself.
import { sql } from 'kysely';
import { may, reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { findUnitKind, organisation } from '../org/organisation.ts';
import { idsOnPath } from '../org/tree.ts';
import { findUnit, getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { stagesOfPhase } from '../road/standing.ts';
import type { SurveyAnswer, SurveyRow } from './view.ts';

interface Row extends Omit<SurveyRow, 'can' | 'own' | 'cell' | 'target'> {
  path: string;
  minimum: number | null;
  maximum: number | null;
  aim: number | null;
  hasTarget: boolean;
  entry: string | null;
  surveyedOn: string | null;
  recordedAt: string | null;
  recordedBy: string | null;
}

export const cellKinds = (): string[] =>
  organisation()
    .unit_kinds.filter(({ cell }) => cell)
    .map(({ id }) => id);
/** Candidates of a year: those whose ceremony is still to come. */
export const candidateStages = (): string[] =>
  (['source', 'dossier', 'approval'] as const).flatMap(stagesOfPhase);

/** The unit a list starts from: the chosen one within reach, else the office's own. */
export async function startingUnit(
  db: Queryable,
  actor: Actor,
  action: string,
  unit?: number,
): Promise<UnitRow> {
  if (unit !== undefined && unit !== actor.unitId) return getUnit(db, actor, action, unit);
  const own = actor.unitId === null ? undefined : await findUnit(db, actor.unitId);
  if (!own) throw new Missing('access.missing');
  return own;
}

/** In SQL: the child of `unit` on whose branch the unit of this path stands; null for the unit itself. */
export const branchOf = (unit: Pick<UnitRow, 'path'>, path: ReturnType<typeof sql>) =>
  sql<number | null>`nullif(split_part(${path}, '/', ${sql.lit(unit.path.split('/').length)}), '')::int`;

export async function listSurveys(
  db: Queryable,
  actor: Actor,
  asked: { year: number; unit?: number | undefined },
): Promise<SurveyAnswer> {
  const unit = await startingUnit(db, actor, 'survey.read', asked.unit);
  const rows = await readRows(db, actor, unit, asked.year);
  const items = rows.map((row) => itemOf(actor, row));
  const isCell = Boolean(findUnitKind(unit.kind)?.cell);
  return {
    year: asked.year,
    unit: { id: unit.id, name: unit.name, kind: unit.kind, cell: isCell },
    items,
    total: { ...totalOf(unit, isCell, items), target: await readTarget(db, unit.id, asked.year) },
    priorities: await readPriorities(db, unit, asked.year),
    asOf: today(),
    can: may(actor, 'survey.write', { path: unit.path }) ? ['prioritise'] : [],
  };
}

const ofYear = (year: number) => sql`target.period = ${String(year)} and target.figure = 'admission'`;

async function readRows(db: Queryable, actor: Actor, unit: UnitRow, year: number): Promise<Row[]> {
  const path = sql<string>`unit.path`;
  const result = await sql<Row>`
    with cell as materialized (
      select unit.id, coalesce(${branchOf(unit, path)}, unit.id) as row_id
      from unit
      where unit.path like ${`${unit.path}%`} and unit.kind = any(${cellKinds()}) and unit.ended_on is null
        and not unit.external and ${reachSql(reach(actor, 'survey.read'), { path })}
    ), counted as (
      select cell.row_id, count(*)::int as cells, count(survey.unit_id)::int as surveyed, sum(survey.people)::int as people,
             sum(target.minimum)::int as target_below
      from cell left join survey on survey.unit_id = cell.id and survey.year = ${year}
      left join target_now target on target.unit_id = cell.id and ${ofYear(year)}
      group by cell.row_id
    ), grouped as (
      select row_id, jsonb_object_agg(code, n) as groups
      from (select cell.row_id, said.key as code, sum(said.value::int) as n
            from cell join survey on survey.unit_id = cell.id and survey.year = ${year},
                 jsonb_each_text(survey.counts) as said
            group by cell.row_id, said.key) as summed
      group by row_id
    ), open as (
      select unit_id, count(*)::int as candidates from dossier
      where closed_as is null and stage = any(${candidateStages()}) group by unit_id
    ), opened as (
      select cell.row_id, coalesce(sum(open.candidates), 0)::int as candidates,
             count(*) filter (where open.candidates is null)::int as without
      from cell left join open on open.unit_id = cell.id group by cell.row_id
    )
    select unit.id as "unitId", unit.name as "unitName", unit.kind as "unitKind", unit.path,
           counted.cells, counted.surveyed, counted.people, coalesce(grouped.groups, '{}'::jsonb) as groups,
           target.minimum, target.maximum, target.aim, target.unit_id is not null as "hasTarget",
           counted.target_below as "targetBelow", opened.candidates, opened.without,
           own.entry, own.surveyed_on as "surveyedOn", own.recorded_at as "recordedAt",
           account.display_name as "recordedBy"
    from counted join unit on unit.id = counted.row_id
    left join grouped using (row_id) left join opened using (row_id)
    left join target_now target on target.unit_id = unit.id and ${ofYear(year)}
    left join survey own on own.unit_id = unit.id and own.year = ${year}
    left join account on account.id = own.recorded_by
    order by unit.name_key, unit.id`.execute(db);
  return result.rows;
}

function itemOf(actor: Actor, row: Row): SurveyRow {
  const { path, minimum, maximum, aim, hasTarget, entry, surveyedOn, recordedAt, recordedBy, ...rest } = row;
  const cell = Boolean(findUnitKind(row.unitKind)?.cell);
  const writes = cell && may(actor, 'survey.write', { path });
  const own = entry && surveyedOn && recordedAt ? { entry, surveyedOn, recordedAt, recordedBy } : null;
  return {
    ...rest,
    cell,
    target: hasTarget ? { minimum, maximum, aim } : null,
    own,
    can: writes ? (own ? ['record', 'withdraw'] : ['record']) : [],
  };
}

/** Everything below the unit; what no cell counted stays unknown. */
function totalOf(unit: UnitRow, cell: boolean, items: readonly SurveyRow[]) {
  const sum = (of: (row: SurveyRow) => number) => items.reduce((all, row) => all + of(row), 0);
  const known = (of: (row: SurveyRow) => number | null) =>
    items.some((row) => of(row) !== null) ? sum((row) => of(row) ?? 0) : null;
  const groups: Record<string, number> = {};
  for (const row of items)
    for (const [code, n] of Object.entries(row.groups)) groups[code] = (groups[code] ?? 0) + n;
  return {
    unitId: unit.id,
    unitName: unit.name,
    unitKind: unit.kind,
    cell,
    cells: sum((row) => row.cells),
    surveyed: sum((row) => row.surveyed),
    groups,
    people: known((row) => row.people),
    targetBelow: known((row) => row.targetBelow),
    candidates: sum((row) => row.candidates),
    without: sum((row) => row.without),
  };
}

async function readTarget(
  db: Queryable,
  unitId: number,
  year: number,
): Promise<SurveyAnswer['total']['target']> {
  const { rows } = await sql<NonNullable<SurveyAnswer['total']['target']>>`
    select minimum, maximum, aim from target_now target
    where target.unit_id = ${unitId} and ${ofYear(year)}`.execute(db);
  return rows[0] ?? null;
}

/** What this unit and those above it put first. */
async function readPriorities(
  db: Queryable,
  unit: UnitRow,
  year: number,
): Promise<SurveyAnswer['priorities']> {
  const above = idsOnPath(unit.path);
  const rows = await db
    .selectFrom('survey_priority')
    .innerJoin('unit', 'unit.id', 'survey_priority.unit_id')
    .select(['unit_id as unitId', 'unit.name as unitName', 'source_groups as groups'])
    .where('year', '=', year)
    .where('unit_id', 'in', above)
    .orderBy('unit.depth')
    .execute();
  return rows.filter(({ groups }) => groups.length > 0);
}
