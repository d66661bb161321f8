// Records the season of the training ward as its offices would: each act by whoever takes it, through the rooms' own
// functions. What the law of the day refuses is left out – the ward must stand on any day.
import { attempt } from '../tools/training-ward/attempt.ts';
import { sql } from 'kysely';
import { actsWithin } from './admission/act/within.store.ts';
import { recordAct } from './admission/act/act.store.ts';
import { recordOpening } from './admission/act/open.store.ts';
import { certify } from './classes/certify.store.ts';
import { attend } from './classes/attend.store.ts';
import { enrol, sendToClass } from './classes/enrol.store.ts';
import { planClass } from './classes/plan.store.ts';
import { planBody } from './classes/view.ts';
import { recordProposal } from './moving/propose.store.ts';
import { today } from './platform/clock.ts';
import type { Day } from './platform/day.ts';
import type { Db, Tx } from './platform/db.ts';
import type { Actor } from './platform/http.ts';
import { newId } from './platform/ids.ts';
import { transact } from './platform/write/transaction.ts';
import { confirmReview, openReview } from './sourcing/review.store.ts';
import { recordPriorities, recordSurvey } from './sourcing/survey.store.ts';
import { giveTasks } from './sourcing/task.store.ts';
import { recordSending } from './verification/send.store.ts';
import { sendBody } from './verification/view.ts';
import {
  asked,
  comingClass,
  confirmed,
  earlierClass,
  handoverOf,
  priorityGroups,
  returnOf,
  surveysOf,
  verificationOf,
} from '../tools/training-ward/season.ts';
import { type CareAct, careOf } from '../tools/training-ward/season-care.ts';

interface Case {
  id: string;
  personId: string;
  version: number;
  unitId: number;
  unitType: string | null;
  stage: string;
  stageOn: Day;
  openedOn: Day;
  helperId: string | null;
  helperSince: Day | null;
}
interface Cell {
  id: number;
  type: string | null;
}
export interface Season {
  db: Db;
  seed: number;
  officer: Actor;
  /** whoever holds an office of a kind, in a unit */
  actors: (kind: string) => Promise<Actor[]>;
  cells: Cell[];
  cases: Case[];
}
const by = (actors: readonly Actor[], unitId: number) => actors.find((actor) => actor.unitId === unitId);

export async function recordSeason(given: Omit<Season, 'cells' | 'cases'>): Promise<void> {
  const season = { ...given, ...(await readWard(given.db)) };
  await recordSourcing(season);
  await recordVerification(season);
  await recordCare(season);
  await recordClasses(season);
  await recordTurns(season);
}

async function readWard(db: Db): Promise<Pick<Season, 'cells' | 'cases'>> {
  const cells = await sql<Cell>`
    select id, type from unit where kind = 'cell' and not external and ended_on is null order by id`.execute(
    db,
  );
  // In an order that does not depend on ids, which differ at every start.
  const cases = await sql<Case>`
    select dossier.id, dossier.person_id as "personId", dossier.version, dossier.unit_id as "unitId",
           unit.type as "unitType", dossier.stage, dossier.stage_on as "stageOn", dossier.opened_on as "openedOn",
           dossier.helper_id as "helperId",
           (select from_on from charge where dossier_id = dossier.id order by nth desc limit 1) as "helperSince"
    from dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
    where dossier.closed_as is null
    order by unit.id, dossier.stage_on, dossier.opened_on, person.sort_key`.execute(db);
  return { cells: cells.rows, cases: cases.rows };
}

/** The helper of most people, rather of one whose road still lies ahead, who holds no office yet. */
export async function findBusyHelper(db: Db): Promise<{ personId: string; unitId: number } | undefined> {
  const result = await sql<{ personId: string; unitId: number }>`
    select person.id as "personId", person.unit_id as "unitId"
    from dossier join person on person.id = dossier.helper_id
    where dossier.closed_as is null and person.status = 'official' and person.unit_id = dossier.unit_id
      and not exists (select from office where office.person_id = person.id)
    group by person.id, person.unit_id, person.sort_key
    order by count(*) desc, bool_or(dossier.stage = 'helped') desc, person.sort_key limit 1`.execute(db);
  return result.rows[0];
}

async function recordSourcing(season: Season): Promise<void> {
  const { db, seed, officer, cells, cases } = season;
  const secretaries = await season.actors('cell_secretary');
  const year = Number(today().slice(0, 4));
  const unitId = officer.unitId ?? 0;
  await recordPriorities(db, officer, { clientId: newId(), unitId, year, groups: priorityGroups });
  for (const survey of surveysOf(cells, today(), seed)) {
    const secretary = by(secretaries, survey.unitId);
    if (secretary) await attempt(() => recordSurvey(db, secretary, { clientId: newId(), ...survey }));
  }
  const mass = await season.actors('mass_officer');
  await recordTasks(season, mass);
  await recordReview(season, mass);
  const listed = cases.find(({ stage }) => stage === 'listed');
  const secretary = listed && by(secretaries, listed.unitId);
  if (!listed || !secretary) return;
  const inputs = { proposerKind: 'member', proposer: secretary.personId };
  const again = { clientId: newId(), personId: listed.personId, unitId: listed.unitId, inputs };
  await attempt(() =>
    recordOpening(db, secretary, { ...again, happenedOn: asked(today()).members.happenedOn }),
  );
}

/** Two members are asked to introduce somebody, two organisations to learn and to help. */
async function recordTasks({ db, officer, cases }: Season, mass: readonly Actor[]): Promise<void> {
  const { members, late, document } = asked(today());
  const free = await sql<{ id: string }>`
    select id from person where status = 'official' and unit_id is not null
      and not exists (select from office where office.person_id = person.id)
    order by official_on desc, sort_key limit 2`.execute(db);
  const about = { unitId: officer.unitId ?? 0, personIds: [], document };
  const [first, second] = mass;
  const nominated = cases.find(({ stage }) => stage === 'nominated');
  const tasks = [
    { ...about, ...members, kind: 'introduce' as const, personIds: free.rows.map(({ id }) => id) },
    ...(first
      ? [{ ...about, ...members, kind: 'educate' as const, toUnitId: first.unitId, dossierId: nominated?.id }]
      : []),
    ...(second ? [{ ...about, ...late, kind: 'understand' as const, toUnitId: second.unitId }] : []),
  ];
  for (const task of tasks) await attempt(() => giveTasks(db, officer, { clientId: newId(), ...task }));
}

async function recordReview({ db, officer, seed }: Season, mass: readonly Actor[]): Promise<void> {
  const round = { clientId: newId(), unitId: officer.unitId ?? 0, ...asked(today()).review };
  const id = await attempt(() => openReview(db, officer, round));
  if (id === null) return;
  for (const [at, actor] of mass.slice(0, -1).entries()) {
    const answer = { clientId: newId(), massUnitId: actor.unitId ?? 0, ...confirmed(at, today(), seed) };
    await attempt(() => confirmReview(db, actor, id, answer));
  }
}

async function recordVerification({ db, officer, cases }: Season): Promise<void> {
  const open = cases
    .filter(({ stage }) => stage === 'verifying')
    .toSorted((a, b) => (a.stageOn < b.stageOn ? -1 : 1));
  for (const [at, { id, stageOn }] of open.entries()) {
    const body = sendBody.parse({
      clientId: newId(),
      dossierId: id,
      ...verificationOf(at, stageOn, today()),
    });
    await attempt(() => recordSending(db, officer, body));
  }
}

const followed =
  'nominated listed class_certified helped permitted papers_ready verifying verified cell_voted base_voted';
const cared = `${followed} admitted probation_reviewed`.split(' ');

/** Each secretary for his cell, the helper with an account for himself; many acts in one transaction. */
async function recordCare(season: Season): Promise<void> {
  const { db, seed, cases } = season;
  const secretaries = await season.actors('cell_secretary');
  const helpers = await season.actors('member');
  const units = new Map(cases.map(({ id, unitId }) => [id, unitId]));
  const people = cases
    .filter(({ stage }) => cared.includes(stage))
    .map(({ id, stage, openedOn, helperId, helperSince }) => ({
      id,
      openedOn,
      listed: stage !== 'nominated' && followed.includes(stage),
      helper: helperId && helperSince ? { id: helperId, since: helperSince } : null,
    }));
  const care = careOf(people, today(), seed);
  const actorOf = ({ id, own, inputs }: CareAct): Actor | undefined =>
    (own ? helpers.find(({ personId }) => personId === inputs.helper) : undefined) ??
    by(secretaries, units.get(id) ?? 0);
  const given = care.tasks.map((task) => ({ ...task, clientId: newId() }));
  const plain = [...care.contacts, ...care.assessments, ...care.notes].map((act) => ({
    act,
    clientId: newId(),
  }));
  const items = [
    ...plain,
    ...given.map((task) => ({ act: task.given, clientId: task.clientId })),
    ...given.flatMap(({ result, clientId }) =>
      result ? [{ act: { ...result, inputs: { ...result.inputs, task: clientId } }, clientId: newId() }] : [],
    ),
  ];
  for (const [actor, own] of Map.groupBy(items, ({ act }) => actorOf(act)))
    if (actor) await transact(db, (tx) => takeInTurn(tx, actor, own));
}

/** One act about a person at a time: the next is judged on what the one before made. */
async function takeInTurn(tx: Tx, actor: Actor, items: { act: CareAct; clientId: string }[]): Promise<void> {
  const turns = Map.groupBy(items, ({ act }) => act.id);
  const most = Math.max(...[...turns.values()].map(({ length }) => length));
  for (let turn = 0; turn < most; turn += 1) {
    const acts = [...turns.values()].flatMap((list) => list.slice(turn, turn + 1));
    await actsWithin(
      tx,
      actor,
      acts.map(({ act: { id, step, happenedOn, inputs }, clientId }) => ({
        id,
        body: { clientId, step, happenedOn, inputs },
      })),
    );
  }
}

async function recordClasses({ db, officer, actors, cases }: Season): Promise<void> {
  const [centre] = await actors('political_centre');
  if (!centre) return;
  const at = (stage: string) => cases.filter((one) => one.stage === stage);
  const ids = (list: readonly Case[]) => list.map(({ id }) => id);
  const letter = { number: '88-CV/ĐU', on: asked(today()).review.happenedOn };
  const coming = await planClass(db, centre, planBody.parse({ clientId: newId(), ...comingClass(today()) }));
  await attempt(() =>
    sendToClass(db, officer, coming, {
      clientId: newId(),
      dossiers: ids([...at('listed'), ...at('verified')]),
      letter,
    }),
  );
  await attempt(() => enrol(db, centre, coming, { clientId: newId(), dossiers: ids(at('listed')) }));
  const { plan, first, certifiedOn } = earlierClass(today());
  const admitted = ids(at('admitted').filter(({ stageOn }) => stageOn < first));
  if (admitted.length < 2) return;
  const held = await planClass(db, centre, planBody.parse({ clientId: newId(), ...plan }));
  await attempt(() =>
    sendToClass(db, officer, held, {
      clientId: newId(),
      dossiers: admitted,
      letter: { number: '71-CV/ĐU', on: first },
    }),
  );
  await attempt(() => enrol(db, centre, held, { clientId: newId(), dossiers: admitted }));
  await recordAttendance(db, centre, { id: held, sessions: plan.sessions.length, admitted, certifiedOn });
}

/** One missed a session, and has no certificate. */
async function recordAttendance(
  db: Db,
  centre: Actor,
  held: { id: string; sessions: number; admitted: string[]; certifiedOn: Day },
): Promise<void> {
  const [away, ...others] = held.admitted;
  for (let session = 1; session <= held.sessions; session += 1) {
    const missed = (dossierId: string) => session === 2 && dossierId === away;
    const marks = held.admitted.map((dossierId) =>
      missed(dossierId)
        ? { dossierId, mark: 'excused' as const, why: 'work' as const }
        : { dossierId, mark: 'present' as const, why: null },
    );
    await attempt(() => attend(db, centre, { id: held.id, session }, { clientId: newId(), marks }));
  }
  const items = others.map((dossierId, nth) => ({ dossierId, number: `${71 + nth}/CNĐVM` }));
  await attempt(() => certify(db, centre, held.id, { clientId: newId(), on: held.certifiedOn, items }));
}

/** One candidate moves to another street block, one file goes back for completion. */
async function recordTurns({ db, officer, actors, cells, cases }: Season): Promise<void> {
  const secretaries = await actors('cell_secretary');
  const leaving = cases.find(({ stage, unitType }) => stage === 'class_certified' && unitType === 'TDP');
  const secretary = leaving && by(secretaries, leaving.unitId);
  const goal = cells.find(({ id, type }) => type === 'TDP' && id !== leaving?.unitId);
  if (leaving && secretary && goal) {
    const body = {
      clientId: newId(),
      dossierId: leaving.id,
      to: { unitId: goal.id },
      ...handoverOf(today()),
    };
    await attempt(() => recordProposal(db, secretary, body));
  }
  const file = cases.findLast(
    ({ stage, stageOn }) => stage === 'permitted' && stageOn < returnOf(today()).happenedOn,
  );
  if (!file) return;
  const { version } = await db
    .selectFrom('dossier')
    .select('version')
    .where('id', '=', file.id)
    .executeTakeFirstOrThrow();
  const body = { clientId: newId(), version, step: 'return_dossier', ...returnOf(today()) };
  await attempt(() => recordAct(db, officer, file.id, body));
}
