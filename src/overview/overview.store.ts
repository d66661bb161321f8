// One unit at a glance, put together from the figures of the other rooms: each number is theirs, counted as they count it,
// within the reader’s reach, on any day. What it puts together is held until something it is made of is written.
import { may, reach } from '../org/access.ts';
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
import { type Asked, openedAt, readPeople, rowOf } from './people.store.ts';
import { heldAmong } from '../worklist/held-answer.store.ts';
import { standoutsOf } from './standout.ts';
import { readUnits, type Units } from './units.store.ts';
import type { Opened, OverviewQuery, OverviewView } from './view.ts';
import { readMonths, readYears } from './years.store.ts';

export async function readOverview(db: Db, actor: Actor, query: OverviewQuery): Promise<OverviewView> {
  const on = dayOf(query.on);
  const { unit } = query;
  const look = () => placeOf(db, actor, { period: yearPeriod(Number(on.slice(0, 4))), on, unit });
  const place = await look();
  const readers = ['statistics.read', 'plan.read'].map((action) => reach(actor, action));
  const node = place.node?.id ?? null;
  const page = {
    name: 'overview',
    query: { node, unit, tops: place.tops.map(({ id }) => id), on },
    of: madeOf,
  };
  return {
    // Of the tree as it stands when it is gathered: a unit may have been written since the reader was placed.
    ...(await heldAmong(db, readers, page, async () => gather(db, actor, { unit, on }, await look()))),
    own: place.node !== null && place.node.id === actor.unitId,
    least: leastShownOn(today(), actor.unitPath),
    helps: isHelped(actor, place),
  };
}

/** Who helps whom is a matter of a cell, today, for whoever reads the list of helpers there. */
const isHelped = (actor: Actor, { node, path, on }: Place): boolean =>
  node?.cell === true && on === today() && path !== undefined && may(actor, 'fostering.read', { path });

/** Streams that it is made of, beside persons, dossiers and units. */
export const madeOf = ['target', 'plan', 'survey', 'request', 'kin', 'class'];

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
