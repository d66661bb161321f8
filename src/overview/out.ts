// The overview as a workbook: one sheet for each picture, with the numbers of the screen; small counts of persons of
// another unit are spared.
import { formatDay } from '../platform/day.ts';
import { say } from '../platform/messages.ts';
import type { OutCell, OutSheet } from '../workbook/write-xlsx.ts';
import { milestones } from './funnel.ts';
import { agesMayLeave, shownBands, shownParts } from './spared.ts';
import type { OverviewView } from './view.ts';
import { words } from './words.ts';

const vi = (key: keyof typeof words, params: Record<string, string | number> = {}): string =>
  say(words[key], params, 'vi');

export function overviewSheets(view: OverviewView, simulated: boolean): OutSheet[] {
  const of = (sheet: Omit<OutSheet, 'titles' | 'simulated'>, spared = false): OutSheet => ({
    ...sheet,
    titles: titlesOf(view, sheet.name, spared),
    simulated,
  });
  return [
    of(standouts(view)),
    ...(view.units.length > 0 ? [of(units(view))] : []),
    ...(view.years.length > 0 ? [of(years(view), true)] : []),
    of(months(view)),
    ...(view.funnel.length > 0 ? [of(funnel(view))] : []),
    ...(agesMayLeave(view) ? [of(ages(view), true)] : []),
    of(parts(view), true),
  ];
}

type Plain = Omit<OutSheet, 'titles' | 'simulated'>;

const titlesOf = ({ unit, on, own, least }: OverviewView, name: string, spared: boolean): string[] => [
  name.toLocaleUpperCase('vi'),
  vi('over.file', { unit: unit?.name ?? vi('over.several'), day: formatDay(on) }),
  ...(spared && !own ? [vi('over.spared', { least })] : []),
];

const columns = (...headings: string[]): OutSheet['columns'] =>
  headings.map((heading, at) => ({ heading, width: at === 0 ? 44 : 16 }));

/** Named or counted: the sentence, its number, the units. */
const standouts = ({ people, standouts: found }: OverviewView): Plain => ({
  name: vi('out.title'),
  columns: columns('Nội dung', 'Số lượng', 'Đơn vị'),
  rows: [
    [vi('box.members'), people.total.count, null],
    ...found.map(({ id, count, params, units: named, more }): OutCell[] => [
      vi(`out.${id}`, params),
      count,
      [...named.map(({ name }) => name), ...(more > 0 ? [vi('out.more', { count: more })] : [])].join('; ') ||
        null,
    ]),
  ],
});

const tenths = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);
const percent = (share: number | null): number | null => tenths(share === null ? null : share * 100);

const units = (view: OverviewView): Plain => ({
  name: vi('heat.title'),
  columns: columns(
    vi('heat.unit'),
    vi('heat.members'),
    vi('heat.done'),
    vi('heat.target'),
    `${vi('heat.share')} (%)`,
    vi('heat.hundred'),
    vi('years.cells'),
    vi('heat.cells'),
  ),
  rows: view.units.map(({ name, members, done, target, progress, perHundred, cells, idle }) => [
    name,
    members,
    done,
    target,
    percent(progress),
    tenths(perHundred),
    cells,
    idle,
  ]),
});

const years = ({ years: list, on, own, least }: OverviewView): Plain => ({
  name: vi('years.title'),
  columns: columns(
    vi('years.year'),
    vi('years.count'),
    vi('years.mean'),
    vi('years.median'),
    vi('years.cells'),
    vi('years.combined'),
  ),
  rows: list.map(({ year, part, admitted, mean, median, aged, cells, combined }) => {
    const told = own || aged >= least;
    return [
      part ? vi('years.part', { year: String(year), day: formatDay(on) }) : String(year),
      admitted?.count ?? null,
      told ? tenths(mean) : null,
      told ? tenths(median) : null,
      cells,
      combined,
    ];
  }),
});

const months = ({ year, months: list }: OverviewView): Plain => ({
  name: `Kết nạp theo tháng ${year}`,
  columns: columns(vi('months.month'), String(year - 1), String(year)),
  rows: list.map(({ month, before, count }) => [String(month), before, count]),
});

const funnel = ({ funnel: list }: OverviewView): Plain => ({
  name: vi('funnel.title'),
  columns: columns(vi('years.year'), ...milestones.map((milestone) => vi(`step.${milestone}`))),
  rows: list.map(({ cohort, reached }) => [cohort, ...reached]),
});

const ages = (view: OverviewView): Plain => ({
  name: vi('age.sheet'),
  columns: columns(vi('age.band'), vi('age.men'), vi('age.women')),
  rows: shownBands(view, true).map(({ label, men, women }) => [
    label.vi,
    men ?? vi('over.hidden'),
    women ?? vi('over.hidden'),
  ]),
});

const parts = (view: OverviewView): Plain => ({
  name: vi('parts.title'),
  columns: columns(vi('parts.part'), vi('parts.count'), `${vi('parts.share')} (%)`),
  rows: shownParts(view, true).map(({ label, count }) => [
    label.vi,
    count ?? vi('over.hidden'),
    count === null ? null : percent(count / view.people.total.count),
  ]),
});
