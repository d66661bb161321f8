// From an uploaded workbook to a plan, by what is held when it is asked: the same way for the preview and for the run.
import { law } from '../../road/law.ts';
import type { Intake } from '../../intake/intake.ts';
import type { Issue } from '../../intake/rows.ts';
import { findAlikeMany } from '../../members/alike.store.ts';
import { profile } from '../../org/profile.store.ts';
import { today } from '../../platform/clock.ts';
import type { Db, Queryable } from '../../platform/db.ts';
import { Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { actEntries } from './apply.store.ts';
import { type Making, makePerson, sumOfMade } from './entries.ts';
import { heldPapers, heldPeople, heldUnits, knownRows, openDossiers, takenOverOf } from './holdings.store.ts';
import { keysOf, knownPeople, makePlan, papersNamed } from './make-plan.ts';
import { newOf, probeOf, type Seen } from './meanwhile.store.ts';
import type { Choices, Plan } from './plan.ts';
import { type Preview, previewOf } from './preview.ts';
import { keyed, openFile, readIntake } from './reading/reader.store.ts';

export interface Planned {
  intake: Intake;
  plan: Plan;
  seen: Seen;
  making: Making;
}

/** What a workbook says, and what the officer said of it. */
export interface ReadBatch {
  intake: Intake;
  choices: Choices;
}

export async function readBatch(db: Db, actor: Actor, id: string): Promise<ReadBatch> {
  const row = await db
    .selectFrom('batch')
    .select(['file', 'file_name', 'mapping'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row?.file) throw new Missing('exchange.file_gone');
  const wishes = row.mapping ?? { kind: null, mappings: [], choices: {} };
  const file = openFile(id, row.file);
  const wanted = { file, fileName: row.file_name, kind: wishes.kind, mappings: wishes.mappings };
  return { intake: await readIntake(db, actor, wanted), choices: wishes.choices };
}

export async function compareBatch(
  db: Queryable,
  actor: Actor,
  id: string,
  { intake, choices }: ReadBatch,
): Promise<Planned> {
  const known = await knownRows(db, actor, keysOf(intake).map(keyed));
  const [units, people] = [await heldUnits(db, actor), await heldPeople(db, actor)];
  const takenOver = await takenOverOf(db, knownPeople(known));
  const named = intake.rows.candidates.length > 0 ? people.map((person) => person.id) : [];
  const open = await openDossiers(db, named);
  const plan = makePlan({
    intake,
    holdings: { people, known, keyed, choices },
    units,
    ownUnitId: actor.unitId as number,
    takenOver: (personId) => takenOver.get(personId) ?? { member: null, dossier: open.get(personId) ?? null },
    today: today(),
    papers: await heldPapers(db, actor, papersNamed(intake)),
  });
  const paths = new Map(units.map((unit) => [unit.id, unit.path]));
  const pathOf: Making['pathOf'] = (ref) =>
    ('id' in ref && paths.get(ref.id)) || (actor.unitPath ?? undefined);
  const seen: Seen = {
    held: new Map(people.map((person) => [person.id, person])),
    dossiers: new Map(
      [...takenOver.values()].flatMap(({ dossier }) => (dossier ? [[dossier.id, dossier.version]] : [])),
    ),
  };
  return { intake, plan, seen, making: { ...(await makingFor(db, actor, id, plan)), pathOf } };
}

/** Units that do not exist yet stand in the preview under numbers that no unit has. */
async function makingFor(
  db: Queryable,
  actor: Actor,
  id: string,
  plan: Plan,
): Promise<Omit<Making, 'pathOf'>> {
  const entries = await actEntries(db, plan);
  return {
    batchId: id,
    provinceId: actor.provinceId,
    officeId: actor.officeId,
    today: today(),
    law: law(),
    profile: await profile(db),
    unitId: (ref) => ('id' in ref ? ref.id : 2_147_483_647),
    entriesOf: (personId) => entries.get(`person:${personId}`) ?? [],
  };
}

export async function previewPlan(
  db: Queryable,
  actor: Actor,
  { intake, plan, making }: Planned,
): Promise<Preview> {
  const made = plan.people.map((person) => makePerson(person, making));
  const troubles = [...made.flatMap((one) => one.issues), ...(await alikeOutside(db, actor, plan))];
  return previewOf(intake, plan, { made: sumOfMade(made), troubles });
}

/** Somebody alike beyond the officer's reach: only that there is one, not where or as what; the look is logged. */
async function alikeOutside(db: Queryable, actor: Actor, plan: Plan): Promise<Issue[]> {
  const fresh = newOf(plan);
  const probes = fresh.map(probeOf);
  const found = probes.length > 0 ? await findAlikeMany(db, actor, probes) : [];
  return found.flatMap((alike, at) =>
    alike.outside
      ? [
          {
            severity: 'warning' as const,
            code: 'exchange.alike_outside',
            sheet: '',
            cell: null,
            params: { name: fresh[at]?.name ?? '' },
          },
        ]
      : [],
  );
}
