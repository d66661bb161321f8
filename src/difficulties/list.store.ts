// Difficulties as they are read: a unit’s own, those that lie with it, and all within its branch, newest first.
import { type RawBuilder, sql } from 'kysely';
import { homeOf, may } from '../org/access.ts';
import { findUnits, getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { readDayCursor, writeDayCursor } from './cursor.ts';
import type { Queryable } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import {
  type DifficultiesAnswer,
  type DifficultiesQuery,
  difficultyTopics,
  type DifficultyView,
} from './view.ts';
import type { DifficultyStep } from './difficulty.ts';
import { isOutside, liesWith, passes, seen, sentTo } from './lies.store.ts';
import { canOf } from './write.store.ts';
import { stateLabels, stepLabels, topicLabels } from './words.ts';

type Sql = RawBuilder<boolean>;
type Box = DifficultiesQuery['box'];

interface Row {
  id: string;
  version: number;
  unitId: number;
  unitName: string;
  unitPath: string;
  topic: DifficultyView['topic'];
  words: string;
  reportId: string | null;
  raisedOn: string;
  state: DifficultyView['state'];
  atUnitId: number | null;
  passes: boolean;
  outside: boolean;
  answer: string | null;
  answeredOn: string | null;
  answeredBy: string;
  answeredUnit: string | null;
}

const columns = () => sql`
  difficulty.id, difficulty.version, unit.id as "unitId", unit.name as "unitName", unit.path as "unitPath",
  difficulty.topic, difficulty.words, difficulty.report_id as "reportId", difficulty.raised_on as "raisedOn",
  difficulty.state, ${liesWith()} as "atUnitId", ${passes()} as passes, ${isOutside()} as outside, difficulty.answer,
  difficulty.answered_on as "answeredOn", coalesce(answerer.display_name, '') as "answeredBy",
  answering.name as "answeredUnit"`;
const tables = sql`
  difficulty join unit on unit.id = difficulty.unit_id ${sentTo} left join account answerer on answerer.id = difficulty.answered_by
  left join unit answering on answering.id = difficulty.answered_unit_id`;

function boxOf(box: Box, unit: UnitRow): Sql {
  if (box === 'own') return sql<boolean>`difficulty.unit_id = ${unit.id}`;
  if (box === 'here') return sql<boolean>`(difficulty.unit_id <> ${unit.id} and ${liesWith()} = ${unit.id})`;
  return sql<boolean>`(unit.path like ${`${unit.path}%`} and difficulty.unit_id <> ${unit.id})`;
}

const ofState = (state: DifficultiesQuery['state']): Sql[] => {
  if (state === undefined) return [];
  return state === 'open'
    ? [sql<boolean>`difficulty.state in ('waiting', 'taken_up')`]
    : [sql<boolean>`difficulty.state = ${state}`];
};

async function counted(db: Queryable, conditions: readonly Sql[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${tables} where ${sql.join([...conditions], sql` and `)}`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function listDifficulties(
  db: Queryable,
  actor: Actor,
  query: DifficultiesQuery,
): Promise<DifficultiesAnswer> {
  const id = query.unit ?? homeOf(actor, 'report.read');
  if (id === null) throw new Missing('access.missing');
  const unit = await getUnit(db, actor, 'report.read', id);
  const states = ofState(query.state);
  const asked = [seen(actor), boxOf(query.box, unit), ...states];
  const { rows } = await sql<Row>`
    select ${columns()} from ${tables} where ${sql.join(asked, sql` and `)} ${after(query.cursor)}
    order by difficulty.raised_on desc, difficulty.id desc limit ${query.limit + 1}`.execute(db);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const many = (box: Box) => counted(db, [seen(actor), boxOf(box, unit), ...states]);
  const [own, here, below] = await Promise.all([many('own'), many('here'), many('below')]);
  return {
    items: await tell(db, actor, shown),
    total: { own, here, below }[query.box],
    next: rows.length > query.limit && last ? writeDayCursor(last.raisedOn, last.id) : null,
    asOf: today(),
    counts: { own, here, below },
    topics: difficultyTopics.map((topic) => ({ id: topic, label: topicLabels[topic] })),
    can: may(actor, 'report.write', { path: unit.path }) ? ['raise'] : [],
  };
}

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (!cursor) return sql``;
  const [on, id] = readDayCursor(cursor);
  return sql`and (difficulty.raised_on, difficulty.id) < (${on}, ${id}::uuid)`;
}

export async function viewDifficulty(db: Queryable, actor: Actor, id: string): Promise<DifficultyView> {
  const { rows } = await sql<Row>`
    select ${columns()} from ${tables} where difficulty.id = ${id}::uuid and ${seen(actor)}`.execute(db);
  const [item] = await tell(db, actor, rows);
  if (!item) throw new Missing('access.missing');
  return item;
}

interface StepRow {
  id: string;
  step: DifficultyStep['step'];
  on: string;
  unitName: string;
  to: string | null;
  by: string;
  words: string;
}

async function stepsOf(db: Queryable, ids: readonly string[]): Promise<Map<string, StepRow[]>> {
  const { rows } = await sql<StepRow>`
    select step.difficulty_id as id, step.step, step.on_day as "on", unit.name as "unitName", upper.name as "to",
           coalesce(account.display_name, '') as by, step.words
    from difficulty_step step join unit on unit.id = step.unit_id
    left join unit upper on upper.id = step.to_unit_id left join account on account.id = step.recorded_by
    where step.difficulty_id = any(${[...ids]}::uuid[]) order by step.difficulty_id, step.number`.execute(db);
  return Map.groupBy(rows, ({ id }) => id);
}

async function tell(db: Queryable, actor: Actor, rows: readonly Row[]): Promise<DifficultyView[]> {
  const steps = await stepsOf(
    db,
    rows.map(({ id }) => id),
  );
  const units = await findUnits(db, [...new Set(rows.flatMap(({ atUnitId }) => atUnitId ?? []))]);
  return rows.map(({ unitPath, atUnitId, answer, answeredOn, answeredBy, answeredUnit, ...row }) => {
    const at = (atUnitId === null ? undefined : units.get(atUnitId)) ?? null;
    return {
      ...row,
      topicLabel: topicLabels[row.topic],
      stateLabel: stateLabels[row.state],
      at: at && { id: at.id, name: at.name },
      answer:
        answer === null
          ? null
          : { words: answer, on: answeredOn ?? '', unitName: answeredUnit ?? '', by: answeredBy },
      steps: (steps.get(row.id) ?? []).map(({ id: _id, ...step }) => ({
        ...step,
        label: stepLabels[step.step],
      })),
      can: canOf({ ...row, unitPath, at }, actor),
    };
  });
}
