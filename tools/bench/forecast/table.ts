// The back-test as tables of the README.
import type { BackTest } from '../forecast.ts';
import type { Summary } from './summary.ts';

const three = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '–' : value.toFixed(3);
const share = (value: number): string => (Number.isNaN(value) ? '–' : `${Math.round(value * 100)} %`);

const head = [
  '| units | province | answers | reached | forecast | linear, yes/no | linear, probability | last year, yes/no | last year, probability | calibration error | inside 80 % | median off | linear off |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|---|',
];

function rowOf(label: string, summary: Summary): string {
  const [own, ...others] = summary.rows.map(({ brier }) => three(brier));
  const { kind, answers, met, calibration, inside, off } = summary;
  const best = summary.beatsAll ? `**${own}**` : own;
  const figures = [best, ...others, three(calibration), share(inside)];
  return `| ${[kind, label, answers.toLocaleString('en'), share(met), ...figures, off.forecast.toFixed(1), off.linear.toFixed(1)].join(' | ')} |`;
}

function tenths({ tenths }: Summary): string[] {
  const cell = (value: number) => (Number.isNaN(value) ? '–' : share(value));
  return [
    '| told between | answers | told, mean | came |',
    '|---|---|---|---|',
    ...tenths.map(
      ({ from, count, told, came }) =>
        `| ${share(from)} – ${share(from + 0.1)} | ${count} | ${cell(told)} | ${cell(came)} |`,
    ),
  ];
}

export function tablesOf(found: readonly BackTest[]): string {
  const first = found[0]?.summaries[0];
  const rows = found.flatMap(({ label, summaries }) => summaries.map((one) => rowOf(label, one)));
  const curve = first ? ['', `Calibration, ${first.kind}:`, '', ...tenths(first)] : [];
  return ['Brier scores (lower is better):', '', ...head, ...rows, ...curve].join('\n');
}
