// How many candidacies of people in the book each unit has, by stage: what every list of them counts from.
import { sql } from 'kysely';
import type { Reach } from '../org/access.ts';
import { type Counted, type Tally, tallied } from '../org/counts/tally.store.ts';
import type { Queryable } from '../platform/db.ts';
import './dossier.store.ts';

export interface CountedDossiers extends Counted {
  stage: string;
  open: boolean;
}

export const dossierTally: Tally<CountedDossiers> = {
  key: 'dossiers',
  sources: ['dossier', 'person', 'unit'],
  patched: ['dossier', 'person'],
  count: async (db, units) => {
    const where = units === null ? sql`` : sql`where dossier.unit_id = any(${[...units]}::int[])`;
    const { rows } = await sql<CountedDossiers>`
      select dossier.unit_id as "unitId", dossier.stage, dossier.closed_as is null as open, count(*)::int as count
      from dossier join person on person.id = dossier.person_id ${where} group by 1, 2, 3`.execute(db);
    return rows;
  },
};

export const talliedDossiers = (
  db: Queryable,
  asked: { within: Reach; branch: string | null },
): Promise<CountedDossiers[] | null> => tallied(db, dossierTally, asked);
