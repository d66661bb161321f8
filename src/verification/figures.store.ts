// How long places take to answer and what each officer has in hand: aggregates over the requests within reach, in
// working days by the one calendar.
import { sql } from 'kysely';
import { type Calendar, workingDaysBetween } from '../calendar/workdays.ts';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { regulations } from '../worklist/in-force.ts';
import { medianOf } from './request.ts';
import { erasedToo, overdue, requests, within } from './rows.store.ts';
import type { Figures } from './view.ts';

/** Requests that only their days tell apart. */
interface Group {
  /** one unit of today, by whatever name it was asked */
  key: string;
  /** the shortest of the names, behind its length */
  name: string;
  officerId: string | null;
  status: string;
  late: boolean | null;
  count: number;
  /** of each 'sent>answered' */
  days: string;
}
interface Line extends Group {
  place: string;
  waits: Wait[];
}
interface Wait {
  /** working days; until today where there is no answer */
  days: number | null;
  answered: boolean;
}

/** More places than these nobody reads at once; first come those that are late, then those asked most. */
const placesShown = 200;

export async function readFigures(db: Queryable, actor: Actor, unit: number | undefined): Promise<Figures> {
  const near = within(actor, 'verification.read');
  const below =
    unit === undefined
      ? sql<boolean>`true`
      : sql<boolean>`unit.path like (select path from unit as chosen where chosen.id = ${unit}) || '%'`;
  const result = await sql<Group>`
    select coalesce(r.purpose || r.place_code, r.place) as key, r.officer_id as "officerId", r.status,
           ${overdue()} as late, count(*)::int as count,
           min((lpad(length(r.place)::text, ${lengthDigits}::int, '0') || r.place) collate "C") as name,
           string_agg(r.sent_on || '>' || coalesce(r.answered_on, ''), '|') as days
    from ${requests(erasedToo)} where ${near} and ${below} group by 1, 2, 3, 4`.execute(db);
  const lines = linesOf(result.rows);
  const places = destinationsOf(lines);
  return {
    destinations: places.slice(0, placesShown),
    further: Math.max(0, places.length - placesShown),
    officers: officersOf(lines, await namesOf(db, lines)),
    asOf: today(),
  };
}
const lengthDigits = 6;

function linesOf(groups: readonly Group[]): Line[] {
  const names = new Map<string, string>();
  for (const { key, name } of groups) {
    const known = names.get(key);
    if (known === undefined || name < known) names.set(key, name);
  }
  const { calendar } = regulations();
  return groups.map((group) => ({
    ...group,
    place: (names.get(group.key) ?? group.name).slice(lengthDigits),
    waits: group.days.split('|').map((days) => waitOf(calendar, days)),
  }));
}

function waitOf(calendar: Calendar, days: string): Wait {
  const [sent = '', answered = ''] = days.split('>');
  return {
    days: workingDaysBetween(calendar, sent as Day, (answered || today()) as Day),
    answered: answered !== '',
  };
}

async function namesOf(db: Queryable, lines: readonly Line[]): Promise<Map<string, string>> {
  const ids = [...new Set(lines.flatMap(({ officerId }) => officerId ?? []))];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, full_name as name from person where id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const isAnswered = ({ status }: Line): boolean => ['confirmed', 'needs_more', 'recorded'].includes(status);
const isOpen = ({ status }: Line): boolean => status === 'sent';
const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { count }) => sum + count, 0);
const waitsOf = (lines: readonly Line[]): Wait[] => lines.flatMap(({ waits }) => waits);
const numbers = (waits: readonly Wait[]): number[] => waits.flatMap(({ days }) => days ?? []);

const countsOf = (lines: readonly Line[]) => ({
  open: sumOf(lines.filter(isOpen)),
  overdue: sumOf(lines.filter(({ late }) => late === true)),
  answered: sumOf(lines.filter(isAnswered)),
});

const inOrder = new Intl.Collator('vi');

const destinationsOf = (lines: readonly Line[]): Figures['destinations'] =>
  [...Map.groupBy(lines, ({ place }) => place)]
    .map(([place, own]) => ({
      place,
      sent: sumOf(own),
      ...countsOf(own),
      median: medianOf(numbers(waitsOf(own).filter(({ answered }) => answered))),
    }))
    .sort((a, b) => b.overdue - a.overdue || b.sent - a.sent || inOrder.compare(a.place, b.place));

const officersOf = (lines: readonly Line[], names: ReadonlyMap<string, string>): Figures['officers'] =>
  [...Map.groupBy(lines, ({ officerId }) => officerId)]
    .map(([id, own]) => ({
      id,
      name: id === null ? null : (names.get(id) ?? null),
      ...countsOf(own),
      longest: numbers(waitsOf(own.filter(isOpen))).reduce<number | null>(
        (most, days) => (most === null || days > most ? days : most),
        null,
      ),
    }))
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open || inOrder.compare(a.name ?? '', b.name ?? ''));
