// How attainment is said in words, everywhere alike: “8/13 · 61,5% · nhanh hơn tiến độ 1,2”, the status with its tone,
// and the name of a period.
import { formatDay } from '../../platform/day.ts';
import type { Language } from '../../platform/messages.ts';
import { formatNumber, formatShare, formatTenths } from '../../ui/numbers.ts';
import type { useWords } from '../../ui/i18n.tsx';
import type { Tone } from '../../ui/show/Shape.tsx';
import { standingOf } from '../attainment.ts';
import { type Amount, isKnown, isRange, sayAmount, sayCount } from '../amount.ts';
import { parsePeriod } from '../period.ts';
import type { AttainmentView, Line, Status } from '../view.ts';
import type { words } from './words.ts';

export type Say = ReturnType<typeof useWords<typeof words>>;

export const tones: Record<Status | 'zero', Tone> = {
  zero: 'ended',
  met: 'done',
  exceeded: 'done',
  not_begun: 'plain',
  on_pace: 'plain',
  behind: 'act',
  missed: 'act',
  unknown: 'unsure',
  none: 'ended',
};

/** What is needed of a line, a year or a part to say how far it has come. */
export interface Attained {
  done: Line['done'];
  assigned: Amount | null;
  attainment: AttainmentView;
}

/** '8/13 · 61,5%' · '2/3–5 · 66,7% mức thấp · 40% mức cao' · '11 · chỉ tiêu chưa rõ số'. */
export function sayProgress(of: Attained, t: Say, language: Language = 'vi'): string {
  const { attainment, assigned } = of;
  const done = sayCount(of.done, language);
  if (!assigned) return t('said.alone', { done });
  if (!isKnown(assigned)) return t('said.of_unknown', { done });
  const target = sayAmount(assigned, language);
  if (attainment.progress === null) return `${done}/${target}`;
  const share = formatShare(attainment.progress, language);
  if (!isRange(assigned) || attainment.progressOfMaximum === null)
    return t('said.of', { done, target, share });
  return t('said.of_range', {
    done,
    target,
    share,
    most: formatShare(attainment.progressOfMaximum, language),
  });
}

/** 'nhanh hơn tiến độ 1,2' · 'đạt chỉ tiêu' · 'vượt 3' · 'thiếu 2'; null when nothing can be said. */
export function sayPace(attainment: AttainmentView, t: Say, language: Language = 'vi'): string | null {
  const { surplus, left } = attainment;
  const status = standingOf(attainment);
  if (status === 'zero') return null;
  if (status === 'met') return t('said.met');
  if (status === 'exceeded')
    return surplus ? t('said.exceeded', { by: formatNumber(surplus, language) }) : t('status.exceeded');
  if (status === 'missed')
    return left ? t('said.missed', { by: formatNumber(left, language) }) : t('status.missed');
  if (attainment.elapsed.days === 0) return null;
  return attainment.lead && sayLead(attainment.lead, t, language);
}

const evenBelow = 0.05;

/** To the lower and to the upper end of the target; one number where they are the same. */
function sayLead(
  { minimum, maximum }: NonNullable<AttainmentView['lead']>,
  t: Say,
  language: Language,
): string {
  const [most, least] = [Math.max(minimum, maximum), Math.min(minimum, maximum)];
  if (Math.abs(most) < evenBelow && Math.abs(least) < evenBelow) return t('said.even');
  if (least > -evenBelow) return t('said.ahead', { by: span(Math.max(0, least), most, language) });
  if (most < 0) return t('said.behind', { by: span(-most, -least, language) });
  return t('said.between', { by: formatTenths(-least, language) });
}

function span(from: number, to: number, language: Language): string {
  const [low, high] = [formatTenths(from, language), formatTenths(to, language)];
  return low === high ? low : `${low}–${high}`;
}

export const sayFull = (of: Attained, t: Say, language: Language = 'vi'): string =>
  [sayProgress(of, t, language), sayPace(of.attainment, t, language)].filter(Boolean).join(' · ');

/** 'Năm 2021' · 'Giai đoạn 2021–2025' · 'Nhiệm kỳ 20/08/2015 – 14/08/2020'. */
export function sayPeriod(key: string, t: Say): string {
  const period = parsePeriod(key);
  if (!period) return key;
  if (period.kind === 'year') return t('period.year', { year: key });
  const [from, to] = [period.years[0], period.years.at(-1)];
  return period.kind === 'years'
    ? t('period.years', { from: String(from), to: String(to) })
    : t('period.term', { from: formatDay(period.from), to: formatDay(period.to) });
}

export function sayElapsed({ days, of, share }: AttainmentView['elapsed'], on: string, t: Say): string {
  if (days === of) return t('period.over');
  return t('period.elapsed', { days, of, share: formatShare(share), day: formatDay(on) });
}

/** Whatever a number is not known for is said, never made nought. */
export const sayMaybe = (amount: Amount | null, language: Language = 'vi'): string =>
  amount ? sayAmount(amount, language) : '–';
