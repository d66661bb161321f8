// The parts of a time line in words: a clock that runs, what the way ahead waits for, the law of each.
import { formatDay } from '../../../platform/day.ts';
import type { Document } from '../../../rules/documents.ts';
import type { Reason } from '../../../rules/verdict.ts';
import type { Article } from '../../../ui/show/ReasonCard.tsx';
import type { ActView, AheadView, ClockView } from '../../../road/view.ts';
import { dueWordsBy, longDay } from '../../../wording/due.ts';
import { lawOfAct } from '../road/act-words.ts';
import {
  articlesOf,
  lowerFirst,
  ruleName,
  type Speech,
  thresholdOf,
  titleOf,
} from '../../../road/pages/verdict/read.ts';
import type { AheadGroup } from './parts.ts';
import { timeWords as words } from './words.ts';

export interface ClockSaid {
  name: string;
  /** “thứ Sáu, 27/11/2026 – còn 4 ngày làm việc” */
  due: string;
  late: boolean;
  from: string;
  /** what may be prolonged or was, the other reading of a change of law, what follows when it is late */
  more: string[];
  articles: Article[];
}

const spans = {
  working_days: 'clock.from_working',
  days: 'clock.from_days',
  months: 'clock.from_months',
} as const;

export function clockSaid(clock: ClockView, today: string, speech: Speech): ClockSaid {
  const { tell } = speech;
  const { startsOn, limit, unit } = clock;
  const start = formatDay(startsOn);
  return {
    name: nameOf(clock, speech),
    ...dueOf(clock, today, speech),
    from:
      limit === null
        ? tell(words['clock.from'], { day: start })
        : tell(words[spans[unit]], { count: limit, day: start }),
    more: [extensionOf(clock, speech), otherwiseOf(clock, speech), consequenceOf(clock, speech)].filter(
      (line) => line !== null,
    ),
    articles: articlesOf(clock.citations),
  };
}

export function nameOf({ label, place }: ClockView, { tell }: Speech): string {
  return place ? tell(words['clock.place'], { clock: tell(label), place }) : tell(label);
}

function dueOf({ dueOn, duty, stoppedOn }: ClockView, today: string, { book, tell }: Speech) {
  if (stoppedOn) return { due: tell(words['clock.stopped'], { day: formatDay(stoppedOn) }), late: false };
  if (!dueOn) return { due: tell(words['clock.unknown']), late: false };
  const { late, message, params } = dueWordsBy({ dueOn, duty }, today, book.regulations.calendar);
  return { due: `${tell(longDay(dueOn))} – ${tell(message, params)}`, late };
}

function extensionOf({ extended, extendsTo, dueOn }: ClockView, { tell }: Speech): string | null {
  if (extended) return tell(words['clock.extended'], { day: formatDay(dueOn) });
  return extendsTo && tell(words['clock.may_extend'], { day: formatDay(extendsTo) });
}

function otherwiseOf({ otherwise }: ClockView, { tell }: Speech): string | null {
  if (!otherwise) return null;
  const { dueOn, reading } = otherwise;
  const said = readings[reading] ?? readings.switch!;
  return dueOn ? tell(words[said.day], { day: formatDay(dueOn) }) : tell(words[said.open]);
}

type ReadingWords = Record<'day' | 'open', keyof typeof words>;
const readings: Readonly<Record<string, ReadingWords>> = {
  start: { day: 'clock.otherwise_start', open: 'clock.otherwise_unknown' },
  switch: { day: 'clock.otherwise_switch', open: 'clock.otherwise_unknown' },
  stops: { day: 'clock.otherwise_stops', open: 'clock.otherwise_stops_open' },
};

function consequenceOf({ consequence, duty }: ClockView, { tell }: Speech): string | null {
  const what = consequence && lowerFirst(tell(consequence));
  return what && tell(words[duty ? 'clock.late' : 'clock.over'], { what });
}

export interface WaitSaid {
  text: string;
  articles: Article[];
}

/** “Chờ đến ngày ấy vì: tuổi tối thiểu – từ 18 tuổi”. */
export function waitSaid(reason: Reason, speech: Speech): WaitSaid {
  const name = ruleName(reason, speech);
  const threshold = thresholdOf(reason, reason.threshold, speech);
  const what = name ? [name, threshold].filter(Boolean).join(' – ') : titleOf(reason, speech);
  return {
    text: speech.tell(words['reach.wait'], { what: lowerFirst(what) }),
    articles: articlesOf(reason.citations),
  };
}

export function stopSaid({ reason }: NonNullable<AheadView['stoppedBy']>, speech: Speech): WaitSaid {
  if (!reason) return { text: speech.tell(words['reach.no_step']), articles: [] };
  return { text: titleOf(reason, speech), articles: articlesOf(reason.citations) };
}

/** The rules of the day of an act, judged by them or not. */
export function lawOfDay(act: ActView, speech: Speech): Article | null {
  const judged = lawOfAct(act, speech);
  const set = speech.book.ruleSetOf(act.ruleSet);
  return judged ?? (set === null ? null : { label: set, href: hrefOf(set) });
}

const hrefOf = (document: string): string => `/regulations/${encodeURIComponent(document)}`;

/** Each step that lies ahead; a last day that has passed is a day missed, not one to come. */
export function stepLines({ steps }: AheadGroup, today: string, { tell }: Speech): string[] {
  return steps.map(({ label, latestOn }) => {
    const word = latestOn && latestOn < today ? 'row.was_due' : 'row.latest';
    return [tell(label), latestOn && tell(words[word], { day: formatDay(latestOn) })]
      .filter(Boolean)
      .join(' – ');
  });
}

export const lawArticle = ({ id, confidence }: Document): Article => ({
  label: id,
  href: hrefOf(id),
  unsure: confidence !== 'S',
});
