// Urgings in the database: the stream of each with its units, receipts and answers; and which committees want units
// behind pace reminded by themselves.
import { sql } from 'kysely';
import type { Tx } from '../platform/db.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { idOf } from '../platform/entry.ts';
import {
  foldRule,
  foldUrging,
  ruleKinds,
  ruleStreamOf,
  type Urging,
  urgingKinds,
  urgingStreamOf,
} from './urging.ts';

declare module '../platform/db.ts' {
  interface Tables {
    urging: {
      id: string;
      province_id: string;
      entry: string;
      unit_id: number;
      office_id: number | null;
      period: string;
      figure: string | null;
      words: string;
      document_id: string | null;
      answer_by: string | null;
      sent_on: string;
      sent_by: string;
      withdrawn_on: string | null;
      ground: string | null;
      version: number;
    };
    urging_unit: {
      urging_id: string;
      unit_id: number;
      answered_on: string | null;
      answer: string | null;
      answer_entry: string | null;
      answered_by: string | null;
    };
    urging_receipt: {
      urging_id: string;
      unit_id: number;
      office_id: number;
      read_by: string;
      read_at: string;
    };
    urging_rule: { unit_id: number; since: string; figures: string[] };
  }
}

export const urgingStream: Stream = {
  prefix: 'urging',
  kinds: urgingKinds,
  tables: ['urging', 'urging_unit', 'urging_receipt'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(urgingStreamOf));
  const urgings = [...entries].flatMap(([stream, own]) => foldUrging(idOf(stream), own) ?? []);
  await sql`delete from urging where id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from urging_unit where urging_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from urging_receipt where urging_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into urging
    select r.id, made.province_id, r.entry, r.unit_id, r.office_id, r.period, r.figure, r.words, r.document_id,
           r.answer_by, r.sent_on, r.sent_by, r.withdrawn_on, r.ground, r.version
    from jsonb_populate_recordset(null::urging, ${JSON.stringify(urgings.map(rowOf))}::jsonb) as r
    join ledger as made on made.client_id = r.entry`.execute(tx);
  await sql`
    insert into urging_unit
    select * from jsonb_populate_recordset(null::urging_unit, ${JSON.stringify(urgings.flatMap(unitsOf))}::jsonb)`.execute(
    tx,
  );
  await sql`
    insert into urging_receipt
    select * from jsonb_populate_recordset(null::urging_receipt, ${JSON.stringify(urgings.flatMap(receiptsOf))}::jsonb)`.execute(
    tx,
  );
}

const rowOf = (urging: Urging) => ({
  id: urging.id,
  entry: urging.entry,
  unit_id: urging.unitId,
  office_id: urging.officeId,
  period: urging.period,
  figure: urging.figure,
  words: urging.words,
  document_id: urging.documentId,
  answer_by: urging.answerBy,
  sent_on: urging.sentOn,
  sent_by: urging.sentBy,
  withdrawn_on: urging.withdrawnOn,
  ground: urging.ground,
  version: urging.version,
});

const unitsOf = ({ id, units }: Urging) =>
  units.map(({ unitId, answer }) => ({
    urging_id: id,
    unit_id: unitId,
    answered_on: answer?.on ?? null,
    answer: answer?.words ?? null,
    answer_entry: answer?.entry ?? null,
    answered_by: answer?.by ?? null,
  }));

const receiptsOf = ({ id, units }: Urging) =>
  units.flatMap(({ unitId, receipts }) =>
    receipts.map(({ officeId, by, at }) => ({
      urging_id: id,
      unit_id: unitId,
      office_id: officeId,
      read_by: by,
      read_at: at,
    })),
  );

export const ruleStream: Stream = {
  prefix: 'urging_rule',
  kinds: ruleKinds,
  tables: ['urging_rule'],
  project: projectRules,
};

async function projectRules(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(ruleStreamOf));
  await sql`delete from urging_rule where unit_id = any(${ids.map(Number)}::int[])`.execute(tx);
  for (const [stream, own] of entries) {
    const rule = foldRule(own);
    if (!rule) continue;
    const row = { unit_id: Number(idOf(stream)), since: rule.since, figures: rule.figures };
    await tx.insertInto('urging_rule').values(row).execute();
  }
}
