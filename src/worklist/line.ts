// From a stored line to what a reader sees: words, days left, whose it is, which form does it, what may be done with it.
import type { Place } from '../org/access.ts';
import { may } from '../org/access.ts';
import type { Day } from '../platform/day.ts';
import type { Actor } from '../platform/http.ts';
import type { Step } from '../rules/procedure.ts';
import { type Calendar, workingDaysBetween } from '../calendar/workdays.ts';
import { type DueRow, isFollower, isMine, keyOf, lateDays, maySettle } from './due.ts';
import { findDue, findStep, labelOf, officeLabel, officeOrder } from './in-force.ts';
import type { CaseSource, CaseWords } from './source.ts';
import type { Settled, WorkItem } from './view.ts';

export interface Line extends DueRow {
  unitName: string;
  path: string;
  /** one office has it to itself */
  held: boolean;
  settled: Settled | null;
}

export interface Reader {
  actor: Actor;
  today: Day;
  calendar: Calendar;
}

/** Words of a case that this reader may not see. */
const unseen = { title: 'Không được xem tên', second: null, open: [] };

export function itemOf(
  line: Line,
  words: CaseWords | undefined,
  source: CaseSource,
  reader: Reader,
): WorkItem {
  const { unitName, path: _path, settled, step, personId: _person, endsWith: _ends, ...rest } = line;
  const { officeId: _office, held: _held, ...row } = rest;
  const { title, second } = words ?? unseen;
  const { today, calendar, actor } = reader;
  return {
    ...row,
    key: keyOf(line),
    label: labelOf(step, line.clock),
    title,
    second,
    unitName,
    href: words?.href ?? '',
    workingDaysLeft: line.dueOn === null ? null : workingDaysBetween(calendar, today, line.dueOn),
    lateDays: lateDays(line, today),
    consequence: findDue(step, line.clock)?.consequence ?? null,
    mine: isFollower(actor.can) || isOwn(line, actor),
    waitsFor: line.answers.map(officeLabel),
    act: settled ? null : actOf(line, words, source, actor),
    settled,
    can: canOf(line, actor),
  };
}

/** An office that has the line to itself shares it with nobody of its kind. */
const isOwn = ({ held, officeId, answers }: Line, { office, officeId: own }: Actor): boolean =>
  held ? officeId === own : isMine(answers, office);

/** The first step that ends the line and that this office may take now: for its own work, or on behalf of a level below. */
function actOf(line: Line, words: CaseWords | undefined, source: CaseSource, actor: Actor): WorkItem['act'] {
  if (source.act) return words === undefined ? null : source.act(line, actor);
  if (!maySettle(line.answers, actor.office, officeOrder())) return null;
  const step = line.endsWith
    .filter((id) => words !== undefined && (words.open === null || words.open.includes(id)))
    .map(findStep)
    .find((one) => one !== null && mayTake(one, actor, line));
  return step ? { step: step.id, label: step.label, href: source.form(line, step.id) } : null;
}

const mayTake = (step: Step, actor: Actor, place: Place): boolean =>
  actor.office !== null &&
  [...step.actor, ...step.on_behalf].includes(actor.office) &&
  may(actor, step.action, place);

function canOf(line: Line, actor: Actor): WorkItem['can'] {
  // What a committee gave itself ends by its own act, with a result or a reason.
  const settle =
    line.caseKind !== 'plan' &&
    line.caseKind !== 'report' &&
    may(actor, 'worklist.settle', line) &&
    maySettle(line.answers, actor.office, officeOrder());
  // Nobody is reminded of work that is one's own, or that is off the list.
  const remind = line.settled === null && !isOwn(line, actor) && may(actor, 'reminder.send', line);
  return [...(settle ? (['settle'] as const) : []), ...(remind ? (['remind'] as const) : [])];
}
