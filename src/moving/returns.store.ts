// Returned files within reach, read from the acts: a return belongs to the cell that had the file on its day, a name is
// shown only where the dossier lies within reach today.
import { sql } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import type { Message } from '../platform/messages.ts';
import { law } from '../road/law.ts';
import {
  aboveTarget,
  medianDays,
  type ReturnEntry,
  type Returned,
  resubmitStep,
  returnsIn,
  returnStep,
  tally,
} from './returns.ts';
import type { ReturnsView } from './view.ts';

interface Asked {
  unit?: number | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
}

export async function readReturns(db: Queryable, actor: Actor, asked: Asked): Promise<ReturnsView> {
  const to = asked.to ?? today();
  const from = asked.from ?? `${to.slice(0, 4)}-01-01`;
  if (from > to) throw new Invalid('moving.period_backwards', {}, { fields: ['from', 'to'] });
  const all = returnsIn(await readEntries(db, actor, { ...asked, from, to }));
  const units = await readUnits(db, actor, [...new Set(all.map(({ unitId }) => unitId))], asked.unit);
  const within = all.filter(({ unitId, on }) => units.has(unitId) && on >= from && on <= to);
  const files = new Set(within.map(({ stream }) => stream));
  return {
    from,
    to,
    asOf: today(),
    returns: within.length,
    files: files.size,
    above: aboveTarget(all.filter(({ stream }) => files.has(stream))),
    medianDays: medianDays(within),
    what: whatOf(within),
    cells: cutsOf(within, (one) => units.get(one.unitId)?.cell),
    communes: cutsOf(within, (one) => units.get(one.unitId)?.commune),
    months: tally(within.map(({ on }) => on.slice(0, 7)))
      .map(({ key, count }) => ({ month: key, returns: count }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    ...(await readHandled(db, actor, { ...asked, from, to })),
    items: await readItems(db, actor, all, files),
  };
}

const below = (unit: number | undefined) =>
  unit === undefined
    ? sql<boolean>`true`
    : sql<boolean>`unit.path like (select path from unit chosen where chosen.id = ${unit}) || '%'`;
const within = (actor: Actor) => reachSql(reach(actor, 'handover.read'), { path: sql<string>`unit.path` });

/** Of every stream with a return in the period: all its returns, what was handed in again, and what took any of it back. */
async function readEntries(
  db: Queryable,
  actor: Actor,
  { unit, from, to }: Asked & { from: Day; to: Day },
): Promise<ReturnEntry[]> {
  const result = await sql<ReturnEntry>`
    with touched as (
      select distinct ledger.stream from ledger join unit on unit.id = ledger.unit_id
      where ledger.kind = 'dossier.act' and ledger.data ->> 'step' = ${sql.lit(returnStep)}
        and ledger.happened_on between ${from} and ${to} and ${within(actor)} and ${below(unit)})
    select client_id as "clientId", kind, position, happened_on as "happenedOn", names, stream,
           unit_id as "unitId", data
    from ledger where stream in (select stream from touched)
      and (names is not null or data ->> 'step' in (${sql.lit(returnStep)}, ${sql.lit(resubmitStep)}))
    order by position`.execute(db);
  return result.rows;
}

interface Named {
  id: string;
  name: string;
}
interface Cut {
  cell: Named;
  commune: Named | undefined;
}

async function readUnits(
  db: Queryable,
  actor: Actor,
  ids: readonly number[],
  chosen: number | undefined,
): Promise<Map<number, Cut>> {
  const result = await sql<{
    id: number;
    name: string;
    communeId: number | null;
    communeName: string | null;
  }>`
    select unit.id, unit.name, base.id as "communeId", base.name as "communeName"
    from unit left join lateral (select id, name from unit b
      where b.id = any(string_to_array(trim(both '/' from unit.path), '/')::int[]) and b.kind in ('base_organisation', 'base_cell') order by b.depth limit 1) base on true
    where unit.id = any(${[...ids]}::int[]) and ${within(actor)} and ${below(chosen)}`.execute(db);
  return new Map(
    result.rows.map(({ id, name, communeId, communeName }) => [
      id,
      {
        cell: { id: String(id), name },
        commune: communeId === null ? undefined : { id: String(communeId), name: communeName ?? '' },
      },
    ]),
  );
}

function cutsOf(
  returned: readonly Returned[],
  of: (one: Returned) => Named | undefined,
): ReturnsView['cells'] {
  const named = returned.flatMap((one) => {
    const cut = of(one);
    return cut ? [{ one, cut }] : [];
  });
  return tally(named.map(({ cut }) => cut.id)).map(({ key, count }) => {
    const own = named.filter(({ cut }) => cut.id === key);
    return {
      id: key,
      name: own[0]?.cut.name ?? '',
      returns: count,
      files: new Set(own.map(({ one }) => one.stream)).size,
    };
  });
}

const labelOf = (code: string): Message => {
  const input = law()
    .findStep(returnStep)
    ?.step.inputs.find(({ id }) => id === 'what');
  return (input && law().labelOf(input, code)) ?? { vi: code, en: code };
};

const whatOf = (returned: readonly Returned[]): ReturnsView['what'] =>
  tally(returned.flatMap(({ what }) => what)).map(({ key, count }) => ({
    code: key,
    label: labelOf(key),
    returns: count,
  }));

/** Files that were on the way through the committees in the period, and those that somebody must complete now. */
async function readHandled(
  db: Queryable,
  actor: Actor,
  { unit, from, to }: Asked & { from: Day; to: Day },
): Promise<{ handled: number; waiting: number }> {
  // What was over before the period is left out first: what the acts of a case say is long, and slow to open.
  const result = await sql<{ handled: number; waiting: number }>`
    select count(*) filter (where dossier.state -> 'facts' ->> 'permit.on' <= ${to}
             and (dossier.closed_on is null or dossier.closed_on >= ${from}))::int as handled,
           count(*) filter (where dossier.returned_on is not null and dossier.closed_as is null)::int as waiting
    from dossier join unit on unit.id = dossier.unit_id
    where (dossier.closed_as is null or dossier.closed_on is null or dossier.closed_on >= ${from})
      and ${within(actor)} and ${below(unit)}`.execute(db);
  return result.rows[0] ?? { handled: 0, waiting: 0 };
}

async function readItems(
  db: Queryable,
  actor: Actor,
  all: readonly Returned[],
  files: ReadonlySet<string>,
): Promise<ReturnsView['items']> {
  const ids = [...files].map((stream) => stream.slice('dossier:'.length));
  const result = await sql<{ dossierId: string; fullName: string; unitName: string }>`
    select dossier.id as "dossierId", person.full_name as "fullName", unit.name as "unitName"
    from dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
    where dossier.id = any(${ids}::uuid[]) and ${within(actor)}`.execute(db);
  return result.rows
    .map((row) =>
      itemOf(
        row,
        all.filter(({ stream }) => stream === `dossier:${row.dossierId}`),
      ),
    )
    .sort((a, b) => b.count - a.count || (a.lastOn < b.lastOn ? 1 : -1))
    .slice(0, 200);
}

function itemOf(
  row: { dossierId: string; fullName: string; unitName: string },
  own: readonly Returned[],
): ReturnsView['items'][number] {
  const last = own.at(-1);
  return {
    ...row,
    count: own.length,
    lastOn: last?.on ?? '',
    back: last?.backOn ?? null,
    what: (last?.what ?? []).map(labelOf),
  };
}
