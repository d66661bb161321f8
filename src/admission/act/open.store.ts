// Opening a dossier: somebody is nominated. A person not in the book enters it here; until the person was told and
// agreed, no more than name, year of birth, unit and proposer is kept.
import { logLooks } from '../../members/alike.store.ts';
import { nominatedEntry, personEntry, registeredEntry } from '../../members/acts.ts';
import { decideAct, type FieldName, personStreamOf, sensitiveFields } from '../../members/person.ts';
import { entriesOfPerson, recordPersons } from '../../members/person.store.ts';
import { acceptFields } from '../../members/record.store.ts';
import { may, type Place } from '../../org/access.ts';
import { findUnitKind } from '../../org/organisation.ts';
import { findUnit, type UnitRow } from '../../org/unit.store.ts';
import type { Db, Queryable, Tx } from '../../platform/db.ts';
import type { Entry, NewEntry } from '../../platform/entry.ts';
import { Invalid, Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { derivedId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger.ts';
import { write } from '../../platform/write/once.ts';
import { takeTurn } from '../../platform/write/turns.ts';
import type { FieldValue } from '../../platform/vault.ts';
import { frame, recordAct, refuseNamed } from './act.store.ts';
import {
  findOpen,
  getKnown,
  refuseAlike,
  refuseIntroducer,
  refuseMember,
  refuseYoung,
} from './nominee.store.ts';
import { streamOf } from '../../road/dossier.ts';
import { getCase, namedIn, standAround } from '../case.store.ts';
import { readPlaces } from '../dossier.store.ts';
import type { Dossier } from '../../road/fold.ts';
import {
  actDataOf,
  type Authority,
  type Body,
  decideWay,
  decideWrite,
  type Frame,
  prepareAct,
  type Prepared,
} from '../../road/prepare.ts';
import { onceFor, putTexts } from './record.store.ts';
import { firstStep, introducingStep } from '../../road/road.ts';
import type { NominateBody } from '../../road/view.ts';

/**
 * Opens the dossier; gives its id. Somebody who is on the road already gets a second introduction instead of a second
 * dossier.
 */
export async function recordOpening(db: Db, actor: Actor, given: NominateBody): Promise<string> {
  const around = await frame(db);
  const body = inOwnName(actor, given);
  const id = derivedId(body.clientId, 'dossier');
  const known = body.personId ? await findOpen(db, body.personId) : null;
  if (known && known !== id) return introduceAgain(db, actor, known, body);
  const looked: string[] = [];
  try {
    await write(db, onceFor(actor, id, body), (tx) => open(tx, actor, around, { ...body, id, looked }));
  } finally {
    // After the transaction: the look at somebody out of reach stays logged when the write is refused.
    await logLooks(db, actor, looked);
  }
  return id;
}

/** A member nominates in his own name. */
const inOwnName = (actor: Actor, body: NominateBody): NominateBody =>
  actor.office === 'member'
    ? { ...body, inputs: { ...body.inputs, proposerKind: 'member', proposer: actor.personId } }
    : body;

async function introduceAgain(db: Db, actor: Actor, id: string, body: NominateBody): Promise<string> {
  const { dossier } = await getCase(db, actor, ['dossier.nominate', 'dossier.on_behalf'], id);
  const { proposerKind, proposer, note } = body.inputs;
  const proposerUnit = proposerOf(actor);
  const inputs = {
    kind: 'discovery',
    proposerKind,
    proposer,
    note,
    ...(proposerUnit ? { proposerUnit } : {}),
  };
  await recordAct(db, actor, id, {
    clientId: body.clientId,
    version: dossier.version,
    step: introducingStep,
    happenedOn: body.happenedOn,
    inputs: Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined)),
    onBehalf: body.onBehalf,
    consent: body.consent,
  });
  return id;
}

const personsNamed = ({ known, read }: Prepared): string[] =>
  known.step.inputs.flatMap((input) => namedIn(input.kind, read.inputs[input.id]));

type Opening = NominateBody & {
  id: string;
  /** takes the ids of those out of reach who are alike, for the log */
  looked: string[];
};

async function open(tx: Tx, actor: Actor, around: Frame, body: Opening): Promise<void> {
  // Whoever writes to the roll about the same person goes before or after.
  if (body.personId) await takeTurn(tx, personStreamOf(body.personId));
  const unit = await getCellFor(tx, actor, body.unitId);
  const prepared = await prepareFirst(tx, around, unit, body);
  decideWay(prepared.known.step, authorityOver(actor, unit), body.onBehalf);
  if (!body.personId) await refuseDouble(tx, actor, unit, body);
  decideWrite(prepared.verdict, body.consent);
  await refuseIntroducer(tx, body, unit);
  const own = new Set(body.personId ? [body.personId] : []);
  await refuseNamed(tx, actor, personsNamed(prepared), { own, already: [] });
  const personId = await enterPerson(tx, actor, { body, unit, told: isTold(prepared) });
  await refuseSecond(tx, personId);
  const words = {
    clientId: body.clientId,
    texts: prepared.read.texts,
    consent: body.consent?.reason ?? null,
  };
  await putTexts(tx, actor, personId, words);
  await append(tx, actor, [openingEntry(actor, prepared, body, personId)]);
}

async function refuseDouble(tx: Tx, actor: Actor, unit: UnitRow, body: Opening): Promise<void> {
  const { looked, refusal } = await refuseAlike(tx, actor, unit, body);
  body.looked.push(...looked);
  if (refusal) throw refusal;
}

function openingEntry(actor: Actor, prepared: Prepared, body: Opening, personId: string): NewEntry {
  const { verdict } = prepared;
  return {
    clientId: body.clientId,
    stream: streamOf(body.id),
    kind: 'dossier.opened',
    happenedOn: body.happenedOn,
    unitId: body.unitId,
    personId,
    ruleset: verdict.ruleSet,
    data: {
      ...actDataOf(prepared, bodyOf(body), { corrected: false }),
      procedure: verdict.procedure,
      procedureVersion: verdict.version,
      proposerUnitId: proposerOf(actor),
      sourceKey: null,
    },
  };
}

const bodyOf = (body: Opening): Body => ({ ...body, step: firstStep });
/** A mass organisation follows those it proposed. */
const proposerOf = (actor: Actor): number | null => (actor.office === 'mass_officer' ? actor.unitId : null);

const placeFor = (actor: Actor, unit: Pick<UnitRow, 'path'>): Place => ({
  path: unit.path,
  proposerUnitId: proposerOf(actor),
  proposerPersonId: actor.office === 'member' ? actor.personId : null,
});
const authorityOver = (actor: Actor, unit: UnitRow): Authority => ({
  office: actor.office,
  mayAct: may(actor, 'dossier.nominate', placeFor(actor, unit)),
  mayBehalf: may(actor, 'dossier.on_behalf', { path: unit.path }),
});

/** The cell to which somebody is proposed: within reach; of a mass organisation beside it in the tree, of a member his own. */
async function getCellFor(tx: Queryable, actor: Actor, id: number): Promise<UnitRow> {
  const unit = await findUnit(tx, id);
  const near = unit && may(actor, 'dossier.nominate', placeFor(actor, unit)) && isBeside(actor, unit);
  if (!unit || !near) throw new Missing('access.missing');
  if (!findUnitKind(unit.kind)?.cell || unit.external) throw new Invalid('admission.not_a_cell');
  if (unit.endedOn) throw new Invalid('admission.unit_ended');
  return unit;
}

/** Cells in which this actor may nominate somebody. */
export async function nominationCells(
  db: Queryable,
  actor: Actor,
): Promise<{ id: number; name: string; kind: string }[]> {
  const cells = await db
    .selectFrom('unit')
    .select(['id', 'name', 'kind', 'path'])
    .where('ended_on', 'is', null)
    .where('external', '=', false)
    .orderBy('path')
    .execute();
  return cells
    .filter((unit) => findUnitKind(unit.kind)?.cell)
    .filter((unit) => may(actor, 'dossier.nominate', placeFor(actor, unit)) && isBeside(actor, unit))
    .map(({ id, name, kind }) => ({ id, name, kind }));
}

function isBeside(actor: Actor, unit: Pick<UnitRow, 'path'>): boolean {
  if (actor.office === 'member') return actor.unitPath !== null && unit.path.startsWith(actor.unitPath);
  if (proposerOf(actor) === null || actor.unitPath === null) return true;
  const above = actor.unitPath.split('/').slice(0, -2).join('/');
  return unit.path.startsWith(`${above}/`);
}

/** The case before anything was said of it. */
const nobody: Dossier = {
  id: '',
  personId: '',
  unitId: 0,
  handovers: [],
  ended: null,
  procedure: '',
  procedureVersion: '',
  proposerUnitId: null,
  classUnitId: null,
  sourceKey: null,
  takenOver: null,
  acts: [],
  version: 0,
};

async function prepareFirst(tx: Tx, around: Frame, unit: UnitRow, body: Opening): Promise<Prepared> {
  const dossier = { ...nobody, id: body.id, unitId: unit.id };
  const person = { bornOn: body.person?.bornOn ?? null, education: null, youthUnion: null };
  const nearby = { person, places: await readPlaces(tx, [unit.id]), memberships: [] };
  return prepareAct(around, standAround(dossier, nearby, unit.path), bodyOf(body));
}

/** Told and agreed: only then may more be kept than who it is and who proposes. */
const isTold = ({ read: { inputs } }: Prepared): boolean =>
  inputs.agreed === true && Boolean(inputs.informedOn);

const beforeTelling: readonly FieldName[] = ['fullName', 'bornOn'];
function refuseMoreThanName(person: NominateBody['person'], told: boolean): void {
  if (told || !person) return;
  const more = Object.entries(person)
    .filter(([, value]) => value !== null && value !== '')
    .filter(
      ([name, value]) =>
        !beforeTelling.includes(name as FieldName) || (name === 'bornOn' && String(value).length > 4),
    )
    .map(([name]) => name);
  if (more.length > 0) throw new Invalid('admission.name_only', {}, { fields: more });
}

/** Who may not open sealed fields does not write them either. */
function refuseSealed(actor: Actor, { path }: UnitRow, values: readonly FieldValue[]): void {
  const given = values.filter(({ value }) => value !== null).map(({ field }) => field);
  if (sensitiveFields(given).length > 0 && !may(actor, 'dossier.sensitive', { path }))
    throw new Invalid('members.sensitive_refused');
}

interface Entering {
  body: Opening;
  unit: UnitRow;
  told: boolean;
}

async function enterPerson(tx: Tx, actor: Actor, { body, unit, told }: Entering): Promise<string> {
  if (body.personId) return nominateKnown(tx, actor, { body, unit }, body.personId);
  if (!body.person) throw new Invalid('admission.person_needed', {}, { fields: ['person'] });
  refuseMoreThanName(body.person, told);
  refuseYoung(body, { unit, bornOn: body.person.bornOn || null });
  const values = await acceptFields(tx, body.person as Record<string, string | null>);
  refuseSealed(actor, unit, values);
  const entry = derivedId(body.clientId, 'person');
  const personId = derivedId(body.clientId, 'person.id');
  const about = { clientId: entry, personId, unitId: unit.id, happenedOn: body.happenedOn };
  const fields = values.map((item) => item.field as FieldName);
  await recordPersons(tx, actor, {
    values: [{ personId, fields: values, entry }],
    entries: [registeredEntry(about, { provinceId: unit.provinceId, as: 'nominee', fields })],
  });
  return personId;
}

/** Somebody already in the book (a former nominee, a former member, an office holder) is nominated. */
async function nominateKnown(
  tx: Tx,
  actor: Actor,
  { body, unit }: Pick<Entering, 'body' | 'unit'>,
  personId: string,
): Promise<string> {
  const person = await getKnown(tx, actor, personId);
  refuseMember(person);
  refuseYoung(body, { unit, bornOn: person.bornOn });
  const held: Entry[] = await entriesOfPerson(tx, personId);
  const about = {
    clientId: derivedId(body.clientId, 'person.nominated.0'),
    personId,
    unitId: body.unitId,
    happenedOn: body.happenedOn,
  };
  const entries = [nominatedEntry(about, { dossierId: body.id })];
  if (person.unitId !== body.unitId)
    entries.push(
      personEntry('person.placed', { ...about, clientId: derivedId(body.clientId, 'person.placed') }, {}),
    );
  const { refusal } = decideAct(
    held,
    entries.map((entry) => ({ ...entry, names: null })),
  );
  if (refusal) throw new Invalid(refusal.code, refusal.params);
  await recordPersons(tx, actor, { values: [], entries });
  return personId;
}

/** One open candidacy a person. */
async function refuseSecond(tx: Tx, personId: string): Promise<void> {
  const open = await tx
    .selectFrom('dossier')
    .select('id')
    .where('person_id', '=', personId)
    .where('closed_as', 'is', null)
    .execute();
  if (open.length > 0) throw new Invalid('admission.already_open');
}
