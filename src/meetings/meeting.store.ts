// Meetings in the database: their rows, and the roll of a cell on a day from which a ballot is proposed.
import { sql } from 'kysely';
import type { Day } from '../platform/day.ts';
import type { Generated, Queryable, Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import { Invalid } from '../platform/errors.ts';
import { append, entriesOf, type Recorder, type Stream } from '../platform/ledger.ts';
import { idOf } from '../platform/entry.ts';
import type { Json } from '../platform/tables.ts';
import { takeTurn } from '../platform/write/turns.ts';
import type { Exclusions, Roll } from './ballot.ts';
import {
  foldMeeting,
  meetingEntry,
  meetingKinds,
  type Meeting,
  type MeetingAct,
  type MeetingBody,
} from './meeting.ts';

declare module '../platform/db.ts' {
  interface Tables {
    meeting: {
      id: string;
      province_id: string;
      unit_id: number;
      held_on: string;
      body: string;
      number: string | null;
      present: number | null;
      base: number | null;
      excluded: Json<Exclusions>;
      version: Generated<number>;
    };
  }
}

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(
    tx,
    ids.map((id) => `meeting:${id}`),
  );
  const rows = [...entries].flatMap(([stream, list]) => {
    const meeting = foldMeeting(idOf(stream), list);
    return meeting ? [rowOf(meeting, list.length)] : [];
  });
  await sql`delete from meeting where id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into meeting (id, province_id, unit_id, held_on, body, number, present, base, excluded, version)
    select r.id, l.province_id, r.unit_id, r.held_on, r.body, r.number, r.present, r.base, r.excluded, r.version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, unit_id int, held_on text, body text,
         number text, present int, base int, excluded jsonb, version int)
    join ledger l on l.stream = 'meeting:' || r.id and l.version = 1`.execute(tx);
}

const rowOf = (meeting: Meeting, version: number) => ({
  id: meeting.id,
  unit_id: meeting.unitId,
  held_on: meeting.heldOn,
  body: meeting.body,
  number: meeting.number,
  present: meeting.present,
  base: meeting.base,
  excluded: meeting.excluded,
  version,
});

export const meetingStream: Stream = { prefix: 'meeting', kinds: meetingKinds, tables: ['meeting'], project };

interface Wanted {
  unitId: number;
  body: MeetingBody;
  heldOn: Day;
}

/** Meetings of a unit on one day, for the form of a ballot. */
export async function listMeetings(db: Queryable, wanted: Wanted): Promise<Meeting[]> {
  const rows = await db
    .selectFrom('meeting')
    .selectAll()
    .where('unit_id', '=', wanted.unitId)
    .where('body', '=', wanted.body)
    .where('held_on', '=', wanted.heldOn)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    body: row.body as MeetingBody,
    heldOn: row.held_on,
    number: row.number,
    present: row.present,
    base: row.base,
    excluded: row.excluded,
  }));
}

/** Of two ballots of one meeting the second finds what the first recorded; what a ballot is about to name is not taken back. */
const lockMeetings = (tx: Tx, { unitId, body, heldOn }: Pick<Meeting, keyof Wanted>): Promise<void> =>
  takeTurn(tx, `meetings:${unitId}/${body}/${heldOn}`);

/** The meeting that a ballot names: the named one, the only one of that body on that day, or a new one. */
export async function recordMeeting(
  tx: Tx,
  by: Recorder,
  act: Omit<MeetingAct, 'id'> & { meetingId: string | null; heldOn: Day },
): Promise<string> {
  await lockMeetings(tx, act);
  const known = await listMeetings(tx, act);
  if (act.meetingId) {
    if (!known.some((meeting) => meeting.id === act.meetingId)) throw new Invalid('meeting.other');
    return act.meetingId;
  }
  if (known.length === 1 && known[0]) return known[0].id;
  await append(tx, by, [meetingEntry({ ...act, id: act.clientId })]);
  return act.clientId;
}

/** Takes back the record of a meeting, unless a ballot names it. */
export async function dropMeeting(
  tx: Tx,
  by: Recorder,
  { id, clientId }: { id: string; clientId: string },
  isNamed: () => Promise<boolean>,
): Promise<void> {
  const stream = `meeting:${id}`;
  const entries = (await entriesOf(tx, [stream])).get(stream) ?? [];
  const held = entries.find((entry) => entry.kind === 'meeting.held');
  const meeting = foldMeeting(id, entries);
  if (!held || !meeting) return;
  await lockMeetings(tx, meeting);
  if (await isNamed()) return;
  const { happenedOn, unitId, clientId: names } = held;
  await append(tx, by, [{ clientId, stream, kind: withdrawal, happenedOn, unitId, names, data: {} }]);
}

/** Whose vote would count in a cell on a day: dated memberships, with what is known of activity. */
export async function rollOn(db: Queryable, unitId: number, on: Day): Promise<Roll> {
  const result = await sql<Roll>`
    select count(*) filter (where m.kind = 'official') as official,
           count(*) filter (where m.kind = 'probationary') as probationary,
           count(*) filter (where m.kind = 'official' and p.activity = 'away') as away,
           count(*) filter (where m.kind = 'official' and p.exempt) as exempt
    from membership m join person p on p.id = m.person_id
    where m.unit_id = ${unitId} and m.from_on <= ${on} and (m.to_on is null or m.to_on > ${on})`.execute(db);
  return result.rows[0] ?? { official: 0, probationary: 0, away: 0, exempt: 0 };
}

/** Members of the committee of a unit on a day, as far as their offices are kept here. */
export async function committeeOn(db: Queryable, unitId: number, on: Day): Promise<number> {
  const result = await sql<{ members: number }>`
    select count(distinct person_id) as members from office
    where unit_id = ${unitId} and kind = 'committee_member' and coalesce(from_on, '') <= ${on}
      and (to_on is null or to_on > ${on})`.execute(db);
  return result.rows[0]?.members ?? 0;
}
