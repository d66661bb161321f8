// Dossiers as a source of the work list: what they owe under given regulations, how they are called, which steps are
// open, and their recorded acts judged again under the law of their days.
import { type RawBuilder, sql } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { today } from '../platform/clock.ts';
import { type Day, formatDay } from '../platform/day.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { breathing } from '../platform/behind/breathe.ts';
import { project } from '../platform/ledger.ts';
import type { Regulations } from '../rules/index.ts';
import type { Verdict } from '../rules/verdict.ts';
import type {
  CaseSource,
  CaseWords,
  Judgement,
  Reckoned,
  Rejudged,
  Touched,
  Version,
} from '../worklist/source.ts';
import { streamOf, type VerdictData } from '../road/dossier.ts';
import { readCases } from './case.store.ts';
import { findPlaces, placeColumns, readStored, type Stored } from './dossier.store.ts';
import { type Known, type Law, law, lawOf } from '../road/law.ts';
import { onwardFacts } from './list.store.ts';
import { onwardOf } from '../road/onward.ts';
import { dueOfDossier } from '../road/row.ts';
import { type JudgedAct, type Standing, standOf } from '../road/standing.ts';
import { standUnder } from '../road/versions.ts';

async function reckon(
  db: Queryable,
  versions: readonly Version[],
  ids: readonly string[],
  on: Day = today(),
): Promise<Reckoned[][]> {
  const stored = await readStored(db, ids);
  const known = await onwardFacts(db, ids);
  return breathing(reckonEach(stored, versions, { known, on }));
}

/** One case after the other, so that others are answered in between. */
function* reckonEach(
  stored: readonly Stored[],
  versions: readonly Version[],
  { known, on }: { known: ReadonlyMap<string, Known>; on: Day },
): Generator<void, Reckoned[][]> {
  const stand = standUnder(versions);
  const under = versions.map(({ regulations }) => ({ rules: lawOf(regulations), list: [] as Reckoned[] }));
  for (const dossier of stored) {
    const { id, unitId, path } = dossier;
    const standings = stand(dossier);
    under.forEach(({ rules, list }, at) => {
      const standing = standings[at] as Standing;
      const next = nextOf({ path, standing }, known.get(id) ?? {}, rules, on);
      list.push({ caseId: id, unitId, rows: dueOfDossier(dossier, standing), next });
    });
    yield;
  }
  return under.map(({ list }) => list);
}

function nextOf(
  { path, standing }: { path: string; standing: Standing },
  known: Known,
  rules: Law,
  on: Day,
): Reckoned['next'] {
  const { stage, closedAs } = standing;
  const facts = { ...known, 'dossier.stage': stage };
  const onward = closedAs === null ? onwardOf(rules, { stage, path }, on, facts) : undefined;
  return onward ? { step: onward.step.id, label: onward.step.label, outcome: onward.verdict.outcome } : null;
}

async function idsBelow(db: Queryable, path: string | null, touched?: Touched): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select dossier.id from dossier join unit on unit.id = dossier.unit_id
    where unit.path like ${`${path ?? '/'}%`} and dossier.closed_as is null and ${touchedSql(touched)}
    order by dossier.id`.execute(db);
  return result.rows.map((row) => row.id);
}

async function everyBelow(db: Queryable, path: string | null): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select dossier.id from dossier join unit on unit.id = dossier.unit_id
    where unit.path like ${`${path ?? '/'}%`} order by dossier.id`.execute(db);
  return result.rows.map(({ id }) => id);
}

/** Every act that stands counts its step among the facts. */
function touchedSql(touched: Touched | undefined): RawBuilder<boolean> {
  if (!touched || touched.stages === null) return sql<boolean>`true`;
  const counts = touched.taken.map((step) => `${step}.count`);
  return sql<boolean>`(dossier.stage = any(${[...touched.stages]}::text[])
    or dossier.state -> 'facts' ?| ${counts}::text[])`;
}

interface Named {
  id: string;
  fullName: string;
  bornOn: string | null;
  stage: string;
}

async function describe(
  db: Queryable,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, CaseWords>> {
  const seen = reachSql(reach(actor, 'dossier.read'), placeColumns);
  const result = await sql<Named>`
    select dossier.id, person.full_name as "fullName", person.born_on as "bornOn", dossier.stage
    from dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
    where dossier.id = any(${[...ids]}::uuid[]) and ${seen}`.execute(db);
  const open = new Map<string, string[]>();
  for (const stage of new Set(result.rows.map((row) => row.stage)))
    open.set(
      stage,
      law()
        .stepsFrom(stage, today())
        .map(({ step }) => step.id),
    );
  return new Map(
    result.rows.map(({ id, fullName, bornOn, stage }) => [
      id,
      {
        title: fullName,
        second: formatDay(bornOn) || null,
        href: `/dossiers/${id}`,
        open: open.get(stage) ?? [],
      },
    ]),
  );
}

/** On what is known now of the day of each act. */
async function judgeAgain(
  db: Queryable,
  regulations: Regulations,
  ids: readonly string[],
): Promise<Rejudged[]> {
  const rules = lawOf(regulations);
  const cases = await readCases(db, await findPlaces(db, ids));
  return breathing(
    (function* () {
      const judged: Rejudged[] = [];
      for (const { dossier, heldOn } of cases.values()) {
        const { acts } = standOf(dossier, rules, heldOn);
        judged.push(...acts.flatMap((act) => rejudgedOf(dossier, act)));
        yield;
      }
      return judged;
    })(),
  );
}

function rejudgedOf(dossier: Pick<Stored, 'id' | 'unitId'>, { act, verdict }: JudgedAct): Rejudged[] {
  if (!act.data || !verdict) return [];
  const [recorded, judged] = [gistOf(act.data.verdict), gistOf(verdict)];
  return [
    {
      caseKind: 'dossier',
      caseId: dossier.id,
      unitId: dossier.unitId,
      entry: act.entry,
      step: act.step,
      on: act.on,
      recorded,
      judged,
      differs: Object.keys(recorded).some(
        (key) => recorded[key as keyof Judgement] !== judged[key as keyof Judgement],
      ),
    },
  ];
}

const gistOf = ({ outcome, ruleSet, leadsTo, passed }: Verdict | VerdictData): Judgement => ({
  outcome,
  ruleSet,
  leadsTo,
  passed,
});

/** A dossier's row depends on the law as its lines do: both are made by its projector. */
const renew = (tx: Tx, ids: readonly string[]): Promise<void> => project(tx, ids.map(streamOf));

export const dossierSource: CaseSource = {
  kind: 'dossier',
  describe,
  // A reply is entered for the place that was asked.
  form: ({ caseId, part }, step) =>
    `/dossiers/${caseId}?step=${step}${part && `&place=${encodeURIComponent(part)}`}`,
  ids: idsBelow,
  reckon,
  renew,
  rejudging: { ids: everyBelow, judge: judgeAgain },
};
