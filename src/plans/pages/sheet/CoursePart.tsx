// The course of the period as a line against an even pace.
import { formatDay } from '../../../platform/day.ts';
import { Chart } from '../../../ui/chart/Chart.tsx';
import { sketchCourse } from '../../../ui/chart/course.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { formatNumber, formatTenths } from '../../../ui/numbers.ts';
import { useRead } from '../../../ui/query.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { isKnown, sayAmount } from '../../amount.ts';
import type { CourseView } from '../../beside/view.ts';
import type { FigureSheet, SheetView } from '../../view.ts';
import { type Say, sayFull } from '../said.ts';
import { words } from '../words.ts';
import css from './sheet.module.css';

interface PartProps {
  sheet: SheetView;
  own: FigureSheet;
}

export function CoursePart({ sheet, own }: PartProps) {
  const t = useWords(words);
  const params = { period: sheet.period.key, figure: own.figure, on: sheet.on };
  const query = useRead<CourseView>(`/plans/${sheet.unit.id}/course`, { params, keep: true });
  return (
    <Panel title={t('course.title')} second={t('course.second')}>
      <Loaded of={query} rows={8}>
        {(course) => <Drawn course={course} sheet={sheet} own={own} />}
      </Loaded>
    </Panel>
  );
}

function Drawn({ course: { steps, undated }, sheet, own: { line } }: PartProps & { course: CourseView }) {
  const t = useWords(words);
  const come = steps.flatMap(({ count }) => (count === null ? [] : [count]));
  const running = come.map((_, at) => come.slice(0, at + 1).reduce((sum, count) => sum + count, 0));
  const yearly = sheet.period.kind !== 'year';
  const names = steps.map(({ from }) => (yearly ? from.slice(0, 4) : String(Number(from.slice(5, 7)))));
  const sketch = sketchCourse({
    steps: names,
    counts: running,
    ...endsOf(line),
    said: saidOf(line, running.at(-1) ?? 0, t),
  });
  const told = t('course.told', { day: formatDay(sheet.on), words: sayFull(line, t) });
  return (
    <>
      <Chart
        name={t('course.title')}
        told={told}
        sketch={sketch}
        figures={{ head: headOf(yearly, t), rows: rowsOf(names, come, endsOf(line).least) }}
      />
      {undated > 0 && <p className={css.note}>{t('course.undated', { count: undated })}</p>}
    </>
  );
}

function endsOf({ assigned, aim }: FigureSheet['line']) {
  const known = assigned && isKnown(assigned) ? assigned : null;
  return {
    least: known?.minimum ?? null,
    most: known?.maximum ?? null,
    aim: aim?.minimum ?? null,
  };
}

const saidOf = ({ assigned, aim }: FigureSheet['line'], done: number, t: Say) => ({
  done: formatNumber(done),
  target: assigned ? t('course.target', { amount: sayAmount(assigned) }) : '',
  aim: aim ? t('course.aim', { amount: sayAmount(aim) }) : '',
});

const headOf = (yearly: boolean, t: Say): string[] => [
  t(yearly ? 'course.step_year' : 'course.step'),
  t(yearly ? 'course.count_year' : 'course.count'),
  t('course.sum'),
  t('course.pace'),
];

function rowsOf(names: readonly string[], come: readonly number[], least: number | null): string[][] {
  return names.map((name, at) => {
    const sum = come.slice(0, at + 1).reduce((total, count) => total + count, 0);
    const pace = least === null ? '–' : formatTenths((least * (at + 1)) / names.length);
    return [
      name,
      come[at] === undefined ? '–' : formatNumber(come[at]),
      come[at] === undefined ? '–' : formatNumber(sum),
      pace,
    ];
  });
}
