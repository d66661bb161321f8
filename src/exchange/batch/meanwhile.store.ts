// What was recorded by hand while a workbook was being compared and written: neither saw the other.
import { sql } from 'kysely';
import { cleanValue } from '../../members/fields.ts';
import { lockEntering, lookAlike, type Probe } from '../../members/alike.store.ts';
import type { Queryable, Tx } from '../../platform/db.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { undoneBatches } from '../../platform/ledger.ts';
import type { RollPerson } from './book.ts';
import { heldIds, written } from './holdings.store.ts';
import type { Plan, PlannedPerson } from './plan.ts';

/** With whom and what a workbook was compared. */
export interface Seen {
  /** by id, as they stood then */
  held: ReadonlyMap<string, RollPerson>;
  /** last version of each dossier */
  dossiers: ReadonlyMap<string, number>;
}
export interface Compared {
  plan: Plan;
  seen: Seen;
}

/** The persons that a workbook brings and that were not in the book. */
export const newOf = ({ people }: Plan): PlannedPerson[] => people.filter(({ isNew }) => isNew);

export const probeOf = ({ name, bornOn, fields }: PlannedPerson): Probe => ({
  name,
  bornOn,
  cardNumber: fields.cardNumber ?? null,
});

/**
 * Nothing of the workbook stands where something else came meanwhile about persons whom it changes, or a card that it brings was
 * given to somebody. Asked when all is written: whoever is still recording about one of them cannot write behind it.
 */
export async function refuseRecorded(
  tx: Tx,
  actor: Actor,
  batchId: string,
  { plan, seen }: Compared,
): Promise<void> {
  const compared = new Map(plan.people.flatMap((person) => versionsOf(person, seen)));
  const recorded = await lastVersions(tx, batchId, [...compared.keys()]);
  const isNewer = recorded.some(({ stream, version }) => version > (compared.get(stream) ?? version));
  if (isNewer || (await isCardGiven(tx, actor, { plan, seen })))
    throw new Invalid('exchange.recorded_meanwhile');
}

/** Streams to which the workbook writes, in the version that it was compared with. */
function versionsOf(person: PlannedPerson, { held, dossiers }: Seen): [stream: string, version: number][] {
  const { id, isNew, dossier } = person;
  const own = isChanged(person) && !isNew ? held.get(id)?.version : undefined;
  const before = dossier ? dossiers.get(dossier.id) : undefined;
  const versions: [string, number][] = [];
  if (own !== undefined) versions.push([`person:${id}`, own]);
  if (dossier && before !== undefined) versions.push([`dossier:${dossier.id}`, before]);
  return versions;
}

const isChanged = ({ dossier, fields, takeOver, acts }: PlannedPerson): boolean =>
  dossier !== null || takeOver !== null || acts.length > 0 || Object.keys(fields).length > 0;

/** Of what the workbook did not write itself. */
async function lastVersions(db: Queryable, batchId: string, streams: readonly string[]) {
  const { rows } = await sql<{ stream: string; version: number }>`
    select stream, max(version) as version from ledger
    where stream = any(${streams}::text[]) and (batch is null or batch <> ${batchId}::uuid and batch not in ${undoneBatches})
    group by stream`.execute(db);
  return rows;
}

/** To somebody within the officer's reach who is not whom the workbook says, and did not have it when they were compared. */
async function isCardGiven(db: Queryable, actor: Actor, { plan, seen }: Compared): Promise<boolean> {
  const brought = plan.people.flatMap(({ id, fields: { cardNumber } }) =>
    cardNumber ? [{ id, card: cleanValue('cardNumber', cardNumber) }] : [],
  );
  const own = new Set(brought.map(({ id, card }) => `${card} ${id}`));
  const cards = brought.map(({ card }) => card);
  const { rows } = await sql<{ id: string; card: string }>`
    select person.id, card_number as card from person join unit on unit.id = person.unit_id
    where card_number = any(${cards}::text[]) and ${written(actor)}`.execute(db);
  return rows.some(({ id, card }) => !own.has(`${card} ${id}`) && seen.held.get(id)?.cardNumber !== card);
}

/**
 * Nothing of the workbook stands where somebody like one of its new persons came meanwhile within the officer's reach, whom it
 * was not compared with. Who is entered from here on is looked at beside those of the workbook.
 */
export async function refuseEntered(tx: Tx, actor: Actor, { plan, seen }: Compared): Promise<void> {
  await lockEntering(tx);
  const own = new Set(plan.people.map(({ id }) => id));
  const came = new Set((await heldIds(tx, actor)).filter((id) => !seen.held.has(id) && !own.has(id)));
  if (came.size === 0) return;
  const { answers } = await lookAlike(tx, actor, newOf(plan).map(probeOf));
  if (answers.some(({ within }) => within.some(({ id }) => came.has(id))))
    throw new Invalid('exchange.entered_meanwhile');
}
