// Whose rows of a view a write may have changed: the streams it touched, as the persons, cases or units the view is of.
import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db.ts';
import { idOf, prefixOf } from '../../../platform/entry.ts';
import { type Columns, subjectOf } from '../../../columns/columns.ts';
import { subjectRowsIn } from '../../../columns/patch.ts';
import type { Follows, Source } from '../source.ts';

export const followsOf = ({ follows }: Source, prefix: string): Follows | 'nothing' =>
  // An import that is undone takes its entries out of all streams.
  prefix === 'batch' ? 'all' : (follows[prefix] ?? 'nothing');

/** Ids of subjects, each once; 'all': the view is to be read whole. */
export async function subjectsOf(
  db: Queryable,
  { source, columns }: { source: Source; columns: Columns },
  streams: readonly string[],
): Promise<string[] | 'all'> {
  const by = Map.groupBy(streams, (name) => followsOf(source, prefixOf(name)));
  if (by.has('all')) return 'all';
  const found = new Set<string>();
  for (const [follows, names] of by) {
    const ids = names.map(idOf);
    const add = follows === 'all' || follows === 'nothing' ? [] : await finders[follows](db, ids, columns);
    for (const id of add) found.add(id);
  }
  return [...found];
}

type Find = (db: Queryable, ids: string[], columns: Columns) => Promise<string[]> | string[];

const finders: Record<Exclude<Follows, 'all'>, Find> = {
  subject: (_, ids) => ids,
  place: (_, ids, columns) =>
    subjectRowsIn(columns, new Set(ids.map(Number))).map((row) => subjectOf(columns, row)),
  cases: async (db, ids) => {
    const { rows } = await sql<{ id: string }>`
      select id from dossier where person_id = any(${ids}::uuid[])`.execute(db);
    return rows.map(({ id }) => id);
  },
  cases_of_request: async (db, ids) => {
    const { rows } = await sql<{ id: string }>`
      select dossier.id from ledger as act join dossier on dossier.person_id = act.person_id
      where act.stream = any(${ids.map((id) => `request:${id}`)})`.execute(db);
    return rows.map(({ id }) => id);
  },
  units: async (db, ids) => {
    const { rows } = await sql<{ id: string }>`
      select unit_id::text as id from ledger
      where stream = any(${ids.map((id) => `person:${id}`)}) and unit_id is not null
      union select unit_id::text from admitted where person_id = any(${ids}::uuid[])`.execute(db);
    return rows.map(({ id }) => id);
  },
};
