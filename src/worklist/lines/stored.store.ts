// One stored line as whoever acts on it finds it: where it lies, whose it is, and whether it was taken off the list.
import { sql } from 'kysely';
import { officeInForce } from '../../org/office.store.ts';
import { today } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/db.ts';
import type { LineName } from '../due.ts';
import { begun } from './begun.store.ts';

export interface StoredLine {
  startsOn: string;
  dueOn: string | null;
  step: string;
  answers: string[];
  unitId: number;
  personId: string | null;
  /** the one office that has it, while it is in force */
  officeId: number | null;
  path: string;
  settled: boolean;
}

/** By its case, whatever its start: it may have moved since the writer saw it. */
export async function findStoredLine(
  db: Queryable,
  { caseKind, caseId, clock, part }: Omit<LineName, 'startsOn'>,
): Promise<StoredLine | undefined> {
  const result = await sql<StoredLine>`
    select due.starts_on as "startsOn", due.due_on as "dueOn", due.step, due.answers, due.unit_id as "unitId",
           due.person_id as "personId", unit.path,
           (select held.id from office held where held.id = due.office_id and ${officeInForce('held', today())}) as "officeId",
           exists (select from settlement s where s.id = due.line) as settled
    from due join unit on unit.id = due.unit_id
    where due.case_kind = ${caseKind} and due.case_id = ${caseId} and due.clock = ${clock} and due.part = ${part}
      and ${begun(today())}`.execute(db);
  return result.rows[0];
}
