// Results as the tables of the README: values with their bars, pages with their ratios to the bare server, and what missed its bar.
import { type Bars, type PageLine, type Part, precise, type Results, type ValueLine } from './measure.ts';

const number = (value: number): string => precise(value).toLocaleString('en');
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const times = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);

interface Judged {
  text: string;
  bar: number | undefined;
  good: boolean;
}

const shareOf = ({ crowd }: PageLine): number | null => (crowd ? crowd.rate / crowd.bareRate : null);
const lowestOf = ({ lowest, p50 }: PageLine): number | null => (lowest ? lowest.p50 / p50 : null);

/** Every column of a page, in order; null where nothing was measured. */
function columnsOf(line: PageLine): [keyof Bars | null, number | null, (value: number) => string][] {
  const { p50, p95, bare, crowd } = line;
  return [
    ['p50', p50, (value) => `${number(value)} ms`],
    ['p95', p95, (value) => `${number(value)} ms`],
    [null, p50 / bare.p50, times],
    ['rate', crowd?.rate ?? null, whole],
    ['crowdP95', crowd?.p95 ?? null, (value) => `${number(value)} ms`],
    ['share', shareOf(line), (value) => `${whole(value * 100)} %`],
    ['lowest', lowestOf(line), times],
  ];
}

const atLeast = new Set<keyof Bars>(['rate', 'share']);
const limit = (name: keyof Bars, bar: number): string =>
  `${atLeast.has(name) ? '≥' : '≤'} ${name === 'share' ? `${bar * 100} %` : bar.toLocaleString('en')}`;

function judged(line: PageLine): Judged[] {
  return columnsOf(line).map(([name, value, say]) => {
    const bar = name === null ? undefined : line.bars[name];
    if (value === null) return { text: '', bar: undefined, good: true };
    const good = name === null || bar === undefined || (atLeast.has(name) ? value >= bar : value <= bar);
    const text = bar === undefined || name === null ? say(value) : `${say(value)} (${limit(name, bar)})`;
    return { text: good ? text : `**${text}**`, bar, good };
  });
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const valueGood = ({ value, bar }: ValueLine): boolean => bar === null || value <= bar;
const withUnit = (value: number, unit: string): string =>
  `${value.toLocaleString('en')}${unit && ` ${unit}`}`;

function valueRow(line: ValueLine): string[] {
  const text = withUnit(line.value, line.unit);
  const bar = line.bar === null ? '' : `≤ ${withUnit(line.bar, line.unit)}`;
  return [line.what, valueGood(line) ? text : `**${text}**`, bar];
}

const pageHeads = ['page', 'p50', 'p95', '× bare', '20 clients, /s', 'p95', 'of bare', 'lowest office ×'];

const titles = { S: 'The training ward (S)', M: 'A province (M)', L10: 'A tenth of the nation (L10)' };

export function partTable({ set, values, pages, failures }: Part): string {
  const shown = pages.map((line) => [line.what, ...judged(line).map(({ text }) => text)]);
  return [
    ...(set ? [`#### ${titles[set]}`] : []),
    ...(values.length > 0 ? [table(['what', 'measured', 'bar'], values.map(valueRow))] : []),
    ...(pages.length > 0 ? [table(pageHeads, shown)] : []),
    ...failures.map((words) => `**Not measured – ${words}**`),
  ].join('\n\n');
}

/** At most so many times slower on the larger set. */
const growthBar = 2;

/** What grew from one set to another: pages that both have. */
export function growthTable(small: Part, large: Part): string {
  const known = new Map(small.pages.map((line) => [line.what, line]));
  const rows = large.pages.flatMap((line) => {
    const one = known.get(line.what);
    if (!one) return [];
    const [before, after] = [one.p50 / one.bare.p50, line.p50 / line.bare.p50];
    const [grew, mark] = [line.p50 / one.p50, line.p50 > one.p50 * growthBar ? '**' : ''];
    const cells = [`${number(one.p50)} ms`, `${number(line.p50)} ms`, `${mark}${times(grew)}${mark}`];
    return [[line.what, ...cells, `${times(before)} → ${times(after)}`]];
  });
  const heads = ['page', `${small.set} p50`, `${large.set} p50`, `grew × (≤ ${growthBar})`, '× bare'];
  return rows.length === 0 ? '' : `#### ${small.set} against ${large.set}\n\n${table(heads, rows)}`;
}

function runTables({ on, machine, load, parts }: Results): string {
  const busy = load.map((each) => each.toFixed(1)).join(' → ');
  const head = `${on.slice(0, 10)}, ${machine}, load of the machine ${busy}. Bold: missed its bar.`;
  return [head, ...parts.map(partTable)].join('\n\n');
}

/** One run or several: what grew from M to L10 is told where both are among them. */
export function tablesOf(runs: readonly Results[]): string {
  const parts = runs.flatMap((run) => run.parts);
  const [small, large] = ['M', 'L10'].map((set) => parts.find((part) => part.set === set));
  const growth = small && large ? growthTable(small, large) : '';
  return [...runs.map(runTables), growth].filter(Boolean).join('\n\n');
}

/** How many bars there are and what missed its own, for a glance. */
export function missedOf(parts: readonly Part[]): { bars: number; missed: string[] } {
  const values = parts.flatMap((part) => part.values.filter(({ bar }) => bar !== null));
  const cells = parts.flatMap((part) =>
    part.pages.flatMap((line) =>
      judged(line)
        .filter(({ bar }) => bar !== undefined)
        .map(({ text, good }) => ({ what: line.what, text: text.replaceAll('*', ''), good })),
    ),
  );
  const slow = values.filter((line) => !valueGood(line)).map((line) => valueRow(line).join(' '));
  const missed = cells.filter(({ good }) => !good).map(({ what, text }) => `${what}: ${text}`);
  return {
    bars: values.length + cells.length,
    missed: [...slow.map((each) => each.replaceAll('*', '')), ...missed],
  };
}
