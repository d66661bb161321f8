// “Who would miss this year if not enrolled now”: open candidacies without a valid certificate, each with the earliest
// day its goal can be reached if the class ended today – by the legal waiting times, taken in thought. Counts are one
// SQL; the way ahead is reckoned for the rows shown.
import { sql } from 'kysely';
import { readCases } from '../admission/case.store.ts';
import { findPlaces } from '../admission/dossier.store.ts';
import { reach } from '../org/access.ts';
import { today } from '../platform/clock.ts';
import { addDays, type Day, daysBetween } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { type Ahead, aheadOf } from '../road/ahead.ts';
import { beforeDay } from '../road/judge.ts';
import { type Law, law } from '../road/law.ts';
import {
  all,
  type Asked,
  type Candidate,
  dossierTables,
  needing,
  onClass,
  pageOf,
} from './candidates.store.ts';
import type { Sort } from './class.ts';
import { classesSeen, type Found } from './class.store.ts';
import type { CandidateQuery, CandidateRow, NeedList, NeedQuery, NeedRow } from './view.ts';

type Read = ReturnType<typeof readCases> extends Promise<Map<string, infer One>> ? One : never;

export async function listNeeds(db: Queryable, actor: Actor, query: NeedQuery): Promise<NeedList> {
  const asked: Asked = { ...query, sort: query.kind };
  // A centre plans for those it was sent; who else would need the class is the committees' matter.
  const conditions =
    reach(actor, 'training.read').kind === 'classes_of'
      ? [sql<boolean>`false`]
      : needing(actor, 'training.read', asked);
  const loose = [...conditions, sql<boolean>`not ${onClass(query.kind)}`];
  const page = await pageOf(db, loose, asked);
  const held = await sql<{ count: number }>`
    select count(*)::int as count from ${dossierTables} where ${all([...conditions, onClass(query.kind)])}`.execute(
    db,
  );
  const rows = await reckon(db, actor, query.kind, page.items);
  return {
    items: rows,
    total: page.total,
    onClass: held.rows[0]?.count ?? 0,
    next: page.next,
    asOf: today(),
  };
}

export async function listCandidates(db: Queryable, actor: Actor, found: Found, query: CandidateQuery) {
  const { sort } = found.plan;
  const asked: Asked = { ...query, sort };
  const conditions = [
    ...needing(actor, 'training.read', asked),
    sql<boolean>`not ${onClass(sort)}`,
    sql<boolean>`not exists (select from class_person here where here.class_id = ${found.id}::uuid
                             and here.dossier_id = dossier.id and here.state <> 'left')`,
  ];
  const { items, ...page } = await pageOf(db, conditions, asked);
  return { items: items.map(rowOf), ...page, asOf: today() };
}

const rowOf = ({
  dossierId,
  fullName,
  bornOn,
  unitName,
  stage,
  certificateUntil,
}: Candidate): CandidateRow => ({
  dossierId,
  fullName,
  bornOn,
  unitName,
  stage,
  certificateUntil,
});

interface Open {
  id: string;
  label: string;
  lastOn: string;
  free: number;
}

async function reckon(
  db: Queryable,
  actor: Actor,
  sort: Sort,
  items: readonly Candidate[],
): Promise<NeedRow[]> {
  if (items.length === 0) return [];
  const places = await findPlaces(
    db,
    items.map(({ dossierId }) => dossierId),
  );
  const cases = await readCases(db, places);
  const classes = await openClasses(db, actor, sort);
  return items.map((item) => needOf(item, cases.get(item.dossierId), classes));
}

/** Classes still to end, soonest first, with the seats left. */
async function openClasses(db: Queryable, actor: Actor, sort: Sort): Promise<Open[]> {
  const result = await sql<Open>`
    select class.id, class.label, class.last_on as "lastOn", class.seats -
      (select count(*)::int from class_person cp where cp.class_id = class.id and cp.state in ('enrolled', 'waiting', 'sent')) as free
    from class join unit centre on centre.id = class.centre_id
    where class.sort = ${sort} and class.called_off_on is null and class.first_on >= ${today()} and ${classesSeen(actor)}
    order by class.last_on, class.id`.execute(db);
  return result.rows;
}

type Prospect = Pick<NeedRow, 'standing' | 'reachedOn' | 'lastOn' | 'stoppedBy'>;

function needOf(item: Candidate, found: Read | undefined, classes: readonly Open[]): NeedRow {
  const none: Prospect = { standing: 'stopped', reachedOn: null, lastOn: null, stoppedBy: null };
  const prospect = found ? remembered(found) : none;
  const { lastOn } = prospect;
  const fits = lastOn === null ? undefined : classes.find((one) => one.lastOn <= lastOn && one.free > 0);
  return { ...rowOf(item), ...prospect, fits: fits ?? null };
}

/** Reckoned once for a case as it is, what lies around it, the law in force and the day: nothing else goes in. */
const known = new WeakMap<Law, Map<string, Prospect>>();
const mostKnown = 20_000;

function remembered(found: Read): Prospect {
  const held = known.get(law()) ?? new Map<string, Prospect>();
  if (held.size > mostKnown) held.clear();
  known.set(law(), held);
  const { id, version } = found.dossier;
  const key = `${today()} ${id} ${version} ${found.place.path} ${JSON.stringify(found.around)}`;
  const prospect = held.get(key) ?? prospectOf(found);
  held.set(key, prospect);
  return prospect;
}

function prospectOf(found: Read): Prospect {
  const ahead = aheadFrom(found, today());
  const base = { reachedOn: ahead?.reachedOn ?? null, lastOn: null, stoppedBy: null };
  if (!ahead?.reachedOn) return { ...base, standing: 'stopped', stoppedBy: ahead?.stoppedBy?.label ?? null };
  const yearEnd = `${today().slice(0, 4)}-12-31`;
  if (ahead.reachedOn > yearEnd) return { ...base, standing: 'too_late' };
  return { ...base, standing: 'in_time', lastOn: lastDayFor(found, yearEnd) };
}

/** The way ahead as if everything began on this day: what must be waited for is waited for from then on. */
function aheadFrom({ dossier, standing, heldOn }: Read, on: Day): Ahead | null {
  const clocks = standing.clocks.filter(({ endedOn }) => endedOn === null);
  return aheadOf(law(), beforeDay({ dossier, standing }, on), { today: on, heldOn, clocks });
}

/** Last day of the class with which the year is still reached: the later it ends, the later the goal. */
function lastDayFor(found: Read, yearEnd: Day): Day {
  const inTime = (on: Day) => (aheadFrom(found, on)?.reachedOn ?? '9') <= yearEnd;
  if (inTime(yearEnd)) return yearEnd;
  let [early, late] = [0, daysBetween(today(), yearEnd)];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (inTime(addDays(today(), middle))) early = middle;
    else late = middle;
  }
  return addDays(today(), early);
}
