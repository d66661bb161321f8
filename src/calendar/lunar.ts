// The Vietnamese lunar calendar, computed: new moons and solar terms at UTC+7, by the method that Hồ Ngọc Đức
// published, with the formulas of J. Meeus (Astronomical Algorithms, chapters 25 and 49). Never the Chinese calendar
// (UTC+8) of a platform: by that one Tết 2030 would be 3 February, in Viet Nam it is the 2nd.
import type { Day } from '../platform/day.ts';

export interface LunarDay {
  year: number;
  month: number;
  day: number;
  /** the second month of this number in its year */
  leap: boolean;
}

const zone = 7 / 24;
const synodic = 29.530588861;
const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180);

/** Julian day numbers: that of 1/1/1970 is 2440588, and a number begins at midnight in Viet Nam. */
const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 2_440_588;
const dayOfNumber = (number: number): Day =>
  new Date((number - 2_440_588) * 86_400_000).toISOString().slice(0, 10);

/** How far the Earth's turning lags behind even time, in days; within half a minute since 1900. */
function lag(julian: number): number {
  const y = (julian - 2_451_545) / 365.25;
  return (y < 0 ? 63.8 + 0.726 * y + 0.0006 * y * y : 62.92 + 0.32217 * y + 0.005589 * y * y) / 86_400;
}

/** Days, then how often the angles of sun (M), moon (M′) and node (F) enter, then the power of eccentricity. */
const moonTerms = [
  [-0.4072, 0, 1, 0, 0],
  [0.17241, 1, 0, 0, 1],
  [0.01608, 0, 2, 0, 0],
  [0.01039, 0, 0, 2, 0],
  [0.00739, -1, 1, 0, 1],
  [-0.00514, 1, 1, 0, 1],
  [0.00208, 2, 0, 0, 2],
  [-0.00111, 0, 1, -2, 0],
  [-0.00057, 0, 1, 2, 0],
  [0.00056, 1, 2, 0, 1],
  [-0.00042, 0, 3, 0, 0],
  [0.00042, 1, 0, 2, 1],
  [0.00038, 1, 0, -2, 1],
  [-0.00024, -1, 2, 0, 1],
] as const;

/** The day of the k-th new moon since January 2000. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const mean = 2_451_550.09766 + synodic * k + 0.00015437 * t * t;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const e = 1 - 0.002516 * t;
  const waves = moonTerms.map(([a, m, m1, f, power]) => a * e ** power * sin(m * sun + m1 * moon + f * node));
  const turn = -0.00017 * sin(124.7746 - 1.56375588 * k) + 0.000325 * sin(299.77 + 0.107408 * k);
  const even = waves.reduce((sum, one) => sum + one, mean + turn);
  return Math.floor(even - lag(even) + 0.5 + zone);
}

/** What Venus, Jupiter and the Moon do to the sun’s place: degrees, angle in 1900, its way in a century. */
const sunTerms = [
  [0.00134, 153.23 + 90, 22_518.7541],
  [0.00154, 216.57 + 90, 45_037.5082],
  [0.002, 312.69 + 90, 32_964.3577],
  [0.00179, 350.74, 445_267.1142],
  [0.00178, 231.19, 20.2],
] as const;

/** In which twelfth of its yearly way the sun stands when a day begins; 9 begins at the winter solstice. */
function sector(number: number): number {
  const universal = number - 0.5 - zone;
  const t = (universal + lag(universal) - 2_451_545) / 36_525;
  const m = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t;
  const centre =
    (1.914602 - 0.004817 * t) * sin(m) + (0.019993 - 0.000101 * t) * sin(2 * m) + 0.000289 * sin(3 * m);
  const pulled = sunTerms.reduce((sum, [a, start, way]) => sum + a * sin(start + way * (t + 1)), 0);
  const seen = -0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  const longitude = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t + centre + pulled + seen;
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** The new moon that begins month 11 of a year: the month that holds the winter solstice. */
function eleventh(year: number): number {
  const k = Math.floor((numberOf(`${year}-12-31`) - 2_451_550) / synodic);
  const last = newMoon(k + 1) <= numberOf(`${year}-12-31`) ? k + 1 : k;
  return sector(newMoon(last)) >= 9 ? last - 1 : last;
}

interface Month extends Omit<LunarDay, 'day'> {
  first: number;
  length: number;
}

/** From one month 11 to the next: of thirteen months the first in which no solar term falls is doubled. */
function monthsTo(year: number): Month[] {
  const [from, to] = [eleventh(year - 1), eleventh(year)];
  const starts = Array.from({ length: to - from + 1 }, (_, at) => newMoon(from + at));
  const sectors = starts.map(sector);
  const doubled = to - from === 13 ? sectors.findIndex((one, at) => at > 0 && one === sectors[at + 1]) : 14;
  return starts.slice(0, -1).map((first, at) => {
    const count = at < doubled ? at : at - 1;
    const month = ((count + 10) % 12) + 1;
    return {
      year: count < 2 ? year - 1 : year,
      month,
      leap: at === doubled,
      first,
      length: starts[at + 1]! - first,
    };
  });
}

const known = new Map<number, readonly Month[]>();
/** Kept once made: a calendar asks for the same years again and again. */
function keptMonths(year: number): readonly Month[] {
  const held = known.get(year) ?? monthsTo(year);
  known.set(year, held);
  return held;
}

export function lunarOf(day: Day): LunarDay {
  const [number, year] = [numberOf(day), Number(day.slice(0, 4))];
  const months = [...keptMonths(year), ...keptMonths(year + 1)];
  const { first, length: _, ...month } = months.findLast((one) => one.first <= number)!;
  return { ...month, day: number - first + 1 };
}

/** null when that year has no such month, or the month no such day. */
export function solarOf({ year, month, day, leap }: LunarDay): Day | null {
  const months = [...keptMonths(year), ...keptMonths(year + 1)];
  const found = months.find((one) => one.year === year && one.month === month && one.leap === leap);
  return found && day >= 1 && day <= found.length ? dayOfNumber(found.first + day - 1) : null;
}

const stems = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'];
const branches = 'Tý Sửu Dần Mão Thìn Tỵ Ngọ Mùi Thân Dậu Tuất Hợi'.split(' ');
/** The name of a lunar year: 2026 is Bính Ngọ. */
export const yearName = (year: number): string =>
  `${stems[(year + 6) % 10] ?? ''} ${branches[(year + 8) % 12] ?? ''}`;
