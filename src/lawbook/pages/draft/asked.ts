// The question “what if” as the address holds it, so that a link can be sent: a rule with value and day, or a day.
import { isDay } from '../../../platform/day.ts';
import type { CalendarDraft, ValueDraft } from '../../view.ts';
import type { Words } from '../../../ui/address.tsx';

export const subjectOf = (words: Words): 'rule' | 'day' => (words.subject === 'day' ? 'day' : 'rule');

/** null while the address does not hold a whole question. */
export function askedIn(words: Words): ValueDraft | CalendarDraft | null {
  return subjectOf(words) === 'day' ? dayAsked(words) : ruleAsked(words);
}

function ruleAsked({ rule, value, from, at }: Words): ValueDraft | null {
  const parsed = parse(value);
  if (!rule || parsed === undefined || !isDay(from)) return null;
  const unitId = at && /^\d+$/.test(at) ? Number(at) : null;
  return { parameter: rule, value: parsed as ValueDraft['value'], fromOn: from ?? '', unitId };
}

const effects = ['off', 'work', 'plain'] as const;
export type DayEffect = (typeof effects)[number];
export const isEffect = (text: string | undefined): text is DayEffect =>
  (effects as readonly (string | undefined)[]).includes(text);

/** A draft has no notice yet; the words are never kept. */
const tried = 'Nếu thay đổi';

function dayAsked({ date, effect }: Words): CalendarDraft | null {
  if (!isDay(date) || !isEffect(effect)) return null;
  const kind = effect === 'work' ? 'makeup' : 'other';
  return { calendar: [{ date: date ?? '', effect, kind, note: tried, source: tried, status: 'announced' }] };
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
