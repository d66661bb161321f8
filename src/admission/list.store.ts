// The lists of dossiers: within reach, searched without accents, with true counts by stage. What is due is kept in
// the rows; what stands in the way today is judged for the rows shown.
import { sql, type RawBuilder } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { today } from '../platform/clock.ts';
import { daysBetween } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import type { Message } from '../platform/messages.ts';
import { fold } from '../platform/text.ts';
import { placeColumns } from './dossier.store.ts';
import { powersOf } from '../road/held.ts';
import type { Known } from '../road/law.ts';
import { law } from '../road/law.ts';
import { blockedBy, onwardOf } from '../road/onward.ts';
import type { DossierState } from '../road/row.ts';
import { stagesOfPhase } from '../road/standing.ts';
import type { DossierList, DossierRow, ListQuery, Phase } from '../road/view.ts';

interface Row {
  id: string;
  version: number;
  personId: string;
  fullName: string;
  sortKey: string;
  bornOn: string | null;
  education: string | null;
  youthUnion: boolean | null;
  unitId: number;
  unitName: string;
  path: string;
  unitKind: string;
  unitType: string | null;
  parentKind: string | null;
  parentType: string | null;
  grandKind: string | null;
  grandType: string | null;
  stage: string;
  stageOn: string | null;
  closedAs: string | null;
  helperName: string | null;
  helperStatus: string | null;
  state: DossierState;
}

const tables = sql`
  dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
  left join unit parent on parent.id = unit.parent_id left join unit grand on grand.id = parent.parent_id
  left join person helper on helper.id = dossier.helper_id`;

export async function listDossiers(
  db: Queryable,
  actor: Actor,
  asked: ListQuery,
  action = 'dossier.read',
): Promise<DossierList> {
  const wide = isWide(actor, action);
  const query = wide ? asked : withoutDue(asked);
  const base = conditions(actor, action, query);
  const counts = await countStages(db, base);
  const filter = query.stage ? [...base, sql<boolean>`dossier.stage = ${query.stage}`] : base;
  const rows = query.blocked
    ? await readBlocked(db, filter, query)
    : await readRows(db, [...filter, ...after(query)], query.limit + 1, query);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => itemOf(row, wide)),
    total: query.blocked
      ? (await readBlocked(db, filter, { ...query, cursor: undefined })).length
      : totalOf(counts, query),
    next: rows.length > query.limit && last ? cursorOf(last, query) : null,
    asOf: today(),
    counts,
  };
}

const isWide = (actor: Actor, action: string): boolean =>
  action === 'dossier.read' && ['paths', 'everywhere'].includes(reach(actor, 'dossier.read').kind);

/** What is due or stands in the way is not shown to every reader: then it does not choose or order the rows either. */
const withoutDue = ({ sort, ...query }: ListQuery): ListQuery => ({
  ...query,
  late: false,
  blocked: false,
  sort: sort === '-name' ? sort : undefined,
});

const totalOf = (counts: Record<string, number>, { stage }: ListQuery): number =>
  stage ? (counts[stage] ?? 0) : Object.values(counts).reduce((sum, count) => sum + count, 0);

type Conditions = RawBuilder<boolean>[];

function conditions(actor: Actor, action: string, query: ListQuery): Conditions {
  const found: Conditions = [reachSql(reach(actor, action), placeColumns)];
  if (query.unit !== undefined)
    found.push(
      sql<boolean>`unit.path like (select path from unit as chosen where chosen.id = ${query.unit}) || '%'`,
    );
  if (query.phase) found.push(sql<boolean>`dossier.stage = any(${stagesOfPhase(query.phase as Phase)})`);
  if (query.late) found.push(sql<boolean>`dossier.state ->> 'dutyOn' < ${today()}`);
  if (query.open) found.push(sql<boolean>`dossier.closed_as is null`);
  for (const word of fold(query.q ?? '')
    .split(' ')
    .filter(Boolean))
    found.push(
      sql<boolean>`exists (select from person_word w where w.person_id = person.id and w.suffix like ${`${likeOf(word)}%`})`,
    );
  return found;
}

const likeOf = (word: string): string => word.replace(/[%_\\]/g, (sign) => `\\${sign}`);
const all = (list: Conditions) => sql.join(list, sql` and `);

async function countStages(db: Queryable, list: Conditions): Promise<Record<string, number>> {
  const result = await sql<{ stage: string; count: number }>`
    select dossier.stage, count(*) from ${tables} where ${all(list)} group by dossier.stage`.execute(db);
  return Object.fromEntries(result.rows.map((row) => [row.stage, row.count]));
}

type Sort = 'name' | 'due';
const sortOf = ({ sort }: ListQuery): { by: Sort; down: boolean } => ({
  by: sort?.replace('-', '') === 'due' ? 'due' : 'name',
  down: sort?.startsWith('-') ?? false,
});
const keys: Record<Sort, RawBuilder<string>> = {
  name: sql<string>`person.sort_key`,
  due: sql<string>`coalesce(dossier.state ->> 'dutyOn', dossier.state ->> 'nextDueOn', '9999')`,
};
const keyOf = (row: Row, by: Sort): string =>
  by === 'name' ? row.sortKey : (row.state.dutyOn ?? row.state.nextDueOn ?? '9999');

function after(query: ListQuery): Conditions {
  if (!query.cursor) return [];
  const { by, down } = sortOf(query);
  const [key, id] = readCursor(query.cursor);
  const sign = down ? sql`<` : sql`>`;
  return [sql<boolean>`(${keys[by]}, dossier.id) ${sign} (${key}, ${id}::uuid)`];
}

const cursorOf = (row: Row, query: ListQuery): string =>
  Buffer.from(JSON.stringify([keyOf(row, sortOf(query).by), row.id])).toString('base64url');

function readCursor(cursor: string): [string, string] {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown];
    if (typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [key, id];
  } catch {
    // falls through to the same answer as a cursor of another list
  }
  throw new Invalid('admission.bad_cursor');
}

async function readRows(db: Queryable, list: Conditions, limit: number, query: ListQuery): Promise<Row[]> {
  const { by, down } = sortOf(query);
  const way = down ? sql`desc` : sql`asc`;
  const result = await sql<Row>`
    select dossier.id, dossier.version, dossier.person_id as "personId", person.full_name as "fullName",
           person.sort_key as "sortKey", person.born_on as "bornOn", person.education,
           person.youth_union as "youthUnion", dossier.unit_id as "unitId", unit.name as "unitName", unit.path,
           unit.kind as "unitKind", unit.type as "unitType", parent.kind as "parentKind", parent.type as "parentType",
           grand.kind as "grandKind", grand.type as "grandType",
           dossier.stage, dossier.stage_on as "stageOn", dossier.closed_as as "closedAs",
           helper.full_name as "helperName", helper.status as "helperStatus", dossier.state
    from ${tables} where ${all(list)}
    order by ${keys[by]} ${way}, dossier.id ${way} limit ${limit}`.execute(db);
  return result.rows;
}

/** What stands in the way is a matter of today and of the law: judged, not stored, and so filtered here. */
async function readBlocked(db: Queryable, list: Conditions, query: ListQuery): Promise<Row[]> {
  const rows = await readRows(db, [...list, sql<boolean>`dossier.closed_as is null`], 100_000, query);
  const blocked = rows.filter((row) => blockOf(row) !== null);
  if (!query.cursor) return blocked;
  const [, id] = readCursor(query.cursor);
  return blocked.slice(blocked.findIndex((row) => row.id === id) + 1);
}

/** What is known of the row today, for judging its next step. */
function factsOf(row: Row): Known {
  const under = row.parentKind === 'sub_committee';
  return {
    ...row.state.facts,
    'dossier.stage': row.stage,
    'dossier.takenOverStage': row.state.takenOverStage ?? undefined,
    'person.bornOn': row.bornOn ?? undefined,
    'person.education': row.education ?? undefined,
    'person.youthUnion': row.youthUnion ?? undefined,
    'unit.kind': row.unitKind,
    'unit.type': row.unitType ?? undefined,
    'unit.underSubCommittee': row.parentKind === null ? undefined : under,
    'committee.kind': (under ? row.grandKind : row.parentKind) ?? undefined,
    'committee.powers': powersOf(under ? row.grandType : row.parentType),
    'helper.status': statusOf(row.helperStatus),
  };
}

const everything = (limit: number): ListQuery => ({ late: false, blocked: false, open: false, limit });

/** The same for these dossiers, whoever may see them. */
export async function onwardFacts(db: Queryable, ids: readonly string[]): Promise<Map<string, Known>> {
  const named = sql<boolean>`dossier.id = any(${[...ids]}::uuid[])`;
  const rows = await readRows(db, [named], ids.length, everything(ids.length));
  return new Map(rows.map((row) => [row.id, factsOf(row)]));
}

const statusOf = (status: string | null): string | undefined =>
  status === null ? undefined : status === 'official' || status === 'probationary' ? status : 'none';

const blockOf = (row: Row): Message | null =>
  row.closedAs === null ? blockedBy(onwardOf(law(), row, today(), factsOf(row))) : null;

function itemOf(row: Row, wide: boolean): DossierRow {
  const onward = row.closedAs === null ? onwardOf(law(), row, today(), factsOf(row)) : undefined;
  return {
    id: row.id,
    version: row.version,
    personId: row.personId,
    fullName: row.fullName,
    bornOn: row.bornOn,
    unitId: row.unitId,
    unitName: row.unitName,
    stage: row.stage,
    stageOn: row.stageOn,
    nextStep: onward?.step.label ?? null,
    closedAs: row.closedAs,
    ...(wide ? { ...dueOf(row), helperName: row.helperName, blocked: blockedBy(onward) } : unseen),
  };
}

const unseen = { helperName: null, nextDueOn: null, dutyOn: null, lateDays: null, blocked: null };

function dueOf({ state }: Row): Pick<DossierRow, 'nextDueOn' | 'dutyOn' | 'lateDays'> {
  const late = state.dutyOn !== null && state.dutyOn < today();
  return {
    nextDueOn: state.dutyOn ?? state.nextDueOn,
    dutyOn: state.dutyOn,
    lateDays: late && state.dutyOn ? daysBetween(state.dutyOn, today()) : null,
  };
}
