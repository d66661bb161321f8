// How many persons each unit has, by how they stand: today, and on a day gone by from the memberships of that day.
import { sql } from 'kysely';
import type { Reach } from '../org/access.ts';
import { type Counted, type Tally, tallied } from '../org/counts/tally.store.ts';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import './stream.store.ts';

export interface CountedPeople extends Counted {
  kind: string;
  exempt: boolean;
  away: boolean;
}

export const peopleTally = (on: Day | null): Tally<CountedPeople> => ({
  key: `people ${on ?? ''}`,
  sources: ['person', 'unit'],
  patched: ['person'],
  count: async (db, units) => {
    const from = on ? sql`membership m join person p on p.id = m.person_id` : sql`person p`;
    const [unit, kind] = on ? [sql`m.unit_id`, sql`m.kind`] : [sql`p.unit_id`, sql`p.status`];
    const stood = on ? sql`m.from_on <= ${on} and (m.to_on is null or m.to_on > ${on})` : sql`true`;
    const chosen = units === null ? sql`true` : sql`${unit} = any(${[...units]}::int[])`;
    const { rows } = await sql<CountedPeople>`
      select ${unit} as "unitId", ${kind} as kind, p.exempt, p.activity = 'away' as away, count(*)::int as count
      from ${from} where ${stood} and ${chosen} group by 1, 2, 3, 4`.execute(db);
    return rows;
  },
});

export const talliedPeople = (
  db: Queryable,
  on: Day | null,
  asked: { within: Reach; branch: string | null },
): Promise<CountedPeople[] | null> => tallied(db, peopleTally(on), asked);
