// Entries as one statement that appends them to the ledger, each with the next version of its stream: counted behind the gate and,
// for a known stream, in turn.
import { type RawBuilder, sql } from 'kysely';
import type { NewEntry } from '../entry.ts';
import type { Recorder } from '../ledger.ts';

/** An entry and who records it. */
export interface Recording {
  by: Recorder;
  entry: NewEntry;
}

/** Entries as the text of one statement: plain data, which another thread may make. */
export interface EntryText {
  json: string;
  /** to which they are appended, each once */
  streams: readonly string[];
}

const mostAtOnce = 2000;

export function textsOf(entries: readonly Recording[]): EntryText[] {
  const texts: EntryText[] = [];
  for (let at = 0; at < entries.length; at += mostAtOnce)
    texts.push(textOf(entries.slice(at, at + mostAtOnce)));
  return texts;
}

function textOf(entries: readonly Recording[]): EntryText {
  const counted = new Map<string, number>();
  const records = entries.map(({ by, entry }) => {
    const nth = (counted.get(entry.stream) ?? 0) + 1;
    counted.set(entry.stream, nth);
    return recordOf(by, entry, nth);
  });
  return { json: JSON.stringify(records), streams: [...counted.keys()] };
}

/** Gives the position of the last. */
export const insertSql = ({ json }: EntryText): RawBuilder<{ position: number }> => sql<{ position: number }>`
    with made as (
      insert into ledger (client_id, stream, version, kind, happened_on, recorded_by, office_id, province_id,
                          unit_id, person_id, ruleset, names, batch, data)
      select client_id, stream,
             coalesce((select max(version) from ledger as known where known.stream = r.stream), 0) + nth, kind,
             happened_on, recorded_by, office_id, province_id, unit_id, person_id,
             ruleset, names, batch, data
      from jsonb_to_recordset(${json}::jsonb) as r(client_id uuid, stream text, nth int, kind text,
             happened_on text, recorded_by uuid, office_id int, province_id text, unit_id int, person_id uuid,
             ruleset text, names uuid, batch uuid, data jsonb)
      returning position)
    select max(position) as position from made`;

const recordOf = (by: Recorder, entry: NewEntry, nth: number) => ({
  client_id: entry.clientId,
  stream: entry.stream,
  nth,
  kind: entry.kind,
  happened_on: entry.happenedOn,
  recorded_by: by.accountId,
  office_id: by.officeId,
  province_id: by.provinceId,
  unit_id: entry.unitId,
  person_id: entry.personId ?? null,
  ruleset: entry.ruleset ?? null,
  names: entry.names ?? null,
  batch: entry.batch ?? null,
  data: entry.data,
});
