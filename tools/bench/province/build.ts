// The province that is measured: the generated set M, loaded as anybody would load it, and looked over for reminders as the server
// does every other minute.
import { makeNotices } from '../../../src/reminders/make.store.ts';
import { readSettings } from '../../../src/reminders/watch.store.ts';
import { lawInForce } from '../../../src/lawbook/enforce.store.ts';
import type { Day } from '../../../src/platform/day.ts';
import type { Db } from '../../../src/platform/db.ts';
import { optionsOf } from '../../generate/generate.ts';
import { type Places, placesOf } from '../../generate/load/accounts.ts';
import { install } from '../../generate/load/install.ts';
import { sourceOf } from '../../generate/load/source.ts';
import { tell, timed } from '../measure.ts';

export const today: Day = '2026-11-20';
const seed = 2026;

export interface Built extends Places {
  units: number;
  members: number;
  /** open candidacies */
  candidates: number;
  reminders: { made: number; firstMs: number; againMs: number };
  copyMs: number;
}

export async function buildProvince(folder: string): Promise<Built> {
  const held: Omit<Built, 'units' | 'copyMs'>[] = [];
  const { units, took } = await install(folder, sourceOf(optionsOf({ set: 'M', seed, today })), {
    tell,
    more: async (db, loaded) => {
      held.push({ ...(await placesOf(db, loaded)), ...(await counted(db)), reminders: await remind(db) });
    },
  });
  const [found] = held;
  if (!found) throw new Error('the province was not looked at');
  return { ...found, units, copyMs: took.copy * 1000 };
}

async function counted(db: Db): Promise<Pick<Built, 'members' | 'candidates'>> {
  const count = async (table: 'person' | 'dossier', when: 'status' | 'phase', among: string[]) => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where(when as never, 'in', among as never)
      .executeTakeFirstOrThrow();
    return Number(row.count);
  };
  return {
    members: await count('person', 'status', ['probationary', 'official']),
    candidates: await count('dossier', 'phase', ['source', 'dossier', 'approval']),
  };
}

/** What the server does every other minute: once with everything to make, once with nothing. */
async function remind(db: Db): Promise<Built['reminders']> {
  const { calendar } = lawInForce().regulations;
  const look = async () =>
    makeNotices(db, { settings: await readSettings(db), calendar, today, mail: false });
  let made = 0;
  const firstMs = await timed(async () => (made = await look()));
  return { made, firstMs, againMs: await timed(look) };
}
