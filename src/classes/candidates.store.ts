// Who may be on a class: open dossiers at a stage from which its certificate is recorded, without one that is valid and
// not already on another class of that kind. One SQL a page; the stages are those of the regulations.
import { type RawBuilder, sql } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { fold } from '../platform/text.ts';
import { law } from '../road/law.ts';
import { type Sort, stepOf } from './class.ts';

export const stagesFor = (sort: Sort): string[] => {
  const from = law().findStep(stepOf[sort])?.step.from ?? [];
  return Array.isArray(from) ? from : [];
};

/** Recorded facts: the awareness certificate and until when it holds, the certificate of the new-member class. */
const certificateUntil = sql<string | null>`
  (select max(due.due_on) from due where due.case_kind = 'dossier' and due.case_id = dossier.id::text
   and due.clock = 'certificate_valid')`;

/** Holds a certificate of this kind that is still valid on the day. */
export const certified = (sort: Sort, on: Day): RawBuilder<boolean> =>
  sort === 'new_members'
    ? sql<boolean>`(dossier.state -> 'facts' ? 'new_member_class.on')`
    : sql<boolean>`(dossier.state -> 'facts' ? 'certificate.on' and coalesce(${certificateUntil}, '9999') >= ${on})`;

/** On a class of this kind: enrolled until certified or taken off, else as long as the class has not ended. */
export const onClass = (sort: Sort): RawBuilder<boolean> => sql<boolean>`exists (
  select from class_person held join class other on other.id = held.class_id
  where held.dossier_id = dossier.id and other.sort = ${sort} and held.state <> 'left'
    and held.certificate_key is null and other.called_off_on is null
    and (held.state = 'enrolled' or other.last_on >= ${today()}))`;

export interface Candidate {
  dossierId: string;
  personId: string;
  fullName: string;
  sortKey: string;
  bornOn: string | null;
  unitId: number;
  unitName: string;
  stage: string;
  certificateUntil: string | null;
}

export const dossierColumns = sql`
  dossier.id as "dossierId", dossier.person_id as "personId", person.full_name as "fullName",
  person.sort_key as "sortKey", person.born_on as "bornOn", dossier.unit_id as "unitId", unit.name as "unitName",
  dossier.stage, ${certificateUntil} as "certificateUntil"`;
export const dossierTables = sql`
  dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id`;

export interface Asked {
  sort: Sort;
  q?: string | undefined;
  unit?: number | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Conditions of those who need the class, within reach of the action. */
export function needing(actor: Actor, action: string, { sort, q, unit }: Asked): RawBuilder<boolean>[] {
  const found = [
    sql<boolean>`dossier.closed_as is null`,
    sql<boolean>`dossier.stage = any(${stagesFor(sort)})`,
    sql<boolean>`not ${certified(sort, today())}`,
    reachSql(reach(actor, action), { path: sql<string>`unit.path` }),
  ];
  if (unit !== undefined)
    found.push(sql<boolean>`unit.path like (select path from unit chosen where chosen.id = ${unit}) || '%'`);
  for (const word of fold(q ?? '')
    .split(' ')
    .filter(Boolean))
    found.push(
      sql<boolean>`exists (select from person_word w where w.person_id = person.id
                           and w.suffix like ${`${word.replace(/[%_\\]/g, (sign) => `\\${sign}`)}%`})`,
    );
  return found;
}

export const all = (list: readonly RawBuilder<boolean>[]) => sql.join([...list], sql` and `);

export async function pageOf(
  db: Queryable,
  conditions: readonly RawBuilder<boolean>[],
  { cursor, limit }: Asked,
): Promise<{ items: Candidate[]; total: number; next: string | null }> {
  const after = cursor ? readCursor(cursor) : null;
  const place = after ? [sql<boolean>`(person.sort_key, dossier.id) > (${after[0]}, ${after[1]}::uuid)`] : [];
  const read = sql<Candidate>`
    select ${dossierColumns} from ${dossierTables} where ${all([...conditions, ...place])}
    order by person.sort_key, dossier.id limit ${limit + 1}`;
  const count = sql<{ total: number }>`
    select count(*)::int as total from ${dossierTables} where ${all(conditions)}`;
  const [rows, counted] = await Promise.all([read.execute(db), count.execute(db)]);
  const items = rows.rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.rows.length > limit && last;
  return {
    items,
    total: counted.rows[0]?.total ?? 0,
    next: more ? writeCursor([last.sortKey, last.dossierId]) : null,
  };
}

export const writeCursor = (key: [string, string]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

export function readCursor(cursor: string): [string, string] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === 2 && key.every((part) => typeof part === 'string'))
      return key as [string, string];
  } catch {
    // falls through to the refusal
  }
  throw new Invalid('http.bad_request');
}
