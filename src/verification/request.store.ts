// Requests and lists of relatives in the database: their streams in the ledger and the current rows folded from them.
import { sql } from 'kysely';
import type { Tx } from '../platform/db.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { idOf } from '../platform/entry.ts';
import type { Json } from '../platform/tables.ts';
import { fold } from '../platform/text.ts';
import { type ExemptedData, foldKin, kinKinds, kinStreamOf } from './kin.ts';
import { foldRequest, type Request, requestKinds, requestStreamOf } from './request.ts';

declare module '../platform/db.ts' {
  interface Tables {
    request: {
      id: string;
      dossier_id: string;
      person_id: string;
      place: string;
      place_key: string;
      state: Request['state'];
      sent_on: string;
      answered_on: string | null;
      to_unit_id: number | null;
      code: string;
      act: string;
      reply_act: string | null;
      version: number;
    };
    kin: {
      dossier_id: string;
      entry: string | null;
      person_id: string;
      persons: number | null;
      listed_on: string | null;
      exemption: Json<(ExemptedData & { entry: string; on: string }) | null>;
      version: number;
    };
  }
}

export const requestStream: Stream = {
  prefix: 'request',
  kinds: requestKinds,
  tables: ['request'],
  project: projectRequests,
};
export const kinStream: Stream = { prefix: 'kin', kinds: kinKinds, tables: ['kin'], project: projectKin };

async function projectRequests(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(requestStreamOf));
  const rows = [...entries].flatMap(([stream, own]) => {
    const request = foldRequest(idOf(stream), own);
    return request ? [rowOf(request)] : [];
  });
  await sql`delete from request where id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into request
    select r.id, r.entry, made.province_id, r.dossier_id, r.person_id, r.purpose, r.place, r.place_key, r.place_code,
           r.old_code, r.persons, r.way, r.abroad, r.letter_number, r.letter_on, r.letter_by, r.officer_id, r.to_unit_id,
           r.code, r.state, r.sent_on, r.received_on, r.answered_on, r.answered_here, r.reply_number, r.reply_on,
           r.reply_by, r.act, r.reply_act, r.version
    from jsonb_populate_recordset(null::request, ${JSON.stringify(rows)}::jsonb) as r
    join ledger as made on made.client_id = r.entry`.execute(tx);
}

const documentOf = (name: string, document: Request['reply']) => ({
  [`${name}_number`]: document?.number ?? null,
  [`${name}_on`]: document?.on ?? null,
  [`${name}_by`]: document?.by ?? null,
});

const rowOf = (request: Request) => ({
  id: request.id,
  entry: request.entry,
  dossier_id: request.dossierId,
  person_id: request.personId,
  purpose: request.purpose,
  place: request.place,
  place_key: fold(request.place),
  place_code: request.placeCode,
  old_code: request.oldCode,
  persons: request.persons,
  way: request.way,
  abroad: request.abroad,
  ...documentOf('letter', request.letter),
  officer_id: request.officerId,
  to_unit_id: request.toUnitId,
  code: request.code,
  state: request.state,
  sent_on: request.sentOn,
  received_on: request.receivedOn,
  answered_on: request.answeredOn,
  answered_here: request.answeredHere,
  ...documentOf('reply', request.reply),
  act: request.act,
  reply_act: request.replyAct,
  version: request.version,
});

async function projectKin(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(kinStreamOf));
  const rows = [...entries].flatMap(([stream, own]) => {
    const kin = foldKin(idOf(stream), own);
    const { dossierId, personId, listedOn, ...rest } = kin ?? {};
    return kin ? [{ ...rest, dossier_id: dossierId, person_id: personId, listed_on: listedOn, stream }] : [];
  });
  await sql`delete from kin where dossier_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into kin
    select r.dossier_id, r.entry, made.province_id, r.person_id, r.persons, r.listed_on, r.exemption, r.version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(dossier_id uuid, entry uuid, person_id uuid, persons int,
         listed_on text, exemption jsonb, version int, stream text)
    join (select distinct on (stream) stream, province_id from ledger where stream = any(${ids.map(kinStreamOf)})
          order by stream, version) as made on made.stream = r.stream`.execute(tx);
}
