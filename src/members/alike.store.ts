// Who resembles a person about to be entered. Within reach: who, and by what evidence. Out of reach: only that there is
// somebody – no name, unit or state – and the look is logged for those who own the record.
import { sql } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { findOfficeKind } from '../org/organisation.ts';
import { idsOnPath } from '../org/tree.ts';
import { findUnits } from '../org/unit.store.ts';
import { logAccess } from '../platform/audit.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import type { PartialDay } from '../platform/day.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { fold, toneFold } from '../platform/text.ts';
import { goBeside, takeTurn } from '../platform/write/turns.ts';
import { inWords } from './objections.ts';

export interface Probe {
  name: string;
  bornOn: PartialDay | null;
  cardNumber: string | null;
  /** place of the cell to which somebody is proposed: of a nominee little is known, so that less than a day tells */
  nominatedAt?: string;
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
  /** the open candidacy, where there is one */
  dossierId: string | null;
}
/** Whom to ask of somebody out of reach: an office of the nearest organisation above both. */
export interface AskWhom {
  office: string;
  unitName: string;
}
export interface Alike {
  within: AlikePerson[];
  /** somebody with the same card, or the same name and day of birth, is kept out of reach */
  outside: boolean;
  ask: AskWhom | null;
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
  path: string;
  status: string;
  dossier_id: string | null;
  near: boolean;
}

export const nobody: Alike = { within: [], outside: false, ask: null };

export async function findAlike(db: Queryable, actor: Actor, probe: Probe, except?: string): Promise<Alike> {
  const found = (await findAlikeMany(db, actor, [probe]))[0] ?? nobody;
  return { ...found, within: found.within.filter((person) => person.id !== except) };
}

/** The same for a whole workbook: one answer for each probe, in order. */
export async function findAlikeMany(db: Queryable, actor: Actor, probes: readonly Probe[]): Promise<Alike[]> {
  const { answers, looked } = await lookAlike(db, actor, probes);
  await logLooks(db, actor, looked);
  return answers;
}

/** The same without a trace in the log: whoever looks inside a transaction logs when that is over, however it ended. */
export async function lookAlike(
  db: Queryable,
  actor: Actor,
  probes: readonly Probe[],
): Promise<{ answers: Alike[]; looked: string[] }> {
  const answers: Alike[] = probes.map(() => ({ ...nobody, within: [] }));
  const outside = new Map<string, { answer: Alike; path: string }>();
  for (const hit of await findHits(db, actor, probes)) {
    const probe = probes[hit.i];
    const answer = answers[hit.i];
    const evidence = probe && evidenceOf(probe, hit);
    if (!probe || !answer || !evidence) continue;
    if (hit.near) answer.within.push(personOf(probe, hit, evidence));
    else if (evidence !== 'part' || isLikely(probe, hit)) {
      answer.outside = true;
      outside.set(`${hit.i} ${hit.id}`, { answer, path: hit.path });
    }
  }
  await nameOffices(db, actor, [...outside.values()]);
  return { answers, looked: [...new Set([...outside.keys()].map((key) => key.split(' ')[1] ?? ''))] };
}

/** Those who own the records see who looked. */
export async function logLooks(db: Queryable, actor: Actor, looked: readonly string[]): Promise<void> {
  // A write that was run twice looked twice.
  for (const id of new Set(looked))
    await logAccess(db, actor, {
      action: 'search_number',
      subject: 'person',
      subjectId: id,
      detail: { alike: true },
    });
}

/**
 * Of two who enter the same name, or card, at once, the second looks only when the first has written; whoever enters many, with
 * `lockEntering`, looks when all others have.
 */
export async function lockAlike(tx: Tx, { name, cardNumber }: Partial<Probe>): Promise<void> {
  await goBeside(tx, entering);
  await takeTurn(tx, ...(name ? [`name:${fold(name)}`] : []), ...(cardNumber ? [cardTurn(cardNumber)] : []));
}
export const lockEntering = (tx: Tx): Promise<void> => takeTurn(tx, entering);
const entering = 'nguon.entering';
const cardTurn = (cardNumber: string): string => `card:${digits(cardNumber)}`;

/** A card is of one person: another than the own is refused where somebody else within reach has it. */
export async function refuseTakenCard(
  tx: Tx,
  actor: Actor,
  id: string,
  cardNumber: string | null,
): Promise<void> {
  if (!cardNumber) return;
  await takeTurn(tx, cardTurn(cardNumber));
  const others = await tx
    .selectFrom('person')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .select('person.id')
    .where('card_number', '=', digits(cardNumber))
    .where('person.id', '!=', id)
    .where(
      sql<boolean>`not exists (select from person own where own.id = ${id} and own.card_number = person.card_number)`,
    )
    .where(
      reachSql(reach(actor, 'person.read'), {
        path: sql<string>`unit.path`,
        personId: sql<string>`person.id`,
      }),
    )
    .execute();
  const fault = { field: 'cardNumber', code: 'members.card_taken' };
  if (others.length > 0) throw new Invalid(fault.code, {}, inWords([fault]));
}

/**
 * Of somebody proposed often no more than a name and a year is known. The same name with its accents counts with the same
 * year; without a year, below the same committee.
 */
function isLikely({ name, bornOn, nominatedAt }: Probe, hit: Hit): boolean {
  if (nominatedAt === undefined || toneFold(name) !== hit.name_exact) return false;
  if (bornOn && hit.born_on) return bornOn.slice(0, 4) === hit.born_on.slice(0, 4);
  return hit.path.startsWith(nominatedAt.replace(/\d+\/$/, ''));
}

/** Names the office to ask; of several it is the highest, so that it does not tell where the person is. */
async function nameOffices(
  db: Queryable,
  actor: Actor,
  found: readonly { answer: Alike; path: string }[],
): Promise<void> {
  if (found.length === 0) return;
  const own = actor.unitPath ?? '/';
  const chains = new Map(found.map((one) => [one, idsOnPath(shared(own, one.path))]));
  const units = await findUnits(db, [...new Set([...chains.values()].flat())]);
  const heights = new Map<Alike, number>();
  for (const [{ answer }, chain] of chains) {
    const unit = chain
      .toReversed()
      .flatMap((id) => units.get(id) ?? [])
      .find(({ kind }) => officeAt(kind));
    if (!unit || unit.depth >= (heights.get(answer) ?? Number.POSITIVE_INFINITY)) continue;
    heights.set(answer, unit.depth);
    answer.ask = { office: officeAt(unit.kind) ?? '', unitName: unit.name };
  }
}

const asked = ['base_officer', 'superior_board'];
const officeAt = (kind: string): string | undefined =>
  asked.find((office) => findOfficeKind(office)?.held_at.includes(kind));

/** The part of two paths that is the same. */
function shared(a: string, b: string): string {
  const [first, second] = [a.split('/'), b.split('/')];
  const end = first.findIndex((id, at) => id !== second[at]);
  return first.slice(0, end < 0 ? undefined : end).join('/');
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
  // Those whom a mass organisation or a member proposed are theirs to see, too.
  const own = reachSql(reach(actor, 'dossier.read'), {
    path: sql<string>`unit.path`,
    proposerUnitId: sql<number>`d.proposer_unit_id`,
    helperId: sql<string>`d.helper_id`,
    proposerPersonId: sql<string>`d.proposer_person_id`,
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
           person.unit_id, unit.name as unit_name, unit.path, person.status,
           (select d.id from dossier d where d.person_id = person.id and d.closed_as is null) as dossier_id,
           ${near} or exists (select from dossier d where d.person_id = person.id and ${own}) as near
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
  dossierId: hit.dossier_id,
});
