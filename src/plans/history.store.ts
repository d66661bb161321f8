// Every saying of a unit's numbers that stands in the ledger, with its days, papers, reasons and who recorded it; and
// what was told of results.
import { sql } from 'kysely';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { entriesOf } from '../platform/ledger.ts';
import { isPart, partsOverlap } from '../statistics/part.ts';
import { amountOf } from './amount.ts';
import { toldViewOf } from './sheet.ts';
import { type AssignedData, foldTargets, targetStreamOf, type Told } from './target.ts';
import type { SaidView, ToldView } from './view.ts';

interface Recorded {
  at: string;
  by: string | null;
  data: Partial<AssignedData>;
}

export interface History {
  said: SaidView[];
  told: ToldView[];
}

/** `acts`: what the reader may do with this unit. */
export async function historyOf(
  db: Queryable,
  unitId: number,
  { acts, on }: { acts: readonly string[]; on: Day },
): Promise<History> {
  const entries = (await entriesOf(db, [targetStreamOf(unitId)])).get(targetStreamOf(unitId)) ?? [];
  const names = await namesOf(db, [...new Set(entries.map(({ recordedBy }) => recordedBy))]);
  const recorded = new Map(
    entries.map((entry): [string, Recorded] => [
      entry.clientId,
      { at: entry.recordedAt, by: names.get(entry.recordedBy) ?? null, data: entry.data },
    ]),
  );
  const { said, told } = foldTargets(entries);
  const of = (entry: string): Recorded => recorded.get(entry) as Recorded;
  return {
    said: said
      .filter(({ since }) => since <= on)
      .map((one): SaidView => {
        const { at, by, data } = of(one.entry);
        return {
          id: one.entry,
          kind: one.kind,
          period: one.period,
          figure: one.figure,
          part: one.part,
          amount: amountOf(one.minimum, one.maximum, one.mark),
          share: one.share,
          since: one.since,
          until: one.until,
          given: one.given,
          revision: one.revision,
          plan: one.plan,
          decision: data.decision ?? null,
          documentId: data.documentId ?? null,
          reason: data.reason ?? null,
          why: data.why ?? null,
          recordedAt: at,
          recordedBy: by,
          can: saidActs(one, acts),
        };
      }),
    told: told.filter(({ asOf }) => asOf <= on).map((one) => toldOf(one, of(one.entry), acts)),
  };
}

/** A number that a plan's approval brought is changed by the plan; one of the old workbook by a new saying. */
function saidActs({ kind, plan }: { kind: string; plan: string | null }, acts: readonly string[]): string[] {
  const needed = kind === 'assigned' ? ['assign', 'assign_outside'] : ['propose'];
  return plan === null && needed.some((act) => acts.includes(act)) ? ['correct', 'withdraw'] : [];
}

function toldOf(one: Told, { at }: Recorded, acts: readonly string[]): ToldView {
  const { entry, parts, ...told } = one;
  const known = parts.flatMap(({ part }) => (isPart(part) ? [part] : []));
  // Parts that nobody defined may overlap like any other.
  const overlap = parts.length > 1 && (known.length < parts.length || partsOverlap(known));
  const can = acts.includes('tell') ? ['correct', 'withdraw'] : [];
  return toldViewOf({ ...told, id: entry, recordedAt: at, can }, parts, overlap);
}

async function namesOf(db: Queryable, accounts: readonly string[]): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, display_name as name from account where id = any(${[...accounts]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
