// Records the year's plan of the training ward as its offices would: papers, the numbers given to the ward, what cells and
// mass organisations register, the approved plan, measures, urgings – through the functions of the rooms.
import { attempt } from '../tools/training-ward/attempt.ts';
import { sql } from 'kysely';
import { recordDocument } from './documents/write.store.ts';
import { documentBody } from './documents/view.ts';
import { today } from './platform/clock.ts';
import type { Db } from './platform/db.ts';
import type { Actor } from './platform/http.ts';
import { newId } from './platform/ids.ts';
import { allocate } from './cascade/allocate.ts';
import { approve, describe, discuss } from './cascade/act.store.ts';
import { draft } from './cascade/draft.store.ts';
import { approveBody, describeBody, discussBody, draftBody } from './cascade/view.ts';
import { endMeasure, planMeasure } from './measures/measure-write.store.ts';
import { answerUrging, readUrging, sendUrging } from './measures/urging-write.store.ts';
import { assignBody, proposeBody } from './plans/sent.ts';
import { assignTarget, proposeTarget } from './plans/write.store.ts';
import {
  discussion,
  measuresOf,
  type Owner,
  papersOf,
  partsOf,
  spanDiscussion,
  urgingsOf,
} from '../tools/training-ward/season-papers.ts';
import {
  aimOfWard,
  assignedToCells,
  assignedToOrganisation,
  givenToWard,
  type Line,
  type PlanCell,
  type PlanDays,
  planDays,
  registeredByOrganisation,
  rolesOf,
  saidByCell,
} from '../tools/training-ward/season-plans.ts';

interface Given {
  db: Db;
  officer: Actor;
  actors: (kind: string) => Promise<Actor[]>;
}
interface Planning extends Given {
  days: PlanDays;
  ward: number;
  cells: PlanCell[];
  papers: Papers;
  secretaries: Actor[];
  mass: Actor[];
  leader: Actor | undefined;
}
type Papers = Record<keyof ReturnType<typeof papersOf>, string>;

export async function recordPlans(given: Given): Promise<void> {
  const planning = await beginPlanning(given);
  await recordGiven(planning);
  await recordRegistered(planning);
  await recordYear(planning);
  await recordSpan(planning);
  await recordMeasures(planning);
  await recordUrgings(planning);
}

async function beginPlanning(given: Given): Promise<Planning> {
  const { db, officer, actors } = given;
  const { rows: cells } = await sql<PlanCell>`
    select unit.id, unit.type, count(person.id)::int as members from unit
    left join person on person.unit_id = unit.id and person.status in ('official', 'probationary')
    where unit.kind = 'cell' and not unit.external and unit.ended_on is null
    group by unit.id order by unit.id`.execute(db);
  const days = planDays(today());
  const ward = officer.unitId ?? 0;
  const [, leader] = await actors('committee_leader');
  return {
    ...given,
    days,
    ward,
    cells,
    leader,
    papers: await recordPapers(given, days),
    secretaries: await actors('cell_secretary'),
    mass: await actors('mass_officer'),
  };
}

async function recordPapers({ db, officer }: Given, days: PlanDays): Promise<Papers> {
  const ward = officer.unitId ?? 0;
  const papers = papersOf(days, today());
  const record = async (paper: object) =>
    (
      await recordDocument(
        db,
        officer,
        documentBody.parse({ clientId: newId(), scopeUnitId: ward, ...paper }),
      )
    ).id;
  const directive = await record(papers.directive);
  const letter = await record({ ...papers.letter, parentId: directive });
  const own = { issuerUnitId: ward };
  const plan = await record({ ...papers.plan, ...own, parentId: directive, cites: [letter] });
  const reminder = await record({ ...papers.reminder, ...own, parentId: plan });
  return { directive, letter, plan, reminder };
}

const membersOf = ({ cells }: Planning): number => cells.reduce((sum, { members }) => sum + members, 0);

/** From above, with the paper that says it: the year, the years to come, all of them together. */
async function recordGiven(planning: Planning): Promise<void> {
  const { db, officer, ward, days, papers } = planning;
  const given = givenToWard(days, membersOf(planning));
  const assign = (
    period: string,
    lines: readonly Line[],
    paper: { happenedOn: string; documentId: string },
  ) =>
    attempt(() =>
      assignTarget(db, officer, ward, assignBody.parse({ clientId: newId(), period, lines, ...paper })),
    );
  const directive = { happenedOn: days.directive, documentId: papers.directive };
  await assign(days.span, given.span, directive);
  for (const { period, lines } of given.coming) await assign(period, lines, directive);
  await assign(String(days.year), given.year, { happenedOn: days.letter, documentId: papers.letter });
  await propose(planning, officer, { unitId: ward, kind: 'aim', lines: aimOfWard });
}

interface Saying {
  unitId: number;
  kind: 'registered' | 'aim';
  lines: readonly Line[];
}

async function propose({ db, days }: Planning, by: Actor, { unitId, kind, lines }: Saying): Promise<void> {
  if (lines.length === 0) return;
  const about = { clientId: newId(), period: String(days.year), happenedOn: days.registered, lines };
  await attempt(() => proposeTarget(db, by, unitId, { kind, ...proposeBody.parse(about) }));
}

async function recordRegistered(planning: Planning): Promise<void> {
  const { cells, secretaries, mass } = planning;
  for (const cell of cells) {
    const secretary = secretaries.find(({ unitId }) => unitId === cell.id);
    if (!secretary) continue;
    const said = saidByCell(cell, cells);
    await propose(planning, secretary, { unitId: cell.id, kind: 'registered', lines: said.registered });
    await propose(planning, secretary, { unitId: cell.id, kind: 'aim', lines: said.aim });
  }
  for (const [at, actor] of mass.entries())
    await propose(planning, actor, {
      unitId: actor.unitId ?? 0,
      kind: 'registered',
      lines: registeredByOrganisation(at),
    });
}

const sent = ({ figure, part, share, ...amount }: Line, unitId: number) => ({
  unitId,
  figure,
  part,
  share,
  amount: share === null ? amount : null,
});

/** Drafted, described in five parts, discussed and approved. */
async function recordYear(planning: Planning): Promise<void> {
  const { db, officer, ward, days, papers, cells, mass, leader } = planning;
  const about = () => ({ clientId: newId(), period: String(days.year) });
  const lines = [
    ...assignedToCells(cells).map(({ unitId, ...line }) => sent(line, unitId)),
    ...mass.map(({ unitId }, at) => sent(assignedToOrganisation(at), unitId ?? 0)),
  ];
  const words = {
    ...partsOf(days),
    responsibleId: leader?.personId ?? null,
    documents: [papers.directive, papers.letter],
  };
  await attempt(async () => {
    const drafted = await draft(db, officer, ward, draftBody.parse({ ...about(), lines }));
    const described = describeBody.parse({ ...about(), ...words, version: drafted.version });
    await describe(db, officer, ward, described);
    const spoken = discussBody.parse({ ...about(), on: days.discussed, ...discussion });
    const { version } = await discuss(db, officer, ward, spoken);
    const approval = { ...about(), on: days.approved, version, documentId: papers.plan };
    await approve(db, officer, ward, approveBody.parse(approval));
  });
}

/** The plan of the five years is still a draft, shared out by the members of the cells. */
async function recordSpan(planning: Planning): Promise<void> {
  const { db, officer, ward, days, cells } = planning;
  const [total] = givenToWard(days, membersOf(planning)).span;
  const shared = allocate(
    total?.maximum ?? 0,
    cells.map(({ id, members }) => ({ id, weight: members })),
  );
  if ('obstacle' in shared) return;
  const lines = [...shared.parts].map(([unitId, count]) => ({
    unitId,
    figure: 'admission',
    amount: { minimum: count, maximum: count, mark: 'exact' },
  }));
  const about = () => ({ clientId: newId(), period: days.span });
  await attempt(async () => {
    await draft(db, officer, ward, draftBody.parse({ ...about(), lines }));
    await discuss(db, officer, ward, discussBody.parse({ ...about(), on: days.approved, ...spanDiscussion }));
  });
}

async function recordMeasures(planning: Planning): Promise<void> {
  const { db, officer, ward, days, papers, leader } = planning;
  const { modest, answering } = partners(planning);
  const owners: Record<Owner, Actor | undefined> = { officer, leader, modest, answering };
  for (const { owner, done, ...words } of measuresOf(days, today())) {
    const { officeId, unitId } = owners[owner] ?? {};
    if (!officeId) continue;
    const at = { unitId: unitId ?? ward, period: String(days.year), happenedOn: days.measures };
    const about = { clientId: newId(), ...at };
    const documentId = papers.plan;
    const id = await attempt(() => planMeasure(db, officer, { ...about, ...words, officeId, documentId }));
    if (id !== null && done)
      await attempt(() => endMeasure(db, officer, { id, as: 'done' }, { clientId: newId(), ...done }));
  }
}

/** The secretaries of the cells that play a part. */
function partners({
  cells,
  secretaries,
}: Planning): Partial<Record<keyof ReturnType<typeof rolesOf>, Actor>> {
  return Object.fromEntries(
    Object.entries(rolesOf(cells)).map(([role, cell]) => [
      role,
      secretaries.find(({ unitId }) => unitId === cell?.id),
    ]),
  );
}

/** One is read and answered, two wait – one of them from the committee above. */
async function recordUrgings(planning: Planning): Promise<void> {
  const { db, officer, ward, days, papers, actors } = planning;
  const { modest, answering, slow } = partners(planning);
  const { answered, waiting, fromAbove } = urgingsOf(days, today());
  const { answer, ...asked } = answered;
  const about = () => ({ clientId: newId(), period: String(days.year), documentId: papers.reminder });
  const to = (list: readonly (Actor | undefined)[]) => list.flatMap((actor) => actor?.unitId ?? []);
  const first = await attempt(() => sendUrging(db, officer, { ...about(), to: to([answering]), ...asked }));
  if (first !== null && answering) {
    await attempt(() => readUrging(db, answering, first));
    await attempt(() => answerUrging(db, answering, first, { clientId: newId(), words: answer, over: null }));
  }
  await attempt(() => sendUrging(db, officer, { ...about(), to: to([modest, slow]), ...waiting }));
  const [superior] = await actors('superior_board');
  if (superior)
    await attempt(() =>
      sendUrging(db, superior, { ...about(), documentId: papers.directive, to: [ward], ...fromAbove }),
    );
}
