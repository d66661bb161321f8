// Periods to choose from: the years around today, the five years they lie in, the congress terms that are known, and
// whichever is looked at.
const yearsBack = 5;

/** Next year first: plans are made in advance. */
export function periodsAround(year: number, asked: string, terms: readonly string[] = []): string[] {
  const years = Array.from({ length: yearsBack + 2 }, (_, at) => String(year + 1 - at));
  const first = year - ((year - 1) % 5);
  const spans = [first, first - 5].map((from) => `${from}-${from + 4}`);
  const all = [...years, ...spans, ...terms];
  return all.includes(asked) ? all : [asked, ...all];
}
