// One clock that has started: the law it runs under, its due day, its extension, and what the other reading of a change
// of law in between would make of it (no set of rules says what happens to clocks that run).
import { type Day, latest } from '../../platform/day.ts';
import type { Context } from '../guards/guard.ts';
import { isHeld } from '../conditions.ts';
import type { Resolved } from '../parameter.ts';
import type { Due } from '../procedure.ts';
import type { Clock, Confidence } from '../verdict.ts';
import { stopsAmong, withStops } from './stops.ts';

/** Read by the engine itself, for every clock: does a new value take over while the clock runs? */
export const transitionClock = 'transition.clock';

export interface Start {
  startsOn: Day;
  /** false: the day is known in part, so no due day can be told */
  exact: boolean;
  /** the day whose law governs the clock */
  lawOn: Day;
  parameter: string;
  unit: Clock['unit'];
  due: (limit: number) => Day | null;
  /** the day was agreed, the law does not count it */
  agreed?: boolean;
  /** the value that said which day starts the clock */
  startedBy?: Resolved;
  /** name of the neighbouring rule set that is followed, and how its value is read */
  reading?: string;
  read?: (resolved: Resolved) => Resolved;
}

interface Law {
  limit: Resolved;
  extension: Resolved | null;
}
type Reckoned = Pick<Clock, 'limit' | 'dueOn' | 'extendsTo' | 'extension' | 'extended'>;

export function reckon(due: Due, start: Start, context: Context): Clock {
  const run = { due, start, context, extended: isExtended(due, start, context) };
  const { law, days, otherwise } = readingOf(run);
  const clock: Clock = {
    id: due.id,
    label: labelOf(due, start),
    startsOn: start.startsOn,
    unit: start.unit,
    ...days,
    ...sources(law, start, run.extended),
    endsWith: due.ends_with,
    extendsWith: due.extended_by?.step ?? null,
    stopsWith: stopsWith(due, start, context),
    stoppedOn: null,
    nature: due.nature,
    answers: due.answers,
    consequence: due.consequence,
    otherwise,
  };
  return withStops(clock, stopsSaid(due, context), context.calendar);
}

function stopsWith({ stopped_by }: Due, { lawOn }: Start, { resolve }: Context): Clock['stopsWith'] {
  if (!stopped_by) return null;
  const { step, until, parameter } = stopped_by;
  const { value } = resolve(parameter, lawOn);
  return { step, until, rule: value === 'stops' || value === 'runs' ? value : null };
}

/** Facts tell of the last return alone; whoever has the acts asks withStops itself. */
function stopsSaid({ stopped_by }: Due, { facts }: Context) {
  if (!stopped_by) return [];
  const acts = [stopped_by.step, stopped_by.until].map((step) => ({ step, on: textIn(facts[`${step}.on`]) }));
  return stopsAmong(acts, stopped_by).filter(({ from, to }) => to === null || to >= from);
}
const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);

interface Read {
  law: Law;
  days: Reckoned;
  otherwise: Clock['otherwise'];
}

/** By which of the two readings it runs, and what the other would say. */
function readingOf(run: Run): Read {
  const kept = lawOn(run, run.start.lawOn);
  const plain = daysOf(run, kept);
  const later = switched(run, kept);
  if (later === null) return { law: kept, days: plain, otherwise: null };
  const changed = daysOf(run, later);
  const same = changed.dueOn === plain.dueOn && changed.limit === plain.limit;
  const other = (reading: string, { dueOn, limit }: Reckoned) => (same ? null : { reading, dueOn, limit });
  if (run.context.resolve(transitionClock, run.start.startsOn).value === 'switch')
    return { law: later, days: changed, otherwise: other('start', plain) };
  return { law: kept, days: plain, otherwise: other('switch', changed) };
}

/** The day on which an act that prolongs it was recorded counts; of the clock's next start only a later one. */
export function extended(clock: Clock): Clock {
  if (clock.extended) return clock;
  const limit = clock.limit === null || clock.extension === null ? null : clock.limit + clock.extension;
  return { ...clock, limit, dueOn: clock.extendsTo, extendsTo: null, extended: true };
}

interface Run {
  due: Due;
  start: Start;
  context: Context;
  extended: boolean;
}

function isExtended({ extended_by }: Due, { startsOn }: Start, { facts }: Context): boolean {
  if (!extended_by) return false;
  const fact = `${extended_by.step}.on`;
  return isHeld(facts, fact) && latest(String(facts[fact])) >= startsOn;
}

function lawOn({ due, start, context }: Run, day: Day): Law {
  const limit = context.resolve(start.parameter, day);
  const extension = due.extended_by ? context.resolve(due.extended_by.parameter, day) : null;
  return { limit: start.read ? start.read(limit) : limit, extension };
}

const numberIn = (resolved: Resolved | null): number | null =>
  typeof resolved?.value === 'number' ? resolved.value : null;

function daysOf({ start, extended: prolonged }: Run, { limit, extension }: Law): Reckoned {
  const [days, more] = [start.agreed ? 0 : numberIn(limit), numberIn(extension)];
  const whole = days === null || more === null ? null : days + more;
  const at = (count: number | null) => (start.exact && count !== null ? start.due(count) : null);
  return {
    limit: start.agreed ? null : prolonged ? whole : days,
    dueOn: at(prolonged ? whole : days),
    extendsTo: prolonged || !extension ? null : at(whole),
    extension: more,
    extended: prolonged,
  };
}

const endOfTime: Day = '9999-12-31';

/** A value that comes into force while the clock runs takes over, counted from the same start, until none does. */
function switched(run: Run, kept: Law): Law | null {
  const { due, start, context } = run;
  const asked = [start.parameter, ...(due.extended_by ? [due.extended_by.parameter] : [])];
  let law: Law | null = null;
  let after = start.lawOn > start.startsOn ? start.lawOn : start.startsOn;
  for (;;) {
    // While nobody knows the limit the clock runs on, until a text is read or a committee fills it.
    const until = daysOf(run, law ?? kept).dueOn ?? (start.exact ? endOfTime : null);
    const next = until === null ? null : context.nextChange(asked, after, until);
    if (next === null) return law;
    law = lawOn(run, next);
    after = next;
  }
}

const strength: readonly Confidence[] = ['S', 'S2', 'L', 'K', '?'];
const weakest = (all: readonly Confidence[]): Confidence =>
  all.reduce((a, b) => (strength.indexOf(a) >= strength.indexOf(b) ? a : b));

function sources(law: Law, { startedBy, reading }: Start, prolonged: boolean) {
  const used = [startedBy, law.limit, prolonged ? law.extension : null].filter((one) => !!one);
  return {
    citations: used.flatMap((one) => one.citations),
    confidence: reading ? ('?' as const) : weakest(used.map((one) => one.confidence)),
  };
}

const labelOf = ({ label }: Due, { reading }: Start): Clock['label'] =>
  reading ? { vi: `${label.vi} (theo ${reading})`, en: `${label.en} (as in ${reading})` } : label;
