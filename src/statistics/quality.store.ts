// Reads the admissions of some days with what became of them; the sums are made by quality.ts.
import { sql } from 'kysely';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { type AdmittedPerson, type Quality, qualityOf as tally } from './quality.ts';
import { type Asked, viewOf, whereOf } from './rows.store.ts';

export interface QualityAsked extends Omit<Asked, 'figure'> {
  /** what had become of them by the end of this day; else by the end of `to` */
  asOf?: Day | undefined;
}

export async function qualityOf(db: Queryable, asked: QualityAsked): Promise<Quality> {
  return tally(await readAdmitted(db, asked), asked.asOf ?? asked.to);
}

/** By the cell that admitted, for whoever needs more than one unit: add the lists of a branch, then tally. */
export async function admittedByUnit(
  db: Queryable,
  asked: QualityAsked,
): Promise<Map<number, (AdmittedPerson & { unitId: number })[]>> {
  return Map.groupBy(await readAdmitted(db, asked), ({ unitId }) => unitId);
}

async function readAdmitted(
  db: Queryable,
  asked: QualityAsked,
): Promise<(AdmittedPerson & { unitId: number })[]> {
  const result = await sql<AdmittedPerson & { unitId: number }>`
    select row.unit_id as "unitId", row.on_day as "on", row.sex, row.born_on as "bornOn", row.profession,
           row.youth_union as "youthUnion", row.official_on as "officialOn", row.ended_as as "endedAs",
           row.ended_on as "endedOn"
    from ${viewOf('admission')} where ${whereOf({ ...asked, figure: 'admission' })}`.execute(db);
  return result.rows;
}
