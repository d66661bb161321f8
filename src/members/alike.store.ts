// Who resembles a person about to be entered. Within reach: who, and by what evidence. Out of reach: only that there is
// somebody – no name, unit or state – and the look is logged for those who own the record.
import { sql } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { logAccess } from '../platform/audit.ts';
import type { Queryable } from '../platform/db.ts';
import type { PartialDay } from '../platform/day.ts';
import type { Actor } from '../platform/http.ts';
import { fold, toneFold } from '../platform/text.ts';

export interface Probe {
  name: string;
  bornOn: PartialDay | null;
  cardNumber: string | null;
}
/** card: same card number · birth: same name and day of birth · part: same name, births that may be the same */
export type Evidence = 'card' | 'birth' | 'part';
export interface AlikePerson {
  id: string;
  name: string;
  bornOn: PartialDay | null;
  unitId: number;
  unitName: string;
  status: string;
  evidence: Evidence;
  /** the names agree with their accents, too */
  exactName: boolean;
}
export interface Alike {
  within: AlikePerson[];
  /** somebody with the same card, or the same name and day of birth, is kept out of reach */
  outside: boolean;
}

interface Hit {
  i: number;
  id: string;
  name: string;
  name_exact: string;
  born_on: string | null;
  card_number: string | null;
  unit_id: number;
  unit_name: string;
  status: string;
  near: boolean;
}

export async function findAlike(db: Queryable, actor: Actor, probe: Probe, except?: string): Promise<Alike> {
  const found = (await findAlikeMany(db, actor, [probe]))[0] ?? { within: [], outside: false };
  return { ...found, within: found.within.filter((person) => person.id !== except) };
}

/** The same for a whole workbook: one answer for each probe, in order. */
export async function findAlikeMany(db: Queryable, actor: Actor, probes: readonly Probe[]): Promise<Alike[]> {
  const hits = await findHits(db, actor, probes);
  const answers: Alike[] = probes.map(() => ({ within: [], outside: false }));
  const outside = new Set<string>();
  for (const hit of hits) {
    const probe = probes[hit.i];
    const answer = answers[hit.i];
    const evidence = probe && evidenceOf(probe, hit);
    if (!probe || !answer || !evidence) continue;
    if (hit.near) answer.within.push(personOf(probe, hit, evidence));
    else if (evidence !== 'part') {
      answer.outside = true;
      outside.add(hit.id);
    }
  }
  for (const id of outside)
    await logAccess(db, actor, {
      action: 'search_number',
      subject: 'person',
      subjectId: id,
      detail: { alike: true },
    });
  return answers;
}

async function findHits(db: Queryable, actor: Actor, probes: readonly Probe[]): Promise<Hit[]> {
  const rows = probes.map((probe, i) => ({
    i,
    name: fold(probe.name),
    born: probe.bornOn,
    card: digits(probe.cardNumber) || null,
  }));
  const near = reachSql(reach(actor, 'person.read'), {
    path: sql<string>`unit.path`,
    personId: sql<string>`person.id`,
  });
  const result = await sql<Hit>`
    with probe as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(i int, name text, born text, card text)
    ), hit (i, id) as (
      select probe.i, person.id from probe join person on person.card_number = probe.card
      union
      select probe.i, person.id from probe join person on person.name_key = probe.name
      where probe.born is null or person.born_on is null or left(person.born_on, 4) = left(probe.born, 4)
    )
    select hit.i, person.id, person.full_name as name, person.name_exact, person.born_on, person.card_number,
           person.unit_id, unit.name as unit_name, person.status, ${near} as near
    from hit join person on person.id = hit.id join unit on unit.id = person.unit_id
    order by hit.i, person.sort_key, person.id`.execute(db);
  return result.rows;
}

const digits = (card: string | null): string => card?.replace(/\D/g, '') ?? '';

function evidenceOf(probe: Probe, hit: Hit): Evidence | null {
  if (hit.card_number && hit.card_number === digits(probe.cardNumber)) return 'card';
  return fold(probe.name) === fold(hit.name) ? birthEvidence(probe.bornOn ?? '', hit.born_on ?? '') : null;
}

function birthEvidence(a: PartialDay | '', b: PartialDay | ''): Evidence | null {
  if (a === b && a.length === 10) return 'birth';
  return a.startsWith(b) || b.startsWith(a) ? 'part' : null;
}

const personOf = (probe: Probe, hit: Hit, evidence: Evidence): AlikePerson => ({
  id: hit.id,
  name: hit.name,
  bornOn: hit.born_on,
  unitId: hit.unit_id,
  unitName: hit.unit_name,
  status: hit.status,
  evidence,
  exactName: toneFold(probe.name) === hit.name_exact,
});
