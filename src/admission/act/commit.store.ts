// Writing into dossiers, one or many in one transaction: the entries of each, what follows from them on the roll, and
// the meetings no ballot names any more. What cannot be is said before anything is written.
import { sql } from 'kysely';
import { recordPersons } from '../../members/person.store.ts';
import { decideAct, personStreamOf } from '../../members/person.ts';
import { dropMeeting } from '../../meetings/meeting.store.ts';
import { type Queryable, together, type Tx } from '../../platform/db.ts';
import type { Entry, NewEntry } from '../../platform/entry.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { derivedId } from '../../platform/ids.ts';
import { append, entriesSql, readEntries } from '../../platform/ledger.ts';
import { takeTurn } from '../../platform/write/turns.ts';
import { outcomeOrder } from '../../rules/verdict.ts';
import { differenceOf, wantedEntries } from '../../road/effects.ts';
import { foldDossier } from '../../road/fold.ts';
import type { Around } from '../../road/held.ts';
import { meetingsOf } from '../../road/row.ts';
import type { JudgedAct, Located, Standing } from '../../road/standing.ts';
import { type Case, standAround } from '../case.store.ts';

export interface Written {
  /** entries of later acts that are judged worse than before */
  rejudged: string[];
}

/** New entries of one case, with what lies around it when they are counted in. */
export interface Change {
  found: Case;
  around: Around;
  entries: readonly NewEntry[];
}

export interface Decided extends Change {
  after: { dossier: Located; standing: Standing } | null;
  /** what the roll must be told */
  roll: NewEntry[];
}

/** Appends entries of the dossier and makes the roll and the meetings agree with it. */
export async function commit(
  tx: Tx,
  actor: Actor,
  found: Case,
  entries: readonly NewEntry[],
): Promise<Written> {
  const [decided] = await decideChanges(tx, [{ found, around: found.around, entries }]);
  if (!decided) return { rejudged: [] };
  if (decided instanceof Invalid) throw decided;
  await writeChanges(tx, actor, [decided]);
  return { rejudged: worsened(decided) };
}

/**
 * What each change leads to; Invalid in the place of one that the roll cannot follow. Where the roll is to be told something,
 * whoever else writes to it about the person goes before or after.
 */
export async function decideChanges(tx: Tx, changes: readonly Change[]): Promise<(Decided | Invalid)[]> {
  const first = await decideNow(tx, changes);
  const told = first.flatMap((one) =>
    !(one instanceof Invalid) && (one.roll.length > 0 || isReopened(one)) ? one.found.dossier.personId : [],
  );
  if (told.length === 0) return first;
  await takeTurn(tx, ...told.map(personStreamOf));
  return decideNow(tx, changes);
}

async function decideNow(tx: Tx, changes: readonly Change[]): Promise<(Decided | Invalid)[]> {
  const persons = [...new Set(changes.map(({ found }) => found.dossier.personId))];
  const [rows, known] = await together(tx, entriesSql(persons.map(personStreamOf)), knownSql(persons));
  const held = readEntries(rows);
  const decided = changes.map((change) =>
    decideOne(change, held.get(personStreamOf(change.found.dossier.personId)) ?? []),
  );
  return refuseSecond(tx, decided, new Set(known.map(({ id }) => id)));
}

/** Nobody has two open cases: with another meanwhile, the first is not opened again. */
async function refuseSecond(
  db: Queryable,
  decided: readonly (Decided | Invalid)[],
  known: ReadonlySet<string>,
): Promise<(Decided | Invalid)[]> {
  const open = await readOpen(db, decided.filter(isReopened));
  return decided.map((one) => {
    if (one instanceof Invalid) return one;
    const { personId } = one.found.dossier;
    if (!known.has(personId)) return new Invalid('admission.person_erased');
    return isReopened(one) && open.has(personId) ? new Invalid('admission.already_open') : one;
  });
}

/** Of who was erased nothing more is written: no act, and no word into the vault. */
const knownSql = (persons: string[]) =>
  sql<{ id: string }>`select id from person where id = any(${persons}::uuid[])`;

async function readOpen(db: Queryable, reopened: readonly Decided[]): Promise<ReadonlySet<string>> {
  if (reopened.length === 0) return new Set();
  const rows = await db
    .selectFrom('dossier')
    .select('person_id')
    .where(sql<boolean>`person_id = any(${reopened.map(({ found }) => found.dossier.personId)}::uuid[])`)
    .where('closed_as', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

const isReopened = (one: Decided | Invalid): one is Decided =>
  !(one instanceof Invalid) &&
  one.found.standing.closedAs !== null &&
  one.after !== null &&
  one.after.standing.closedAs === null;

function decideOne(change: Change, held: readonly Entry[]): Decided | Invalid {
  const { found, around, entries } = change;
  const dossier = foldDossier(found.dossier.id, [...found.entries, ...entries.map(asRead(found))]);
  const after = dossier && standAround(dossier, around, found.place.path);
  const wanted = after
    ? [...nominatedBy(after.dossier, held), ...wantedEntries(after.dossier, after.standing)]
    : [];
  const roll = differenceOf(found.dossier, held, wanted, entries[0]?.clientId ?? '');
  if (roll.length > 0) {
    const acts = roll.map((entry) => ({ ...entry, names: entry.names ?? null }));
    const { refusal } = decideAct(held, acts, around.person.bornOn);
    if (refusal) return new Invalid(refusal.code, refusal.params);
  }
  return { ...change, after, roll };
}

/** Whoever was in the book already was nominated with the opening: that stands as long as the opening does. */
const nominatedBy = ({ acts }: Located, held: readonly Entry[]): Entry[] => {
  const own = acts[0] && derivedId(acts[0].root, 'person.nominated.0');
  return held.filter(({ clientId }) => clientId === own);
};

/** An entry as it will be read back. */
const asRead =
  ({ entries }: Case) =>
  (entry: NewEntry, index: number): Entry => ({
    personId: null,
    ruleset: null,
    names: null,
    batch: null,
    ...entry,
    position: Number.MAX_SAFE_INTEGER - 1000 + index,
    version: (entries.at(-1)?.version ?? 0) + index + 1,
    recordedAt: '',
    recordedBy: '',
    officeId: null,
  });

export async function writeChanges(tx: Tx, actor: Actor, changes: readonly Decided[]): Promise<void> {
  await append(
    tx,
    actor,
    changes.flatMap(({ entries }) => entries),
  );
  const roll = changes.flatMap((change) => change.roll);
  if (roll.length > 0) await recordPersons(tx, actor, { values: [], entries: roll });
  for (const change of changes) await dropMeetings(tx, actor, change);
}

/** A meeting that no ballot names any more was a slip of the pen. */
async function dropMeetings(tx: Tx, actor: Actor, { found, after, entries }: Decided): Promise<void> {
  const now = new Set(after ? meetingsOf(after.dossier) : []);
  const clientId = entries[0]?.clientId ?? '';
  for (const id of meetingsOf(found.dossier).filter((meeting) => !now.has(meeting)))
    await dropMeeting(tx, actor, { id, clientId: derivedId(clientId, id) }, () => isNamed(tx, id));
}

async function isNamed(tx: Tx, meeting: string): Promise<boolean> {
  const named = await tx
    .selectFrom('dossier')
    .select('id')
    .where(sql<boolean>`state -> 'meetings' @> ${JSON.stringify([meeting])}::jsonb`)
    .limit(1)
    .execute();
  return named.length > 0;
}

/** Acts that were there before and are judged worse now. */
export function worsened({ found, after, entries }: Pick<Decided, 'found' | 'after' | 'entries'>): string[] {
  const fresh = new Set(entries.map((entry) => entry.clientId));
  const was = new Map(found.standing.acts.map((judged) => [judged.act.entry, rank(judged)]));
  return (after?.standing.acts ?? [])
    .filter((judged) => !fresh.has(judged.act.entry) && rank(judged) < (was.get(judged.act.entry) ?? -1))
    .map(({ act }) => act.entry);
}
const rank = ({ verdict }: JudgedAct): number => outcomeOrder.indexOf(verdict?.outcome ?? 'allowed');
