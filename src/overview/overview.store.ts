// One unit at a glance, put together from the figures of the other rooms: each number is theirs, counted as they count it,
// within the reader’s reach, on any day. What it puts together is held until something it is made of is written.
import { listLoads } from '../fostering/helper.store.ts';
import { may, reach } from '../org/access.ts';
import { logAccess } from '../platform/audit.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { dayOf, narrow, type Place, placeOf } from '../plans/place.store.ts';
import { yearPeriod } from '../plans/period.ts';
import { parts, partOfStage } from '../pool/pool.ts';
import { leastShownOn } from '../statistics/catalogue/labels.ts';
import { readTable } from '../statistics/catalogue/table.store.ts';
import type { TableView } from '../statistics/catalogue/view.ts';
import { readFunnel } from './funnel.store.ts';
import { keptOverview } from './kept.store.ts';
import { type Asked, openedAt, readPeople, rowOf } from './people.store.ts';
import { regulations } from '../worklist/in-force.ts';
import { standoutsOf } from './standout.ts';
import { readUnits, type Units } from './units.store.ts';
import type { Opened, OverviewQuery, OverviewView } from './view.ts';
import { readMonths, readYears } from './years.store.ts';

export async function readOverview(db: Db, actor: Actor, query: OverviewQuery): Promise<OverviewView> {
  const on = dayOf(query.on);
  const place = await placeOf(db, actor, {
    period: yearPeriod(Number(on.slice(0, 4))),
    on,
    unit: query.unit,
  });
  const asked = { unit: query.unit, on };
  const make = () => gather(db, actor, asked, place);
  const reached = ['statistics.read', 'plan.read'].map((action) => JSON.stringify(reach(actor, action)));
  const key = ['overview', place.tops.map(({ id }) => id), on, today(), ...reached].join('|');
  return {
    ...(await keptOverview(db, { key, law: regulations() }, make)),
    own: place.node !== null && place.node.id === actor.unitId,
    least: leastShownOn(today(), actor.unitPath),
    helps: place.node?.cell && on === today() ? await helpsIn(db, actor, place.node) : null,
  };
}

type Shared = Omit<OverviewView, 'own' | 'least' | 'helps'>;

async function gather(db: Queryable, actor: Actor, asked: Asked, place: Place): Promise<Shared> {
  const { on, node, tops, unitIds } = place;
  const people = await readPeople(db, actor, asked);
  const units = await readUnits(db, actor, place);
  const years = await readYears(
    db,
    actor,
    asked,
    tops.map(({ id }) => id),
  );
  const months = await readMonths(db, actor, asked);
  const funnel = await readFunnel(db, on, { unitIds, narrow: narrow(place) });
  const source = await readSource(db, actor, asked, units);
  const standouts = standoutsOf({
    ...(await factsOf(db, actor, asked, place)),
    cells: units.cells,
    ...units.facts,
  });
  const { done, assigned, registered, aim, attainment } = units.line;
  return {
    unit: node && { id: node.id, name: node.name, kind: node.kind, cell: node.cell },
    on,
    asOf: today(),
    year: Number(on.slice(0, 4)),
    people,
    cells: units.cells,
    target: { done, assigned, registered, aim, attainment },
    source,
    standouts,
    years,
    ...months,
    funnel,
    units: units.below,
  };
}

async function readSource(
  db: Queryable,
  actor: Actor,
  asked: Asked,
  { line }: Units,
): Promise<OverviewView['source']> {
  const table = await readTable(db, actor, 'candidates', { ...asked, by: 'stage' });
  const inPart = (part: string) =>
    table.rows.filter(({ key }) => partOfStage[key] === part).reduce((sum, { count }) => sum + count, 0);
  return {
    total: openedAt('candidates', table.total),
    parts: Object.fromEntries(parts.map((part) => [part, inPart(part)])) as Record<
      (typeof parts)[number],
      number
    >,
    paused: line.pool?.paused ?? null,
  };
}

const nobody: Opened = { count: 0, href: null };
/** So many years back a probation that was never closed is still looked for. */
const yearsBack = 5;

/** Terms that have passed: of recognitions what is known now, so on a past day only those that were late. */
async function factsOf(db: Queryable, actor: Actor, asked: Asked, place: Place) {
  const { unit, on } = asked;
  const year = Number(on.slice(0, 4));
  const present = on === today();
  const due = (from: string): Promise<TableView> =>
    readTable(db, actor, 'recognition_due', { unit, from, to: on, by: 'outcome' });
  const outcome = (table: TableView, key: string) => openedAt('recognition_due', rowOf(table, key));
  const replies = await readTable(db, actor, 'verification_open', { unit, on, by: 'none' });
  return {
    unit: place.node?.id ?? null,
    on,
    present,
    cell: place.node?.cell ?? false,
    pending: present ? outcome(await due(`${year - yearsBack}-01-01`), 'pending') : nobody,
    late: outcome(await due(`${year}-01-01`), 'late'),
    replies: openedAt('verification_open', replies.total),
  };
}

/** More helpers than these stand on the page of helpers. */
const helpersShown = 50;

/** Names of persons: as the list of helpers, for whoever may read that, and noted like it. */
async function helpsIn(
  db: Db,
  actor: Actor,
  { id, path }: { id: number; path: string },
): Promise<OverviewView['helps']> {
  if (!may(actor, 'fostering.read', { path })) return null;
  await logAccess(db, actor, { action: 'list', subject: 'dossier' });
  const { items } = await listLoads(db, actor, { unit: id, limit: helpersShown });
  return items.map(({ helperId, name, people }) => ({
    id: helperId,
    name,
    people: people.map((one) => ({ id: one.id, name: one.name })),
  }));
}
