// Rows of requests as lists and pages read them: with the dossier they belong to, whom they are addressed to, by when
// the reply is due – from the lines that the dossier itself keeps – and whether anybody still waits.
import { type RawBuilder, sql } from 'kysely';
import '../admission/dossier.store.ts';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { withdrawal } from '../platform/effective.ts';
import { law } from '../road/law.ts';
import { replyStep } from '../road/road.ts';
import type { Request } from './request.ts';
import './request.store.ts';
import type { RequestRow } from './view.ts';

export interface Row {
  id: string;
  version: number;
  code: string;
  dossierId: string;
  personId: string;
  person: string;
  bornOn: string | null;
  purpose: RequestRow['purpose'];
  place: string;
  persons: number;
  way: RequestRow['way'];
  abroad: boolean;
  status: RequestRow['status'];
  sentOn: string;
  receivedOn: string | null;
  answeredOn: string | null;
  answeredHere: boolean | null;
  letterNumber: string | null;
  letterOn: string | null;
  letterBy: string | null;
  replyNumber: string | null;
  replyOn: string | null;
  replyBy: string | null;
  replyAct: string | null;
  state: Request['state'];
  dueOn: string | null;
  unitName: string;
  path: string;
  committee: string | null;
  officerId: string | null;
  officerName: string | null;
  toUnitId: number | null;
  toUnitName: string | null;
  toPath: string | null;
  entry: string;
  key: string;
}

/** Stages in which a dossier takes a reply. */
const openStages = (): string[] => {
  const from = law().findStep(replyStep)?.step.from;
  return law()
    .stages.map(({ id }) => id)
    .filter((id) => Array.isArray(from) && from.includes(id));
};

/** A reply written in the dossier itself, past this room. */
const replied = sql<boolean>`exists (
  select from ledger l where l.stream = 'dossier:' || r.dossier_id and l.kind = 'dossier.act'
    and l.data ->> 'step' = ${replyStep} and l.data -> 'inputs' ->> 'place' = r.place
    and l.happened_on >= r.sent_on and not exists (select from ledger later where later.names = l.client_id)
    and not exists (select from ledger own where own.stream = 'request:' || r.id and own.kind = 'request.answered'
                    and own.data ->> 'act' = l.client_id::text))`;
/** The sending was taken back in the dossier itself; looked up for each, as only of open ones it is asked. */
const unsent = sql<boolean>`exists (
  select from ledger l where l.names = r.act and l.kind = ${withdrawal} offset 0)`;

const known = sql`join`;
/** For figures: a request counts though the person was erased since. */
export const erasedToo = sql`left join`;

/** Requests with everything around them; the status is worked out once a row. */
export const requests = (persons: typeof known = known) => sql`(
  select r.*, case when r.state <> 'sent' then r.state when ${unsent} then 'ended' when ${replied} then 'recorded'
         when d.closed_as is not null or not d.stage = any(${openStages()}) then 'ended' else 'sent' end as status,
         d.unit_id
  from request r join dossier d on d.id = r.dossier_id) as r
  join unit on unit.id = r.unit_id ${persons} person on person.id = r.person_id
  left join unit addressed on addressed.id = r.to_unit_id
  left join person officer on officer.id = r.officer_id
  left join due on due.case_kind = 'dossier' and due.case_id = r.dossier_id::text and due.part = r.place
   and due.clock in ('verify_reply', 'verify_reply_abroad')`;

/** Nearest committee above the cell: it asks. */
const committee = sql<string>`(
  select c.name from unit c where c.id = any(string_to_array(trim(both '/' from unit.path), '/')::int[])
    and c.kind in ('base_organisation', 'base_cell', 'upper_base', 'district', 'province')
  order by c.depth desc limit 1)`;

export const sortKeys = {
  open: sql<string>`coalesce(due.due_on, '9999') || r.sent_on`,
  done: sql<string>`coalesce(r.answered_on, r.sent_on)`,
};

export const columns = (key: RawBuilder<string>) => sql`
  r.id, r.version, r.code, r.dossier_id as "dossierId", r.person_id as "personId", person.full_name as person,
  person.born_on as "bornOn", r.purpose, r.place, r.persons, r.way, r.abroad, r.status, r.state, r.sent_on as "sentOn",
  r.received_on as "receivedOn", r.answered_on as "answeredOn", r.answered_here as "answeredHere",
  r.letter_number as "letterNumber", r.letter_on as "letterOn", r.letter_by as "letterBy",
  r.reply_number as "replyNumber", r.reply_on as "replyOn", r.reply_by as "replyBy", r.reply_act as "replyAct",
  case when r.status = 'sent' then due.due_on end as "dueOn", unit.name as "unitName", unit.path,
  ${committee} as committee, r.officer_id as "officerId", officer.full_name as "officerName",
  r.to_unit_id as "toUnitId", addressed.name as "toUnitName", addressed.path as "toPath", r.entry, ${key} as key`;

/** Within reach of an office that asks; for `answer` the open ones addressed to its committee. */
export const within = (actor: Actor, action: string): RawBuilder<boolean> =>
  action === 'verification.answer'
    ? sql<boolean>`(${isSent()} and ${reachSql(reach(actor, action), {
        path: sql<string>`unit.path`,
        addressedPath: sql<string>`addressed.path`,
      })})`
    : reachSql(reach(actor, action), { path: sql<string>`unit.path` });

/** Said of the stored state, too: of the many that were answered nothing has to be worked out. */
export const isSent = () => sql<boolean>`(r.state = 'sent' and r.status = 'sent')`;
export const overdue = () => sql<boolean>`(${isSent()} and due.due_on < ${today()})`;

export async function readRows(
  db: Queryable,
  conditions: readonly RawBuilder<boolean>[],
  order: { key: RawBuilder<string>; down: boolean; limit: number },
): Promise<Row[]> {
  const way = order.down ? sql`desc` : sql`asc`;
  const result = await sql<Row>`
    select ${columns(order.key)} from ${requests()} where ${sql.join([...conditions], sql` and `)}
    order by ${order.key} ${way}, r.id ${way} limit ${order.limit}`.execute(db);
  return result.rows;
}

export async function findRow(db: Queryable, id: string): Promise<Row | undefined> {
  const rows = await readRows(db, [sql<boolean>`r.id = ${id}::uuid`], {
    key: sortKeys.open,
    down: false,
    limit: 1,
  });
  return rows[0];
}
