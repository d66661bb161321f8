// A reason in one or two sentences of office language: what is missing, the threshold, the facts, the way out.
import { formatDay, formatDayLong } from '../platform/day.ts';
import { type Language, type Message, type Params, say } from '../platform/messages.ts';
import type { Regulations } from '../rules/content.ts';
import { messages } from './messages.ts';
import type { Reading, Reason, WayOut } from '../rules/verdict.ts';

/** Names for the codes inside a reason; without them the sentence stays general. */
export interface Words {
  fact: (id: string) => Message | null;
  stage: (id: string) => Message | null;
  level: (code: string) => Message | null;
}

export function wordsOf(regulations: Regulations): Words {
  const facts = new Map(regulations.declared.map((one) => [one.id, one.label]));
  const stages = new Map(regulations.stages.map((one) => [one.id, one.label]));
  const ladders = regulations.catalogues.filter((one) => one.ladder).flatMap((one) => one.items);
  const levels = new Map(ladders.map((one) => [one.code, one.label]));
  const steps = regulations.procedures.flatMap((one) => one.versions.flatMap((version) => version.steps));
  for (const step of steps) {
    for (const input of step.inputs) facts.set(`${step.id}.${input.id}`, input.label);
    facts.set(`${step.id}.on`, step.label).set(`${step.id}.passed`, step.label);
  }
  return {
    fact: (id) => facts.get(id) ?? facts.get(id.replace(/\.\w+$/, '')) ?? null,
    stage: (id) => stages.get(id) ?? null,
    level: (code) => levels.get(code) ?? null,
  };
}

const catalogue: Readonly<Record<string, Message>> = messages;
const text = (id: string, params: Params, language: Language): string | null => {
  const message = catalogue[id];
  return message ? say(message, params, language) : null;
};

/** The whole: what is so, what follows from doubt, and the way out. */
export function explain(reason: Reason, language: Language, words: Words | null = null): string {
  return [explainBody(reason, language, words), reason.wayOut ? explainWayOut(reason.wayOut, language) : null]
    .filter(Boolean)
    .join(' ');
}

export function explainBody(reason: Reason, language: Language, words: Words | null = null): string {
  const params = paramsOf(reason, language, words);
  if (reason.outcome === 'allowed' && reason.missing.length > 0) return missing(reason, language, words);
  const sentence = text(sentenceOf(reason), params, language) ?? '';
  if (reason.outcome === 'undetermined') return `${sentence} ${undetermined(reason, language)}`.trim();
  if (reason.outcome !== 'unverified') return sentence;
  const document = reason.citations[0]?.document ?? '';
  return `${sentence} ${text('rules.unverified', { document }, language)}`;
}

/** A sentence about waiting says nothing when nobody can tell until when. */
export function explainWayOut({ code, earliestOn }: WayOut, language: Language): string {
  const id = `rules.way_out.${code}`;
  const earliest = earliestOn === null ? null : (language === 'vi' ? formatDayLong : formatDay)(earliestOn);
  const namesDay = catalogue[id]?.vi.includes('{earliest}') ?? false;
  if (namesDay && earliest === null) return '';
  const sentence = text(id, { earliest }, language);
  const day = namesDay || earliest === null ? null : text('rules.way_out.earliest', { earliest }, language);
  return [sentence, day].filter(Boolean).join(' ');
}

/** A vote’s shortfall is 'refused' in itself though the act is recorded: the sentence is the same. */
function sentenceOf(reason: Reason): string {
  if (reason.outcome === 'allowed') return `rules.${reason.guard}.met`;
  if (reason.outcome === 'undetermined' && reason.threshold === null) return openSentence(reason);
  const own = ownBreach(reason);
  if (own) return own;
  const byParameter = reason.parameters.map((id) => `rules.breach.${id}`).find((id) => id in catalogue);
  return byParameter ?? `rules.${reason.guard}.breach`;
}

/** What is not known; without words of its own the readings say it. */
function openSentence({ guard, parameters }: Reason): string {
  if (guard === 'competent') return 'rules.competent.unknown';
  return parameters.map((id) => `rules.open.${id}`).find((id) => id in catalogue) ?? 'none';
}

function ownBreach(reason: Reason): string | null {
  const threshold = recordOf(reason.threshold);
  if (reason.guard === 'age_by_month') return 'max' in threshold ? 'rules.age_by_month.over' : null;
  if (reason.guard === 'milestone' && threshold.listed === false) return 'rules.milestone.unlisted';
  if (reason.guard === 'level_at_least' && reason.missing.length > 0) return 'rules.level_at_least.consent';
  if (reason.guard === 'competent' && reason.wayOut?.code === 'base_vote_first')
    return 'rules.competent.vote_first';
  return null;
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : {};

const dayText = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}(-\d\d){0,2}$/.test(value) ? formatDay(value) : null;

const shown = (value: unknown): string | number | null => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? (dayText(value) ?? value) : null;
};

function paramsOf(reason: Reason, language: Language, words: Words | null): Params {
  const named = Object.entries(reason.facts);
  const bySuffix = (suffix: string) => named.find(([id]) => id.endsWith(suffix))?.[1];
  const threshold = recordOf(reason.threshold);
  const first = named[0]?.[1];
  const name = (message: Message | null | undefined, otherwise: unknown) =>
    message?.[language] ?? shown(otherwise);
  const codeName = (code: unknown) => name(catalogue[`rules.code.${String(code)}`], code);
  return {
    ...Object.fromEntries(Object.entries(threshold).map(([id, value]) => [id, shown(value)])),
    threshold: name(words?.level(String(reason.threshold)), reason.threshold),
    count: typeof first === 'number' ? first : null,
    start: dayText(first),
    born: dayText(first),
    yes: shown(bySuffix('.yes')),
    base: shown(bySuffix('.base')),
    level: name(words?.level(String(first)), first),
    stage: name(words?.stage(String(first)), first),
    code: codeName(first),
    codes: [first].flat().map(codeName).join('; '),
    body: codeName(bySuffix('.body')),
    competent: codeName(threshold.body),
    answer: codeName(reason.threshold),
    startName: catalogue[`rules.start.${String(threshold.from)}`]?.[language] ?? null,
    ...ageOf(reason),
  };
}

function ageOf({ guard, facts: { months } }: Reason): Params {
  if (guard !== 'age_by_month' || typeof months !== 'number') return {};
  return { years: Math.floor(months / 12), months: months % 12 };
}

function missing(reason: Reason, language: Language, words: Words | null): string {
  const names = reason.missing
    .map((id) => words?.fact(id)?.[language] ?? null)
    .filter((name) => name !== null);
  const facts = names.length > 0 ? [...new Set(names)].join('; ') : reason.missing.length;
  return text('rules.missing', { facts }, language) ?? '';
}

function undetermined(reason: Reason, language: Language): string {
  const readings = reason.readings.map((one) => sayReading(one, language)).join(' ');
  return (text('rules.undetermined', { readings }, language) ?? '').trim();
}

/** What a reading compares decides how it is said: votes, money, a cap, a count – else only whether it is met. */
const readingKinds = [
  ['numerator', 'rules.reading.votes'],
  ['amount', 'rules.reading.amount'],
  ['cap', 'rules.reading.cap'],
] as const;

function sayReading(reading: Reading, language: Language): string {
  const label = catalogue[`rules.${reading.label}`]?.[language] ?? shown(reading.label);
  const threshold = recordOf(reading.threshold);
  const result = catalogue[`rules.result.${reading.outcome}`]?.[language] ?? '';
  const named = Object.fromEntries(Object.entries(threshold).map(([id, value]) => [id, shown(value)]));
  const kind = readingKinds.find(([name]) => typeof threshold[name] === 'number')?.[1];
  const counted = typeof threshold.counted === 'number' ? '.counted' : '';
  const id = kind ?? `rules.reading${counted}.${reading.outcome}`;
  return text(id, { ...named, label, result }, language) ?? '';
}
