// Facts of this installation: whether it has been set up, its profile, the accounts shown in training.
import { sql } from 'kysely';
import type { Db, JsonValue, Queryable } from '../platform/db.ts';
import type { Profile, TrainingAccount } from './answers.ts';

export async function readSetting<T>(db: Queryable, key: string): Promise<T | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row ? (row.value as T) : null;
}

export async function writeSetting(db: Queryable, key: string, value: JsonValue): Promise<void> {
  const json = sql<JsonValue>`${JSON.stringify(value)}::jsonb`;
  await db
    .insertInto('setting')
    .values({ key, value: json })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json }))
    .execute();
}

const profiles = new WeakMap<Db, Profile>();

/** Chosen once, at set-up; before that the strictest that works on a network. */
export async function profile(db: Db): Promise<Profile> {
  const known = profiles.get(db);
  if (known) return known;
  const chosen = await readSetting<Profile>(db, 'profile');
  if (chosen) profiles.set(db, chosen);
  return chosen ?? 'B';
}

export interface Committee {
  unitId: number;
  provinceId: string;
  setUpOn: string;
}
export const findCommittee = (db: Queryable): Promise<Committee | null> =>
  readSetting<Committee>(db, 'committee');

export const publishTrainingAccounts = (db: Queryable, accounts: TrainingAccount[]): Promise<void> =>
  writeSetting(db, 'training_accounts', accounts as unknown as JsonValue);

/** Only in the training profile are passwords ever shown. */
export async function trainingAccounts(db: Db): Promise<TrainingAccount[] | undefined> {
  if ((await profile(db)) !== 'C') return undefined;
  return (await readSetting<TrainingAccount[]>(db, 'training_accounts')) ?? [];
}
