// Failed candidacies whose time is running out, and their erasure by an entitled officer: the person's data and key go,
// the acts without a name stay, so that no count changes.
import { sql } from 'kysely';
import { findPerson, mayOn, recordErasure } from '../members/person.store.ts';
import { personStreamOf } from '../members/person.ts';
import { reach } from '../org/access.ts';
import { logAccess } from '../platform/audit.ts';
import { wordsOf } from '../platform/answer.ts';
import { today } from '../platform/clock.ts';
import { addDays, addMonths } from '../platform/day.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { Failure, Invalid, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { writeAlone } from '../platform/write/once.ts';
import { lastStep, movingStep } from '../road/road.ts';
import { regulations } from '../worklist/in-force.ts';
import { expiryOf, type Term } from './expiry.ts';
import { all, below, type Condition, reached } from './listing.store.ts';
import { expiryMonths, numberAt, numbersByPlace, warningDays } from './values.ts';
import type { ErasedView, ExpiryList, ExpiryRow } from './view.ts';

interface Row {
  id: string;
  personId: string;
  name: string;
  unitName: string;
  path: string;
  closedAs: string;
  closedOn: string;
  open: boolean;
  member: boolean;
  holder: boolean;
}

/** Ended without admission, and not gone on elsewhere; of several the last one counts. */
const failed: Condition[] = [
  sql<boolean>`dossier.closed_as is not null and dossier.closed_on is not null`,
  sql<boolean>`dossier.closed_as <> all(${[lastStep, movingStep]})`,
  sql<boolean>`not dossier.state -> 'facts' ? 'ceremony.on'`,
  sql<boolean>`not exists (select from dossier later where later.person_id = dossier.person_id
    and later.closed_on is not null and (later.closed_on, later.id) > (dossier.closed_on, dossier.id))`,
];

async function readRows(db: Queryable, list: readonly Condition[]): Promise<Row[]> {
  const result = await sql<Row>`
    select dossier.id, dossier.person_id as "personId", person.full_name as name, unit.name as "unitName",
           unit.path, dossier.closed_as as "closedAs", dossier.closed_on as "closedOn",
           exists (select from dossier o where o.person_id = person.id and o.closed_as is null) as open,
           exists (select from membership m where m.person_id = person.id) as member,
           (exists (select from office where office.person_id = person.id)
            or exists (select from account where account.person_id = person.id)) as holder
    from dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
    where ${all([...failed, ...list])} order by dossier.closed_on, dossier.id limit 2000`.execute(db);
  return result.rows;
}

const termAt = (path: string): Term => ({
  months: numberAt(regulations(), expiryMonths, today(), path),
  warningDays: numberAt(regulations(), warningDays, today(), path),
});

/** Never while something is open, and never somebody whose record is kept for another reason. */
function keptBy({ open, member, holder }: Row): string | null {
  if (open) return 'fostering.kept_open';
  if (member) return 'members.erase_member';
  return holder ? 'members.others_rest_on_it' : null;
}

function rowOf(row: Row): ExpiryRow | null {
  const expiry = expiryOf(row.closedOn, termAt(row.path), today());
  const kept = keptBy(row);
  if (!expiry) return null;
  const { id, personId, name, unitName, closedAs, closedOn } = row;
  return {
    id,
    personId,
    name,
    unitName,
    closedAs,
    closedOn,
    ...expiry,
    kept: kept === null ? null : wordsOf(kept),
  };
}

export async function listExpiring(
  db: Db,
  actor: Actor,
  { unit }: { unit?: number | undefined },
): Promise<ExpiryList> {
  await logAccess(db, actor, { action: 'list', subject: 'expiry' });
  const rows = await readRows(db, [reached(actor, 'fostering.read'), ...below(unit)]);
  // Of whoever is on the way again, or became a member, nothing runs out.
  const items = rows
    .filter(({ open, member }) => !open && !member)
    .flatMap((row) => rowOf(row) ?? [])
    .toSorted((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1));
  const term = termAt(actor.unitPath ?? '');
  const due = items.filter((item) => item.due).length;
  const mayErase = reach(actor, 'person.write').kind !== 'nothing';
  return { items, due, soon: items.length - due, ...term, can: mayErase ? ['erase'] : [] };
}

/** How many wait for an officer: due, and with nothing in the way. */
export async function countExpired(db: Queryable, actor: Actor): Promise<number> {
  const known = numbersByPlace(regulations(), expiryMonths, today()).flatMap(({ value }) => value ?? []);
  if (known.length === 0) return 0;
  // Not before the shortest of all terms has run, whatever the length of its months.
  const over = addDays(addMonths(today(), -Math.min(...known)), 3);
  const rows = await readRows(db, [
    sql<boolean>`dossier.closed_on <= ${over}`,
    reached(actor, 'person.write'),
  ]);
  return rows.map(rowOf).filter((row) => row?.due && row.kept === null).length;
}

/** One person after the other: what cannot be erased stops nobody else. */
export async function eraseExpired(
  db: Db,
  actor: Actor,
  { clientId, ids }: { clientId: string; ids: readonly string[] },
): Promise<ErasedView> {
  const result: ErasedView = { done: 0, left: [] };
  for (const id of new Set(ids)) {
    try {
      await eraseOne(db, actor, id, derivedId(clientId, id));
      result.done += 1;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      result.left.push({ id, why: wordsOf(error.code, error.params) });
    }
  }
  return result;
}

async function eraseOne(db: Db, actor: Actor, personId: string, clientId: string): Promise<void> {
  const once = { clientId, accountId: actor.accountId, stream: personStreamOf(personId) };
  // Nobody is given an office, an account or a dossier while being erased.
  await writeAlone(db, once, async (tx) => {
    const person = await findPerson(tx, personId);
    if (!person || !mayOn(actor, 'person.write', person)) throw new Missing('access.missing');
    await decideErasure(tx, personId);
    await recordErasure(tx, actor, person, clientId);
  });
}

async function decideErasure(tx: Tx, personId: string): Promise<void> {
  const [row] = await readRows(tx, [sql<boolean>`dossier.person_id = ${personId}::uuid`]);
  const kept = row && keptBy(row);
  if (kept) throw new Invalid(kept);
  if (!row || !expiryOf(row.closedOn, termAt(row.path), today())?.due)
    throw new Invalid('fostering.not_expired');
}
