// Which lines are work today: routine work, and whatever its source says of, not before the day it starts – until then
// nothing could be recorded of it.
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/day.ts';
import type { DueRow } from '../due.ts';
import { caseSources } from '../source.ts';

const waitingClocks = (): string[] => caseSources().flatMap(({ waits = [] }) => waits);

/** Condition on `due`; the twin of `hasBegun`. */
export const begun = (today: Day): RawBuilder<boolean> => sql<boolean>`
  (due.starts_on <= ${today} or (due.case_kind <> 'unit' and due.clock <> all(${waitingClocks()}::text[])))`;

export const hasBegun = (
  { caseKind, clock, startsOn }: Pick<DueRow, 'caseKind' | 'clock' | 'startsOn'>,
  today: Day,
): boolean => startsOn <= today || (caseKind !== 'unit' && !waitingClocks().includes(clock));
