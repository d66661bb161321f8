// Calendar edits in the database: the stream of each day in the ledger and the current row folded from it.
import { sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import '../platform/session.ts';
import { calendarEntryKinds, dayStream, foldDay } from './calendar.ts';

declare module '../platform/db.ts' {
  interface Tables {
    calendar_edit: {
      day: string;
      province_id: string;
      entry: string;
      effect: 'off' | 'work' | 'plain';
      kind: string;
      note: string;
      source: string;
      status: 'projection' | 'announced';
      recorded_at: string;
      recorded_by: string;
      version: number;
    };
  }
}

export const calendarStream: Stream = {
  prefix: 'calendar',
  kinds: calendarEntryKinds,
  tables: ['calendar_edit'],
  project,
};

async function project(tx: Tx, days: string[]): Promise<void> {
  const entries = await entriesOf(tx, days.map(dayStream));
  const rows = days.flatMap((day) => {
    const laid = foldDay(day, entries.get(dayStream(day)) ?? []);
    if (!laid) return [];
    const { date, recordedAt, recordedBy, ...rest } = laid;
    return [{ ...rest, day: date, recorded_at: recordedAt, recorded_by: recordedBy }];
  });
  await sql`delete from calendar_edit where day = any(${days})`.execute(tx);
  await sql`
    insert into calendar_edit
    select r.day, p.province_id, r.entry, r.effect, r.kind, r.note, r.source, r.status, r.recorded_at, r.recorded_by,
           r.version
    from jsonb_populate_recordset(null::calendar_edit, ${JSON.stringify(rows)}::jsonb) as r
    join (select distinct on (stream) stream, province_id from ledger where stream = any(${days.map(dayStream)})
          order by stream, version) as p on p.stream = 'calendar:' || r.day`.execute(tx);
}

export interface EditRow {
  date: string;
  entry: string;
  effect: 'off' | 'work' | 'plain';
  kind: string;
  note: string;
  source: string;
  status: 'projection' | 'announced';
  recordedAt: string;
  recordedBy: string | null;
}

/** All edits that stand, by day. */
export async function readEdits(db: Queryable): Promise<EditRow[]> {
  return db
    .selectFrom('calendar_edit')
    .leftJoin('account', 'account.id', 'calendar_edit.recorded_by')
    .select([
      'day as date',
      'entry',
      'effect',
      'kind',
      'note',
      'source',
      'status',
      'recorded_at as recordedAt',
      'account.display_name as recordedBy',
    ])
    .orderBy('day')
    .execute();
}
