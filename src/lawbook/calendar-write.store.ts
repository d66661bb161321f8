// Laying a day over the shipped calendar and taking it back, for the whole installation; and the calendar of a year as
// it is in force, with what was laid, from what source and by whom.
import { may } from '../org/access.ts';
import type { Db } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Missing, Refused } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { type CalendarEdit, decideCalendarEdit, type LaidRow, yearOfCalendar } from '../calendar/workdays.ts';
import { dayStream } from './calendar.ts';
import { readEdits } from './calendar.store.ts';
import { lawInForce, loadWith, lockLaw, readOverlays } from './enforce.store.ts';
import type { CalendarBody, CalendarDay, CalendarYear } from './view.ts';

export async function recordEdit(db: Db, actor: Actor, { clientId, ...edit }: CalendarBody): Promise<void> {
  const once = { clientId, accountId: actor.accountId, stream: dayStream(edit.date) };
  await write(db, once, async (tx) => {
    await lockLaw(tx);
    const { calendar } = loadWith({ provisions: [], calendar: (await readOverlays(tx)).calendar });
    const refusal = decideCalendarEdit(calendar, edit);
    if (refusal) throw new Refused(refusal.code, refusal.params);
    await append(tx, actor, [entryOf(clientId, edit)]);
  });
}

const entryOf = (clientId: string, { date, ...data }: CalendarEdit): NewEntry => ({
  clientId,
  stream: dayStream(date),
  kind: 'calendar.edited',
  happenedOn: date,
  unitId: null,
  data,
});

/** Gives the day whose edit was taken back. */
export async function takeBackEdit(
  db: Db,
  actor: Actor,
  entry: string,
  { clientId, reason }: { clientId: string; reason: string },
): Promise<string> {
  const found = await db
    .selectFrom('ledger')
    .select(['stream', 'kind', 'happened_on as date'])
    .where('client_id', '=', entry)
    .executeTakeFirst();
  if (found?.kind !== 'calendar.edited' || !found.date) throw new Missing('access.missing');
  const { stream, date } = found;
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    await lockLaw(tx);
    const held = (await readEdits(tx)).find((edit) => edit.entry === entry);
    if (!held) throw new Missing('access.missing');
    const common = { stream, happenedOn: date, unitId: null };
    await append(tx, actor, [
      { ...common, clientId, kind: withdrawal, names: entry, data: {} },
      {
        ...common,
        clientId: derivedId(clientId, 'reason'),
        kind: 'calendar.reason',
        data: { of: entry, reason },
      },
    ]);
  });
  return date;
}

export async function readYear(db: Db, actor: Actor, year: number): Promise<CalendarYear> {
  const { calendar } = lawInForce().regulations;
  const { workingDays, status, rows, holidays } = yearOfCalendar(calendar, year);
  const edits = new Map((await readEdits(db)).map((edit) => [edit.date, edit]));
  const mayWrite = may(actor, 'calendar.write', { path: '' });
  const seesOfficers = actor.can.has('office.read');
  const dayOf = (row: LaidRow): CalendarDay => ({
    ...plainRow(row),
    origin: row.origin,
    below: null,
    entry: null,
    recordedAt: null,
    recordedBy: null,
    can: [],
  });
  const laid = [...edits.values()]
    .filter(({ date }) => date.startsWith(`${year}-`))
    .map(({ entry, recordedAt, recordedBy, ...edit }): CalendarDay => {
      const below = calendar.shipped.get(edit.date);
      return {
        ...edit,
        origin: 'edit',
        below: below ? plainRow(below) : null,
        entry,
        recordedAt,
        recordedBy: seesOfficers ? recordedBy : null,
        can: mayWrite ? ['withdraw'] : [],
      };
    });
  const items = [...rows.filter(({ date }) => !edits.has(date)).map(dayOf), ...laid];
  return {
    year,
    workingDays,
    status,
    covers: { from: calendar.firstYear, to: calendar.lastYear, shippedTo: calendar.shippedTo },
    items: items.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    holidays: holidays.map((one) => ({ ...one })),
    can: mayWrite ? ['write'] : [],
  };
}

const plainRow = ({ date, effect, kind, note, source, status }: LaidRow) => ({
  date,
  effect,
  kind,
  note,
  source,
  status,
});
