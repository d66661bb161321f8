// From the rows of a workbook and what is held to a plan. Pure: the same for preview and run.
import type { Day } from '../../platform/day.ts';
import type { Intake } from '../../intake/intake.ts';
import { type Holdings, PeopleBook } from './book.ts';
import { type Desk, findHelpers, planCandidates, planMembers, type TakenOver } from './people.ts';
import { emptyPlan, type Plan } from './plan.ts';
import { planActs } from './acts.ts';
import { planOffices } from './offices.ts';
import { planTargets } from './targets.ts';
import { type HeldUnit, planUnits, unitBook } from './units.ts';

export interface PlanInput {
  intake: Intake;
  holdings: Holdings;
  units: readonly HeldUnit[];
  ownUnitId: number;
  takenOver: (personId: string) => TakenOver;
  today: Day;
  papers: Pick<Desk, 'outermost' | 'documentOf'>;
}

export function makePlan(input: PlanInput): Plan {
  const plan = emptyPlan();
  const { rows } = input.intake;
  const desk: Desk = {
    units: unitBook(input.units, input.ownUnitId, plan),
    people: new PeopleBook(input.holdings),
    plan,
    keyed: input.holdings.keyed,
    today: input.today,
    takenOver: input.takenOver,
    ...input.papers,
  };
  planUnits(rows.units, desk.units, plan);
  planMembers(rows.members, desk);
  planCandidates(rows.candidates, desk);
  const known = knownContent(input.holdings);
  planOffices(rows.offices, desk, known);
  planTargets(rows.targets, desk, known);
  planActs(rows.acts, desk, known);
  findHelpers(desk);
  plan.people = desk.people.people;
  return plan;
}

const knownContent =
  ({ known, keyed }: Holdings) =>
  (keys: string[]) =>
    keys.map((key) => known.get(keyed(key))?.content).find(Boolean) ?? null;

/** All keys of a file by which its lines may be known already. */
export const keysOf = (intake: Intake): string[] =>
  Object.values(intake.rows).flatMap((rows) => rows.flatMap((row) => row.keys));

/** Numbers of documents that targets name. */
export const papersNamed = (intake: Intake): string[] =>
  intake.rows.targets.flatMap(({ values }) => values.decisionNumber ?? []);

/** Persons of earlier files whom this file may speak of again. */
export const knownPeople = (known: Holdings['known']): string[] => [
  ...new Set(
    [...known.values()].flatMap(({ stream }) =>
      stream.startsWith('person:') ? [stream.slice('person:'.length)] : [],
    ),
  ),
];
