// Urgings as they are read: what was written to a unit, what a committee wrote, what was written within a branch. A unit
// sees its own line of an urging and nobody else's; its words are closed until an office of the unit has opened it.
import { type RawBuilder, sql } from 'kysely';
import { findDocuments } from '../documents/document.store.ts';
import { may, reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { officeInForce } from '../org/office.store.ts';
import { getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { officeLabel } from '../worklist/in-force.ts';
import type { UrgedView, UrgingsAnswer, UrgingsQuery, UrgingView } from './view.ts';

interface Row {
  id: string;
  fromUnitId: number;
  fromUnit: string;
  from: string;
  officeTitle: string | null;
  officeKind: string | null;
  period: string;
  figure: string | null;
  words: string;
  documentId: string | null;
  answerBy: string | null;
  sentOn: string;
  withdrawnOn: string | null;
  ground: string | null;
  total: number;
}

const columns = sql`
  urging.id, urging.unit_id as "fromUnitId", sender.name as "fromUnit", account.display_name as "from",
  office.title as "officeTitle", office.kind as "officeKind", urging.period, urging.figure, urging.words,
  urging.document_id as "documentId", urging.answer_by as "answerBy", urging.sent_on as "sentOn",
  urging.withdrawn_on as "withdrawnOn", urging.ground`;
const tables = sql`
  urging join unit sender on sender.id = urging.unit_id left join account on account.id = urging.sent_by
  left join office on office.id = urging.office_id`;

/** A unit addressed, within reach of the reader. */
const addressed = (actor: Actor, which: RawBuilder<boolean>) => sql<boolean>`exists (
  select from urging_unit urged join unit on unit.id = urged.unit_id
  where urged.urging_id = urging.id and ${which} and ${seenUnit(actor)})`;
const seenUnit = (actor: Actor) => reachSql(reach(actor, 'plan.read'), { path: sql<string>`unit.path` });

function boxOf(actor: Actor, box: UrgingsQuery['box'], unit: UnitRow): RawBuilder<boolean> {
  if (box === 'to') return addressed(actor, sql<boolean>`urged.unit_id = ${unit.id}`);
  // The committee's own offices see all it wrote; others what was written to units within their reach.
  const any = addressed(actor, sql<boolean>`unit.path like ${`${unit.path}%`}`);
  return box === 'from' ? sql<boolean>`(urging.unit_id = ${unit.id} and ${any})` : any;
}

export async function listUrgings(db: Queryable, actor: Actor, query: UrgingsQuery): Promise<UrgingsAnswer> {
  const unit = await getUnit(db, actor, 'plan.read', query.unit);
  const asked = [boxOf(actor, query.box, unit)];
  if (query.period) asked.push(sql<boolean>`urging.period = ${query.period}`);
  const all = sql.join(asked, sql` and `);
  const total = await sql<{
    count: number;
  }>`select count(*)::int as count from ${tables} where ${all}`.execute(db);
  const { rows } = await sql<Row>`
    select ${columns} from ${tables} where ${all} ${after(query.cursor)}
    order by urging.sent_on desc, urging.id desc limit ${query.limit + 1}`.execute(db);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: await tellUrgings(db, actor, shown, unit.path),
    total: total.rows[0]?.count ?? 0,
    next: rows.length > query.limit && last ? cursorOf(last) : null,
    asOf: today(),
    can: may(actor, 'plan.urge', { path: unit.path }) ? ['urge'] : [],
  };
}

const cursorOf = ({ sentOn, id }: Row): string =>
  Buffer.from(JSON.stringify([sentOn, id])).toString('base64url');

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (!cursor) return sql``;
  try {
    const [on, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string];
    if (/^[\d-]{10}$/.test(on) && /^[0-9a-f-]{36}$/.test(id))
      return sql`and (urging.sent_on, urging.id) < (${on}, ${id}::uuid)`;
  } catch {
    // falls through to the same answer as a cursor of another list
  }
  throw new Invalid('http.bad_request');
}

async function tellUrgings(
  db: Queryable,
  actor: Actor,
  rows: readonly Row[],
  below: string,
): Promise<UrgingView[]> {
  const units = await unitsOf(db, actor, rows, below);
  const documents = await findDocuments(
    db,
    actor,
    rows.map(({ documentId }) => documentId),
  );
  return rows.map((row) => viewOf(row, units.get(row.id) ?? [], { actor, documents }));
}

interface Telling {
  actor: Actor;
  documents: ReadonlyMap<string, { label: string }>;
}

function viewOf(row: Row, units: readonly Told[], { actor, documents }: Telling): UrgingView {
  const { documentId, officeTitle, officeKind, withdrawnOn, ground, total: _total, words, ...rest } = row;
  const stands = withdrawnOn === null;
  return {
    ...rest,
    from: rest.from ?? '',
    fromOffice: officeKind === null ? null : titleOf(officeKind, officeTitle),
    words: stands && isClosed(units, actor) ? null : words,
    document: paperOf(documentId, documents),
    withdrawn: stands ? null : { on: withdrawnOn, ground: ground ?? '' },
    units: units.map((unit) => urgedView(unit, row, actor)),
    can: stands && isSender(row, actor) ? ['take_back'] : [],
  };
}

const titleOf = (kind: string, title: string | null) =>
  title ? { vi: title, en: title } : officeLabel(kind);
const isSender = ({ fromUnitId }: Row, { unitId, can }: Actor): boolean =>
  fromUnitId === unitId && can.has('plan.urge');
/** Written to the unit of this office, which has not opened it. */
const isClosed = (units: readonly Told[], actor: Actor): boolean =>
  units.some(({ unitId, opened }) => unitId === actor.unitId && !opened);

function paperOf(id: string | null, documents: Telling['documents']): UrgingView['document'] {
  const label = id === null ? undefined : documents.get(id)?.label;
  return id !== null && label !== undefined ? { id, label } : null;
}

interface Told {
  urgingId: string;
  unitId: number;
  unitName: string;
  endedOn: string | null;
  nobody: boolean;
  answer: UrgedView['answer'];
  receipts: { kind: string; title: string | null; by: string; at: string }[];
  /** this office has opened it */
  opened: boolean;
}

function urgedView(
  { urgingId: _id, opened, receipts, ...unit }: Told,
  { withdrawnOn, answerBy }: Pick<Row, 'withdrawnOn' | 'answerBy'>,
  actor: Actor,
): UrgedView {
  const own = unit.unitId === actor.unitId && withdrawnOn === null;
  return {
    ...unit,
    receipts: receipts.map(({ kind, title, by, at }) => ({
      office: titleOf(kind, title),
      by,
      at,
    })),
    late: unit.answer === null && withdrawnOn === null && answerBy !== null && answerBy < today(),
    can: own ? [...(opened ? [] : (['read'] as const)), ...(opened ? (['answer'] as const) : [])] : [],
  };
}

async function unitsOf(
  db: Queryable,
  actor: Actor,
  urgings: readonly Row[],
  below: string,
): Promise<Map<string, Told[]>> {
  const { rows } = await sql<Told>`
    select urged.urging_id as "urgingId", unit.id as "unitId", unit.name as "unitName", unit.ended_on as "endedOn",
           not exists (select from office where office.unit_id = unit.id and ${officeInForce('office', today())}) as nobody,
           case when urged.answer_entry is not null then jsonb_build_object('entry', urged.answer_entry,
             'words', urged.answer, 'on', urged.answered_on, 'by', coalesce(answerer.display_name, '')) end as answer,
           coalesce((select jsonb_agg(jsonb_build_object('kind', office.kind, 'title', office.title,
                       'by', coalesce(reader.display_name, ''), 'at', r.read_at) order by r.read_at)
                     from urging_receipt r join office on office.id = r.office_id
                     left join account reader on reader.id = r.read_by
                     where r.urging_id = urged.urging_id and r.unit_id = urged.unit_id), '[]') as receipts,
           exists (select from urging_receipt r where r.urging_id = urged.urging_id and r.unit_id = urged.unit_id
                     and r.office_id = ${actor.officeId ?? 0}) as opened
    from urging_unit urged join unit on unit.id = urged.unit_id
    left join account answerer on answerer.id = urged.answered_by
    where urged.urging_id = any(${urgings.map(({ id }) => id)}::uuid[]) and unit.path like ${`${below}%`}
      and ${seenUnit(actor)}
    order by unit.path, unit.id`.execute(db);
  return Map.groupBy(rows, ({ urgingId }) => urgingId);
}
