// How long places take to answer and what each officer has in hand: aggregates over the requests within reach, in
// working days by the one calendar.
import { sql } from 'kysely';
import { workingDaysBetween } from '../calendar/workdays.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { regulations } from '../worklist/in-force.ts';
import { medianOf } from './request.ts';
import { erasedToo, overdue, requests, within } from './rows.store.ts';
import type { Figures } from './view.ts';

interface Line {
  place: string;
  officerId: string | null;
  officerName: string | null;
  status: string;
  late: boolean | null;
  sentOn: string;
  answeredOn: string | null;
}

export async function readFigures(db: Queryable, actor: Actor, unit: number | undefined): Promise<Figures> {
  const near = within(actor, 'verification.read');
  const below =
    unit === undefined
      ? sql<boolean>`true`
      : sql<boolean>`unit.path like (select path from unit as chosen where chosen.id = ${unit}) || '%'`;
  // Requests to one unit of today stand together, by whatever name they were asked.
  const result = await sql<Line>`
    select coalesce(first_value(r.place) over (partition by coalesce(r.purpose || r.place_code, r.place)
             order by length(r.place), r.place), r.place) as place,
           r.officer_id as "officerId", officer.full_name as "officerName", r.status, ${overdue()} as late,
           r.sent_on as "sentOn", r.answered_on as "answeredOn"
    from ${requests(erasedToo)} where ${near} and ${below}`.execute(db);
  return {
    destinations: destinationsOf(result.rows),
    officers: officersOf(result.rows),
    asOf: today(),
  };
}

const isAnswered = ({ status }: Line): boolean => ['confirmed', 'needs_more', 'recorded'].includes(status);
const isOpen = ({ status }: Line): boolean => status === 'sent';
const waited = ({ sentOn, answeredOn }: Line): number | null =>
  workingDaysBetween(regulations().calendar, sentOn, answeredOn ?? today());
const numbers = (list: readonly (number | null)[]): number[] => list.filter((one) => one !== null);

const countsOf = (lines: readonly Line[]) => ({
  open: lines.filter(isOpen).length,
  overdue: lines.filter(({ late }) => late === true).length,
  answered: lines.filter(isAnswered).length,
});

const destinationsOf = (lines: readonly Line[]): Figures['destinations'] =>
  [...Map.groupBy(lines, ({ place }) => place)]
    .map(([place, own]) => ({
      place,
      sent: own.length,
      ...countsOf(own),
      median: medianOf(numbers(own.filter(({ answeredOn }) => answeredOn !== null).map(waited))),
    }))
    .sort((a, b) => b.overdue - a.overdue || b.sent - a.sent || a.place.localeCompare(b.place, 'vi'));

const officersOf = (lines: readonly Line[]): Figures['officers'] =>
  [...Map.groupBy(lines, ({ officerId }) => officerId)]
    .map(([id, own]) => ({
      id,
      name: own[0]?.officerName ?? null,
      ...countsOf(own),
      longest: numbers(own.filter(isOpen).map(waited)).reduce<number | null>(
        (most, days) => (most === null || days > most ? days : most),
        null,
      ),
    }))
    .sort(
      (a, b) => b.overdue - a.overdue || b.open - a.open || (a.name ?? '').localeCompare(b.name ?? '', 'vi'),
    );
