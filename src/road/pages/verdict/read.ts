// A judgement in words: each reason as title, threshold, facts, articles and way out. Words come from the loaded
// regulations where they have them; a code nobody can name is left out rather than shown.
import { formatDay, isPartialDay } from '../../../platform/day.ts';
import type { Language, Message, Params } from '../../../platform/messages.ts';
import { explainBody, explainWayOut } from '../../../wording/explain.ts';
import { messages } from '../../../wording/messages.ts';
import type { Citation, Reason, Verdict } from '../../../rules/verdict.ts';
import type { Book } from '../book.ts';
import { verdictWords as words } from './words.ts';

export interface Said {
  message: Message;
  params?: Params;
}
/** Says a message in the language of the reader. */
export interface Speech {
  book: Book;
  language: Language;
  tell: (message: Message, params?: Params) => string;
}
const own: Readonly<Record<string, Message>> = words;
const ruleWords: Readonly<Record<string, Message>> = messages;

/** Reasons that hold the act back or ask something of the reader. */
export const holdingReasons = (verdict: Verdict): Reason[] =>
  verdict.reasons.filter(({ outcome }) => outcome !== 'allowed');

/** Nobody knows the text of the day, yet every reading of it lets the act pass. */
export const isAgreed = ({ outcome, readings }: Reason): boolean =>
  outcome === 'undetermined' && readings.length > 0 && readings.every((one) => one.outcome === 'allowed');

/** What could not be judged for want of a fact; it refuses nothing. */
export const unknownFacts = (verdict: Verdict, speech: Speech): string[] => {
  const names = verdict.reasons
    .filter(({ outcome }) => outcome === 'allowed')
    .flatMap(({ missing }) => missing);
  return namesOf(names, speech);
};

/** The rule a reason is named after; two bounds that are both meant are both named. */
export function ruleName(reason: Reason, { book, tell }: Speech): string {
  const labels = namingParameters(reason).map((id) => book.parameterOf(id)?.label);
  return labels
    .filter((label) => label !== undefined)
    .map((label, at) => (at === 0 ? tell(label) : lowerFirst(tell(label))))
    .join('; ');
}

/** The sentence of a reason. What is uncertain is named only: both readings stand below it. */
export function titleOf(reason: Reason, speech: Speech): string {
  const { book, language, tell } = speech;
  const what = ruleName(reason, speech);
  if (reason.outcome === 'undetermined' && what) return tell(words['outcome.unsure_title'], { what });
  return explainBody({ ...reason, outcome: 'refused' }, language, book.names).trim();
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of a limit its number of days. */
const namingParameters = ({ guard, parameters }: Reason): string[] =>
  guard === 'within_days' ? parameters.slice(-1) : parameters.slice(0, 1);

const day = (value: unknown) => (isPartialDay(value) ? formatDay(value) : '');
const count = (value: unknown) => (typeof value === 'number' ? value : null);

const readers: Record<string, (value: Fields) => Said | null> = {
  months_at_least: ({ months, from }) =>
    said('threshold.months_from', { months: count(months), from: day(from) }),
  valid_for: ({ months, until }) =>
    said('threshold.months_until', { months: count(months), until: day(until) }),
  fresh: ({ months, until }) => said('threshold.months_until', { months: count(months), until: day(until) }),
  not_before: ({ from }) => said('threshold.from', { from: day(from) }),
  within_days: ({ days, until }) =>
    isPartialDay(until)
      ? said('threshold.days_until', { days: count(days), until: day(until) })
      : said('threshold.days', { days: count(days) }),
  age_by_month: ({ min, max }) =>
    max === undefined
      ? said('threshold.min_age', { min: count(min) })
      : said('threshold.max_age', { max: count(max) }),
  share: ({ numerator, denominator, more_than, needed }) =>
    said(more_than ? 'threshold.share_over' : 'threshold.share', {
      share: `${String(numerator)}/${String(denominator)}`,
      needed: count(needed),
    }),
};
const said = (key: keyof typeof words, params: Params): Said => ({ message: words[key], params });

const limits: Record<string, keyof typeof words> = {
  at_most: 'threshold.at_most',
  at_least: 'threshold.at_least',
  fewer_than: 'threshold.fewer_than',
  number_by: 'threshold.at_least',
};

/** The threshold of a reason (or of one of its readings) in words; empty where there is nothing to compare with. */
export function thresholdOf(
  reason: Pick<Reason, 'guard' | 'facts'>,
  threshold: unknown,
  speech: Speech,
): string {
  const limit = limits[reason.guard];
  if (threshold === 0 && reason.guard === 'at_most') return speech.tell(words['threshold.none']);
  if (typeof threshold === 'number' && limit) return speech.tell(words[limit], { count: threshold });
  if (isFields(threshold)) {
    if (reason.guard === 'competent') return competence(threshold, speech);
    const read = readers[reason.guard]?.(threshold);
    return read ? speech.tell(read.message, read.params) : '';
  }
  const codes = [threshold].flat().filter((code) => typeof code === 'string');
  return codes
    .map((code) => codeWord(code, Object.keys(reason.facts)[0] ?? '', speech))
    .filter(Boolean)
    .join(', ');
}

function competence({ body, baseVote }: Fields, speech: Speech): string {
  const name = codeWord(String(body), 'decide.body', speech);
  return baseVote === 'required' ? speech.tell(words['threshold.body_vote'], { body: name }) : name;
}

function codeWord(code: string, fact: string, speech: Speech): string {
  const listed = speech.book.factOf(fact)?.codes.find((one) => one.code === code)?.label;
  // One code may mean different things of different facts: 'none' of a helper is no member, of a committee no powers.
  const ruled = ruleWords[`rules.code.${fact}.${code}`] ?? ruleWords[`rules.code.${code}`];
  const label = listed ?? speech.book.unitKind(code) ?? ruled ?? own[`code.${code}`];
  return label ? speech.tell(label) : '';
}

export interface FactLine {
  label: string;
  value: string;
}

export function factLines(reason: Reason, speech: Speech): FactLine[] {
  return Object.entries(reason.facts)
    .map(([name, value]) => ({ label: factName(name, speech), value: factValue(name, value, speech) }))
    .filter(({ label, value }) => label !== '' && value !== '');
}

const endings: Record<string, keyof typeof words> = {
  base: 'fact.base',
  yes: 'fact.yes',
  excused: 'fact.excused',
};

export function factName(name: string, speech: Speech): string {
  const parts = name.split('.');
  if (parts[0] === 'papers' && parts[2] === 'on') return paperName(parts[1] ?? '', speech);
  const label = own[`fact.${name}`] ?? speech.book.factOf(name)?.label ?? partLabel(parts, speech);
  return label ? speech.tell(label) : '';
}

/** A part of an answer is called after itself (“Phiếu tán thành”) or after the whole (a document’s day). */
function partLabel(parts: readonly string[], { book }: Speech): Message | undefined {
  const ending = endings[parts.at(-1) ?? ''];
  return ending ? words[ending] : book.factOf(parts.slice(0, -1).join('.'))?.label;
}

function paperName(id: string, speech: Speech): string {
  const label = speech.book.paperLabel(id);
  return label ? speech.tell(label) : speech.tell(words['fact.paper_on']);
}

function factValue(name: string, value: unknown, speech: Speech): string {
  if (name === 'months' && typeof value === 'number') return ageWords(value, speech);
  if (typeof value === 'boolean') return speech.tell(words[value ? 'code.yes' : 'code.no']);
  if (typeof value === 'number') return speech.tell({ vi: '{value}', en: '{value}' }, { value });
  if (isPartialDay(value) && !/^\d{4}$/.test(value)) return formatDay(value);
  return typeof value === 'string' ? codeWord(value, name, speech) : '';
}

function ageWords(months: number, speech: Speech): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return rest === 0
    ? speech.tell(words['threshold.years'], { years })
    : speech.tell(words['threshold.months'], { years, months: rest });
}

export const namesOf = (names: readonly string[], speech: Speech): string[] =>
  [...new Set(names.map((name) => factName(name, speech)))].filter(Boolean);

export interface ArticleWords {
  label: string;
  href: string;
  unsure: boolean;
}

/** “294-QĐ/TW, 4.3”, leading to the page of the document. */
export const articlesOf = (citations: readonly Citation[]): ArticleWords[] => {
  const lines = citations.map(({ document, clause, confidence }) => ({
    label: `${document}, ${clause}`,
    href: `/regulations/${encodeURIComponent(document)}`,
    unsure: confidence !== 'S',
  }));
  return lines.filter((line, index) => lines.findIndex(({ label }) => label === line.label) === index);
};

export interface WayWords {
  text: string;
  /** the step whose form is the way out; null when it is the form in hand or none */
  step: string | null;
  label: string;
}

export function wayOf(reason: Reason, here: string, speech: Speech): WayWords | null {
  const { book, language, tell } = speech;
  const { wayOut } = reason;
  if (!wayOut) return null;
  const step = wayOut.step && wayOut.step !== here ? book.stepOf(wayOut.step) : undefined;
  const by = wayOut.by && tell(words['way.by'], { office: lowerFirst(tell(book.officeLabel(wayOut.by))) });
  return {
    text: [explainWayOut(wayOut, language), by].filter(Boolean).join(' '),
    step: step?.id ?? null,
    label: step ? tell(words['way.go'], { step: tell(step.label) }) : '',
  };
}

export const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What a reading is called: a document, a day a month-only date may mean, or a way of counting. */
export function readingName(label: string, speech: Speech): string {
  if (isPartialDay(label)) return speech.tell(words['outcome.if_day'], { day: formatDay(label) });
  const counted = ruleWords[`rules.${label}`];
  if (counted) return speech.tell(counted);
  return speech.book.documentOf(label) ? speech.tell(words['outcome.under'], { document: label }) : label;
}
