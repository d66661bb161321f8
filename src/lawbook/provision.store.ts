// Provisions in the database: the stream of each in the ledger, the current row folded from it, and the list that a
// reader may see – those laid within reach, and those laid above that hold there.
import { sql } from 'kysely';
import { reach, type Reach, within } from '../org/access.ts';
import '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import type { Message } from '../platform/messages.ts';
import '../platform/session.ts';
import type { Json } from '../platform/tables.ts';
import {
  foldProvision,
  isVoid,
  type LaidProvision,
  type Paper,
  provisionEntryKinds,
  type ProvisionValue,
  stateOn,
  streamOf,
  untilOf,
} from './provision.ts';
import type { ProvisionView } from './view.ts';

declare module '../platform/db.ts' {
  interface Tables {
    provision: {
      id: string;
      province_id: string;
      unit_id: number;
      kind: LaidProvision['kind'];
      parameter: string;
      from_on: string;
      to_on: string | null;
      value: Json<ProvisionValue | null>;
      document: Json<Paper>;
      clause: string;
      decided_by: string;
      recorded_at: string;
      recorded_by: string;
      ended: Json<{ document: Paper; recordedAt: string; recordedBy: string } | null>;
      version: number;
    };
  }
}

export const provisionStream: Stream = {
  prefix: 'provision',
  kinds: provisionEntryKinds,
  tables: ['provision'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(streamOf));
  const rows = ids.flatMap((id) => {
    const provision = foldProvision(id, entries.get(streamOf(id)) ?? []);
    return provision ? [rowOf(provision)] : [];
  });
  await sql`delete from provision where id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into provision
    select r.id, p.province_id, r.unit_id, r.kind, r.parameter, r.from_on, r.to_on,
           coalesce(r.value, 'null'::jsonb), r.document, r.clause, r.decided_by, r.recorded_at, r.recorded_by,
           r.ended, r.version
    from jsonb_populate_recordset(null::provision, ${JSON.stringify(rows)}::jsonb) as r
    join (select distinct on (stream) stream, province_id from ledger where stream = any(${ids.map(streamOf)})
          order by stream, version) as p on p.stream = 'provision:' || r.id`.execute(tx);
}

const rowOf = (one: LaidProvision) => ({
  id: one.id,
  unit_id: one.unitId,
  kind: one.kind,
  parameter: one.parameter,
  from_on: one.fromOn,
  to_on: one.ended?.fromOn ?? null,
  value: one.value,
  document: one.document,
  clause: one.clause,
  decided_by: one.decidedBy,
  recorded_at: one.recordedAt,
  recorded_by: one.recordedBy,
  ended: one.ended && {
    document: one.ended.document,
    recordedAt: one.ended.recordedAt,
    recordedBy: one.ended.recordedBy,
  },
  version: one.version,
});

export interface ProvisionRow {
  id: string;
  kind: LaidProvision['kind'];
  parameter: string;
  unitId: number;
  unitName: string;
  path: string;
  fromOn: string;
  toOn: string | null;
  value: ProvisionValue | null;
  document: Paper;
  clause: string;
  decidedBy: string;
  recordedAt: string;
  recordedBy: string | null;
  ended: { document: Paper; recordedAt: string; recordedBy: string; name: string | null } | null;
}

/** All provisions, in the order in which they were recorded. */
export async function readProvisions(db: Queryable): Promise<ProvisionRow[]> {
  const result = await sql<ProvisionRow>`
    select provision.id, provision.kind, parameter, unit_id as "unitId", unit.name as "unitName", unit.path,
           from_on as "fromOn", to_on as "toOn", value, document, clause, decided_by as "decidedBy",
           recorded_at as "recordedAt", recorder.display_name as "recordedBy",
           case when ended is not null and ended <> 'null'::jsonb
                then ended || jsonb_build_object('name', ender.display_name) end as ended
    from provision join unit on unit.id = provision.unit_id
    left join account recorder on recorder.id = provision.recorded_by
    left join account ender on ender.id = (provision.ended ->> 'recordedBy')::uuid
    order by recorded_at, provision.id`.execute(db);
  return result.rows;
}

/** Laid within reach, or above something within reach: it holds there. */
function concerns(reached: Reach, path: string): boolean {
  if (reached.kind === 'everywhere') return true;
  if (reached.kind !== 'paths') return false;
  return reached.paths.some((own) => own.startsWith(path) || path.startsWith(own));
}

/** `below`: what holds at this unit, and what is laid below it. */
export function shownTo(actor: Actor, rows: readonly ProvisionRow[], below: string | null): ProvisionRow[] {
  const reached = reach(actor, 'unit.read');
  return rows
    .filter(({ path }) => concerns(reached, path))
    .filter(({ path }) => below === null || below.startsWith(path) || path.startsWith(below));
}

export type LabelOf = (parameter: string) => Message;

export function viewOf(actor: Actor, labelOf: LabelOf): (row: ProvisionRow) => ProvisionView {
  const [officers, deciding] = [reach(actor, 'office.read'), reach(actor, 'regulation.decide')];
  return ({ toOn, ended, recordedBy, ...row }) => {
    const seen = within(officers, row);
    const state = stateOn({ fromOn: row.fromOn, toOn }, today());
    const open = state === 'coming' || state === 'in_force';
    return {
      ...row,
      label: labelOf(row.parameter),
      untilOn: untilOf(toOn),
      state,
      recordedBy: seen ? recordedBy : null,
      ended: ended && {
        fromOn: toOn as string,
        document: ended.document,
        recordedAt: new Date(ended.recordedAt).toISOString(),
        recordedBy: seen ? ended.name : null,
      },
      can: open && within(deciding, row) ? ['end'] : [],
    };
  };
}

/** Those that hold some day, as the rules read them. */
export const standing = (rows: readonly ProvisionRow[]): ProvisionRow[] => rows.filter((row) => !isVoid(row));
