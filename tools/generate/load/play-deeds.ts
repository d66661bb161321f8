// One thing that an office does with a person or a case, through the function behind the page.
import { recordAct as recordStep } from '../../../src/admission/act/act.store.ts';
import { recordOpening } from '../../../src/admission/act/open.store.ts';
import { handOverWithin } from '../../../src/admission/act/within.store.ts';
import { recordNewPerson } from '../../../src/members/add.store.ts';
import { addInput } from '../../../src/members/input.ts';
import { recordAct, recordDetails } from '../../../src/members/record.store.ts';
import type { Db } from '../../../src/platform/db.ts';
import { Refused } from '../../../src/platform/errors.ts';
import { derivedId } from '../../../src/platform/ids.ts';
import { append } from '../../../src/platform/ledger.ts';
import { transact } from '../../../src/platform/write/transaction.ts';
import { streamOf } from '../../../src/road/dossier.ts';
import { recordAnswer } from '../../../src/verification/answer.store.ts';
import { recordSending } from '../../../src/verification/send.store.ts';
import { sendBody } from '../../../src/verification/view.ts';
import { consentReason } from './case.ts';
import type { Deed, Person } from './deeds.ts';
import { actorFor, actorOf, real, type Stage } from './stage.ts';

type Doing<D extends Deed['do']> = Extract<Deed, { do: D }>;

export async function take(stage: Stage, person: Person, given: Deed): Promise<void> {
  const deed = real(stage, given);
  const { db } = stage;
  const id = stage.ids.get(person.id) ?? '';
  if (deed.do === 'add') return add(stage, person, deed);
  if (deed.do === 'roll') return void (await recordAct(db, actorOf(stage, 'base_officer'), id, deed.act));
  if (deed.do === 'details')
    return void (await recordDetails(db, actorOf(stage, 'base_officer'), id, {
      clientId: deed.clientId,
      fields: deed.fields,
    }));
  if (deed.do === 'open') return open(stage, person, deed, (given as Doing<'open'>).caseId);
  if (deed.do === 'name_class') return nameClass(stage, deed, id);
  if (deed.do === 'hand_over') return handOver(stage, deed);
  if (deed.letter) return write(stage, deed, deed.letter);
  return step(stage, deed);
}

async function add(
  stage: Stage,
  person: Person,
  { clientId, as, unitId, on, act }: Doing<'add'>,
): Promise<void> {
  const {
    act: _,
    clientId: __,
    ...body
  } = act as Record<string, unknown> & { act: string; clientId: string };
  const input = addInput.parse({
    ...body,
    clientId,
    as,
    unitId,
    happenedOn: on,
    fields: person.fields,
    alikeSeen: true,
  });
  stage.ids.set(person.id, await recordNewPerson(stage.db, actorOf(stage, 'base_officer'), input));
}

async function open(stage: Stage, person: Person, deed: Doing<'open'>, caseId: string): Promise<void> {
  const { clientId, unitId, on: happenedOn, inputs } = deed;
  const known = stage.ids.get(person.id);
  const whom = known ? { personId: known } : { person: person.fields as never };
  const body = { clientId, unitId, happenedOn, inputs, sure: true, ...whom };
  const id = await recordOpening(stage.db, actorOf(stage, 'cell_secretary'), body);
  stage.ids.set(caseId, id);
  if (!known) stage.ids.set(person.id, derivedId(clientId, 'person.id'));
}

/** A reason is given where the law asks for one. */
async function reasoned(work: (consent: { reason: string } | null) => Promise<unknown>): Promise<void> {
  try {
    await work(null);
  } catch (cause) {
    if (!(cause instanceof Refused) || cause.code !== 'admission.needs_reason') throw cause;
    await work({ reason: consentReason });
  }
}

const versionOf = async (db: Db, id: string): Promise<number> =>
  (await db.selectFrom('dossier').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;

const step = (
  stage: Stage,
  { caseId, clientId, step: name, on: happenedOn, inputs }: Doing<'step'>,
): Promise<void> =>
  reasoned(async (consent) => {
    const version = await versionOf(stage.db, caseId);
    await recordStep(stage.db, actorFor(stage, name), caseId, {
      clientId,
      version,
      step: name,
      happenedOn,
      inputs,
      consent,
    });
  });

/** A request goes out, or its answer is entered from paper. */
function write(
  stage: Stage,
  deed: Doing<'step'>,
  { part, nth }: { part: string; nth: number },
): Promise<void> {
  const actor = actorOf(stage, 'base_officer');
  const { clientId, caseId: dossierId, on, inputs } = deed;
  if (part === 'sent') {
    const { place, ...more } = inputs;
    const text = { text: place, abroad: false };
    stage.letters.set(`${dossierId}/${nth}`, derivedId(clientId, 'request'));
    return reasoned((consent) =>
      recordSending(
        stage.db,
        actor,
        sendBody.parse({ ...more, clientId, dossierId, happenedOn: on, place: text, consent }),
      ),
    );
  }
  const id = stage.letters.get(`${dossierId}/${nth}`) ?? '';
  return reasoned((consent) =>
    recordAnswer(stage.db, actor, id, { clientId, on, result: 'confirmed', consent }),
  );
}

const handOver = (stage: Stage, { clientId, caseId, toUnitId, on }: Doing<'hand_over'>): Promise<void> =>
  transact(stage.db, (tx) =>
    handOverWithin(tx, actorOf(stage, 'base_officer'), caseId, {
      clientId,
      toUnitId,
      happenedOn: on,
      handoverId: null,
      reason: null,
    }),
  );

/** What the room of classes writes into a dossier when somebody is sent. */
async function nameClass(
  stage: Stage,
  { clientId, caseId, centreId, on }: Doing<'name_class'>,
  personId: string,
): Promise<void> {
  const { unit_id: unitId } = await stage.db
    .selectFrom('dossier')
    .select('unit_id')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const about = { clientId, stream: streamOf(caseId), happenedOn: on, unitId, personId };
  await transact(stage.db, (tx) =>
    append(tx, stage.by, [{ ...about, kind: 'dossier.class_named', data: { classUnitId: centreId } }]),
  );
}
