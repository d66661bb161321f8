// Acts of dossiers inside somebody else's transaction: rooms above write what is theirs and the acts that follow from
// it as one. Judged and written as a single act is; many at once with one reading and one writing.
import { today } from '../../platform/clock.ts';
import type { Queryable, Tx } from '../../platform/db.ts';
import type { NewEntry } from '../../platform/entry.ts';
import { Failure, Invalid, Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { findUnit } from '../../org/unit.store.ts';
import { findUnitKind } from '../../org/organisation.ts';
import { readSetting } from '../../org/profile.store.ts';
import type { Verdict } from '../../rules/verdict.ts';
import { authorityOver } from '../../road/authority.ts';
import { streamOf } from '../../road/dossier.ts';
import { law } from '../../road/law.ts';
import { type Body, decideWay, decideWrite, type Frame, getStep, refuseFuture } from '../../road/prepare.ts';
import { type Case, lockDossiers, readCase, readCases, readWithin } from '../case.store.ts';
import { findPlace, findPlaces } from '../dossier.store.ts';
import { type Charges, makeEntry, newHelper, prepareFor, type Ready } from './act.store.ts';
import { type Change, decideChanges, type Decided, worsened, writeChanges } from './commit.store.ts';
import { refuseStale } from './record.store.ts';

export interface ActWithin extends Body {
  clientId: string;
  /** version the writer has seen; absent where the caller has just read the case itself */
  version?: number | undefined;
  /** the caller has decided that this actor may, on grounds of its own: reach and office are not asked again */
  entrusted?: boolean;
}

export interface Done {
  id: string;
  /** client id of the entry */
  entry: string;
  verdict: Verdict;
  /** entries of later acts that are judged worse than before */
  rejudged: string[];
}

export interface Left {
  id: string;
  why: Failure;
}

const actions = ['dossier.act', 'dossier.on_behalf', 'dossier.nominate'];

/** One act; throws like the route would (Missing, Forbidden, Invalid, Refused with the verdict, Stale). */
export async function actWithin(tx: Tx, actor: Actor, id: string, body: ActWithin): Promise<Done> {
  const { done, left } = await actsWithin(tx, actor, [{ id, body }]);
  if (left[0]) throw left[0].why;
  return done[0] as Done;
}

/** Many acts: each that may be taken is, the others are given back with what speaks against them. */
export async function actsWithin(
  tx: Tx,
  actor: Actor,
  items: readonly { id: string; body: ActWithin }[],
): Promise<{ done: Done[]; left: Left[] }> {
  await lockDossiers(tx, ...items.map(({ id }) => id));
  const { ready, left } = await makeReady(tx, actor, items);
  const changes: Change[] = [];
  for (const one of ready) changes.push(await changeOf(tx, actor, one));
  const decided = await decideChanges(tx, changes);
  const written: { decided: Decided; verdict: Verdict }[] = [];
  decided.forEach((one, index) => {
    const { id, verdict } = ready[index] as ReadyItem;
    if (one instanceof Invalid) left.push({ id, why: one });
    else written.push({ decided: one, verdict });
  });
  await writeChanges(
    tx,
    actor,
    written.map((one) => one.decided),
  );
  return { done: written.map(doneOf), left };
}

const doneOf = ({ decided, verdict }: { decided: Decided; verdict: Verdict }): Done => ({
  id: decided.found.dossier.id,
  entry: decided.entries[0]?.clientId ?? '',
  verdict,
  rejudged: worsened(decided),
});

/** What the rules say of an act; nothing is written. Throws for what cannot be. */
export async function judgeWithin(
  db: Queryable,
  actor: Actor,
  id: string,
  body: Omit<ActWithin, 'clientId'>,
): Promise<Verdict> {
  const [judged] = await judgeMany(db, actor, [{ id, body: { clientId: '', ...body } }]);
  if (!judged) throw new Missing('access.missing');
  if ('why' in judged) throw judged.why;
  return judged.verdict;
}

export type Judged = { id: string; verdict: Verdict } | Left;

/** The same for many; cases out of reach are not there. */
export async function judgeMany(
  db: Queryable,
  actor: Actor,
  items: readonly { id: string; body: ActWithin }[],
): Promise<Judged[]> {
  const { ready, left } = await makeReady(db, actor, items);
  return [...ready.map(({ id, verdict }) => ({ id, verdict })), ...left];
}

/** The receiving cell has the case from this day on; whether it may is the caller's matter. */
export async function handOverWithin(
  tx: Tx,
  actor: Actor,
  id: string,
  handover: {
    clientId: string;
    toUnitId: number;
    happenedOn: string;
    handoverId: string | null;
    reason: string | null;
  },
): Promise<void> {
  const { clientId, happenedOn, ...data } = handover;
  refuseFuture(happenedOn, today());
  await lockDossiers(tx, id);
  const found = await readOpen(tx, id);
  await refuseNoCell(tx, found, data.toUnitId);
  const entry: NewEntry = {
    clientId,
    stream: streamOf(id),
    kind: 'dossier.handed_over',
    happenedOn,
    unitId: data.toUnitId,
    personId: found.dossier.personId,
    data,
  };
  const [decided] = await decideChanges(tx, [{ found, around: found.around, entries: [entry] }]);
  if (decided instanceof Failure) throw decided;
  if (decided) await writeChanges(tx, actor, [decided]);
}

async function readOpen(tx: Tx, id: string): Promise<Case> {
  const place = await findPlace(tx, id);
  const found = place && (await readCase(tx, id, place));
  if (!found) throw new Missing('access.missing');
  if (found.standing.closedAs !== null) throw new Invalid('admission.closed_already');
  return found;
}

async function refuseNoCell(tx: Tx, { dossier }: Case, toUnitId: number): Promise<void> {
  const unit = await findUnit(tx, toUnitId);
  if (!unit) throw new Missing('access.missing');
  if (unit.id === dossier.unitId) throw new Invalid('members.same_unit');
  if (!findUnitKind(unit.kind)?.cell || unit.external) throw new Invalid('admission.not_a_cell');
  if (unit.endedOn) throw new Invalid('admission.unit_ended');
}

interface ReadyItem extends Ready {
  id: string;
  found: Case;
  body: ActWithin;
}

async function makeReady(
  db: Queryable,
  actor: Actor,
  items: readonly { id: string; body: ActWithin }[],
): Promise<{ ready: ReadyItem[]; left: Left[] }> {
  const around = await frameOf(db);
  const found = await readFor(db, actor, items);
  const ready: ReadyItem[] = [];
  const left: Left[] = [];
  const beside = new Map<string, number>();
  for (const { id, body } of items) {
    const one = found.get(id);
    try {
      if (!one) throw new Missing('access.missing');
      const made = await makeOne(db, actor, one, { around, body, beside });
      ready.push({ ...made, id, found: one, body });
      const helper = newHelper(one, made);
      if (helper !== null) beside.set(helper, (beside.get(helper) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      left.push({ id, why: error });
    }
  }
  return { ready, left };
}

async function readFor(
  db: Queryable,
  actor: Actor,
  items: readonly { id: string; body: ActWithin }[],
): Promise<Map<string, Case>> {
  const idsOf = (entrusted: boolean) =>
    items.filter(({ body }) => (body.entrusted ?? false) === entrusted).map(({ id }) => id);
  const near = await readWithin(db, actor, actions, idsOf(false));
  const given = idsOf(true);
  const far = given.length > 0 ? await readCases(db, await findPlaces(db, given)) : [];
  return new Map([...near, ...far]);
}

async function makeOne(
  db: Queryable,
  actor: Actor,
  found: Case,
  { around, body, beside }: { around: Frame; body: ActWithin; beside: Charges },
): Promise<Ready> {
  if (body.version !== undefined) refuseStale(found, body.version);
  const { step } = getStep(around.law, body.step);
  if (!body.entrusted) decideWay(step, authorityOver(actor, found.place, step.action), body.onBehalf);
  const ready = await prepareFor(db, around, { actor, found, beside }, body);
  decideWrite(ready.verdict, body.consent);
  return ready;
}

async function changeOf(tx: Tx, actor: Actor, { found, body, around, ...ready }: ReadyItem): Promise<Change> {
  const entry = await makeEntry(tx, actor, {
    found,
    prepared: ready,
    body,
    clientId: body.clientId,
    old: null,
  });
  return { found, around, entries: [entry] };
}

export const frameOf = async (db: Queryable): Promise<Frame> => ({
  law: law(),
  profile: (await readSetting<Frame['profile']>(db, 'profile')) ?? 'B',
  today: today(),
});
