// The lists of dossiers: within reach, searched without accents, with true counts by stage. What is due is kept in
// the rows; what stands in the way today is judged for the rows shown.
import { sql, type RawBuilder } from 'kysely';
import { type Reach, reach } from '../org/access.ts';
import { cutTo } from '../org/access.store.ts';
import { unitPath } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { daysBetween } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import { held } from '../platform/held.ts';
import type { Actor } from '../platform/http.ts';
import type { Message } from '../platform/messages.ts';
import { fold } from '../platform/text.ts';
import { placeColumns } from './dossier.store.ts';
import { talliedDossiers } from './tally.store.ts';
import { powersOf } from '../road/held.ts';
import type { Known, Law } from '../road/law.ts';
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
  /** another one whenever a row that its next step is judged by was written again */
  mark: string;
}

const chosenFrom = sql`
  dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id`;
const tables = sql`${chosenFrom}
  left join unit parent on parent.id = unit.parent_id left join unit grand on grand.id = parent.parent_id
  left join person helper on helper.id = dossier.helper_id`;

export async function listDossiers(
  db: Queryable,
  actor: Actor,
  wanted: ListQuery,
  action = 'dossier.read',
): Promise<DossierList> {
  const wide = isWide(actor, action);
  const query = wide ? wanted : withoutDue(wanted);
  const branch = query.unit === undefined ? null : ((await unitPath(db, query.unit)) ?? nowhere);
  const asked = { within: reach(actor, action), branch, query };
  const base = await conditions(db, asked);
  const filter = query.stage ? [...base, sql<boolean>`dossier.stage = ${query.stage}`] : base;
  const name = nameOf(actor, action, query);
  const [counts, rows] = await Promise.all([
    stagesOf(db, asked, () => held(db, { key: `stages ${name}`, sources }, () => countStages(db, base))),
    query.blocked ? readBlocked(db, filter, query) : readPage(db, filter, { name, query }),
  ]);
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

/** Whatever is written of these changes which dossiers are counted. */
const sources = ['dossier', 'person', 'unit'];
/** What the counts depend on: neither page nor order nor stage. */
function nameOf(actor: Actor, action: string, query: ListQuery): string {
  const { unit, phase, late, open, q } = query;
  return `${today()} ${JSON.stringify([reach(actor, action), unit, phase, late, open, q])}`;
}

/** Which dossiers stand on the first page is held, what they are is read: finding the first of many costs the most. */
async function readPage(
  db: Queryable,
  list: Conditions,
  { name, query }: { name: string; query: ListQuery },
): Promise<Row[]> {
  const most = query.limit + 1;
  const read = () => readIds(db, [...list, ...after(query)], most, query);
  if (query.cursor || most > mostHeld) return readRows(db, await read(), query);
  const key = `first ${most} ${query.stage ?? ''} ${query.sort ?? ''} ${name}`;
  return readRows(db, await held(db, { key, sources }, read), query);
}
const mostHeld = 201;

type Conditions = RawBuilder<boolean>[];

interface Asked {
  within: Reach;
  branch: string | null;
  query: ListQuery;
}

async function conditions(db: Queryable, { within, branch, query }: Asked): Promise<Conditions> {
  const cut = await cutTo(db, within, branch);
  const found: Conditions = [cut.where({ ...placeColumns, unitId: sql<number>`dossier.unit_id` })];
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

/** The path of a unit that there is not. */
const nowhere = '/0/';
const likeOf = (word: string): string => word.replace(/[%_\\]/g, (sign) => `\\${sign}`);
const all = (list: Conditions) => sql.join(list, sql` and `);

/** Summed over the units where reach is a matter of the tree and nothing is asked that only the rows tell. */
async function stagesOf(
  db: Queryable,
  { within, branch, query }: Asked,
  read: () => Promise<Record<string, number>>,
): Promise<Record<string, number>> {
  const counted = query.q || query.late ? null : await talliedDossiers(db, { within, branch });
  if (!counted) return read();
  const phase = query.phase ? stagesOfPhase(query.phase as Phase) : null;
  const meant = counted.filter(
    ({ stage, open }) => (!query.open || open) && (phase === null || phase.includes(stage)),
  );
  const counts: Record<string, number> = {};
  for (const { stage, count } of meant) counts[stage] = (counts[stage] ?? 0) + count;
  return counts;
}

async function countStages(db: Queryable, list: Conditions): Promise<Record<string, number>> {
  const result = await sql<{ stage: string; count: number }>`
    select dossier.stage, count(*) from ${chosenFrom} where ${all(list)} group by dossier.stage`.execute(db);
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

function orderOf(query: ListQuery): RawBuilder<unknown> {
  const { by, down } = sortOf(query);
  const way = down ? sql`desc` : sql`asc`;
  return sql`order by ${keys[by]} ${way}, dossier.id ${way}`;
}

async function readIds(db: Queryable, list: Conditions, limit: number, query: ListQuery): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select dossier.id from ${chosenFrom} where ${all(list)} ${orderOf(query)} limit ${sql.lit(limit)}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

async function readRows(db: Queryable, ids: readonly string[], query: ListQuery): Promise<Row[]> {
  if (ids.length === 0) return [];
  const result = await sql<Row>`
    select dossier.id, dossier.version, dossier.person_id as "personId", person.full_name as "fullName",
           person.sort_key as "sortKey", person.born_on as "bornOn", person.education,
           person.youth_union as "youthUnion", dossier.unit_id as "unitId", unit.name as "unitName", unit.path,
           unit.kind as "unitKind", unit.type as "unitType", parent.kind as "parentKind", parent.type as "parentType",
           grand.kind as "grandKind", grand.type as "grandType",
           dossier.stage, dossier.stage_on as "stageOn", dossier.closed_as as "closedAs",
           helper.full_name as "helperName", helper.status as "helperStatus", dossier.state,
           concat_ws(' ', dossier.id, dossier.xmin, person.xmin, unit.xmin, parent.xmin, grand.xmin, helper.xmin) as mark
    from ${tables} where dossier.id = any(${[...ids]}::uuid[]) ${orderOf(query)}`.execute(db);
  return result.rows;
}

/** What stands in the way is a matter of today and of the law: judged, not stored, and so filtered here. */
async function readBlocked(db: Queryable, list: Conditions, query: ListQuery): Promise<Row[]> {
  const open = [...list, sql<boolean>`dossier.closed_as is null`];
  const rows = await readRows(db, await readIds(db, open, 100_000, query), query);
  const blocked = rows.filter((row) => aheadOf(row).blocked !== null);
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
  const rows = await readRows(db, ids, everything(ids.length));
  return new Map(rows.map((row) => [row.id, factsOf(row)]));
}

const statusOf = (status: string | null): string | undefined =>
  status === null ? undefined : status === 'official' || status === 'probationary' ? status : 'none';

interface Ahead {
  nextStep: Message | null;
  blocked: Message | null;
}
const closed: Ahead = { nextStep: null, blocked: null };
const mostJudged = 10_000;
/** What was judged by this law, by day and mark of the row: the same rows give the same. */
const judged = new WeakMap<Law, Map<string, Ahead>>();

function aheadOf(row: Row): Ahead {
  if (row.closedAs !== null) return closed;
  const rules = law();
  const known = judged.get(rules) ?? new Map<string, Ahead>();
  judged.set(rules, known);
  const key = `${today()} ${row.mark}`;
  const before = known.get(key);
  if (before) return before;
  const onward = onwardOf(rules, row, today(), factsOf(row));
  const ahead = { nextStep: onward?.step.label ?? null, blocked: blockedBy(onward) };
  if (known.size >= mostJudged) known.clear();
  known.set(key, ahead);
  return ahead;
}

function itemOf(row: Row, wide: boolean): DossierRow {
  const { nextStep, blocked } = aheadOf(row);
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
    nextStep,
    closedAs: row.closedAs,
    ...(wide ? { ...dueOf(row), helperName: row.helperName, blocked } : unseen),
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
