// The acts of a dossier as people take, correct, withdraw and contest them: found within reach, judged, written once.
import { reach } from '../../org/access.ts';
import { profile } from '../../org/profile.store.ts';
import { reachSql } from '../../org/access.store.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { today } from '../../platform/clock.ts';
import type { Db, Queryable, Tx } from '../../platform/db.ts';
import type { Entry, NewEntry } from '../../platform/entry.ts';
import { Forbidden, Invalid } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { write } from '../../platform/write/once.ts';
import { takeTurn } from '../../platform/write/turns.ts';
import type { Step } from '../../rules/procedure.ts';
import type { Verdict } from '../../rules/verdict.ts';
import { authorityOver } from '../../road/authority.ts';
import { type ActData, type OpenedData, streamOf } from '../../road/dossier.ts';
import {
  type Case,
  type CaseRows,
  caseOf,
  getCase,
  getCaseOf,
  namedIn,
  personsOf,
  readAround,
  standAround,
} from '../case.store.ts';
import { unitOn } from '../../road/fold.ts';
import type { Around } from '../../road/held.ts';
import { law } from '../../road/law.ts';
import {
  actDataOf,
  type Body,
  decideWay,
  decideWrite,
  type Frame,
  getStep,
  prepareAct,
  type Prepared,
  wayOf,
} from '../../road/prepare.ts';
import { commit, type Written } from './commit.store.ts';
import { nameMeetings, onceFor, putFields, putTexts, refuseStale, refuseStrangers } from './record.store.ts';
import { introducingStep, proposerUnitInput } from '../../road/road.ts';
import type { ActBody, JudgeBody } from '../../road/view.ts';

export const frame = async (db: Db): Promise<Frame> => ({
  law: law(),
  profile: await profile(db),
  today: today(),
});

/** An act made ready, with what lies around the case when its persons are counted in. */
export interface Ready extends Prepared {
  around: Around;
}

export const nothing: Written = { rejudged: [] };

/** So many persons somebody is given to help by acts that are written together with this one. */
export type Charges = ReadonlyMap<string, number>;
const nobody: Charges = new Map();

/** Whom this act gives a person to help; null: nobody, or who does so already. */
export function newHelper({ standing }: Case, { known, read }: Prepared): string | null {
  const input = known.step.inputs.find(({ fact }) => fact === 'helper');
  const helper = input && personId(read.inputs[input.id]);
  return typeof helper === 'string' && helper !== standing.facts.helper ? helper : null;
}

/** The case as it is judged: with the standing of persons whom only the new act names. */
export async function prepareFor(
  db: Queryable,
  frame: Frame,
  { actor, found, beside = nobody }: { actor: Actor; found: Case; beside?: Charges },
  given: Body & { instead?: string },
): Promise<Ready> {
  const body = inOwnName(actor, given);
  const step = getStep(frame.law, body.step).step;
  const named = step.inputs.flatMap((input) => namedIn(input.kind, personIds(body.inputs[input.id])));
  const own = new Set([found.dossier.personId]);
  await refuseNamed(db, actor, named, { own, already: personsOf(found.dossier) });
  const around = named.length > 0 ? await readNamed(db, found, { step, named, beside }) : found.around;
  const stood = named.length > 0 ? standAround(found.dossier, around, found.place.path) : found;
  const { dossier, heldOn, standing } = stood;
  const asked = { dossier, heldOn, standing, ...(body.instead ? { instead: body.instead } : {}) };
  return { ...prepareAct(frame, asked, body), around };
}

/** A mass organisation introduces in its own name, a member in his; nobody in another's, whatever was typed. */
function inOwnName<B extends Body>(actor: Actor, body: B): B {
  const own: Record<string, Record<string, unknown>> = {
    mass_officer: { [proposerUnitInput]: actor.unitId },
    member: { proposerKind: 'member', proposer: actor.personId },
  };
  if (body.step !== introducingStep) return body;
  return { ...body, inputs: { ...body.inputs, ...own[actor.office ?? ''] } };
}

/** With how they stand, and of a helper how many others he helps. */
async function readNamed(
  db: Queryable,
  { dossier }: Case,
  { step, named, beside }: { step: Step; named: readonly string[]; beside: Charges },
): Promise<Around> {
  const around = (await readAround(db, [dossier], named))(dossier);
  if (!step.inputs.some(({ fact }) => fact === 'helper')) return around;
  // Of two who give one person a charge at once the second counts what the first gave.
  if (db.isTransaction) await takeTurn(db as Tx, ...named.map((id) => `charges:${id}`));
  const rows = await db
    .selectFrom('dossier')
    .select(['helper_id as helper', db.fn.countAll<number>().as('count')])
    .where('helper_id', 'in', [...named])
    .where('closed_as', 'is', null)
    .where('id', '!=', dossier.id)
    .groupBy('helper_id')
    .execute();
  const counted = new Map(rows.map(({ helper, count }) => [helper ?? '', Number(count)]));
  const charges = named.map((id) => [id, (counted.get(id) ?? 0) + (beside.get(id) ?? 0)] as const);
  return { ...around, charges: new Map(charges) };
}

const personIds = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(personId).filter(isUuid)
    : isUuid(personId(value))
      ? personId(value)
      : undefined;
/** As the database writes it. */
function personId(value: unknown): unknown {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return typeof id === 'string' ? id.toLowerCase() : id;
}
const isUuid = (value: unknown): boolean => z.uuid().safeParse(value).success;

/** Judges what is being typed; nothing is written. */
export async function judgeBody(db: Db, actor: Actor, id: string, body: JudgeBody): Promise<Verdict> {
  const found = await getCase(db, actor, ['dossier.act'], id);
  // The verdict tells facts of the case: those of another office's step are not this reader's matter.
  const { step } = getStep(law(), body.step);
  if (wayOf(step, authorityOver(actor, found.place, step.action)) === null)
    throw new Forbidden('admission.not_this_office');
  const asking = { ...(await frame(db)), asking: true };
  return (await prepareFor(db, asking, { actor, found }, body)).verdict;
}

export async function recordAct(db: Db, actor: Actor, id: string, body: ActBody): Promise<Written> {
  const around = await frame(db);
  const work = async (tx: Tx, ...rows: CaseRows): Promise<Written> => {
    const found = await getCaseOf(tx, actor, ['dossier.act', 'dossier.on_behalf'], { id, rows });
    refuseStale(found, body.version);
    const { step } = getStep(around.law, body.step);
    decideWay(step, authorityOver(actor, found.place, step.action), body.onBehalf);
    const prepared = await prepareFor(tx, around, { actor, found }, body);
    const entry = await makeEntry(tx, actor, { found, prepared, body, clientId: body.clientId, old: null });
    return commit(tx, actor, { ...found, around: prepared.around }, [entry]);
  };
  const done = await write(db, onceFor(actor, id, body), work, ...caseOf);
  return done.repeated ? nothing : done.result;
}

interface Making {
  found: Case;
  prepared: Prepared;
  body: Body;
  clientId: string;
  /** entry that this one corrects */
  old: Entry | null;
  reason?: string;
}

/** The entry of an act, with its words in the vault and its meeting named. */
export async function makeEntry(tx: Tx, actor: Actor, making: Making): Promise<NewEntry> {
  const { found, prepared, body, clientId, old } = making;
  decideWrite(prepared.verdict, body.consent);
  await keepWords(tx, actor, making);
  const data = actDataOf(prepared, body, { corrected: old !== null });
  const opening = old?.kind === 'dossier.opened' ? openingOf(old) : {};
  return {
    clientId,
    stream: streamOf(found.dossier.id),
    kind: old?.kind ?? 'dossier.act',
    happenedOn: body.happenedOn,
    // A correction of the opening must not move the case to the cell that has it now.
    unitId: old?.unitId ?? unitOn(found.dossier, body.happenedOn),
    personId: found.dossier.personId,
    ruleset: prepared.verdict.ruleSet,
    names: old?.clientId ?? null,
    data: { ...opening, ...data, classUnitId: classKept(old) },
  };
}

/** An act of earlier data may name a class; correcting it does not send the person away. */
const classKept = (old: Entry | null): number | null => (old ? (old.data as ActData).classUnitId : null);

/** The vault and the meeting come first: the entry refers to both. */
async function keepWords(tx: Tx, actor: Actor, making: Making): Promise<void> {
  const { found, prepared, body, clientId, reason } = making;
  const { personId } = found.dossier;
  const number = body.onBehalf?.number ?? null;
  await nameMeetings(tx, actor, found, { clientId, prepared, on: body.happenedOn, number });
  const consent = body.consent?.reason ?? null;
  await putTexts(tx, actor, personId, {
    clientId,
    texts: prepared.read.texts,
    consent,
    reason: reason ?? null,
  });
  await putFields(tx, actor, personId, { prepared, clientId });
}

function openingOf(old: Entry) {
  const { procedure, procedureVersion, proposerUnitId, sourceKey } = old.data as OpenedData;
  return { procedure, procedureVersion, proposerUnitId, sourceKey };
}

/** Nobody is his own helper; others are named when the writer may read them, or is one of them. */
export async function refuseNamed(
  db: Queryable,
  actor: Actor,
  named: readonly string[],
  persons: { own: ReadonlySet<string>; already: readonly string[] },
): Promise<void> {
  if (named.some((id) => persons.own.has(id))) throw new Invalid('admission.person_self');
  const already = new Set([...persons.already, ...(actor.personId ? [actor.personId] : [])]);
  const near = await withinReach(
    db,
    actor,
    named.filter((id) => !already.has(id)),
  );
  await refuseStrangers(db, named, new Set([...already, ...near]));
}

/** Of these persons those whom the actor may read. */
export async function withinReach(db: Queryable, actor: Actor, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('person')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .select('person.id')
    .where('person.id', 'in', [...ids])
    .where(
      reachSql(reach(actor, 'person.read'), {
        path: sql<string>`unit.path`,
        personId: sql<string>`person.id`,
      }),
    )
    .execute();
  return rows.map((row) => row.id);
}
