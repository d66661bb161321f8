// Review rounds in the database: a committee opens one, each mass organisation below it confirms by the day, and those
// that have not are listed.
import { sql } from 'kysely';
import { may, reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { findUnit, getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import { Forbidden, Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append, entriesOf, type Stream } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { foldReview, type Review, reviewKinds, reviewStreamOf } from './review.ts';
import type { ConfirmBody, ReviewBody, ReviewList, ReviewView } from './view.ts';

declare module '../platform/db.ts' {
  interface Tables {
    review: {
      id: string;
      province_id: string;
      unit_id: number;
      year: number;
      opened_on: string;
      due_on: string;
      closed_on: string | null;
      version: number;
    };
    review_answer: {
      review_id: string;
      unit_id: number;
      entry: string;
      confirmed_on: string;
      members_before: number;
      members_after: number;
      promising: number;
    };
  }
}

export const reviewStream: Stream = {
  prefix: 'review',
  kinds: reviewKinds,
  tables: ['review', 'review_answer'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(reviewStreamOf));
  const reviews = ids.flatMap((id) => foldReview(id, entries.get(reviewStreamOf(id)) ?? []) ?? []);
  await sql`delete from review where id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from review_answer where review_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into review
    select r.id, p.province_id, r.unit_id, r.year, r.opened_on, r.due_on, r.closed_on, r.version
    from jsonb_populate_recordset(null::review, ${JSON.stringify(reviews.map(rowOf))}::jsonb) as r
    join (select distinct on (stream) stream, province_id from ledger where stream = any(${ids.map(reviewStreamOf)})
          order by stream, version) as p on p.stream = 'review:' || r.id`.execute(tx);
  await sql`
    insert into review_answer
    select * from jsonb_populate_recordset(null::review_answer, ${JSON.stringify(reviews.flatMap(answersOf))}::jsonb)`.execute(
    tx,
  );
}

const rowOf = ({ id, unitId, year, openedOn, dueOn, closedOn, version }: Review) => ({
  id,
  year,
  version,
  unit_id: unitId,
  opened_on: openedOn,
  due_on: dueOn,
  closed_on: closedOn,
});
const answersOf = ({ id, answers }: Review) =>
  answers.map(({ unitId, entry, confirmedOn, before, after, promising }) => ({
    review_id: id,
    unit_id: unitId,
    entry,
    confirmed_on: confirmedOn,
    members_before: before,
    members_after: after,
    promising,
  }));

const reviewId = (clientId: string): string => derivedId(clientId, 'review');
const isMass = (kind: string): boolean => kind === 'mass_organisation';

export async function openReview(db: Db, actor: Actor, body: ReviewBody): Promise<string> {
  const id = reviewId(body.clientId);
  const stream = reviewStreamOf(id);
  await write(db, { clientId: body.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const unit = await getUnit(tx, actor, 'survey.write', body.unitId);
    if (body.happenedOn > today())
      throw new Invalid('ledger.future_day', { day: formatDay(body.happenedOn) });
    if (body.dueOn < body.happenedOn) throw new Invalid('sourcing.due_before', {}, { fields: ['dueOn'] });
    const mass = await massBelow(tx, unit.path);
    if (isMass(unit.kind) || mass === 0) throw new Invalid('sourcing.no_mass_below');
    await append(tx, actor, [
      {
        clientId: body.clientId,
        stream,
        kind: 'review.opened',
        happenedOn: body.happenedOn,
        unitId: unit.id,
        data: { year: body.year, dueOn: body.dueOn },
      },
    ]);
  });
  return id;
}

async function massBelow(db: Queryable, path: string): Promise<number> {
  const rows = await db
    .selectFrom('unit')
    .select('id')
    .where('path', 'like', `${path}%`)
    .where('kind', '=', 'mass_organisation')
    .where('ended_on', 'is', null)
    .execute();
  return rows.length;
}

async function getReview(db: Queryable, id: string) {
  const row = await db
    .selectFrom('review')
    .innerJoin('unit', 'unit.id', 'review.unit_id')
    .select(['review.id', 'review.unit_id', 'opened_on', 'closed_on', 'unit.path'])
    .where('review.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Missing('access.missing');
  return row;
}

/** A mass organisation confirms; confirming again corrects what it said. */
export async function confirmReview(db: Db, actor: Actor, id: string, body: ConfirmBody): Promise<void> {
  const stream = reviewStreamOf(id);
  await write(db, { clientId: body.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const review = await getReview(tx, id);
    const unit = await findUnit(tx, body.massUnitId);
    if (!unit || !unit.path.startsWith(review.path) || !may(actor, 'survey.write', { path: unit.path }))
      throw new Missing('access.missing');
    if (!isMass(unit.kind)) throw new Invalid('sourcing.not_mass');
    if (review.closed_on !== null) throw new Stale('sourcing.review_closed');
    decideConfirmed(body, review.opened_on);
    await append(tx, actor, [
      {
        clientId: body.clientId,
        stream,
        kind: 'review.confirmed',
        happenedOn: body.happenedOn,
        unitId: unit.id,
        data: { massUnitId: unit.id, before: body.before, after: body.after, promising: body.promising },
      },
    ]);
  });
}

function decideConfirmed({ happenedOn, after, promising }: ConfirmBody, openedOn: string): void {
  if (happenedOn > today()) throw new Invalid('ledger.future_day', { day: formatDay(happenedOn) });
  if (happenedOn < openedOn) throw new Invalid('sourcing.done_before_given');
  if (promising > after) throw new Invalid('sourcing.promising_many', {}, { fields: ['promising'] });
}

/** Ends a round, or takes back one opened by mistake that nobody has answered. */
export async function endReview(
  db: Db,
  actor: Actor,
  id: string,
  body: { clientId: string; how: 'close' | 'take_back' },
): Promise<void> {
  const stream = reviewStreamOf(id);
  await write(db, { clientId: body.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const review = await getReview(tx, id);
    if (!may(actor, 'survey.write', { path: review.path })) throw new Missing('access.missing');
    if (review.closed_on !== null) throw new Stale('sourcing.review_closed');
    const about = { clientId: body.clientId, stream, unitId: review.unit_id, data: {} };
    if (body.how === 'close') {
      await append(tx, actor, [{ ...about, kind: 'review.closed', happenedOn: today() }]);
      return;
    }
    const answers = await tx
      .selectFrom('review_answer')
      .select('entry')
      .where('review_id', '=', id)
      .execute();
    if (answers.length > 0) throw new Forbidden('sourcing.review_answered');
    await append(tx, actor, [
      { ...about, kind: withdrawal, happenedOn: null, names: await openedBy(tx, id) },
    ]);
  });
}

async function openedBy(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .selectFrom('ledger')
    .select('client_id')
    .where('stream', '=', reviewStreamOf(id))
    .where('kind', '=', 'review.opened')
    .executeTakeFirstOrThrow();
  return row.client_id;
}

interface Row extends Omit<ReviewView, 'answers' | 'late' | 'confirmed' | 'can'> {
  path: string;
  answers: (Omit<ReviewView['answers'][number], 'can'> & { path: string })[] | null;
}

/**
 * Rounds with every organisation that is asked: those opened at or below a committee – or, for a mass organisation, the
 * rounds it is asked in, with itself and what stands below it alone.
 */
export async function listReviews(db: Queryable, actor: Actor): Promise<ReviewList> {
  const reached = reach(actor, 'survey.read');
  const mass = sql<string>`mass.path`;
  const result = await sql<Row>`
    select review.id, review.unit_id as "unitId", unit.name as "unitName", unit.path, review.year,
           review.opened_on as "openedOn", review.due_on as "dueOn", review.closed_on as "closedOn",
           jsonb_agg(jsonb_build_object('unitId', mass.id, 'unitName', mass.name, 'path', mass.path,
             'confirmedOn', answer.confirmed_on, 'before', answer.members_before, 'after', answer.members_after,
             'promising', answer.promising) order by answer.confirmed_on is not null, mass.name_key) as answers
    from review join unit on unit.id = review.unit_id
    join unit mass on mass.path like unit.path || '%' and mass.kind = 'mass_organisation' and mass.ended_on is null
    left join review_answer answer on answer.review_id = review.id and answer.unit_id = mass.id
    where ${reachSql(reached, { path: mass })}
    group by review.id, unit.id order by review.due_on desc, review.id limit 50`.execute(db);
  const items = result.rows.map((row) => itemOf(actor, row));
  const committees = await committeesOf(db, actor);
  return { items, total: items.length, next: null, asOf: today(), committees };
}

function itemOf(actor: Actor, { path, answers, ...row }: Row): ReviewView {
  const open = row.closedOn === null;
  const told = (answers ?? []).map(({ path: place, ...answer }) => ({
    ...answer,
    can: open && may(actor, 'survey.write', { path: place }) ? ['confirm'] : [],
  }));
  const confirmed = told.filter(({ confirmedOn }) => confirmedOn !== null).length;
  const writes = open && may(actor, 'survey.write', { path });
  return {
    ...row,
    answers: told,
    confirmed,
    late: open && row.dueOn < today() && confirmed < told.length,
    can: writes ? (confirmed === 0 ? ['close', 'take_back'] : ['close']) : [],
  };
}

/** Committees with mass organisations below them, for which this office may open a round. */
async function committeesOf(db: Queryable, actor: Actor): Promise<ReviewList['committees']> {
  if (!actor.can.has('survey.write') || actor.office === 'mass_officer') return [];
  const path = sql<string>`unit.path`;
  const result = await sql<{ id: number; name: string }>`
    select unit.id, unit.name from unit
    where ${reachSql(reach(actor, 'survey.write'), { path })} and unit.ended_on is null
      and exists (select from unit mass where mass.parent_id = unit.id and mass.kind = 'mass_organisation'
                  and mass.ended_on is null)
      and unit.kind <> 'mass_organisation'
    order by unit.depth, unit.name_key limit 300`.execute(db);
  return result.rows;
}
