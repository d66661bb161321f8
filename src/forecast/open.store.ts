// Candidacies open on a day, each with its cell, stage and since when: now as they stand, on a past day as their
// passages until then say.
import { sql } from 'kysely';
import { today } from '../platform/clock.ts';
import { earliest, type Day } from '../platform/day.ts';
import type { Db } from '../platform/db.ts';
import type { Bound } from './bound.store.ts';
import { type OpenCase, openCasesOf } from './history.ts';
import { modelOn } from './model.store.ts';

/** One open candidacy. Whoever is outside this room sees groups of them. */
export interface OpenRow extends OpenCase {
  id: string | null;
  /** of the cell in the tree of that day */
  path: string;
  /** of the cell by today’s units, a superior known by name only included: by it a class serves; '' on a past day */
  home: string;
  paused: boolean;
  version: string;
  bound: Bound | null;
}

interface Row {
  id: string;
  unitId: number;
  home: string;
  stage: string;
  stageOn: string | null;
  openedOn: string;
  paused: boolean;
  version: string;
}

interface OpenAsked {
  /** a path of the tree of that day; null = all */
  below: string | null;
  paths: ReadonlyMap<number, string>;
  /** of a small branch: its units */
  unitIds?: readonly number[] | undefined;
}

/** Below a path of the tree of that day. */
export async function openRows(db: Db, on: Day, { below, paths, unitIds }: OpenAsked): Promise<OpenRow[]> {
  const rows = on >= today() ? await openNow(db, unitIds) : openThen(await modelOn(db, on));
  return rows
    .map((row) => ({ ...row, path: paths.get(row.unitId) ?? '' }))
    .filter(({ path }) => below === null || path.startsWith(below));
}

async function openNow(db: Db, unitIds: readonly number[] | undefined): Promise<OpenRow[]> {
  const { rows } = await sql<Row>`
    select candidate.id, candidate.unit_id as "unitId", unit.path as home, candidate.stage, candidate.stage_on as "stageOn",
           candidate.opened_on as "openedOn", candidate.paused,
           dossier.version || '.' || coalesce(person.version, 0) as version
    from stat_candidate candidate join dossier on dossier.id = candidate.id
    join unit on unit.id = candidate.unit_id
    left join person on person.id = candidate.person_id
    where ${unitIds ? sql`candidate.unit_id = any(${[...unitIds]}::int[])` : sql`true`}`.execute(db);
  return rows.map(({ stageOn, openedOn, ...row }) => ({
    ...row,
    path: '',
    since: earliest(stageOn ?? openedOn),
    bound: null,
  }));
}

const openThen = (model: Parameters<typeof openCasesOf>[0]): OpenRow[] =>
  openCasesOf(model).map((one) => ({
    ...one,
    id: null,
    path: '',
    home: '',
    paused: false,
    version: '',
    bound: null,
  }));
