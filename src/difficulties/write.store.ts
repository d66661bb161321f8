// Difficulties written: raised by a unit, taken up, answered or passed on by the level with which they lie, withdrawn by
// whoever raised them. Of two who act at once the second is told what the first has done.
import { sql } from 'kysely';
import { may } from '../org/access.ts';
import { findUnit, getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import type { DifficultyBody, DifficultyState } from './view.ts';
import { difficultyStreamOf } from './difficulty.ts';
import { findAbove, liesWith, passes, seen, sentTo } from './lies.store.ts';

export async function raiseDifficulty(db: Db, actor: Actor, body: DifficultyBody): Promise<string> {
  const { clientId, unitId, topic, words, reportId } = body;
  const id = derivedId(clientId, 'difficulty');
  const stream = difficultyStreamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const unit = await getUnit(tx, actor, 'report.write', unitId);
    if (reportId !== null) await ofUnit(tx, reportId, unitId);
    const data = { topic, words, reportId, to: await findAbove(tx, unit.path) };
    await append(tx, actor, [
      { clientId, stream, kind: 'difficulty.raised', happenedOn: today(), unitId, data },
    ]);
  });
  return id;
}

async function ofUnit(tx: Tx, reportId: string, unitId: number): Promise<void> {
  const row = await tx.selectFrom('report').select('unit_id').where('id', '=', reportId).executeTakeFirst();
  if (row?.unit_id !== unitId) throw new Missing('access.missing');
}

export interface Found {
  id: string;
  unitId: number;
  unitPath: string;
  at: UnitRow | null;
  /** may be handed on */
  passes: boolean;
  state: DifficultyState;
  version: number;
}

export async function findDifficulty(db: Queryable, actor: Actor, id: string): Promise<Found> {
  const { rows } = await sql<Omit<Found, 'at'> & { atUnitId: number | null }>`
    select difficulty.id, unit.id as "unitId", unit.path as "unitPath", ${liesWith()} as "atUnitId", ${passes()} as passes,
           difficulty.state, difficulty.version
    from difficulty join unit on unit.id = difficulty.unit_id ${sentTo}
    where difficulty.id = ${id}::uuid and ${seen(actor)}`.execute(db);
  const [row] = rows;
  if (!row) throw new Missing('access.missing');
  const { atUnitId, ...found } = row;
  return { ...found, at: atUnitId === null ? null : ((await findUnit(db, atUnitId)) ?? null) };
}

const acts = ['take_up', 'answer', 'pass_up', 'withdraw'] as const;
export type DifficultyAct = (typeof acts)[number];

/** What this office may do with it now. */
export function canOf(found: Found, actor: Actor): DifficultyAct[] {
  const { unitPath, at, passes: handed, state } = found;
  if (state !== 'waiting' && state !== 'taken_up') return [];
  const own = may(actor, 'report.write', { path: unitPath });
  // A unit without a level above in Nguồn writes down itself what it was answered.
  const answers = at ? may(actor, 'report.ask', { path: at.path }) : own;
  const open: Record<DifficultyAct, boolean> = {
    take_up: answers && at !== null && state === 'waiting',
    answer: answers,
    pass_up: answers && at !== null && handed,
    withdraw: own && actor.unitPath === unitPath,
  };
  return acts.filter((act) => open[act]);
}

const kinds: Record<DifficultyAct, string> = {
  take_up: 'difficulty.taken_up',
  answer: 'difficulty.answered',
  pass_up: 'difficulty.passed_up',
  withdraw: 'difficulty.withdrawn',
};

export interface Step {
  clientId: string;
  version: number;
  words: string;
}

export async function stepDifficulty(
  db: Db,
  actor: Actor,
  { id, act }: { id: string; act: DifficultyAct },
  { clientId, version, words }: Step,
): Promise<void> {
  const stream = difficultyStreamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const found = await findDifficulty(tx, actor, id);
    if (found.version !== version) throw new Stale('difficulty.answered_already');
    if (!canOf(found, actor).includes(act)) throw new Missing('access.missing');
    if (act !== 'take_up' && words === '') throw new Invalid('difficulty.words_needed');
    const to = act === 'pass_up' && found.at ? { to: await findAbove(tx, found.at.path) } : {};
    const unitId = act === 'withdraw' ? found.unitId : (found.at?.id ?? found.unitId);
    await append(tx, actor, [
      { clientId, stream, kind: kinds[act], happenedOn: today(), unitId, data: { words, ...to } },
    ]);
  });
}
