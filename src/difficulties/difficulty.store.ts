// Difficulties in the database: their stream, the row of each, the way it went; and how many wait for an answer.
import { sql } from 'kysely';
import type { Tx } from '../platform/db.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { fold } from '../platform/text.ts';
import type { WaitingSource } from '../worklist/waiting.ts';
import type { DifficultyState } from './view.ts';
import { countWaiting } from './lies.store.ts';
import { messages } from './messages.ts';
import { type Difficulty, difficultyKinds, difficultyStreamOf, foldDifficulty } from './difficulty.ts';

declare module '../platform/db.ts' {
  interface Tables {
    difficulty: {
      id: string;
      province_id: string;
      unit_id: number;
      topic: Difficulty['topic'];
      words: string;
      search: string;
      report_id: string | null;
      raised_on: string;
      state: DifficultyState;
      at_unit_id: number | null;
      outside: boolean;
      answer: string | null;
      answered_on: string | null;
      answered_by: string | null;
      answered_unit_id: number | null;
      version: number;
    };
    difficulty_step: {
      difficulty_id: string;
      number: number;
      step: string;
      on_day: string;
      unit_id: number;
      to_unit_id: number | null;
      recorded_by: string;
      words: string;
    };
  }
}

export const difficultyStream: Stream = {
  prefix: 'difficulty',
  kinds: difficultyKinds,
  tables: ['difficulty', 'difficulty_step'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(difficultyStreamOf));
  const all = ids.flatMap((id) => foldDifficulty(id, entries.get(difficultyStreamOf(id)) ?? []) ?? []);
  await sql`delete from difficulty where id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from difficulty_step where difficulty_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into difficulty
    select r.id, unit.province_id, r.unit_id, r.topic, r.words, r.search, r.report_id, r.raised_on, r.state, r.at_unit_id,
           r.outside, r.answer, r.answered_on, r.answered_by, r.answered_unit_id, r.version
    from jsonb_populate_recordset(null::difficulty, ${JSON.stringify(all.map(rowOf))}::jsonb) as r
    join unit on unit.id = r.unit_id`.execute(tx);
  await sql`
    insert into difficulty_step
    select * from jsonb_populate_recordset(null::difficulty_step, ${JSON.stringify(all.flatMap(stepsOf))}::jsonb)`.execute(
    tx,
  );
}

const rowOf = ({ id, answer, ...one }: Difficulty) => ({
  id,
  unit_id: one.unitId,
  topic: one.topic,
  words: one.words,
  search: fold(one.words),
  report_id: one.reportId,
  raised_on: one.raisedOn,
  state: one.state,
  at_unit_id: one.at,
  outside: one.outside,
  answer: answer?.words ?? null,
  answered_on: answer?.on ?? null,
  answered_by: answer?.by ?? null,
  answered_unit_id: answer?.unitId ?? null,
  version: one.version,
});

const stepsOf = ({ id, steps }: Difficulty) =>
  steps.map(({ step, on, unitId, to, by, words }, at) => ({
    difficulty_id: id,
    number: at + 1,
    step,
    on_day: on,
    unit_id: unitId,
    to_unit_id: to,
    recorded_by: by,
    words,
  }));

export const difficultiesWaiting: WaitingSource = {
  id: 'difficulties',
  label: messages['difficulty.waiting'],
  href: '/difficulties?box=here',
  needs: 'report.ask',
  count: countWaiting,
};
