// Whether a number may be written as it was sent: whole persons, a range the right way round, a share only of a part, a
// day that fits what stands already. Children above their parent are no fault here: the difference is shown.
import { type Day, formatDay } from '../platform/day.ts';
import { Invalid } from '../platform/errors.ts';
import type { Figure } from '../statistics/figure.ts';
import { mostPeople } from './amount.ts';
import type { Period } from './period.ts';
import type { Said, SaidKind } from './target.ts';
import type { LineBody, ToldBody } from './sent.ts';

type Numbers = Pick<LineBody, 'minimum' | 'maximum' | 'share'>;

export function decideNumber(value: number | null, figure: string): void {
  if (value === null) return;
  if (value < 0) throw new Invalid('plans.negative', { figure });
  if (!Number.isInteger(value)) throw new Invalid('plans.fraction', { figure });
  if (value > mostPeople) throw new Invalid('plans.too_many', { figure });
}

export function decideNumbers({ minimum, maximum, share }: Numbers, figure: string): void {
  decideNumber(minimum, figure);
  decideNumber(maximum, figure);
  if (minimum !== null && maximum !== null && minimum > maximum) throw new Invalid('plans.range', { figure });
  if (share !== null && (!Number.isInteger(share) || share < 0 || share > 1000))
    throw new Invalid('plans.share', { figure });
}

/** Each figure and part once, known to the catalogue. */
export function decideLines(lines: readonly LineBody[], figures: (id: string) => Figure | undefined): void {
  const seen = new Set<string>();
  for (const line of lines) {
    const figure = figures(line.figure);
    if (!figure?.target) throw new Invalid('plans.figure');
    if (line.part !== '' && !(figure.parts as readonly string[]).includes(line.part))
      throw new Invalid('plans.part', { figure: figure.label.vi });
    if (line.part === '' && line.share !== null) throw new Invalid('plans.share_of_part');
    decideNumbers(line, figure.label.vi);
    const key = `${line.figure}/${line.part}`;
    if (seen.has(key)) throw new Invalid('plans.twice', { figure: figure.label.vi });
    seen.add(key);
  }
}

/** A number may be said for a period to come, but not on a day to come; and not for a unit that had ended. */
export function decideDay(
  on: Day,
  { today, period, endedOn }: { today: Day; period: Period; endedOn: string | null },
): void {
  if (on > today) throw new Invalid('ledger.future_day', { day: formatDay(on) });
  if (on > period.to) throw new Invalid('plans.after_period', { day: formatDay(period.to) });
  if (endedOn !== null && endedOn <= on) throw new Invalid('plans.unit_ended', { day: formatDay(endedOn) });
}

interface Saying {
  kind: SaidKind;
  period: string;
  on: Day;
  lines: readonly Pick<LineBody, 'figure' | 'part'>[];
  /** since when the number stood that this one corrects */
  correctedOn: Day | null;
}

/**
 * A revision is no older than what it revises; a correction keeps its place between what came before it and what revised
 * it since. What it corrects is out of the way by then.
 */
export function decideOrder(
  { kind, period, on, lines, correctedOn }: Saying,
  standing: readonly Said[],
): void {
  const same = standing.filter(
    (said) =>
      said.kind === kind &&
      said.period === period &&
      lines.some(({ figure, part }) => figure === said.figure && part === said.part),
  );
  const revises = ({ since }: Said): boolean => correctedOn !== null && since > correctedOn;
  const later = same.find((said) => !revises(said) && said.since > on);
  if (later) throw new Invalid('plans.before_plan', { on: formatDay(on), day: formatDay(later.since) });
  const revision = same.find((said) => revises(said) && said.since <= on);
  if (revision)
    throw new Invalid('plans.after_revision', { on: formatDay(on), day: formatDay(revision.since) });
}

/** What was told of a time that had come, and whose parts are no more than the whole. */
export function decideTold(
  body: ToldBody,
  { today, period, figure }: { today: Day; period: Period; figure: Figure },
): void {
  if (body.asOf > today) throw new Invalid('ledger.future_day', { day: formatDay(body.asOf) });
  if (body.asOf < period.from || body.asOf > period.to)
    throw new Invalid('plans.told_outside', { from: formatDay(period.from), to: formatDay(period.to) });
  if (body.value === null && body.verdict === null) throw new Invalid('plans.told_nothing');
  decideNumber(body.value, figure.label.vi);
  const named = body.parts.map(({ part }) => part).filter((part) => part !== '');
  if (named.some((part) => !(figure.parts as readonly string[]).includes(part)))
    throw new Invalid('plans.part', { figure: figure.label.vi });
  if (new Set(named).size < named.length) throw new Invalid('plans.twice', { figure: figure.label.vi });
  for (const part of body.parts) decideToldPart(part, body.value);
}

function decideToldPart(
  { part, label, value, share }: ToldBody['parts'][number],
  whole: number | null,
): void {
  if (part === '' && label === null) throw new Invalid('plans.part_unnamed');
  if (value === null && share === null) throw new Invalid('plans.part_empty');
  decideNumbers({ minimum: value, maximum: null, share }, label ?? '');
  if (value !== null && whole !== null && value > whole) throw new Invalid('plans.part_above');
}
