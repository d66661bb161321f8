// First day on which the rules allow each open candidacy its ceremony, with the next class that has a seat and the
// replies still owed: taken in thought by the road, kept for the case as it is, and made behind the answers when many
// are missing.
import { readCases } from '../admission/case.store.ts';
import { findPlaces } from '../admission/dossier.store.ts';
import { stagesFor } from '../classes/candidates.store.ts';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Db } from '../platform/db.ts';
import type { Message } from '../platform/messages.ts';
import { type Ahead, aheadOf } from '../road/ahead.ts';
import { beforeDay } from '../road/judge.ts';
import { law } from '../road/law.ts';
import { behind, breath } from '../platform/behind/breathe.ts';
import { lookedFor, onClasses, openClasses, owedReplies } from './calendar.store.ts';
import type { OpenRow } from './open.store.ts';

/** What the rules say of one case: its next step and the first day of its ceremony; null = something stands in the way. */
export interface Bound {
  next: { step: string; label: Message; earliestOn: Day } | null;
  earliestOn: Day | null;
}

interface Kept {
  law: unknown;
  on: Day;
  bounds: Map<string, Bound>;
  making: Promise<void> | null;
}
const kept = new WeakMap<Db, Kept>();

function keptFor(db: Db): Kept {
  const known = kept.get(db);
  if (known && known.law === law() && known.on === today()) return known;
  const fresh: Kept = { law: law(), on: today(), bounds: new Map(), making: null };
  kept.set(db, fresh);
  return fresh;
}

/** So many missing are made before the answer; more behind it, so many at a time. */
const mostAtOnce = 25;
const portion = 10;
const mostKept = 40_000;

export interface Bounded {
  rows: OpenRow[];
  /** nothing is missing */
  ready: boolean;
  /** what is missing is being made */
  making: Promise<void> | null;
}

/** Gives each case what the rules say of it, as far as known. */
export async function withBounds(db: Db, rows: readonly OpenRow[]): Promise<Bounded> {
  const held = keptFor(db);
  const from = await startsOf(db, rows);
  const keyOf = (row: OpenRow) => `${row.id} ${row.version} ${row.path} ${from.get(row.id ?? '') ?? ''}`;
  const missing = rows.filter((row) => row.id !== null && !held.bounds.has(keyOf(row)));
  const wanted = missing.map((row) => ({
    id: row.id as string,
    key: keyOf(row),
    from: from.get(row.id ?? ''),
  }));
  if (wanted.length > 0 && wanted.length <= mostAtOnce) await make(db, held, wanted);
  else if (wanted.length > 0) held.making ??= makeBehind(db, held, wanted);
  return {
    rows: rows.map((row) => ({ ...row, bound: held.bounds.get(keyOf(row)) ?? null })).map(withDay),
    ready: wanted.length <= mostAtOnce,
    making: held.making,
  };
}

const withDay = (row: OpenRow): OpenRow => ({ ...row, earliestOn: row.bound?.earliestOn ?? null });

interface Wanted {
  id: string;
  key: string;
  /** the way ahead is taken from this day on: a class ends, an answer comes */
  from: Day | undefined;
}

function makeBehind(db: Db, held: Kept, wanted: readonly Wanted[]): Promise<void> {
  if (held.bounds.size > mostKept) held.bounds.clear();
  return behind(() => make(db, held, wanted))
    .catch(() => undefined)
    .finally(() => {
      held.making = null;
    });
}

async function make(db: Db, held: Kept, wanted: readonly Wanted[]): Promise<void> {
  for (let at = 0; at < wanted.length; at += portion) {
    const some = wanted.slice(at, at + portion);
    const cases = await readCases(
      db,
      await findPlaces(
        db,
        some.map(({ id }) => id),
      ),
    );
    for (const { id, key, from } of some) {
      const found = cases.get(id);
      held.bounds.set(key, found ? boundOf(found, from) : { next: null, earliestOn: null });
      await breath();
    }
  }
}

type Found = ReturnType<typeof readCases> extends Promise<Map<string, infer One>> ? One : never;

function boundOf(found: Found, from: Day | undefined): Bound {
  const ahead = aheadFrom(found, from && from > today() ? from : today());
  const [first] = ahead?.steps ?? [];
  return {
    next: first ? { step: first.step, label: first.label, earliestOn: first.earliestOn } : null,
    earliestOn: ahead?.reachedOn ?? null,
  };
}

function aheadFrom({ dossier, standing, heldOn }: Found, on: Day): Ahead | null {
  const clocks = standing.clocks.filter(({ endedOn }) => endedOn === null);
  return aheadOf(law(), beforeDay({ dossier, standing }, on), { today: on, heldOn, clocks });
}

/** From which day the way ahead can go on: the class one is on, or the next with a seat; the answers one waits for. */
async function startsOf(db: Db, rows: readonly OpenRow[]): Promise<Map<string, Day>> {
  const [classes, enrolled, owed] = await Promise.all([openClasses(db), onClasses(db), owedReplies(db)]);
  const starts = new Map<string, Day>();
  for (const one of owed) {
    const day = lookedFor(one);
    if ((starts.get(one.dossierId) ?? '') < day) starts.set(one.dossierId, day);
  }
  for (const row of rows) {
    if (row.id === null || !needsClass(row.stage)) continue;
    const own = enrolled.get(row.id);
    const next = classes.find(({ serves, free }) => free > 0 && row.home.startsWith(serves));
    const day = own ?? next?.lastOn;
    if (day) starts.set(row.id, day);
  }
  return starts;
}

/** Before the certificate: later stages only renew it. */
const needsClass = (stage: string): boolean => law().order(stage) < law().order('class_certified');
/** Only those on the list may be sent to a class; whoever was just nominated comes first onto it. */
export const mayBeSent = (stage: string): boolean =>
  stagesFor('awareness').includes(stage) && needsClass(stage);
