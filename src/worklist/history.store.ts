// Routine work that a unit has recorded, newest first, with what was taken back and why.
import { may } from '../org/access.ts';
import { getUnit } from '../org/unit.store.ts';
import type { Queryable } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import type { Entry } from '../platform/entry.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf } from '../platform/ledger.ts';
import { findStep } from './in-force.ts';
import { dataOf, routineStreamOf, standingRoutines, textOf } from './routine.ts';
import type { RoutineDone } from './view.ts';

export async function listRoutines(db: Queryable, actor: Actor, unitId: number): Promise<RoutineDone[]> {
  const unit = await getUnit(db, actor, 'worklist.read', unitId);
  const stream = routineStreamOf(unitId);
  const entries = (await entriesOf(db, [stream])).get(stream) ?? [];
  const standing = new Set(standingRoutines(entries).map((entry) => entry.clientId));
  const names = await readNames(db, [...new Set(entries.map((entry) => entry.recordedBy))]);
  const mayWrite = may(actor, 'worklist.settle', unit);
  return entries
    .filter((entry) => entry.kind === 'routine.done')
    .map((entry) => doneOf(entry, withdrawnOf(entry, entries, names), names))
    .map((done) => ({ ...done, can: mayWrite && standing.has(done.entry) ? ['withdraw' as const] : [] }))
    .sort(newestFirst);
}

const newestFirst = (a: RoutineDone, b: RoutineDone): number =>
  compare(b.happenedOn, a.happenedOn) || compare(b.at, a.at);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Names = ReadonlyMap<string, string>;

function doneOf(entry: Entry, withdrawn: RoutineDone['withdrawn'], names: Names): RoutineDone {
  const { step: id, period, inputs } = dataOf(entry);
  const step = findStep(id);
  const lines = (step?.inputs ?? []).flatMap((input) => {
    const given = inputs[input.id];
    return given === undefined ? [] : [{ label: input.label, value: textOf(input, given) }];
  });
  return {
    entry: entry.clientId,
    step: id,
    label: step?.label ?? { vi: id, en: id },
    period,
    happenedOn: entry.happenedOn ?? '',
    lines,
    by: names.get(entry.recordedBy) ?? '',
    at: entry.recordedAt,
    withdrawn,
    can: [],
  };
}

function withdrawnOf(done: Entry, entries: readonly Entry[], names: Names): RoutineDone['withdrawn'] {
  const back = entries.find((entry) => entry.kind === withdrawal && entry.names === done.clientId);
  if (!back) return null;
  const ground = entries.find((entry) => entry.kind === 'routine.ground' && entry.data.of === back.clientId);
  return {
    reason: String(ground?.data.ground ?? ''),
    by: names.get(back.recordedBy) ?? '',
    at: back.recordedAt,
  };
}

async function readNames(db: Queryable, accounts: string[]): Promise<Names> {
  if (accounts.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['id', 'display_name as name'])
    .where('id', 'in', accounts)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
